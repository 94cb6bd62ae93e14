"""Lines of series: dashes and markers tell them apart, and gaps stay gaps."""

from __future__ import annotations

from collections.abc import Iterator

from egci_reports.engine.document.chart import SeriesChart
from egci_reports.engine.theme.model import Theme
from egci_reports.engine.writers.drawing.fills import darker
from egci_reports.engine.writers.drawing.frame import PlotFrame
from egci_reports.engine.writers.drawing.legend import SWATCH, Key
from egci_reports.engine.writers.drawing.markers import MARKERS, RADIUS, marker
from egci_reports.engine.writers.drawing.shapes import Point, Polyline, Shape, StraightLine, Stroke
from egci_reports.engine.writers.drawing.sheet import DrawingSheet
from egci_reports.engine.writers.drawing.values import draw_values

_DASHES: tuple[tuple[float, ...], ...] = ((), (5.0, 2.5), (1.5, 2.0), (7.0, 2.0, 1.5, 2.0), (3.0, 2.0))


def draw_lines(chart: SeriesChart, sheet: DrawingSheet, frame: PlotFrame) -> None:
    """Draw the lines of all series, their markers, and the values that have room."""
    rows = [_points(chart, place, frame) for place in range(len(chart.series))]
    runs = [tuple(_runs(row)) for row in rows]
    for place, stretches in enumerate(runs):
        stroke = _stroke(place, sheet.theme)
        sheet.add(*(Polyline(run, stroke) for run in stretches if len(run) > 1))
    for place, row in enumerate(rows):
        sheet.add(*(_marker(place, *point, sheet.theme) for point in row if point))
    draw_values(chart, sheet, frame, rows, [run for stretches in runs for run in stretches])


def line_key(index: int, name: str, theme: Theme) -> Key:
    """Return the legend entry of the series at an index."""

    def swatch(x: float, y: float) -> Iterator[Shape]:
        middle = y + SWATCH[1] / 2
        yield StraightLine(x, middle, x + SWATCH[0], middle, _stroke(index, theme))
        yield _marker(index, x + SWATCH[0] / 2, middle, theme)

    return Key(name, swatch)


def _stroke(index: int, theme: Theme) -> Stroke:
    return Stroke(_colour(index, theme), 1.5, _DASHES[index % len(_DASHES)])


def _colour(index: int, theme: Theme) -> str:
    return darker(theme.palette.series[index % len(theme.palette.series)], theme)


def _marker(index: int, x: float, y: float, theme: Theme) -> Shape:
    shape = MARKERS[index % len(MARKERS)]
    return marker(shape, x, y, RADIUS, _colour(index, theme), theme.colour("paper"))


def _points(chart: SeriesChart, place: int, frame: PlotFrame) -> list[Point | None]:
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
