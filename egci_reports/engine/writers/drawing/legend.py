"""The legend: swatches with their words, in as many rows as they need."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from egci_reports.engine.theme.model import Theme
from egci_reports.engine.writers.drawing.shapes import Shape
from egci_reports.engine.writers.drawing.sheet import DrawingSheet
from egci_reports.engine.writers.drawing.text import estimate

SWATCH = (16.0, 8.0)
"""Width and height of a swatch."""

_GAP = 5.0
_BETWEEN = 16.0
_AFTER = 6.0


@dataclass(frozen=True, slots=True)
class Key:
    """One entry: its words, and the shapes of its swatch for the top left corner it is given."""

    label: str
    swatch: Callable[[float, float], Iterable[Shape]]


def legend_height(labels: tuple[str, ...], theme: Theme, width: float) -> float:
    """Return the height of a legend with the room after it; 0 without entries."""
    if not labels:
        return 0.0
    rows = _places(labels, theme, width)[-1][1] + 1
    return rows * _row(theme) + _AFTER


def draw_legend(sheet: DrawingSheet, keys: tuple[Key, ...], x: float, y: float, width: float) -> None:
    """Draw a legend whose top left corner is at x, y."""
    places = _places(tuple(key.label for key in keys), sheet.theme, width)
    row_height = _row(sheet.theme)
    for key, (left, row, room) in zip(keys, places, strict=True):
        middle = y + (row + 0.5) * row_height
        sheet.add(*key.swatch(x + left, middle - SWATCH[1] / 2))
        sheet.text(key.label, x + left + SWATCH[0] + _GAP, middle, room)


def _row(theme: Theme) -> float:
    return theme.style("chart").leading + 2.0


def _places(labels: tuple[str, ...], theme: Theme, width: float) -> list[tuple[float, int, float]]:
    """Return for each label the left of its entry, its row, and the room for its words."""
    places: list[tuple[float, int, float]] = []
    left, row = 0.0, 0
    for label in labels:
        room = min(estimate(label, theme.style("chart").size), width - SWATCH[0] - _GAP)
        entry = SWATCH[0] + _GAP + room
        if left and left + entry > width:
            left, row = 0.0, row + 1
        places.append((left, row, room))
        left += entry + _BETWEEN
    return places
