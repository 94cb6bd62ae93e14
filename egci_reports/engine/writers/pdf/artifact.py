"""Saves a laid-out paper as PDF, and reads what such a file says of itself."""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator, Mapping
from html import unescape
from typing import TYPE_CHECKING

from egci_reports.engine.writers.formats import Artifact

if TYPE_CHECKING:
    from egci_reports.engine.theme.model import Theme
    from egci_reports.engine.writers.pdf.write import Layout

_STANDARDS = ("PDF/UA-1", "PDF/A-2a")
_OURS = re.compile(r"<egci:(\w+)>([^<]*)</egci:\1>")
_XMP = re.compile(rb"<x:xmpmeta\b.*?</x:xmpmeta>", re.DOTALL)
_STREAM = re.compile(rb"stream\r?\n(.*?)\r?\nendstream", re.DOTALL)
_LENGTHS = re.compile(rb"/Length \d+|(?<=\n)\d{10} \d{5} n|startxref\s+\d+")


def write(made: Layout, _theme: Theme) -> Artifact:
    """Save a paper; it claims its standards if all that it encloses keeps them."""
    return Artifact(made.save(), made.page_count, _STANDARDS if made.enclosed.conform else ())


def said(content: bytes) -> Mapping[str, str]:
    """Return what the last XMP packet says in our name space."""
    return {name: unescape(value) for name, value in _OURS.findall(_xmp(content))}


def claims(content: bytes) -> tuple[str, ...]:
    """Return the standards that a PDF claims in its XMP (ISO 14289-1, 5; ISO 19005-2, 6.6.4)."""
    xmp = _xmp(content)
    found = []
    if part := re.search(r"<pdfuaid:part>(\d)</pdfuaid:part>", xmp):
        found.append(f"PDF/UA-{part[1]}")
    level = re.search(r"<pdfaid:part>(\d)</pdfaid:part>\s*<pdfaid:conformance>(\w)</pdfaid:conformance>", xmp)
    if level:
        found.append(f"PDF/A-{level[1]}{level[2].lower()}")
    return tuple(found)


def unpacked(content: bytes) -> Iterator[bytes]:
    """Yield the file with each Flate stream opened, without the numbers that depend on how it was packed."""
    yield _LENGTHS.sub(b"", _STREAM.sub(_opened, content))


def _opened(match: re.Match[bytes]) -> bytes:
    try:
        return zlib.decompress(match.group(1))
    except zlib.error:
        return match.group(1)


def _xmp(content: bytes) -> str:
    """Return the last XMP packet of a PDF, "" if there is none that can be read."""
    packets = _XMP.findall(content)
    return packets[-1].decode("utf-8", "replace") if packets else ""
