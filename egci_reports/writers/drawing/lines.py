"""Lines of series: dashes and markers tell them apart, gaps stay gaps, labels go where nothing is."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from egci_reports.document.chart import SeriesChart
from egci_reports.theme.model import Theme
from egci_reports.writers.drawing.axis import number
from egci_reports.writers.drawing.fills import darker
from egci_reports.writers.drawing.frame import Frame
from egci_reports.writers.drawing.legend import SWATCH, Key
from egci_reports.writers.drawing.markers import MARKERS, marker
from egci_reports.writers.drawing.shapes import Line, Point, Polyline, Shape, Stroke
from egci_reports.writers.drawing.sheet import Sheet
from egci_reports.writers.drawing.text import estimate

_DASHES: tuple[tuple[float, ...], ...] = ((), (5.0, 2.5), (1.5, 2.0), (7.0, 2.0, 1.5, 2.0), (3.0, 2.0))
_RADIUS = 2.8

_Box = tuple[float, float, float, float]
"""Left, top, right, bottom."""


def draw_lines(chart: SeriesChart, sheet: Sheet, frame: Frame) -> None:
    """Draw the lines of all series, their markers, and the values that have room."""
    rows = [_points(chart, place, frame) for place in range(len(chart.series))]
    for place, row in enumerate(rows):
        stroke = _stroke(place, sheet.theme)
        for run in _runs(row):
            if len(run) > 1:
                sheet.add(Polyline(run, stroke))
    for place, row in enumerate(rows):
        sheet.add(*(_marker(place, *point, sheet.theme) for point in row if point))
    _draw_values(chart, sheet, frame, rows)


def line_key(index: int, name: str, theme: Theme) -> Key:
    """Return the legend entry of the series at an index."""

    def swatch(x: float, y: float) -> Iterator[Shape]:
        middle = y + SWATCH[1] / 2
        yield Line(x, middle, x + SWATCH[0], middle, _stroke(index, theme))
        yield _marker(index, x + SWATCH[0] / 2, middle, theme)

    return Key(name, swatch)


def _stroke(index: int, theme: Theme) -> Stroke:
    return Stroke(_colour(index, theme), 1.5, _DASHES[index % len(_DASHES)])


def _colour(index: int, theme: Theme) -> str:
    return darker(theme.palette.series[index % len(theme.palette.series)], theme)


def _marker(index: int, x: float, y: float, theme: Theme) -> Shape:
    shape = MARKERS[index % len(MARKERS)]
    return marker(shape, x, y, _RADIUS, _colour(index, theme), theme.colour("paper"))


def _points(chart: SeriesChart, place: int, frame: Frame) -> list[Point | None]:
    values = chart.series[place].values
    return [None if v is None else (frame.middle(i), frame.scale(v)) for i, v in enumerate(values)]


def _runs(row: list[Point | None]) -> Iterator[tuple[Point, ...]]:
    run: list[Point] = []
    for point in [*row, None]:
        if point is not None:
            run.append(point)
        elif run:
            yield tuple(run)
            run = []


def _draw_values(chart: SeriesChart, sheet: Sheet, frame: Frame, rows: list[list[Point | None]]) -> None:
    """Write values above or below their points where they meet no other label, marker or line."""
    taken: list[_Box] = [_around(point) for row in rows for point in row if point]
    taken += [box for row in rows for run in _runs(row) for ends in pairwise(run) for box in _along(*ends)]
    for series, row in zip(chart.series, rows, strict=True):
        for value, point in zip(series.values, row, strict=True):
            if value is None or point is None:
                continue
            text = number(value, frame.digits)
            half = estimate(text, sheet.size) / 2 + 0.5
            for side in (-1, 1):
                middle = point[1] + side * (sheet.leading / 2 + _RADIUS + 1.0)
                box = (point[0] - half, middle - sheet.size / 2, point[0] + half, middle + sheet.size / 2)
                low = side > 0 and box[3] > frame.scale.start
                if low or box[2] > sheet.width or any(_meet(box, other) for other in taken):
                    continue
                sheet.text(text, point[0], middle, 2 * half, anchor="middle")
                taken.append(box)
                break


def _around(point: Point) -> _Box:
    return point[0] - _RADIUS, point[1] - _RADIUS, point[0] + _RADIUS, point[1] + _RADIUS


def _along(start: Point, end: Point) -> Iterator[_Box]:
    """Yield small boxes along a line, close enough for no label to slip between them."""
    steps = max(1, int(abs(end[0] - start[0]) + abs(end[1] - start[1])) // 3)
    for step in range(1, steps):
        x = start[0] + (end[0] - start[0]) * step / steps
        y = start[1] + (end[1] - start[1]) * step / steps
        yield x - 0.5, y - 0.5, x + 0.5, y + 0.5


def _meet(one: _Box, other: _Box) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]
