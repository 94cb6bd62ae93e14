"""What the report of a year is about: its plenary, the plan it reviews, and what happened around it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from egci_reports.analysis.disputes import Dispute, disputes_in
from egci_reports.analysis.lists import AreaListing, areas_of
from egci_reports.analysis.occasions import DatedOccasion, between, dated_occasions
from egci_reports.analysis.plenaries import Plenary, Series
from egci_reports.records.meetings import Meeting
from egci_reports.records.occasions import Agreement, Event
from egci_reports.records.records import Records, address_of
from egci_reports.records.sources import Discrepancy, Slip


@dataclass(frozen=True, slots=True)
class SlipAt:
    """A slip of a source, with its address."""

    about: str
    slip: Slip


@dataclass(frozen=True, slots=True)
class DiscrepancyAt:
    """A point on which sources differ, with its address."""

    about: str
    discrepancy: Discrepancy


@dataclass(frozen=True, slots=True)
class SourceNotes:
    """What is to be said about the sources of some records."""

    disputes: tuple[Dispute, ...]
    slips: tuple[SlipAt, ...]
    discrepancies: tuple[DiscrepancyAt, ...]


@dataclass(frozen=True, slots=True)
class DatedPeriod:
    """What happened in a stretch of time: the group's own business, and dated surroundings, by date."""

    group: tuple[DatedOccasion, ...]
    context: tuple[DatedOccasion, ...]

    @property
    def all(self) -> tuple[DatedOccasion, ...]:
        """Both."""
        return (*self.group, *self.context)


@dataclass(frozen=True, slots=True)
class ReportYear:
    """The report of one plenary.

    `plan` are the areas agreed at the plenary before, which this one reviews; None for the first.
    `leading_up` runs from the day after the plenary before to the day of this one; `afterwards` from the
    next day to 31 December. `position_as_at` is as stored, else the latest day of the group's own business.
    """

    plenary: Plenary
    before: Plenary | None
    plan: AreaListing | None
    leading_up: DatedPeriod
    afterwards: DatedPeriod
    notes: SourceNotes
    position_as_at: date | None


def report_year(records: Records, series: Series, number: int) -> ReportYear:
    """Return what the report of a plenary is about; raises KeyError for an unknown number."""
    plenary, before = series.by_number[number], series.before(number)
    occasions = dated_occasions(records, series)
    start = before.day if before else None
    leading_up = _stretch(between(occasions, start, plenary.day))
    afterwards = (
        _stretch(between(occasions, plenary.day, date(plenary.day.year, 12, 31)))
        if plenary.day
        else DatedPeriod((), ())
    )
    touched = [occasion.record for occasion in (*leading_up.all, *afterwards.all)]
    return ReportYear(
        plenary,
        before,
        areas_of(before.meeting) if before else None,
        leading_up,
        afterwards,
        notes_on([plenary.meeting, *touched]),
        _position(records, plenary, [*leading_up.group, *afterwards.group]),
    )


def notes_on(parts: Iterable[Meeting | Agreement | Event]) -> SourceNotes:
    """Collect the disputes, slips and discrepancies of some records, in their order."""
    parts = tuple(parts)
    return SourceNotes(
        tuple(dispute for part in parts for dispute in disputes_in(part)),
        tuple(
            SlipAt(f"{address_of(part)}#slips/{index}", slip)
            for part in parts
            for index, slip in enumerate(part.slips)
        ),
        tuple(
            DiscrepancyAt(f"{address_of(part)}#discrepancies/{index}", discrepancy)
            for part in parts
            for index, discrepancy in enumerate(part.discrepancies)
        ),
    )


def _stretch(occasions: Sequence[DatedOccasion]) -> DatedPeriod:
    return DatedPeriod(
        tuple(occasion for occasion in occasions if occasion.is_group),
        tuple(occasion for occasion in occasions if not occasion.is_group),
    )


def _position(records: Records, plenary: Plenary, occasions: Sequence[DatedOccasion]) -> date | None:
    """Return the day of which the report speaks: the officer's, else the last of the group's business.

    What others did, and what is still to come, moves it nowhere.
    """
    if plenary.meeting.position_as_at is not None:
        return plenary.meeting.position_as_at
    days = [occasion.last for occasion in occasions]
    days += [one.date for one in records.returns_for(plenary.number) if one.date is not None]
    held = [plenary.day] if plenary.day and plenary.is_held else []
    return max([*days, *held], default=None)
