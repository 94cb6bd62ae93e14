"""Lineages: the names of a body as bars along years; an arrow says that a name is still in use."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from egci_reports.engine.document.chart import LineageRow, Lineages, LineageSpan
from egci_reports.engine.theme.model import Theme
from egci_reports.engine.writers.drawing.axis import YearAxis
from egci_reports.engine.writers.drawing.fills import Fill
from egci_reports.engine.writers.drawing.placing import LabelWish, Spot, levels, place
from egci_reports.engine.writers.drawing.rows import label_height
from egci_reports.engine.writers.drawing.shapes import Polygon, Rect, StraightLine, Stroke
from egci_reports.engine.writers.drawing.sheet import DrawingSheet
from egci_reports.engine.writers.drawing.text import ELLIPSIS, fit, widest
from egci_reports.engine.writers.drawing.year_rows import YearRows, lay_out_rows

_PAD = 2.5
_INSIDE = 4.0
"""Between the end of a bar and the name in it."""
_POINT = 5.0
"""How far the arrow of a name still in use reaches."""
_LINES = 2
_OVER = 1.0
"""Between a bar and the names above it."""
_OUTSIDE_ROOM = 150.0


@dataclass(frozen=True, slots=True)
class _Bar:
    span: LineageSpan
    left: float
    right: float
    inside: tuple[str, ...]
    """The lines of the name, where the bar has room for it."""
    outside: Spot | None

    @property
    def runs(self) -> bool:
        return self.span.end is None


@dataclass(frozen=True, slots=True)
class _RowLayout:
    height: float
    top: float
    """From the top of the row to its bars."""
    thick: float
    bars: tuple[_Bar, ...]


def height(chart: Lineages, theme: Theme, width: float) -> float:
    """Return the height: of all rows with the names that stand above their bars, and the axis."""
    return _lay_out(chart, theme, width).height


def draw(chart: Lineages, sheet: DrawingSheet) -> None:
    """Draw the rows of bars over the axis of years."""
    layout = _lay_out(chart, sheet.theme, sheet.width)
    layout.draw_ground(sheet)
    for row, top in layout.ruled(sheet, chart):
        _draw_row(row, sheet, top + row.top)
    layout.draw_years(sheet)
    layout.draw_title(sheet, chart.axis_title)


def _lay_out(chart: Lineages, theme: Theme, width: float) -> YearRows[_RowLayout]:
    def rows(axis: YearAxis, labels: float) -> Iterator[_RowLayout]:
        return (_lay_out_row(row, theme, axis, labels) for row in chart.rows)

    return lay_out_rows(chart, theme, width, rows)


def _lay_out_row(row: LineageRow, theme: Theme, axis: YearAxis, labels: float) -> _RowLayout:
    style = theme.style("chart")
    bars = [_bar(span, axis, style.size) for span in row.spans if _shown(span, axis)]
    named = [bar for bar in bars if not bar.inside and bar.span.label]
    rooms = min(_OUTSIDE_ROOM, axis.right - axis.left)
    wishes = [
        LabelWish((bar.left + bar.right) / 2, widest(fit(bar.span.label, rooms, style.size), style.size))
        for bar in named
    ]
    spots = dict(
        zip(
            [id(bar) for bar in named],
            place(wishes, axis.left - axis.margin, axis.right + axis.margin),
            strict=True,
        )
    )
    placed = tuple(_Bar(b.span, b.left, b.right, b.inside, spots.get(id(b))) for b in bars)
    lines = max((len(bar.inside) for bar in bars), default=1)
    thick = max(lines * style.leading + 2.0, theme.figure.row - 2 * _PAD)
    above = levels(tuple(spots.values())) * style.leading + (_OVER if spots else 0.0)
    whole = max(thick + above, label_height(row.label, theme, labels)) + 2 * _PAD
    return _RowLayout(whole, (whole - thick + above) / 2, thick, placed)


def _shown(span: LineageSpan, axis: YearAxis) -> bool:
    return span.start < axis.end + 1 and (span.end is None or span.end > axis.start)


def _bar(span: LineageSpan, axis: YearAxis, size: float) -> _Bar:
    left = axis.place(span.start)
    right = axis.right if span.end is None else axis.place(span.end)
    room = right - left - 2 * _INSIDE - (_POINT if span.end is None else 0.0)
    lines = fit(span.label, room, size, lines=_LINES, bold=True) if room > 0 else ()
    whole = bool(lines) and not any(line.endswith(ELLIPSIS) for line in lines)
    return _Bar(span, left, right, lines if whole else (), None)


def _draw_row(row: _RowLayout, sheet: DrawingSheet, top: float) -> None:
    for bar in row.bars:
        if bar.outside:
            end = top - _OVER - bar.outside.level * sheet.leading
            sheet.add(StraightLine(bar.outside.at, top, bar.outside.at, end, Stroke(sheet.muted, 0.5)))
    for number, bar in enumerate(row.bars):
        fill = _fill(bar, sheet.theme, odd=number % 2 == 1)
        _draw_bar(bar, fill, sheet, top, row.thick)
        if bar.inside:
            room = bar.right - bar.left - 2 * _INSIDE - (_POINT if bar.runs else 0.0)
            colour = fill.text_colour(sheet.theme)
            middle = top + row.thick / 2
            sheet.text(bar.span.label, bar.left + _INSIDE, middle, room, lines=_LINES, colour=colour)
        elif bar.outside:
            spot = bar.outside
            middle = top - _OVER - (spot.level + 0.5) * sheet.leading
            room = spot.right - spot.left
            sheet.text(bar.span.label, (spot.left + spot.right) / 2, middle, room, anchor="middle")


def _fill(bar: _Bar, theme: Theme, *, odd: bool) -> Fill:
    palette = theme.palette
    if bar.runs:
        return Fill(palette.full, palette.full)
    return Fill(palette.open if odd else palette.light, palette.full)


def _draw_bar(bar: _Bar, fill: Fill, sheet: DrawingSheet, top: float, thick: float) -> None:
    left, right, bottom = bar.left + 0.75, bar.right - 0.75, top + thick
    if right <= left:
        left, right = bar.left, max(bar.right, bar.left + 0.5)
    stroke = Stroke(fill.edge, 0.75)
    if not bar.runs or right - left <= _POINT:
        sheet.add(Rect(left, top, right - left, thick, fill=fill.ground, stroke=stroke))
        return
    shoulder = right - _POINT
    points = ((left, top), (shoulder, top), (right, top + thick / 2), (shoulder, bottom), (left, bottom))
    sheet.add(Polygon(points, fill=fill.ground, stroke=stroke))
