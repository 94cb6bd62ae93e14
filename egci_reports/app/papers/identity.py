"""Reads what a finished file says of itself: its identity, and the standards it claims to keep."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Mapping
from dataclasses import MISSING, fields
from html import unescape
from io import BytesIO

from egci_reports.engine.document.nodes import Identity

_WORD_PROPERTIES = "docProps/custom.xml"
_MOST = 1024 * 1024
"""Bytes of a property part; ours has less than a thousandth of it."""

_WORD = re.compile(r'name="EGCI (\w+)"[^>]*>\s*<vt:lpwstr[^>]*>([^<]*)</vt:lpwstr>')
_PDF = re.compile(r"<egci:(\w+)>([^<]*)</egci:\1>")
_XMP = re.compile(rb"<x:xmpmeta\b.*?</x:xmpmeta>", re.DOTALL)


def identity_in(content: bytes) -> Identity | None:
    """Return the identity in a Word or PDF file; None if it holds none, or only a part of one."""
    found = _word(content) if content.startswith(b"PK") else dict(_PDF.findall(_xmp(content)))
    names = {field.name for field in fields(Identity)}
    needed = {field.name for field in fields(Identity) if field.default is MISSING}
    if needed - set(found):
        return None
    return Identity(**{name: unescape(found[name]) for name in names & set(found)})


def copy_in(content: bytes) -> int | None:
    """Return the number that a PDF gives itself as a numbered copy; None if it is none."""
    number = dict(_PDF.findall(_xmp(content))).get("copy", "")
    return int(number) if number.isascii() and number.isdigit() and len(number) < 7 else None


def claims_in(content: bytes) -> tuple[str, ...]:
    """Return the standards that a PDF claims in its XMP (ISO 14289-1, 5; ISO 19005-2, 6.6.4)."""
    xmp = _xmp(content)
    claims = []
    if part := re.search(r"<pdfuaid:part>(\d)</pdfuaid:part>", xmp):
        claims.append(f"PDF/UA-{part[1]}")
    level = re.search(r"<pdfaid:part>(\d)</pdfaid:part>\s*<pdfaid:conformance>(\w)</pdfaid:conformance>", xmp)
    if level:
        claims.append(f"PDF/A-{level[1]}{level[2].lower()}")
    return tuple(claims)


def _xmp(content: bytes) -> str:
    """Return the last XMP packet of a PDF, "" if there is none that can be read."""
    packets = _XMP.findall(content) if content.startswith(b"%PDF") else []
    return packets[-1].decode("utf-8", "replace") if packets else ""


def _word(content: bytes) -> Mapping[str, str]:
    try:
        with zipfile.ZipFile(BytesIO(content)) as package, package.open(_WORD_PROPERTIES) as part:
            return dict(_WORD.findall(part.read(_MOST).decode("utf-8", "replace")))
    except (zipfile.BadZipFile, KeyError, OSError, RuntimeError, NotImplementedError):
        return {}
