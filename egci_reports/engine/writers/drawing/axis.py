"""Axes: round ticks, numbers in the papers' style, scales, and the axis of years below rows."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from math import ceil, floor, log10

from egci_reports.engine.writers.drawing.shapes import StraightLine, Stroke
from egci_reports.engine.writers.drawing.sheet import DrawingSheet
from egci_reports.engine.writers.drawing.text import estimate

_UNDER = 0.12
"""How much of the axis a label needs below the lowest point."""


@dataclass(frozen=True, slots=True)
class Scale:
    """Maps values from `low` to `high` to places from `start` to `end`, in proportion."""

    low: float
    high: float
    start: float
    end: float

    def __call__(self, value: float) -> float:
        """Return the place of a value."""
        return self.start + (value - self.low) / (self.high - self.low) * (self.end - self.start)


def ticks(
    values: Iterable[float], *, zero: bool = True, under: bool = False, goal: int = 5
) -> tuple[float, ...]:
    """Return about `goal` round ticks (steps of 1, 2 or 5 times a power of ten) that span the values.

    With `zero` they include nought; with `under` they leave room below a lowest value other than nought.
    Whole values get whole ticks. Without values: 0 and 1.
    """
    known = sorted(values)
    low, high = (known[0], known[-1]) if known else (0.0, 0.0)
    if zero:
        low, high = min(low, 0.0), max(high, 0.0)
    if low == high:
        high = low + 1.0
    step = _step((high - low) / goal)
    if all(value == floor(value) for value in known):
        step = max(step, 1.0)
    first, last = floor(low / step), ceil(high / step)
    if under and low != 0 and low / step - first < _UNDER * (last - first):
        first -= 1
    digits = max(0, -floor(log10(step)))
    return tuple(round(n * step, digits) for n in range(first, last + 1))


def _step(least: float) -> float:
    power = 10.0 ** floor(log10(least))
    return next((times * power for times in (1, 2, 5) if times * power >= least * (1 - 1e-9)), 10 * power)


def decimals(values: Iterable[float]) -> int:
    """Return how many decimals the values need, at most two."""
    return max((_decimals(value) for value in values), default=0)


def _decimals(value: float) -> int:
    return next((digits for digits in (0, 1) if abs(round(value, digits) - value) < 1e-9), 2)


def number(value: float, digits: int = 0) -> str:
    """Return a number with that many decimals, thousands set apart by a space that does not break."""
    text = f"{value:,.{digits}f}".replace(",", "\u00a0")
    return text.replace("-", "\u2212")


@dataclass(frozen=True, slots=True)
class YearAxis:
    """Years from `start` to `end`, both included, between the places `left` and `right`."""

    start: int
    end: int
    left: float
    right: float
    margin: float
    """How far labels may reach beyond either end."""
    highlight: int | None = None

    @property
    def slot(self) -> float:
        """The width of a year."""
        return (self.right - self.left) / (self.end + 1 - self.start)

    def place(self, at: float) -> float:
        """Return the place of a moment (a year with a fraction), held within the axis."""
        inside = min(max(at, self.start), self.end + 1)
        return self.left + (inside - self.start) * self.slot

    def labelled(self, size: float) -> tuple[int, ...]:
        """Return the years that have room for their number; the highlighted year is one of them."""
        room = (estimate("0000", size) + 4.0) / self.slot
        step = next((step for step in (1, 2, 5, 10, 20, 50) if step >= room), 100)
        base = self.highlight if self.highlight is not None else (self.end if step == 2 else 0)
        return tuple(year for year in range(self.start, self.end + 1) if (year - base) % step == 0)

    def shows_highlight(self) -> bool:
        """Whether the highlighted year lies on the axis."""
        return self.highlight is not None and self.start <= self.highlight <= self.end

    def draw_ground(self, sheet: DrawingSheet, top: float, bottom: float) -> None:
        """Draw the shade of the highlighted year and the thin lines between years."""
        if self.highlight is not None and self.shows_highlight():
            sheet.shade(self.place(self.highlight), top, self.slot, self._foot(sheet, bottom) - top)
        grid = Stroke(sheet.theme.palette.grid, 0.5)
        for year in range(self.start, self.end + 2):
            x = self.place(year)
            sheet.add(StraightLine(x, top, x, bottom, grid))

    def draw_years(self, sheet: DrawingSheet, top: float, bottom: float) -> None:
        """Draw the axis line with its years below it, and the edge of the highlighted year."""
        sheet.add(StraightLine(self.left, bottom, self.right, bottom, Stroke(sheet.muted, 0.75)))
        half = estimate("0000", sheet.size) / 2 + 1.0
        for year in self.labelled(sheet.size):
            x, strong = self.place(year + 0.5), year == self.highlight
            sheet.text(
                str(year),
                x,
                bottom + 2.0 + sheet.leading / 2,
                2 * half,
                anchor="middle",
                bold=strong,
                colour=sheet.ink if strong else sheet.muted,
            )
        if self.highlight is not None and self.shows_highlight():
            sheet.outline(self.place(self.highlight), top, self.slot, self._foot(sheet, bottom) - top)

    def _foot(self, sheet: DrawingSheet, bottom: float) -> float:
        """Return where the highlight ends: below the year if its number fits the slot, else at the axis."""
        return bottom + (sheet.leading + 4.0 if estimate("0000", sheet.size) < self.slot else 0.0)
