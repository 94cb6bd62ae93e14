"""Bands: a grid of rows and columns whose neighbouring cells of one tone join."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import accumulate, groupby
from math import ceil
from typing import NamedTuple

from egci_reports.engine.document.chart import BandCell, BandRow, Bands, BandTone, LegendEntry
from egci_reports.engine.theme.model import Theme
from egci_reports.engine.writers.drawing.fills import tone_fill
from egci_reports.engine.writers.drawing.legend import SWATCH, Key, draw_legend, legend_height
from egci_reports.engine.writers.drawing.markers import marker
from egci_reports.engine.writers.drawing.rows import GAP, draw_label, label_height, label_width
from egci_reports.engine.writers.drawing.shapes import Rect, Shape, StraightLine, Stroke
from egci_reports.engine.writers.drawing.sheet import DrawingSheet
from egci_reports.engine.writers.drawing.text import estimate

_MARGIN = 3.0
"""Between the edge of a row and its bands."""
_BETWEEN = 1.5
"""Between a band and the edge of its columns."""


class _Run(NamedTuple):
    tone: BandTone | None
    start: int
    cells: tuple[BandCell, ...]


@dataclass(frozen=True, slots=True)
class _BandLayout:
    height: float
    header: float
    """The middle of the line of column labels."""
    tops: tuple[float, ...]
    labels: float
    left: float
    column: float

    def edge(self, index: int) -> float:
        """Return the left edge of a column."""
        return self.left + index * self.column


def height(chart: Bands, theme: Theme, width: float) -> float:
    """Return the height: of the legend, the column labels and all rows."""
    return _lay_out(chart, theme, width).height


def draw(chart: Bands, sheet: DrawingSheet) -> None:
    """Draw the grid with its legend, column labels and bands."""
    layout = _lay_out(chart, sheet.theme, sheet.width)
    draw_legend(sheet, tuple(_key(entry, sheet.theme) for entry in chart.legend), 0.0, 0.0, sheet.width)
    box = _highlight(chart, sheet, layout)
    if box:
        sheet.shade(*box)
    _draw_grid(chart, sheet, layout)
    for number, row in enumerate(chart.rows):
        top, bottom = layout.tops[number], layout.tops[number + 1]
        draw_label(sheet, row.label, (top + bottom) / 2, layout.labels)
        for run in _runs(row):
            _draw_run(run, sheet, layout, (top + bottom) / 2)
    if box:
        sheet.outline(*box)


def _lay_out(chart: Bands, theme: Theme, width: float) -> _BandLayout:
    labels = label_width((*(row.label for row in chart.rows), chart.column_title), theme, width)
    left = labels + GAP
    top = legend_height(tuple(entry.label for entry in chart.legend), theme, width)
    header = label_height(chart.column_title, theme, labels)
    heights = [max(theme.figure.row, label_height(row.label, theme, labels) + 3.0) for row in chart.rows]
    tops = tuple(accumulate(heights, initial=top + header + 4.0))
    column = (width - 0.5 - left) / max(1, len(chart.columns))
    return _BandLayout(ceil(tops[-1] + 1.0), top + 2.0 + header / 2, tops, labels, left, column)


def _key(entry: LegendEntry, theme: Theme) -> Key:
    def swatch(x: float, y: float) -> Iterator[Shape]:
        if entry.tone is not None:
            yield from tone_fill(entry.tone, theme).paint(x, y, *SWATCH)
        if entry.shape is not None:
            middle = x + SWATCH[0] / 2, y + SWATCH[1] / 2
            yield marker(entry.shape, *middle, 3.6, theme.palette.full, theme.colour("paper"))

    return Key(entry.label, swatch)


def _highlight(
    chart: Bands, sheet: DrawingSheet, layout: _BandLayout
) -> tuple[float, float, float, float] | None:
    if chart.highlight is None:
        return None
    top = layout.header - sheet.leading / 2 - 1.0
    return layout.edge(chart.highlight), top, layout.column, layout.tops[-1] - top


def _draw_grid(chart: Bands, sheet: DrawingSheet, layout: _BandLayout) -> None:
    grid = Stroke(sheet.theme.palette.grid, 0.5)
    for top in layout.tops:
        sheet.add(StraightLine(0.0, top, layout.edge(len(chart.columns)), top, grid))
    sheet.text(chart.column_title, 0.0, layout.header, layout.labels, lines=3, colour=sheet.muted)
    widest = max((estimate(label, sheet.size) for label in chart.columns), default=0.0)
    least = min(widest, 3 * sheet.size) + 2.0
    step = max(1, ceil(least / layout.column))
    base = chart.highlight if chart.highlight is not None else 0
    for index, label in enumerate(chart.columns):
        if (index - base) % step:
            continue
        strong = index == chart.highlight
        # at the right edge a label wider than its column moves inwards, as far as the label before it allows
        middle, free = layout.edge(index) + layout.column / 2, step * layout.column - 2.0
        wide = min(estimate(label, sheet.size, strong), sheet.width - 1.0 - middle + free / 2)
        x = min(middle, sheet.width - 1.0 - wide / 2)
        room = min(free, 2 * (sheet.width - x), 2 * (x - layout.labels))
        colour = sheet.ink if strong else sheet.muted
        sheet.text(label, x, layout.header, room, anchor="middle", bold=strong, colour=colour)


def _runs(row: BandRow) -> Iterator[_Run]:
    start = 0
    for tone, cells in groupby(row.cells, key=lambda cell: cell.tone):
        run = _Run(tone, start, tuple(cells))
        yield run
        start += len(run.cells)


def _draw_run(run: _Run, sheet: DrawingSheet, layout: _BandLayout, middle: float) -> None:
    thick = sheet.theme.figure.row - 2 * _MARGIN
    colour: str | None = None
    hatched = False
    if run.tone is not None:
        fill = tone_fill(run.tone, sheet.theme)
        x = layout.edge(run.start) + _BETWEEN
        length = len(run.cells) * layout.column - 2 * _BETWEEN
        sheet.add(*fill.paint(x, middle - thick / 2, length, thick))
        colour, hatched = fill.text_colour(sheet.theme), fill.hatch is not None
    for index, cell in enumerate(run.cells, start=run.start):
        if not cell.label:
            continue
        x, room = layout.edge(index) + layout.column / 2, layout.column - 2 * _BETWEEN - 2.0
        if hatched:
            sheet.add(*_ground(cell.label, sheet, x, middle, room))
        sheet.text(cell.label, x, middle, room, anchor="middle", colour=colour)


def _ground(label: str, sheet: DrawingSheet, x: float, middle: float, room: float) -> Iterable[Shape]:
    """Yield paper for a label to stand on where the band is hatched."""
    wide, high = min(room, estimate(label, sheet.size)) + 2.0, sheet.size + 0.5
    yield Rect(x - wide / 2, middle - high / 2, wide, high, fill=sheet.theme.palette.open)
