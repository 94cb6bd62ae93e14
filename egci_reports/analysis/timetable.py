"""The timetable of a plenary, reckoned from its date by the lead times of the group; no clock is read."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from egci_reports.analysis.working_days import (
    BOTH,
    is_announced,
    is_open,
    is_weekend,
    is_working_day,
    moved,
    next_open,
)
from egci_reports.records.bodies import Side
from egci_reports.records.meetings import Meeting
from egci_reports.records.records import Records
from egci_reports.records.timetable import LeadTime, Step, TimetableStep, Unit


@dataclass(frozen=True, slots=True)
class StepOn:
    """A step on its day.

    `lead` and `entry` are None for the plenary itself. `is_recorded` tells that the day is one that officers
    entered with the plenary, and not reckoned; `reckoned` is the day before it was moved off a day on which
    offices are closed; `closed` are the sides whose offices are closed on the day all the same.
    """

    step: Step
    day: date
    reckoned: date
    entry: TimetableStep | None
    closed: tuple[Side, ...]
    is_recorded: bool
    index: int | None = None

    @property
    def lead(self) -> LeadTime | None:
        """How the day was reckoned."""
        return self.entry.lead if self.entry else None

    @property
    def words_key(self) -> str:
        """Where the words of the step stand among those of the language."""
        return f"timetable.steps.{self.step.replace('-', '_')}"

    @property
    def is_moved(self) -> bool:
        """Whether the day reckoned was one on which offices are closed."""
        return self.day != self.reckoned


@dataclass(frozen=True, slots=True)
class DayOff:
    """A weekday on which offices of a side are closed, or a weekend on which they work."""

    day: date
    hong_kong: bool
    guangdong: bool
    """Whether offices are open there."""


@dataclass(frozen=True, slots=True)
class Timetable:
    """All steps in the order of their days, and the days in their time that are not as others.

    `unannounced` are the years of which the working weekends of the Mainland are not known.
    """

    number: int
    day: date
    is_proposed: bool
    steps: tuple[StepOn, ...]
    days_off: tuple[DayOff, ...]
    unannounced: tuple[int, ...]


def timetable_of(records: Records, meeting: Meeting, day: date) -> Timetable:
    """Return the timetable of a plenary that is held on a day."""
    found = {Step.PLENARY: StepOn(Step.PLENARY, day, day, None, _closed(day, BOTH), is_recorded=True)}
    for index, entry in enumerate(records.group.timetable):
        found[entry.step] = _step(index, entry, found, _recorded(meeting))
    steps = tuple(sorted(found.values(), key=lambda one: one.day))
    years = range(steps[0].day.year, steps[-1].day.year + 1)
    unannounced = tuple(year for year in years if not is_announced(year))
    off = tuple(_days_off(steps[0].day, steps[-1].day))
    return Timetable(meeting.number, day, "date" in meeting.proposed, steps, off, unannounced)


def _recorded(meeting: Meeting) -> Mapping[Step, date]:
    """Return the days that stand with the plenary: nothing is reckoned in their place."""
    call = meeting.call
    return {Step.CALL: call.on, Step.RETURNS_DUE: call.reply_by} if call else {}


def _step(
    index: int, entry: TimetableStep, found: Mapping[Step, StepOn], recorded: Mapping[Step, date]
) -> StepOn:
    sides = BOTH if entry.with_guangdong else (Side.HONG_KONG,)
    if (day := recorded.get(entry.step)) is not None:
        return StepOn(entry.step, day, day, entry, _closed(day, sides), is_recorded=True, index=index)
    lead = entry.lead
    base, way = found[lead.step].day, -1 if lead.is_before else 1
    if lead.unit is Unit.WORKING_DAYS:
        day = reckoned = moved(base, way * lead.count, sides)
    else:
        days = lead.count * (7 if lead.unit is Unit.WEEKS else 1)
        reckoned = base + timedelta(way * days)
        day = next_open(reckoned, way, sides) if days else reckoned
    return StepOn(entry.step, day, reckoned, entry, _closed(day, sides), is_recorded=False, index=index)


def _closed(day: date, sides: Collection[Side]) -> tuple[Side, ...]:
    return tuple(side for side in sides if not is_working_day(day, (side,)))


def _days_off(first: date, last: date) -> Iterator[DayOff]:
    """Yield the days that are not as the days of the week are."""
    for after in range((last - first).days + 1):
        day = first + timedelta(after)
        ours, theirs = (is_open(day, side) for side in BOTH)
        if (ours or theirs) if is_weekend(day) else not (ours and theirs):
            yield DayOff(day, ours, theirs)
