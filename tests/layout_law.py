"""Counts what is wrong with the pages of a laid-out paper: the law of layout, which both formats follow.

No page is less than a third full but the last of a part, and no part runs over by two lines, nor does a short
section; no row of a table stands alone on a page; no heading and no lead-in stands at a page's foot; a figure
stands beside what it belongs to; no space stands at a page's head; no type is smaller than 8 points; no table
is set smaller than its neighbours.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from egci_reports.engine.theme.model import MM, Theme
from egci_reports.engine.writers.drawing.shapes import Label
from egci_reports.engine.writers.pdf.boxes import Box, TextBox
from egci_reports.engine.writers.pdf.enclosed import EnclosedPage
from egci_reports.engine.writers.pdf.figures import FigureBox
from egci_reports.engine.writers.pdf.flow import PageContent
from egci_reports.engine.writers.pdf.lines import TextLine
from egci_reports.engine.writers.pdf.tables import RowBox
from egci_reports.engine.writers.pdf.write import Layout

Rule = Literal[
    "page nearly empty",
    "part runs over",
    "section runs over",
    "row alone",
    "figure alone",
    "heading at the foot",
    "lead-in at the foot",
    "space at the head",
    "type too small",
    "table smaller",
]

FULL = 1 / 3
"""The share of a page's height that is filled."""
OVER = 0.12
"""The share that the last page of a part fills at least, if it has others: two rows and their header."""
LINES = 3
"""So many paragraphs, or entries in a list, are no remainder, however short they are."""
SHORT = 1 / 2
"""The share of a page up to which a section is short: it may be parted, but not by a line or two."""
FEW = 40.0
"""Points of two lines, or two rows."""
SMALLEST = 8.0
"""Points of the smallest type; raised marks of footnotes are left out."""
TALL = 1 / 3
"""The share of a page from which a row may stand alone: two such rows seldom fit one page."""


@dataclass(frozen=True, slots=True)
class Breach:
    """A rule that a page breaks, and the words by which it is found there."""

    rule: Rule
    page: int
    words: str


def breaches(layout: Layout) -> list[Breach]:
    """Return every breach of a laid-out paper, page by page."""
    rules = (_pages, _sections, _rows, _figures, _feet, _heads, _type, _tables)
    found = [breach for rule in rules for breach in rule(layout)]
    return sorted(found, key=lambda breach: (breach.page, breach.rule, breach.words))


# -- pages ---------------------------------------------------------------------------------------------------


def _pages(layout: Layout) -> Iterator[Breach]:
    for number, (sheet, following) in enumerate(pairwise((*layout.sheets, None)), 1):
        if sheet is None or sheet.cover or _is_enclosed(sheet) or not sheet.boxes:
            continue
        ends, filled = following is None or _begins_part(following, sheet), _filled(sheet, layout.theme)
        words = _words(sheet.boxes[-1].box)
        if not ends and filled < FULL:
            yield Breach("page nearly empty", number, words)
        lost = filled < OVER and sum(isinstance(one.box, TextBox) for one in sheet.boxes) < LINES
        if ends and lost and number > 1 and not _begins_part(sheet, layout.sheets[number - 2]):
            yield Breach("part runs over", number, words)


def _filled(sheet: PageContent, theme: Theme) -> float:
    """Return how much of a page is filled; footnotes count with what stands over them."""
    top = theme.page.top * MM
    ends = [y + box.height - top for box, y in sheet.boxes]
    notes = sum(note.height + note.after for note in sheet.notes)
    _, height = theme.page.text_size(landscape=sheet.orientation == "landscape")
    return (max(ends, default=0.0) + notes) / height


def _begins_part(sheet: PageContent, before: PageContent) -> bool:
    """Whether a page begins what is read by itself: a part, an annex, a sheet that lies on its side."""
    first = next((box for box, _ in sheet.boxes), None)
    begins = first is not None and first.bookmark is not None
    return begins or _is_enclosed(sheet) or sheet.orientation != before.orientation


def _is_enclosed(sheet: PageContent) -> bool:
    return any(isinstance(box, EnclosedPage) for box, _ in sheet.boxes)


def _sections(layout: Layout) -> Iterator[Breach]:
    """Yield the short sections that end, or begin, with a line or two on another page."""
    for parts in _by_section(layout):
        heights = [end - start for _, start, end, _ in parts]
        if len(parts) == 2 and sum(heights) <= SHORT * _height(layout, parts[0][0]) and min(heights) <= FEW:
            page, _, _, words = parts[heights.index(min(heights))]
            yield Breach("section runs over", page, words)


def _by_section(layout: Layout) -> Iterator[list[tuple[int, float, float, str]]]:
    """Yield for each section below the parts: page, top, bottom and first words of what it has on each."""
    parts: list[tuple[int, float, float, str]] = []
    within = False
    for number, sheet in enumerate(layout.sheets, 1):
        for box, y in sheet.boxes:
            if box.bookmark is not None:
                if within:
                    yield parts
                within, parts = box.bookmark[0] > 1, []
            if parts and parts[-1][0] == number:
                parts[-1] = (number, parts[-1][1], y + box.height, parts[-1][3])
            else:
                parts.append((number, y, y + box.height, _words(box)))
    if within:
        yield parts


# -- tables --------------------------------------------------------------------------------------------------


def _rows(layout: Layout) -> Iterator[Breach]:
    """Yield the rows that stand alone on a page, while their table has more on another."""
    by_table: dict[int, list[tuple[int, RowBox]]] = {}
    for number, sheet in enumerate(layout.sheets, 1):
        for box, _ in sheet.boxes:
            if isinstance(box, RowBox) and box.header is not None:
                by_table.setdefault(id(box.header), []).append((number, box))
    for rows in by_table.values():
        count = Counter(page for page, _ in rows)
        for page, row in rows:
            if len(count) > 1 and count[page] == 1 and row.height < TALL * _height(layout, page):
                yield Breach("row alone", page, _words(row))


def _height(layout: Layout, page: int) -> float:
    landscape = layout.sheets[page - 1].orientation == "landscape"
    return layout.theme.page.text_size(landscape=landscape)[1]


def _tables(layout: Layout) -> Iterator[Breach]:
    """Yield the tables that are set in smaller type than others of their part."""
    part: list[tuple[int, RowBox]] = []
    for number, sheet in enumerate(layout.sheets, 1):
        for box, _ in sheet.boxes:
            if box.bookmark is not None and box.bookmark[0] == 1:
                yield from _smaller(part)
                part = []
            if isinstance(box, RowBox) and box.header is None and not box.repeated:
                part.append((number, box))
    yield from _smaller(part)


def _smaller(headers: Sequence[tuple[int, RowBox]]) -> Iterator[Breach]:
    largest = max((box.look.size for _, box in headers), default=0.0)
    for page, box in headers:
        if box.look.size < largest:
            yield Breach("table smaller", page, _words(box))


# -- figures, feet and heads -------------------------------------------------------------------------------


def _figures(layout: Layout) -> Iterator[Breach]:
    """Yield the figures that stand on a page without what comes before them or after them."""
    for number, sheet in enumerate(layout.sheets, 1):
        boxes = [box for box, _ in sheet.boxes]
        captions = {at + 1 for at, box in enumerate(boxes) if isinstance(box, FigureBox)}
        others = [
            box for at, box in enumerate(boxes) if at not in captions and not isinstance(box, FigureBox)
        ]
        if captions and not any(box.bookmark is None for box in others) and len(layout.sheets) > 1:
            yield Breach("figure alone", number, _words(boxes[max(captions)]) if boxes else "")


def _feet(layout: Layout) -> Iterator[Breach]:
    for number, sheet in enumerate(layout.sheets[:-1], 1):
        last = sheet.boxes[-1].box if sheet.boxes else None
        if isinstance(last, TextBox) and last.bookmark is not None:
            yield Breach("heading at the foot", number, _words(last))
        elif isinstance(last, TextBox) and _text(last).endswith((":", "：")):
            following = layout.sheets[number].boxes
            if not following or getattr(following[0].box, "element", None) is not last.element:
                yield Breach("lead-in at the foot", number, _words(last))


def _heads(layout: Layout) -> Iterator[Breach]:
    top = layout.theme.page.top * MM
    for number, sheet in enumerate(layout.sheets, 1):
        if sheet.boxes and not _is_enclosed(sheet) and sheet.boxes[0].y > top + 0.01:
            yield Breach("space at the head", number, _words(sheet.boxes[0].box))


# -- type --------------------------------------------------------------------------------------------------


def _type(layout: Layout) -> Iterator[Breach]:
    for number, sheet in enumerate(layout.sheets, 1):
        for box in (*(box for box, _ in sheet.boxes), *sheet.notes):
            if min(_sizes(box), default=SMALLEST) < SMALLEST - 0.01:
                yield Breach("type too small", number, _words(box))


def _sizes(box: Box) -> Iterator[float]:
    if isinstance(box, FigureBox):
        yield from (one.size * box.scale for one in box.drawing.shapes if isinstance(one, Label))
    for line in _lines(box):
        yield from (segment.run.look.size for segment in line.segments if not segment.run.look.rise)


def _lines(box: Box) -> Iterator[TextLine]:
    if isinstance(box, TextBox):
        yield from box.lines
    elif isinstance(box, RowBox):
        for cell in box.cells:
            yield from cell.lines


def _words(box: Box) -> str:
    """Return the first words of a box."""
    return _text(box)[:50] or type(box).__name__


def _text(box: Box) -> str:
    text = "".join(segment.text for line in _lines(box) for segment in line.segments)
    return " ".join(text.split())
