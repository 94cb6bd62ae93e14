"""Fills that stay apart in grey: solid, open and hatched, for the tones of bands and for series."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal, assert_never

from egci_reports.engine.document.chart import BandTone
from egci_reports.engine.theme.contrast import ratio
from egci_reports.engine.theme.model import Theme
from egci_reports.engine.writers.drawing.shapes import Point, Rect, Shape, StraightLine, Stroke

Hatch = Literal["rising", "falling", "level"]

_SPACING = 4.0
_EDGE = 0.75
_ORDER: tuple[Hatch | None, ...] = (None, "rising", None, "falling", "level")
"""How the first, second, third ... series are filled, over and over."""


@dataclass(frozen=True, slots=True)
class Fill:
    """How an area looks: its ground, its edge, and lines across it in the colour of the edge."""

    ground: str
    edge: str
    hatch: Hatch | None = None

    def paint(self, x: float, y: float, width: float, height: float) -> Iterator[Shape]:
        """Yield the shapes of a rectangle with this fill; its edge lies inside it."""
        if width <= 0 or height <= 0:
            return
        if self.hatch is not None:
            yield Rect(x, y, width, height, fill=self.ground)
            stroke = Stroke(self.edge, 0.6)
            for (x1, y1), (x2, y2) in _hatch(self.hatch, width, height):
                yield StraightLine(x + x1, y + y1, x + x2, y + y2, stroke)
        inset = min(_EDGE, width, height) / 2
        ground = None if self.hatch else self.ground
        edge = Stroke(self.edge, 2 * inset)
        yield Rect(x + inset, y + inset, width - 2 * inset, height - 2 * inset, fill=ground, stroke=edge)

    def text_colour(self, theme: Theme) -> str:
        """Return the colour of text on this fill: ink or paper, whichever stands out more."""
        return max(theme.colour("ink"), theme.colour("paper"), key=lambda colour: ratio(colour, self.ground))


def tone_fill(tone: BandTone, theme: Theme) -> Fill:
    """Return the fill of a tone of a band."""
    palette = theme.palette
    match tone:
        case "full":
            return Fill(palette.full, palette.full)
        case "light":
            return Fill(palette.light, palette.full)
        case "open":
            return Fill(palette.open, palette.full)
        case "hatched":
            return Fill(palette.open, palette.hatched, "rising")
        case _:
            assert_never(tone)


def series_fill(index: int, theme: Theme) -> Fill:
    """Return the fill of the series at an index, counted from 0."""
    colours = theme.palette.series
    colour = colours[index % len(colours)]
    hatch = _ORDER[index % len(_ORDER)]
    if hatch is None:
        return Fill(colour, theme.colour("ink") if index else colour)
    return Fill(theme.colour("paper"), darker(colour, theme), hatch)


def darker(colour: str, theme: Theme) -> str:
    """Return the colour, or ink where it is too pale for lines on paper (WCAG 2.2, 1.4.11: 3 to 1)."""
    return colour if ratio(colour, theme.colour("paper")) >= 3.0 else theme.colour("ink")


def _hatch(hatch: Hatch, width: float, height: float) -> Iterator[tuple[Point, Point]]:
    if hatch == "level":
        for step in range(1, int(height / _SPACING) + 1):
            yield (0, step * _SPACING), (width, step * _SPACING)
        return
    pitch = _SPACING * 2**0.5
    for step in range(1, int((width + height) / pitch) + 1):
        offset = step * pitch
        low, high = (
            (max(0.0, offset - height), min(offset, height)),
            (min(offset, width), max(0.0, offset - width)),
        )
        if hatch == "falling":
            low, high = (width - low[0], low[1]), (width - high[0], high[1])
        yield low, high
