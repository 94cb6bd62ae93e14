"""The frame of columns and lines: titles, value axis, categories and the highlighted one."""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil

from egci_reports.engine.document.chart import SeriesChart
from egci_reports.engine.theme.model import Theme
from egci_reports.engine.writers.drawing.axis import Scale, decimals, number, ticks
from egci_reports.engine.writers.drawing.legend import legend_height
from egci_reports.engine.writers.drawing.markers import AWAY, RADIUS
from egci_reports.engine.writers.drawing.shapes import StraightLine, Stroke
from egci_reports.engine.writers.drawing.sheet import DrawingSheet
from egci_reports.engine.writers.drawing.text import fit, widest

_LEAST_PLOT = 90.0
_CATEGORY_LINES = 3
_TICK_GAP = 6.0
_UNDER_AXIS = 4.0
"""From the axis down to the categories: past the lower half of its tick's number."""
_BETWEEN = 3.0
"""Between the labels of neighbouring categories."""


@dataclass(frozen=True, slots=True)
class PlotFrame:
    """Where the plot lies, what its axes show, and the number of decimals of its values.

    `top` and `bottom` are where the highest and the lowest tick lie; `foot` is where the categories begin.
    """

    height: float
    top: float
    bottom: float
    foot: float
    left: float
    slot: float
    """The width of a category."""
    ticks: tuple[float, ...]
    labels: tuple[int, ...]
    """Indices of the categories that have room for their label."""
    label_room: float
    label_lines: int
    digits: int

    @property
    def scale(self) -> Scale:
        """The scale of the values."""
        return Scale(self.ticks[0], self.ticks[-1], self.bottom, self.top)

    def middle(self, index: int) -> float:
        """Return the middle of the category at an index."""
        return self.left + (index + 0.5) * self.slot


def known_values(chart: SeriesChart) -> tuple[float, ...]:
    """Return all values that are recorded."""
    return tuple(value for series in chart.series for value in series.values if value is not None)


def legend_names(chart: SeriesChart) -> tuple[str, ...]:
    """Return the names of the series where a legend is needed to tell them apart."""
    return tuple(series.name for series in chart.series) if len(chart.series) > 1 else ()


def lay_out(chart: SeriesChart, theme: Theme, width: float) -> PlotFrame:
    """Share out the room of columns or lines.

    The height is the theme's, or more where the legend or long categories would leave the plot too low.
    """
    style = theme.style("chart")
    values = known_values(chart)
    steps = ticks(values, zero=chart.form != "line" or _near_nought(values), under=chart.form == "line")
    top = legend_height(legend_names(chart), theme, width) + _title(chart.value_title, style.leading)
    top += style.leading + (RADIUS + AWAY if chart.form == "line" else 0.0)
    left = widest(tuple(number(tick, decimals(steps)) for tick in steps), style.size) + _TICK_GAP
    slot = (width - left) / max(1, len(chart.categories))
    labels, room = _labels(chart, slot, style.size)
    lines = max(
        (len(_wrap(chart.categories[i], room, style.size, bold=i == chart.highlight)) for i in labels),
        default=0,
    )
    below = _UNDER_AXIS + lines * style.leading + 1.0 + _title(chart.category_title, style.leading)
    under = style.leading if min(values, default=0) < 0 else 0.0
    height = ceil(max(theme.figure.height, top + _LEAST_PLOT + under + below))
    foot = height - below
    return PlotFrame(
        height, top, foot - under, foot, left, slot, steps, labels, room, lines, decimals(values)
    )


def _near_nought(values: tuple[float, ...]) -> bool:
    """Whether an axis from nought wastes less than half of its length on lines."""
    return not values or min(values) < max(values) / 2


def _title(title: str, leading: float) -> float:
    return leading + 2.0 if title else 0.0


def _wrap(label: str, room: float, size: float, *, bold: bool) -> tuple[str, ...]:
    return fit(label, room, size, lines=_CATEGORY_LINES, bold=bold)


def _labels(chart: SeriesChart, slot: float, size: float) -> tuple[tuple[int, ...], float]:
    """Return which categories are labelled and the room of each label.

    All are, as long as a few letters fit; otherwise every second, third ..., the highlighted or the last
    among them.
    """
    count = len(chart.categories)
    least = min(widest(chart.categories, size, bold=True), 4 * size) + _BETWEEN
    step = max(1, ceil(least / slot - 1e-9))
    base = chart.highlight if chart.highlight is not None else count - 1
    return tuple(index for index in range(count) if (index - base) % step == 0), slot * step - _BETWEEN


def draw_ground(chart: SeriesChart, sheet: DrawingSheet, frame: PlotFrame) -> None:
    """Draw what lies under the values: title, shade of the highlighted category, grid and ticks."""
    if chart.value_title:
        middle = frame.top - 1.5 * sheet.leading - 2.0
        sheet.text(chart.value_title, 0.0, middle, sheet.width, colour=sheet.muted)
    if chart.highlight is not None:
        sheet.shade(*_highlight(chart.highlight, sheet, frame))
    digits, grid = decimals(frame.ticks), Stroke(sheet.theme.palette.grid, 0.5)
    for tick in frame.ticks:
        y = frame.scale(tick)
        sheet.add(StraightLine(frame.left, y, sheet.width, y, grid))
        room = frame.left - _TICK_GAP
        sheet.text(number(tick, digits), room, y, room, anchor="end", colour=sheet.muted)


def draw_categories(chart: SeriesChart, sheet: DrawingSheet, frame: PlotFrame) -> None:
    """Draw what lies over the values: the axis, the categories, and the edge of the highlighted one."""
    level = frame.scale(min(max(0.0, frame.ticks[0]), frame.ticks[-1]))
    sheet.add(StraightLine(frame.left, level, sheet.width, level, Stroke(sheet.muted, 0.75)))
    for index in frame.labels:
        x, label, strong = frame.middle(index), chart.categories[index], index == chart.highlight
        room = min(frame.label_room, 2 * (sheet.width - x), 2 * x)
        lines = min(frame.label_lines, len(_wrap(label, room, sheet.size, bold=strong)))
        y = frame.foot + _UNDER_AXIS + lines * sheet.leading / 2
        sheet.text(label, x, y, room, lines=max(1, lines), anchor="middle", bold=strong)
    if chart.category_title:
        room = sheet.width - frame.left
        x, y = frame.left + room / 2, frame.height - sheet.leading / 2
        sheet.text(chart.category_title, x, y, room, anchor="middle", colour=sheet.muted)
    if chart.highlight is not None:
        sheet.outline(*_highlight(chart.highlight, sheet, frame))


def _highlight(index: int, sheet: DrawingSheet, frame: PlotFrame) -> tuple[float, float, float, float]:
    """Return the box of the highlighted category, with its label unless that is wider than the box."""
    top = frame.top - sheet.leading
    whole = frame.label_room <= frame.slot
    foot = frame.foot + (frame.label_lines * sheet.leading + _UNDER_AXIS if whole else 0.0)
    return frame.left + index * frame.slot, top, frame.slot, foot - top
