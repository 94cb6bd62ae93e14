"""Values beside the points of lines, where they meet no other label, marker or line."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from egci_reports.engine.document.chart import Series, SeriesChart
from egci_reports.engine.writers.drawing.axis import number
from egci_reports.engine.writers.drawing.frame import PlotFrame
from egci_reports.engine.writers.drawing.markers import AWAY, RADIUS
from egci_reports.engine.writers.drawing.shapes import Point
from egci_reports.engine.writers.drawing.sheet import DrawingSheet
from egci_reports.engine.writers.drawing.text import estimate

_Box = tuple[float, float, float, float]
"""Left, top, right, bottom."""


def draw_values(
    chart: SeriesChart,
    sheet: DrawingSheet,
    frame: PlotFrame,
    rows: Sequence[Sequence[Point | None]],
    runs: Sequence[tuple[Point, ...]],
) -> None:
    """Write the values of a single line; of several lines, only where they begin, end or are highlighted.

    `rows` are the points of each series, `runs` the stretches of line between gaps.
    """
    taken = [_around(point) for row in rows for point in row if point]
    seen: set[tuple[Point, str]] = set()
    half = sheet.leading / 2
    taken += [box for run in runs for ends in pairwise(run) for box in _along(*ends)]
    for series, row in zip(chart.series, rows, strict=True):
        for index in _written(chart, series):
            value, point = series.values[index], row[index]
            if value is None or point is None:
                continue
            text = number(value, frame.digits)
            if (point, text) in seen:
                continue
            seen.add((point, text))
            width = estimate(text, sheet.size) + 1.0
            for x, middle in _around_which(point, width, sheet.leading):
                box = (x - width / 2, middle - half, x + width / 2, middle + half)
                if _inside(box, sheet, frame) and not any(_meet(box, other) for other in taken):
                    sheet.text(text, x, middle, width, anchor="middle")
                    taken.append(box)
                    break


def _written(chart: SeriesChart, series: Series) -> tuple[int, ...]:
    known = tuple(index for index, value in enumerate(series.values) if value is not None)
    if len(chart.series) == 1:
        return known
    return tuple(index for index in known if index in (known[0], known[-1], chart.highlight))


def _around_which(point: Point, width: float, leading: float) -> Iterator[Point]:
    """Yield the middles a label may have: above and below its point, then beside it, then aslant."""
    x, y = point
    up, aside = leading / 2 + RADIUS + AWAY, width / 2 + RADIUS + 1.5
    yield from ((x, y - up), (x, y + up), (x + aside, y), (x - aside, y))
    yield from ((x + across * aside, y + along * up / 2) for across in (1, -1) for along in (-1, 1))


def _inside(box: _Box, sheet: DrawingSheet, frame: PlotFrame) -> bool:
    return box[0] >= frame.left and box[2] <= sheet.width and box[3] <= frame.bottom


def _around(point: Point) -> _Box:
    return point[0] - RADIUS, point[1] - RADIUS, point[0] + RADIUS, point[1] + RADIUS


def _along(start: Point, end: Point) -> Iterator[_Box]:
    """Yield small boxes along a line, close enough for no label to slip between them."""
    steps = max(1, int(abs(end[0] - start[0]) + abs(end[1] - start[1])) // 3)
    for step in range(1, steps):
        x = start[0] + (end[0] - start[0]) * step / steps
        y = start[1] + (end[1] - start[1]) * step / steps
        yield x - 0.5, y - 0.5, x + 0.5, y + 0.5


def _meet(one: _Box, other: _Box) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]
