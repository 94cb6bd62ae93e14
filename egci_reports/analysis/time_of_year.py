"""On which weekdays and in which part of the year the plenaries met."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from egci_reports.analysis.plenaries import Plenary, Series

DayOfYear = tuple[int, int]
"""Month (1 to 12) and day (1 to 31)."""

_MONTH = 31
"""Two parts of the year are told apart from this many days between them."""


@dataclass(frozen=True, slots=True)
class WeekdayCount:
    """The plenaries held on a weekday (Monday 0 to Sunday 6), by number."""

    weekday: int
    numbers: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class YearWindow:
    """A part of the year that holds all of some plenaries: first and last day in it, and their numbers."""

    first: DayOfYear
    last: DayOfYear
    numbers: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class TimeOfYear:
    """When in the year the plenaries met.

    `by_day` has the numbers from the earliest to the latest day of a year. `shift` is given where plenaries
    up to one, and all after it, keep to two parts of the year at least a month apart; of several such points
    the one with the most days between counts. Each part has at least two plenaries.
    """

    window: YearWindow | None
    by_day: tuple[int, ...]
    shift: tuple[YearWindow, YearWindow] | None


def weekdays(series: Series) -> tuple[WeekdayCount, ...]:
    """Return the weekdays by number of plenaries held, most first; days without one are left out."""
    days: dict[int, list[int]] = {}
    for plenary in series.held:
        if plenary.weekday is not None:
            days.setdefault(plenary.weekday, []).append(plenary.number)
    counts = [WeekdayCount(day, tuple(numbers)) for day, numbers in days.items()]
    return tuple(sorted(counts, key=lambda count: (-len(count.numbers), count.weekday)))


def time_of_year(series: Series) -> TimeOfYear:
    """Return when in the year the plenaries met, and whether that shifted."""
    dated = [plenary for plenary in series.held if plenary.day is not None]
    by_day = tuple(plenary.number for plenary in sorted(dated, key=lambda p: (_day(p), p.number)))
    return TimeOfYear(_window(dated) if dated else None, by_day, _shift(dated))


def _day(plenary: Plenary) -> DayOfYear:
    assert plenary.day is not None  # noqa: S101 - only dated plenaries come here
    return plenary.day.month, plenary.day.day


def _ordinal(day: DayOfYear) -> int:
    """Return a number that grows by about one a day, the same in every year."""
    return day[0] * 31 + day[1]


def _window(plenaries: Sequence[Plenary]) -> YearWindow:
    days = [_day(plenary) for plenary in plenaries]
    return YearWindow(min(days), max(days), tuple(plenary.number for plenary in plenaries))


def _shift(plenaries: Sequence[Plenary]) -> tuple[YearWindow, YearWindow] | None:
    """Find the widest clean break with running extremes from both ends, so that the cost stays linear."""
    days = [_ordinal(_day(plenary)) for plenary in plenaries]
    low, high = list(days), list(days)
    for i in range(len(days) - 2, -1, -1):
        low[i], high[i] = min(low[i], low[i + 1]), max(high[i], high[i + 1])
    best, gap = 0, _MONTH - 1
    earliest, latest = min(days[:2], default=0), max(days[:2], default=0)
    for i in range(2, len(days) - 1):
        between = max(low[i] - latest, earliest - high[i])
        if between > gap:
            best, gap = i, between
        earliest, latest = min(earliest, days[i]), max(latest, days[i])
    return (_window(plenaries[:best]), _window(plenaries[best:])) if best else None
