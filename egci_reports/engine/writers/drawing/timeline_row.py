"""One row of a timeline: marks on a line, labels above, or above and below where that takes less."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import accumulate

from egci_reports.engine.document.chart import Mark, TimelineRow
from egci_reports.engine.theme.model import Theme
from egci_reports.engine.writers.drawing.axis import YearAxis
from egci_reports.engine.writers.drawing.markers import marker
from egci_reports.engine.writers.drawing.placing import LabelWish, Spot, cost, crosses, levels, place
from egci_reports.engine.writers.drawing.shapes import Circle, Rect, StraightLine, Stroke
from egci_reports.engine.writers.drawing.sheet import DrawingSheet
from egci_reports.engine.writers.drawing.text import balance, widest

PAD = 3.0
"""Between the labels and the edge of their row."""

_RADIUS = 3.6
_BASE = 8.0
"""From the marks down to the edge of a row without labels below."""
_OVER = 7.0
"""From the marks to the nearest labels."""
_LABEL_ROOM = 120.0
_LABEL_LINES = 3


@dataclass(frozen=True, slots=True)
class _Text:
    """The label of a mark, the lines it takes, and where it stands."""

    mark: Mark
    lines: int
    spot: Spot
    below: bool


@dataclass(frozen=True, slots=True)
class RowLayout:
    """The height of a row, how far below its top the marks lie, and its labels."""

    height: float
    base: float
    above: tuple[float, ...]
    """From the nearest labels to each level above the marks, and beyond the last."""
    below: tuple[float, ...]
    texts: tuple[_Text, ...]

    def offset(self, text: _Text) -> float:
        """Return how far a label's level is from the nearest labels on its side."""
        return (self.below if text.below else self.above)[text.spot.level]


def lay_out_row(row: TimelineRow, theme: Theme, axis: YearAxis, least: float) -> RowLayout:
    """Place the labels of a row that is at least `least` points high."""
    style = theme.style("chart")
    room = min(_LABEL_ROOM, axis.right - axis.left)
    wishes: list[tuple[Mark, int, LabelWish]] = []
    for mark in sorted(row.marks, key=lambda mark: mark.at):
        lines = balance(mark.label, room, style.size, lines=_LABEL_LINES, bold=mark.strong)
        width = widest(lines, style.size, bold=mark.strong)
        if lines:
            wishes.append((mark, len(lines), LabelWish(axis.place(mark.at), width)))
    texts = _place(wishes, axis)
    above = _offsets([text for text in texts if not text.below], style.leading)
    below = _offsets([text for text in texts if text.below], style.leading)
    over = _OVER + above[-1] + PAD
    under = _OVER + below[-1] + PAD if below[-1] else _BASE
    spare = max(0.0, least - over - under) / 2
    return RowLayout(over + under + 2 * spare, over + spare, above, below, texts)


def draw_row(row: TimelineRow, layout: RowLayout, sheet: DrawingSheet, axis: YearAxis, top: float) -> None:
    """Draw the row whose top is at `top`: leaders, labels, and the marks over them."""
    base = top + layout.base
    sheet.add(StraightLine(axis.left, base, axis.right, base, Stroke(sheet.theme.colour("rule"), 0.75)))
    for text in layout.texts:
        if text.spot.leans:
            end = base + _away(text, layout.offset(text))
            sheet.add(StraightLine(text.spot.at, base, text.spot.at, end, Stroke(sheet.muted, 0.5)))
    for text in layout.texts:
        _draw_text(text, layout, sheet, base)
    for mark in row.marks:
        _draw_mark(mark, sheet, axis.place(mark.at), base)


def _place(wishes: list[tuple[Mark, int, LabelWish]], axis: YearAxis) -> tuple[_Text, ...]:
    """Place labels above their marks, or above and below in turn where that takes less."""
    above = _place_side(wishes, axis, below=False)
    if _cost(above) < 2:
        return above
    upper = _place_side(wishes[::2], axis, below=False)
    lower = _place_side(wishes[1::2], axis, below=True)
    return upper + lower if _cost(upper) + _cost(lower) <= _cost(above) else above


def _place_side(
    wishes: list[tuple[Mark, int, LabelWish]], axis: YearAxis, *, below: bool
) -> tuple[_Text, ...]:
    spots = place([wish for *_, wish in wishes], axis.left - axis.margin, axis.right + axis.margin)
    return tuple(
        _Text(mark, lines, spot, below) for (mark, lines, _), spot in zip(wishes, spots, strict=True)
    )


def _cost(texts: tuple[_Text, ...]) -> int:
    return cost([text.spot for text in texts])


def _offsets(texts: list[_Text], leading: float) -> tuple[float, ...]:
    """Return where the levels of one side begin and the last ends; each is as high as its highest label."""
    heights = (
        max((text.lines for text in texts if text.spot.level == level), default=0) * leading
        for level in range(levels([text.spot for text in texts]))
    )
    return tuple(accumulate(heights, initial=0.0))


def _away(text: _Text, distance: float) -> float:
    """Return a distance beyond the room around the marks, towards the side of a label; down is positive."""
    return (_OVER + distance) * (1 if text.below else -1)


def _draw_text(text: _Text, layout: RowLayout, sheet: DrawingSheet, base: float) -> None:
    spot, mark = text.spot, text.mark
    high = text.lines * sheet.leading
    middle = base + _away(text, layout.offset(text) + high / 2)
    room = spot.right - spot.left
    if any(crosses(other.spot, spot) for other in layout.texts if other.below is text.below):
        left, right = max(0.0, spot.left - 1), min(sheet.width, spot.right + 1)
        paper = sheet.theme.colour("paper")
        sheet.add(Rect(left, middle - high / 2, right - left, high, fill=paper))
    x = (spot.left + spot.right) / 2
    sheet.text(mark.label, x, middle, room, lines=text.lines, anchor="middle", bold=mark.strong)


def _draw_mark(mark: Mark, sheet: DrawingSheet, x: float, y: float) -> None:
    full, paper = sheet.theme.palette.full, sheet.theme.colour("paper")
    if mark.strong:
        sheet.add(Circle(x, y, _RADIUS + 2.6, fill=paper, stroke=Stroke(full, 1.0)))
    sheet.add(marker(mark.shape, x, y, _RADIUS, full, paper))
