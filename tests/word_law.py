"""Counts what is wrong with the pages of a Word file as LibreOffice sets it: the law of layout, from print.

What a page's text alone can tell: no page is less than a third full but the last of a part; no heading and no
lead-in stands at a page's foot; no type is smaller than 8 points.
"""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise
from typing import Any

import pypdf

from tests.layout_law import FULL, SMALLEST, Breach

TOP, BOTTOM = 62.0, 60.0
"""Points at a page's head and foot that hold the running lines."""
PART, HEADING = 16.0, 13.0
"""Points of the headings that begin a part, and of those below."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line of print: how far it stands from the page's foot, its largest and smallest type, its words."""

    y: float
    size: float
    smallest: float
    text: str


@dataclass(frozen=True, slots=True)
class Page:
    """The lines of a page between head and foot, from above."""

    width: float
    height: float
    lines: tuple[Line, ...]

    @property
    def filled(self) -> float:
        """How much of the page is filled."""
        room = self.height - TOP - BOTTOM
        return (self.height - TOP - min(line.y for line in self.lines)) / room if self.lines else 1.0

    def begins_part(self, before: Page) -> bool:
        """Whether the page begins what is read by itself."""
        turned = (self.width, self.height) != (before.width, before.height)
        return turned or not self.lines or self.lines[0].size >= PART


def word_breaches(pdf: bytes) -> list[Breach]:
    """Return what is wrong with the pages that LibreOffice made of a Word file."""
    pages = [_page(page) for page in pypdf.PdfReader(io.BytesIO(pdf)).pages]
    return list(_breaches(pages))


def _breaches(pages: Sequence[Page]) -> Iterator[Breach]:
    for number, (page, following) in enumerate(pairwise((*pages, None)), 1):
        for line in page.lines:
            if line.smallest < SMALLEST - 0.05:
                yield Breach("type too small", number, line.text)
        if following is None or not page.lines:
            continue
        last = page.lines[-1]
        if last.size >= HEADING:
            yield Breach("heading at the foot", number, last.text)
        if last.text.endswith((":", "：")):
            yield Breach("lead-in at the foot", number, last.text)
        if page.filled < FULL and not following.begins_part(page):
            yield Breach("page nearly empty", number, last.text)


def _page(page: pypdf.PageObject) -> Page:
    found: list[tuple[float, float, str]] = []

    def visit(text: str, cm: Sequence[float], tm: Sequence[float], _font: Any, size: float) -> None:
        if text.strip():
            found.append((round(tm[5] * cm[3] + cm[5]), round(abs(size * tm[0] * cm[0]), 1), text))

    page.extract_text(visitor_text=visit)
    width, height = float(page.mediabox.width), float(page.mediabox.height)
    body = sorted((one for one in found if BOTTOM < one[0] < height - TOP), key=lambda one: -one[0])
    lines = (_line(y, list(parts)) for y, parts in groupby(body, key=lambda one: one[0]))
    return Page(width, height, tuple(lines))


def _line(y: float, parts: Sequence[tuple[float, float, str]]) -> Line:
    """Return a line; raised marks of footnotes are no type of their own."""
    words = [size for _, size, text in parts if not text.strip().isdigit()]
    sizes = words or [size for _, size, _ in parts]
    text = " ".join(" ".join(text for *_, text in parts).split())
    return Line(y, max(sizes), min(words, default=SMALLEST), text)
