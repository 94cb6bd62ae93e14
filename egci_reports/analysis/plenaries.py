"""The plenaries in their order: years, days, and the time between them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from egci_reports.analysis import claims
from egci_reports.records.meetings import Meeting, Status
from egci_reports.records.records import Records, day_of


@dataclass(frozen=True, slots=True)
class Plenary:
    """A plenary in its place in the series.

    `day` is its date (while disputed, the earliest claimed). `year` is the calendar year of the day; a
    planned plenary without a date has the year after the plenary before it. `interval` is the number of
    days since the plenary before, None for the first and where a number or a date is missing between the
    two. `previous` and `following` are numbers.
    """

    meeting: Meeting
    day: date | None
    year: int | None
    interval: int | None = None
    previous: int | None = None
    following: int | None = None

    @property
    def number(self) -> int:
        """Its number."""
        return self.meeting.number

    @property
    def is_held(self) -> bool:
        """Whether it was held; False while it is to come."""
        return self.meeting.status is Status.HELD

    @property
    def weekday(self) -> int | None:
        """The day of the week, Monday 0 to Sunday 6."""
        return None if self.day is None else self.day.weekday()


@dataclass(frozen=True, slots=True)
class Interval:
    """Days between two plenaries, by their numbers."""

    earlier: int
    later: int
    days: int


@dataclass(frozen=True, slots=True)
class Intervals:
    """Intervals between plenaries held; `shortest` and `longest` hold all that tie."""

    all: tuple[Interval, ...]
    shortest: tuple[Interval, ...]
    longest: tuple[Interval, ...]

    @property
    def average(self) -> float | None:
        """Average in days; None without an interval."""
        return sum(i.days for i in self.all) / len(self.all) if self.all else None


@dataclass(frozen=True)
class Series:
    """All plenaries in the order of their numbers."""

    plenaries: tuple[Plenary, ...]

    @cached_property
    def by_number(self) -> Mapping[int, Plenary]:
        """Plenaries by number."""
        return {plenary.number: plenary for plenary in self.plenaries}

    @property
    def held(self) -> tuple[Plenary, ...]:
        """Plenaries that were held."""
        return tuple(plenary for plenary in self.plenaries if plenary.is_held)

    @property
    def years(self) -> tuple[int, ...]:
        """The calendar years that have a plenary, each once."""
        return tuple(dict.fromkeys(p.year for p in self.plenaries if p.year is not None))

    def in_year(self, year: int) -> tuple[Plenary, ...]:
        """Return the plenaries of a calendar year: usually one."""
        return tuple(plenary for plenary in self.plenaries if plenary.year == year)

    def before(self, number: int) -> Plenary | None:
        """Return the plenary before a plenary, None for the first."""
        previous = self.by_number[number].previous
        return None if previous is None else self.by_number[previous]

    def until(self, number: int) -> Series:
        """Return the series as far as a plenary."""
        return Series(tuple(plenary for plenary in self.plenaries if plenary.number <= number))

    @property
    def is_yearly(self) -> bool:
        """Whether each calendar year from the first to the last has exactly one plenary held."""
        years = [plenary.year for plenary in self.held]
        return bool(years) and years == list(range(years[0] or 0, (years[0] or 0) + len(years)))

    @cached_property
    def intervals(self) -> Intervals:
        """Days between plenaries held."""
        found = tuple(
            Interval(plenary.previous, plenary.number, plenary.interval)
            for plenary in self.held
            if plenary.previous is not None and plenary.interval is not None
        )
        return Intervals(
            found,
            claims.shortest(found, lambda interval: interval.days),
            claims.longest(found, lambda interval: interval.days),
        )


def series_of(records: Records) -> Series:
    """Return the plenaries of the records in their order."""
    meetings = records.meetings
    plenaries: list[Plenary] = []
    for index, meeting in enumerate(meetings):
        before = plenaries[-1] if plenaries else None
        day = day_of(meeting.date)
        after = meetings[index + 1].number if index + 1 < len(meetings) else None
        plenaries.append(
            Plenary(
                meeting,
                day,
                _year(meeting, day, before),
                _interval(meeting, day, before),
                before.number if before else None,
                after,
            )
        )
    return Series(tuple(plenaries))


def _year(meeting: Meeting, day: date | None, before: Plenary | None) -> int | None:
    if day is not None:
        return day.year
    if meeting.status is Status.PLANNED and before is not None and before.year is not None:
        return before.year + 1
    return None


def _interval(meeting: Meeting, day: date | None, before: Plenary | None) -> int | None:
    if day is None or before is None or before.day is None or before.number + 1 != meeting.number:
        return None
    return (day - before.day).days
