"""Rows with their labels in a column on the left: shared by bars, timelines, bands and lineages."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from egci_reports.engine.theme.model import Theme
from egci_reports.engine.writers.drawing.shapes import StraightLine, Stroke
from egci_reports.engine.writers.drawing.sheet import DrawingSheet
from egci_reports.engine.writers.drawing.text import fit, widest

LABEL_LINES = 3
GAP = 8.0
"""Between the labels and what stands beside them."""

WIDE = 0.32
"""The most of the drawing's width that labels take where they matter most."""
NARROW = 0.27
"""The same where the axis of years needs the width."""


def label_width(
    labels: tuple[str, ...], theme: Theme, width: float, *, share: float = WIDE, bold: bool = False
) -> float:
    """Return the width of the label column without its gap: no wider than its widest line when wrapped.

    `share` is the most of `width` that it may take; `bold` says that some labels may be bold.
    """
    size = theme.style("chart").size
    room = min(widest(labels, size, bold=bold), width * share)
    lines = [line for label in labels for line in fit(label, room, size, lines=LABEL_LINES, bold=bold)]
    return widest(tuple(lines), size, bold=bold)


def label_height(label: str, theme: Theme, room: float, *, bold: bool = False) -> float:
    """Return the height of a label wrapped to the room of its column."""
    style = theme.style("chart")
    return max(1, len(fit(label, room, style.size, lines=LABEL_LINES, bold=bold))) * style.leading


def draw_label(
    sheet: DrawingSheet, label: str, middle: float, room: float, *, left: float = 0.0, bold: bool = False
) -> None:
    """Write a label into the column that begins at `left`, centred on its row."""
    sheet.text(label, left, middle, room, lines=LABEL_LINES, bold=bold)


def ruled_rows(
    sheet: DrawingSheet, labels: Iterable[str], tops: Sequence[float], room: float, right: float
) -> Iterator[float]:
    """Rule off each row from the one above, write its label, and yield its top, for what stands in it.

    `tops` are those of all rows, and the bottom of the last.
    """
    for number, label in enumerate(labels):
        top, bottom = tops[number], tops[number + 1]
        if number:
            sheet.add(StraightLine(0.0, top, right, top, Stroke(sheet.theme.colour("rule"), 0.5)))
        draw_label(sheet, label, (top + bottom) / 2, room)
        yield top
