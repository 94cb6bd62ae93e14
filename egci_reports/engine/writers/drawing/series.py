"""Series: columns, lines, bars and stacked bars, each drawn by its own module."""

from __future__ import annotations

from egci_reports.engine.document.chart import SeriesChart
from egci_reports.engine.theme.model import Theme
from egci_reports.engine.writers.drawing import bars, frame
from egci_reports.engine.writers.drawing.columns import draw_columns, fill_key
from egci_reports.engine.writers.drawing.legend import draw_legend
from egci_reports.engine.writers.drawing.lines import draw_lines, line_key
from egci_reports.engine.writers.drawing.sheet import DrawingSheet


def height(chart: SeriesChart, theme: Theme, width: float) -> float:
    """Return the height: fixed for columns and lines, by the number of categories for bars."""
    if chart.form in ("bars", "stacked"):
        return bars.lay_out(chart, theme, width).height
    return frame.lay_out(chart, theme, width).height


def draw(chart: SeriesChart, sheet: DrawingSheet) -> None:
    """Draw the series with legend, axes and values."""
    key = line_key if chart.form == "line" else fill_key
    names = enumerate(frame.legend_names(chart))
    draw_legend(sheet, tuple(key(index, name, sheet.theme) for index, name in names), 0.0, 0.0, sheet.width)
    if chart.form in ("bars", "stacked"):
        bars.draw_bars(chart, sheet, bars.lay_out(chart, sheet.theme, sheet.width))
        return
    layout = frame.lay_out(chart, sheet.theme, sheet.width)
    frame.draw_ground(chart, sheet, layout)
    (draw_lines if chart.form == "line" else draw_columns)(chart, sheet, layout)
    frame.draw_categories(chart, sheet, layout)
