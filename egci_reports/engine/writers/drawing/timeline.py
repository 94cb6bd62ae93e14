"""Timelines: rows of marks over an axis of years."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import accumulate
from math import ceil

from egci_reports.engine.document.chart import Timeline
from egci_reports.engine.theme.model import Theme
from egci_reports.engine.writers.drawing.axis import YearAxis
from egci_reports.engine.writers.drawing.rows import GAP, NARROW, label_height, label_width, ruled_rows
from egci_reports.engine.writers.drawing.sheet import DrawingSheet
from egci_reports.engine.writers.drawing.timeline_row import PAD, RowLayout, draw_row, lay_out_row


@dataclass(frozen=True, slots=True)
class _TimelineLayout:
    height: float
    tops: tuple[float, ...]
    labels: float
    axis: YearAxis
    rows: tuple[RowLayout, ...]


def height(chart: Timeline, theme: Theme, width: float) -> float:
    """Return the height: of all rows with their levels of labels, and the axis."""
    return _lay_out(chart, theme, width).height


def draw(chart: Timeline, sheet: DrawingSheet) -> None:
    """Draw the rows with their marks and labels over the axis of years."""
    layout = _lay_out(chart, sheet.theme, sheet.width)
    top, bottom = layout.tops[0], layout.tops[-1]
    layout.axis.draw_ground(sheet, top, bottom)
    layout.axis.draw_years(sheet, top, bottom)
    ruled = ruled_rows(
        sheet, (row.label for row in chart.rows), layout.tops, layout.labels, layout.axis.right
    )
    for row, row_layout, row_top in zip(chart.rows, layout.rows, ruled, strict=True):
        draw_row(row, row_layout, sheet, layout.axis, row_top)
    middle = bottom + 2.0 + sheet.leading / 2
    sheet.text(chart.axis_title, layout.labels, middle, layout.labels, anchor="end", colour=sheet.muted)


def _lay_out(chart: Timeline, theme: Theme, width: float) -> _TimelineLayout:
    style = theme.style("chart")
    names = tuple(row.label for row in chart.rows)
    labels = label_width((*names, chart.axis_title), theme, width, share=NARROW)
    margin = style.size
    axis = YearAxis(chart.start, chart.end, labels + GAP + margin, width - margin, margin, chart.highlight)
    rows = tuple(
        lay_out_row(
            row,
            theme,
            axis,
            max(theme.figure.row, label_height(row.label, theme, labels) + 2 * PAD),
        )
        for row in chart.rows
    )
    tops = tuple(accumulate((row.height for row in rows), initial=1.0))
    return _TimelineLayout(ceil(tops[-1] + style.leading + 5.0), tops, labels, axis, rows)
