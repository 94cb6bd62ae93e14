"""Writes a laid-out paper as a Word file, and reads what such a file says of itself."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator, Mapping
from html import unescape
from io import BytesIO
from typing import TYPE_CHECKING

from egci_reports.engine.writers.formats import Artifact

if TYPE_CHECKING:
    from egci_reports.engine.theme.model import Theme
    from egci_reports.engine.writers.pdf.write import Layout

_PROPERTIES = "docProps/custom.xml"
_MOST = 1024 * 1024
"""Bytes of a property part; ours has less than a thousandth of it."""

_PROPERTY = re.compile(r'name="EGCI (\w+)"[^>]*>\s*<vt:lpwstr[^>]*>([^<]*)</vt:lpwstr>')


def write(made: Layout, theme: Theme) -> Artifact:
    """Write a paper; its contents list takes the pages that the layout has given."""
    from egci_reports.engine.writers.word.write import write_word  # noqa: PLC0415 - who reads needs no writer

    return Artifact(write_word(made.document, theme, made.pages, made.heads), made.own_pages)


def said(content: bytes) -> Mapping[str, str]:
    """Return the custom properties of ours; none if the file is broken or has none."""
    try:
        with zipfile.ZipFile(BytesIO(content)) as package, package.open(_PROPERTIES) as part:
            found = _PROPERTY.findall(part.read(_MOST).decode("utf-8", "replace"))
    except (zipfile.BadZipFile, KeyError, OSError, RuntimeError, NotImplementedError):
        return {}
    return {name: unescape(value) for name, value in found}


def claims(_content: bytes) -> tuple[str, ...]:
    """Return nothing: a Word file claims no standard."""
    return ()


def unpacked(content: bytes) -> Iterator[bytes]:
    """Yield the parts of the package by their names."""
    with zipfile.ZipFile(BytesIO(content)) as package:
        for name in sorted(package.namelist()):
            yield name.encode() + b"\0" + package.read(name) + b"\0"
