"""Timelines: lanes of marks over an axis of years."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import accumulate
from math import ceil

from egci_reports.engine.document.chart import Timeline
from egci_reports.engine.theme.model import Theme
from egci_reports.engine.writers.drawing.axis import YearAxis
from egci_reports.engine.writers.drawing.rows import GAP, NARROW, draw_label, label_height, label_width
from egci_reports.engine.writers.drawing.shapes import StraightLine, Stroke
from egci_reports.engine.writers.drawing.sheet import DrawingSheet
from egci_reports.engine.writers.drawing.timeline_row import PAD, LaneLayout, draw_lane, lay_out_lane


@dataclass(frozen=True, slots=True)
class _Layout:
    height: float
    tops: tuple[float, ...]
    labels: float
    axis: YearAxis
    lanes: tuple[LaneLayout, ...]


def height(chart: Timeline, theme: Theme, width: float) -> float:
    """Return the height: of all lanes with their levels of labels, and the axis."""
    return _lay_out(chart, theme, width).height


def draw(chart: Timeline, sheet: DrawingSheet) -> None:
    """Draw the lanes with their marks and labels over the axis of years."""
    layout = _lay_out(chart, sheet.theme, sheet.width)
    top, bottom = layout.tops[0], layout.tops[-1]
    layout.axis.draw_ground(sheet, top, bottom)
    layout.axis.draw_years(sheet, top, bottom)
    for number, (lane, lane_layout) in enumerate(zip(chart.lanes, layout.lanes, strict=True)):
        lane_top, lane_bottom = layout.tops[number], layout.tops[number + 1]
        if number:
            rule = Stroke(sheet.theme.colour("rule"), 0.5)
            sheet.add(StraightLine(0.0, lane_top, layout.axis.right, lane_top, rule))
        draw_label(sheet, lane.label, (lane_top + lane_bottom) / 2, layout.labels)
        draw_lane(lane, lane_layout, sheet, layout.axis, lane_top)
    middle = bottom + 2.0 + sheet.leading / 2
    sheet.text(chart.axis_title, layout.labels, middle, layout.labels, anchor="end", colour=sheet.muted)


def _lay_out(chart: Timeline, theme: Theme, width: float) -> _Layout:
    style = theme.style("chart")
    names = tuple(lane.label for lane in chart.lanes)
    labels = label_width((*names, chart.axis_title), theme, width, share=NARROW)
    margin = style.size
    axis = YearAxis(chart.start, chart.end, labels + GAP + margin, width - margin, margin, chart.highlight)
    lanes = tuple(
        lay_out_lane(
            lane,
            theme,
            axis,
            max(theme.figure.row, label_height(lane.label, theme, labels) + 2 * PAD),
        )
        for lane in chart.lanes
    )
    tops = tuple(accumulate((lane.height for lane in lanes), initial=1.0))
    return _Layout(ceil(tops[-1] + style.leading + 5.0), tops, labels, axis, lanes)
