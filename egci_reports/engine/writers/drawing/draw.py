"""Draws a chart of any kind as shapes, and tells how high it will be."""

from __future__ import annotations

from typing import assert_never

from egci_reports.engine.document.chart import Bands, Chart, Lineages, SeriesChart, Timeline
from egci_reports.engine.theme.model import Theme
from egci_reports.engine.writers.drawing import bands, lineages, series, timeline
from egci_reports.engine.writers.drawing.shapes import Drawing, Measure
from egci_reports.engine.writers.drawing.sheet import DrawingSheet


def draw(chart: Chart, theme: Theme, width: float, measure: Measure) -> Drawing:
    """Draw a chart `width` points wide; `measure` breaks and shortens its text.

    The height is that of `height_of`, whatever the measure.
    """
    sheet = DrawingSheet(theme, width, measure)
    match chart:
        case SeriesChart():
            series.draw(chart, sheet)
        case Timeline():
            timeline.draw(chart, sheet)
        case Bands():
            bands.draw(chart, sheet)
        case Lineages():
            lineages.draw(chart, sheet)
        case _:
            assert_never(chart)
    return sheet.drawing(height_of(chart, theme, width))


def height_of(chart: Chart, theme: Theme, width: float) -> float:
    """Return the height in whole points of a chart's drawing, which chart, theme and width alone decide."""
    match chart:
        case SeriesChart():
            return series.height(chart, theme, width)
        case Timeline():
            return timeline.height(chart, theme, width)
        case Bands():
            return bands.height(chart, theme, width)
        case Lineages():
            return lineages.height(chart, theme, width)
        case _:
            assert_never(chart)
