"""Timelines: rows of marks over an axis of years."""

from __future__ import annotations

from collections.abc import Iterator

from egci_reports.engine.document.chart import Timeline
from egci_reports.engine.theme.model import Theme
from egci_reports.engine.writers.drawing.axis import YearAxis
from egci_reports.engine.writers.drawing.rows import label_height
from egci_reports.engine.writers.drawing.sheet import DrawingSheet
from egci_reports.engine.writers.drawing.timeline_row import PAD, RowLayout, draw_row, lay_out_row
from egci_reports.engine.writers.drawing.year_rows import YearRows, lay_out_rows


def height(chart: Timeline, theme: Theme, width: float) -> float:
    """Return the height: of all rows with their levels of labels, and the axis."""
    return _lay_out(chart, theme, width).height


def draw(chart: Timeline, sheet: DrawingSheet) -> None:
    """Draw the rows with their marks and labels over the axis of years."""
    layout = _lay_out(chart, sheet.theme, sheet.width)
    layout.draw_ground(sheet)
    layout.draw_years(sheet)
    for row, (row_layout, top) in zip(chart.rows, layout.ruled(sheet, chart), strict=True):
        draw_row(row, row_layout, sheet, layout.axis, top)
    layout.draw_title(sheet, chart.axis_title)


def _lay_out(chart: Timeline, theme: Theme, width: float) -> YearRows[RowLayout]:
    def rows(axis: YearAxis, labels: float) -> Iterator[RowLayout]:
        for row in chart.rows:
            least = max(theme.figure.row, label_height(row.label, theme, labels) + 2 * PAD)
            yield lay_out_row(row, theme, axis, least)

    return lay_out_rows(chart, theme, width, rows, chart.highlight)
