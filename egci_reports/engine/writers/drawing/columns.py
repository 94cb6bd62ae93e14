"""Columns of series: side by side in their category, each with its value where all have room for it."""

from __future__ import annotations

from egci_reports.engine.document.chart import SeriesChart
from egci_reports.engine.theme.model import Theme
from egci_reports.engine.writers.drawing.axis import number
from egci_reports.engine.writers.drawing.fills import series_fill
from egci_reports.engine.writers.drawing.frame import PlotFrame, known_values
from egci_reports.engine.writers.drawing.legend import SWATCH, Key
from egci_reports.engine.writers.drawing.sheet import DrawingSheet
from egci_reports.engine.writers.drawing.text import widest

_SHARE = 0.72
"""How much of a category's width its columns fill together."""
_WIDTH = 0.94
"""How much of its own share a column fills."""


def draw_columns(chart: SeriesChart, sheet: DrawingSheet, frame: PlotFrame) -> None:
    """Draw the columns of all series with their values."""
    pitch = frame.slot * _SHARE / max(1, len(chart.series))
    room = pitch if len(chart.series) > 1 else frame.slot
    texts = tuple(number(value, frame.digits) for value in known_values(chart))
    written = widest(texts, sheet.size) <= room
    nought = frame.scale(0)
    for place, series in enumerate(chart.series):
        fill = series_fill(place, sheet.theme)
        offset = (place - len(chart.series) / 2) * pitch
        for index, value in enumerate(series.values):
            if value is None:
                continue
            x, end = frame.middle(index) + offset, frame.scale(value)
            sheet.add(
                *fill.paint(x + pitch * (1 - _WIDTH) / 2, min(nought, end), pitch * _WIDTH, abs(end - nought))
            )
            if written:
                y = end + (-1 if value >= 0 else 1) * (sheet.leading / 2 + 0.5)
                sheet.text(number(value, frame.digits), x + pitch / 2, y, room, anchor="middle")


def fill_key(index: int, name: str, theme: Theme) -> Key:
    """Return the legend entry of the series at an index, drawn as a filled area."""
    fill = series_fill(index, theme)
    return Key(name, lambda x, y: fill.paint(x, y, *SWATCH))
