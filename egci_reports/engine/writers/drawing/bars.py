"""Bars lying down, side by side or stacked: categories down, values across, the numbers at their ends."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import accumulate
from math import ceil

from egci_reports.engine.document.chart import SeriesChart
from egci_reports.engine.theme.model import Theme
from egci_reports.engine.writers.drawing.axis import Scale, decimals, number, ticks
from egci_reports.engine.writers.drawing.fills import Fill, series_fill
from egci_reports.engine.writers.drawing.frame import known_values, legend_names
from egci_reports.engine.writers.drawing.legend import legend_height
from egci_reports.engine.writers.drawing.rows import GAP, draw_label, label_height, label_width
from egci_reports.engine.writers.drawing.shapes import Rect, StraightLine, Stroke
from egci_reports.engine.writers.drawing.sheet import DrawingSheet
from egci_reports.engine.writers.drawing.text import estimate, widest

_BAR = 12.0
_PAD = 5.0
_INDENT = 5.0


@dataclass(frozen=True, slots=True)
class BarLayout:
    """Where each row lies, the room of the labels, and the scale of the values."""

    height: float
    tops: tuple[float, ...]
    """The top of each row, and the bottom of the last."""
    indent: float
    """Where the labels begin: away from the outline, if a row has one."""
    labels: float
    ticks: tuple[float, ...]
    scale: Scale
    digits: int


def lay_out(chart: SeriesChart, theme: Theme, width: float) -> BarLayout:
    """Share out the room of bars; each row is as high as its bars and its label need."""
    style = theme.style("chart")
    stacked = chart.form == "stacked"
    ends = _totals(chart) if stacked else known_values(chart)
    steps = ticks(ends)
    digits = decimals(known_values(chart))
    strong = () if chart.highlight is None else (chart.categories[chart.highlight],)
    indent = _INDENT if strong else 0.0
    labels = max(
        label_width((*chart.categories, chart.category_title), theme, width),
        label_width(strong, theme, width, bold=True),
    )
    spare = widest(tuple(number(end, digits) for end in ends), style.size) + 6.0
    tick_half = widest(tuple(number(tick, decimals(steps)) for tick in steps), style.size) / 2
    right = width - max(spare, tick_half)
    left = indent + labels + GAP + (spare if min(ends, default=0.0) < 0 else 0.0)
    least = (1 if stacked else max(1, len(chart.series))) * _BAR + 2 * _PAD
    heights = [
        max(least, label_height(each, theme, labels, bold=index == chart.highlight) + 4.0)
        for index, each in enumerate(chart.categories)
    ]
    top = legend_height(legend_names(chart), theme, width) + (
        style.leading + 2.0 if chart.category_title else 0.0
    )
    tops = tuple(accumulate(heights, initial=top))
    below = 3.0 + style.leading + (style.leading + 2.0 if chart.value_title else 0.0)
    scale = Scale(steps[0], steps[-1], left, right)
    return BarLayout(ceil(tops[-1] + below), tops, indent, labels, steps, scale, digits)


def draw_bars(chart: SeriesChart, sheet: DrawingSheet, layout: BarLayout) -> None:
    """Draw bars or stacked bars with their axes and numbers."""
    _draw_ground(chart, sheet, layout)
    for index, category in enumerate(chart.categories):
        top, bottom = layout.tops[index], layout.tops[index + 1]
        strong = index == chart.highlight
        middle = (top + bottom) / 2
        draw_label(sheet, category, middle, layout.labels, left=layout.indent, bold=strong)
        if chart.form == "stacked":
            _draw_stack(chart, sheet, layout, index)
        else:
            _draw_group(chart, sheet, layout, index)
    nought = layout.scale(0)
    sheet.add(StraightLine(nought, layout.tops[0], nought, layout.tops[-1], Stroke(sheet.muted, 0.75)))
    if chart.highlight is not None:
        sheet.outline(*_highlight(sheet, layout, chart.highlight))


def _totals(chart: SeriesChart) -> tuple[float, ...]:
    """Return how far each stack reaches, above nought and below."""
    ends: list[float] = []
    for index in range(len(chart.categories)):
        values = [series.values[index] for series in chart.series]
        ends.append(sum(value for value in values if value is not None and value > 0))
        ends.append(sum(value for value in values if value is not None and value < 0))
    return tuple(ends)


def _draw_ground(chart: SeriesChart, sheet: DrawingSheet, layout: BarLayout) -> None:
    top, bottom, leading = layout.tops[0], layout.tops[-1], sheet.leading
    if chart.category_title:
        sheet.text(
            chart.category_title,
            layout.indent,
            top - leading / 2 - 2.0,
            sheet.width - layout.indent,
            colour=sheet.muted,
        )
    if chart.highlight is not None:
        sheet.shade(*_highlight(sheet, layout, chart.highlight))
    digits, grid = decimals(layout.ticks), Stroke(sheet.theme.palette.grid, 0.5)
    slot = (layout.scale.end - layout.scale.start) / (len(layout.ticks) - 1)
    widths = widest(tuple(number(tick, digits) for tick in layout.ticks), sheet.size)
    every = ceil((widths + 4.0) / slot)
    for place, tick in enumerate(layout.ticks):
        x = layout.scale(tick)
        sheet.add(StraightLine(x, top, x, bottom, grid))
        if place % every == 0:
            y = bottom + 3.0 + leading / 2
            sheet.text(number(tick, digits), x, y, widths, anchor="middle", colour=sheet.muted)
    if chart.value_title:
        x = (layout.scale.start + layout.scale.end) / 2
        room = 2 * min(x, sheet.width - x)
        y = layout.height - leading / 2
        sheet.text(chart.value_title, x, y, room, anchor="middle", colour=sheet.muted)


def _highlight(sheet: DrawingSheet, layout: BarLayout, index: int) -> tuple[float, float, float, float]:
    top, bottom = layout.tops[index], layout.tops[index + 1]
    return 0.0, top + 1.0, sheet.width, bottom - top - 2.0


def _draw_group(chart: SeriesChart, sheet: DrawingSheet, layout: BarLayout, index: int) -> None:
    middle = (layout.tops[index] + layout.tops[index + 1]) / 2
    first = middle - len(chart.series) * _BAR / 2
    nought = layout.scale(0)
    for place, series in enumerate(chart.series):
        value = series.values[index]
        if value is None:
            continue
        y, end = first + place * _BAR, layout.scale(value)
        fill = series_fill(place, sheet.theme)
        sheet.add(*fill.paint(min(nought, end), y + 0.75, abs(end - nought), _BAR - 1.5))
        _write_end(sheet, layout, value, y + _BAR / 2)


def _write_end(sheet: DrawingSheet, layout: BarLayout, value: float, middle: float) -> None:
    """Write a number beyond the end of its bar."""
    text, end = number(value, layout.digits), layout.scale(value)
    room = estimate(text, sheet.size)
    if value < 0:
        sheet.text(text, end - 4.0, middle, room, anchor="end")
    else:
        sheet.text(text, end + 4.0, middle, room)


def _draw_stack(chart: SeriesChart, sheet: DrawingSheet, layout: BarLayout, index: int) -> None:
    middle = (layout.tops[index] + layout.tops[index + 1]) / 2
    above = below = 0.0
    for place, series in enumerate(chart.series):
        value = series.values[index]
        if not value:
            continue
        base = above if value > 0 else below
        start, end = sorted((layout.scale(base), layout.scale(base + value)))
        fill = series_fill(place, sheet.theme)
        sheet.add(*fill.paint(start, middle - _BAR / 2, end - start, _BAR))
        if len(chart.series) > 1:
            _write_inside(sheet, fill, number(value, layout.digits), (start, end), middle)
        above, below = (above + value, below) if value > 0 else (above, below + value)
    if any(series.values[index] is not None for series in chart.series):
        if above or not below:
            _write_end(sheet, layout, above, middle)
        if below:
            _write_end(sheet, layout, below, middle)


def _write_inside(
    sheet: DrawingSheet, fill: Fill, text: str, ends: tuple[float, float], middle: float
) -> None:
    """Write a number on its part of a stack if the part is long enough, on paper where it is hatched."""
    room = estimate(text, sheet.size) + 2.0
    if room + 2.0 > ends[1] - ends[0]:
        return
    centre = (ends[0] + ends[1]) / 2
    if fill.hatch is not None:
        high = sheet.size + 1.0
        sheet.add(Rect(centre - room / 2, middle - high / 2, room, high, fill=fill.ground))
    sheet.text(text, centre, middle, room, anchor="middle", colour=fill.text_colour(sheet.theme))
