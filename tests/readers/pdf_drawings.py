"""What Chromium's engine finds on the pages of a PDF: the text it extracts, and drawings by their colour."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from contextlib import closing

import pypdfium2
from pypdfium2 import raw

from tests.readers.pdf_pages import Box


def drawings(content: bytes, colour: str) -> list[list[Box]]:
    """Return where paths are filled with a colour (RRGGBB), page by page."""
    with closing(pypdfium2.PdfDocument(content)) as file:
        return [
            [
                Box(*one.get_bounds())
                for one in page.get_objects(filter=[raw.FPDF_PAGEOBJ_PATH])
                if _fill(one) == colour
            ]
            for page in file
        ]


def _fill(one: pypdfium2.PdfObject) -> str:
    parts = [ctypes.c_uint() for _ in range(4)]
    raw.FPDFPageObj_GetFillColor(one.raw, *parts)
    return "".join(f"{part.value:02X}" for part in parts[:3])


def extracted(content: bytes) -> list[str]:
    """Return the text of each page."""
    with closing(pypdfium2.PdfDocument(content)) as file:
        return [page.get_textpage().get_text_bounded() for page in file]


def found(content: bytes, words: str) -> int:
    """Return how often words are found."""
    with closing(pypdfium2.PdfDocument(content)) as file:
        return sum(1 for page in file for _ in _hits(page.get_textpage().search(words)))


def _hits(search: pypdfium2.PdfTextSearcher) -> Iterator[tuple[int, int]]:
    while hit := search.get_next():
        yield hit
