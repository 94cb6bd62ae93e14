"""Rows with their labels in a column on the left: shared by bars, timelines, bands and lineages."""

from __future__ import annotations

from egci_reports.theme.model import Theme
from egci_reports.writers.drawing.sheet import Sheet
from egci_reports.writers.drawing.text import estimate, fit, widest

LABEL_LINES = 3
GAP = 8.0
"""Between the labels and what stands beside them."""

_SHARE = 0.32
"""The most of the drawing's width that labels take."""


def label_width(labels: tuple[str, ...], theme: Theme, width: float) -> float:
    """Return the width of the label column without its gap: no wider than its widest line when wrapped."""
    size = theme.style("chart").size
    room = min(widest(labels, size), width * _SHARE)
    lines = [line for label in labels for line in fit(label, room, size, lines=LABEL_LINES)]
    return max((estimate(line, size) for line in lines), default=0.0)


def label_height(label: str, theme: Theme, room: float) -> float:
    """Return the height of a label wrapped to the room of its column."""
    style = theme.style("chart")
    return max(1, len(fit(label, room, style.size, lines=LABEL_LINES))) * style.leading


def draw_label(sheet: Sheet, label: str, middle: float, room: float, *, bold: bool = False) -> None:
    """Write a label into the column, centred on its row."""
    sheet.text(label, 0.0, middle, room, lines=LABEL_LINES, bold=bold)
