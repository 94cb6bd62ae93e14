"""Agreements and events on the days on which they happened, as far as the days are known."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from egci_reports.analysis.plenaries import Series
from egci_reports.records.base import PartialDate
from egci_reports.records.facts import values
from egci_reports.records.occasions import Agreement, Event, Level, Relation, Scope
from egci_reports.records.records import Records, day_of

_AT_ONCE = (Relation.DURING, Relation.SAME_DAY)


@dataclass(frozen=True, slots=True)
class DatedOccasion:
    """An agreement or event between its first and last possible day.

    The two differ where only a month or year is known, where the date is in dispute, or where the record only
    ties it to a plenary. It is placed by its last day, as at a standpoint: it counts when it is surely over.
    """

    record: Agreement | Event
    first: date
    last: date

    @property
    def is_group(self) -> bool:
        """Whether it is told with the group: recorded as its own business, or held beside a plenary."""
        return self.record.scope is not Scope.CONTEXT

    @property
    def is_government(self) -> bool:
        """Whether it is an agreement between governments."""
        return isinstance(self.record, Agreement) and self.record.level is Level.GOVERNMENT

    def days_after(self, day: date) -> int | None:
        """Return the days from a day to it, negative if it came before; None unless its own day is known."""
        return (self.last - day).days if self.is_whole_day else None

    @property
    def is_whole_day(self) -> bool:
        """Whether its day is known."""
        return self.first == self.last


def dated_occasions(records: Records, series: Series) -> tuple[DatedOccasion, ...]:
    """Return all agreements and events by date; those without date and tie are left out."""
    found: list[DatedOccasion] = []
    recorded: list[Agreement | Event] = [*records.agreements, *records.events]
    for record in recorded:
        days = _days(values(record.date)) or _days_of_tie(record, series)
        if days is not None:
            found.append(DatedOccasion(record, *days))
    return tuple(sorted(found, key=lambda occasion: (occasion.last, occasion.first, occasion.record.id)))


def between(
    occasions: Iterable[DatedOccasion], after: date | None, until: date | None
) -> tuple[DatedOccasion, ...]:
    """Return what happened after a day (that day excluded) and until another (included); None is no bound."""
    return tuple(
        occasion
        for occasion in occasions
        if (after is None or occasion.last > after) and (until is None or occasion.last <= until)
    )


def signings(occasions: Iterable[DatedOccasion]) -> tuple[DatedOccasion, ...]:
    """Return the agreements between governments recorded as the group's business, the latest last."""
    return tuple(occasion for occasion in occasions if occasion.is_government and occasion.is_group)


def latest_day(records: Records, occasions: Iterable[DatedOccasion]) -> date | None:
    """Return the latest day of a plenary, an agreement or an event of the group; None if there is none."""
    days = [day_of(meeting.date) for meeting in records.meetings]
    days += [occasion.last for occasion in occasions if occasion.is_group]
    return max((day for day in days if day is not None), default=None)


def _days(dates: tuple[PartialDate, ...]) -> tuple[date, date] | None:
    if not dates:
        return None
    return min(day.first for day in dates), max(day.last for day in dates)


def _days_of_tie(record: Agreement | Event, series: Series) -> tuple[date, date] | None:
    plenary = series.by_number.get(record.tie.meeting) if record.tie else None
    if plenary is None or plenary.day is None or record.tie is None:
        return None
    if record.tie.relation in _AT_ONCE or plenary.following is None:
        return plenary.day, plenary.day
    following = series.by_number[plenary.following].day
    return (plenary.day, following) if following else (plenary.day, plenary.day)
