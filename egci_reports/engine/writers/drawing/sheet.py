"""A sheet collects the shapes of a drawing and sets text into boxes with the theme's chart style."""

from __future__ import annotations

from egci_reports.engine.theme.model import Theme
from egci_reports.engine.writers.drawing.shapes import Anchor, Drawing, Label, Measure, Rect, Shape, Stroke
from egci_reports.engine.writers.drawing.text import fit

MIDDLE = 0.36
"""From the middle of a line down to its baseline, in ems: half the height of Arial's capitals."""

_OUTLINE = 0.75


class DrawingSheet:
    """What a chart is drawn on: the theme, the true measure of text, and the shapes so far."""

    def __init__(self, theme: Theme, width: float, measure: Measure) -> None:
        self.theme = theme
        self.width = width
        self.measure = measure
        self.size = theme.style("chart").size
        self.leading = theme.style("chart").leading
        self.ink = theme.colour("ink")
        self.muted = theme.colour("muted")
        self._shapes: list[Shape] = []

    def add(self, *shapes: Shape) -> None:
        """Paint shapes over those already there."""
        self._shapes.extend(shapes)

    def text(
        self,
        text: str,
        x: float,
        middle: float,
        width: float,
        *,
        lines: int = 1,
        anchor: Anchor = "start",
        bold: bool = False,
        colour: str | None = None,
    ) -> None:
        """Set text in at most `lines` lines of at most `width`, centred on the height `middle`.

        It takes no more lines than the layout reckoned with, however wide the true measure finds it.
        """
        reckoned = max(1, len(fit(text, width, self.size, lines=lines, bold=bold)))
        fitted = fit(text, width, self.size, lines=reckoned, bold=bold, measure=self.measure)
        baseline = middle - (len(fitted) - 1) * self.leading / 2 + MIDDLE * self.size
        for number, line in enumerate(fitted):
            y = baseline + number * self.leading
            self.add(Label(line, x, y, self.size, colour or self.ink, bold=bold, anchor=anchor))

    def shade(self, x: float, y: float, width: float, height: float) -> None:
        """Paint the ground of what is highlighted; `outline` follows once all else is painted."""
        self.add(Rect(x, y, width, height, fill=self.theme.palette.highlight))

    def outline(self, x: float, y: float, width: float, height: float) -> None:
        """Paint the edge of what is highlighted, inside its box."""
        half = _OUTLINE / 2
        stroke = Stroke(self.muted, _OUTLINE)
        self.add(Rect(x + half, y + half, width - _OUTLINE, height - _OUTLINE, stroke=stroke))

    def drawing(self, height: float) -> Drawing:
        """Return the drawing of what has been painted."""
        return Drawing(self.width, height, tuple(self._shapes))
