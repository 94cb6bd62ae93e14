"""Agreements, events and dated surroundings, told with the names of their day."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from egci_reports.analysis.occasions import DatedOccasion
from egci_reports.records.base import PartialDate, Words
from egci_reports.records.facts import values
from egci_reports.records.occasions import Agreement, Event, Witness
from egci_reports.records.records import Records, address_of
from egci_reports.views.names import Named, Names, OfficeHolder


@dataclass(frozen=True, slots=True)
class Signing:
    """An agreement as a paper tells it, with the names of its day."""

    title: Words | None
    subject: str | None
    date: PartialDate
    parties: tuple[Named, ...]
    is_government: bool
    occasion: str | None
    witnesses: tuple[OfficeHolder, ...]
    witnessed_by: str | None
    content: tuple[str, ...]
    days: int | None
    """Days from the plenary to the signing; 0 on the day itself, None if its day is not known."""
    sources: tuple[str, ...]
    about: str
    is_signing: bool = True

    @property
    def is_later(self) -> bool:
        """Whether it was signed after the day of the plenary."""
        return self.days is not None and self.days > 0


@dataclass(frozen=True, slots=True)
class Occasion:
    """An event of the group, or a dated surrounding."""

    title: Words
    clause: str | None
    """What happened, to go on from a date; None: the title is all there is."""
    is_quoted: bool
    date: PartialDate
    place: str | None
    words: str | None
    theme: str | None
    number: int | None
    is_about: bool
    basis: str | None
    people: tuple[OfficeHolder, ...]
    others: str | None
    details: tuple[str, ...]
    caution: str | None
    subjects: tuple[str, ...]
    sources: tuple[str, ...]
    about: str
    is_signing: bool = False


@dataclass(frozen=True, slots=True)
class Occasions:
    """Signings and occasions of one stretch of time, and those who witnessed all of the signings."""

    signings: tuple[Signing, ...]
    occasions: tuple[Occasion, ...]
    witnesses: tuple[OfficeHolder, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.signings or self.occasions)

    @property
    def signing_count(self) -> int:
        """How many agreements were signed."""
        return len(self.signings)


def signing_of(agreement: Agreement, occasion: DatedOccasion, names: Names, plenary: date | None) -> Signing:
    """Return an agreement as a paper tells it; `plenary` is the day of the plenary it follows."""
    day = occasion.last
    return Signing(
        agreement.title,
        agreement.subject,
        _date(agreement, occasion),
        tuple(names.body(party.body, day) for party in agreement.parties),
        occasion.is_government,
        agreement.occasion,
        tuple(_holder(witness, names, day) for witness in agreement.witnesses),
        agreement.witnessed_by,
        agreement.content,
        occasion.days_after(plenary) if plenary else None,
        agreement.sources,
        address_of(agreement),
    )


def occasion_of(event: Event, occasion: DatedOccasion, names: Names, records: Records) -> Occasion:
    """Return an event as a paper tells it."""
    attendance = event.attendance
    subjects = tuple(records.threads[key].name for key in event.threads if key in records.threads)
    return Occasion(
        event.title,
        event.clause,
        event.quoted,
        _date(event, occasion),
        event.place,
        event.tie.words if event.tie else None,
        event.theme,
        attendance.number if attendance else None,
        bool(attendance and attendance.about),
        attendance.basis if attendance else None,
        tuple(_holder(witness, names, occasion.last) for witness in event.people),
        event.others,
        event.details,
        event.caution,
        subjects,
        event.sources,
        address_of(event),
    )


def occasions_of(
    found: Iterable[DatedOccasion], names: Names, records: Records, plenary: date | None
) -> tuple[Signing | Occasion, ...]:
    """Return each occasion in its form, in their order."""
    return tuple(
        signing_of(occasion.record, occasion, names, plenary)
        if isinstance(occasion.record, Agreement)
        else occasion_of(occasion.record, occasion, names, records)
        for occasion in found
    )


def grouped(found: Iterable[Signing | Occasion]) -> Occasions:
    """Part signings from occasions; witnesses whom all of several signings share are told once."""
    found = tuple(found)
    signings = tuple(one for one in found if isinstance(one, Signing))
    lists = {signing.witnesses for signing in signings}
    shared = next(iter(lists)) if len(lists) == 1 else ()
    return Occasions(signings, tuple(one for one in found if isinstance(one, Occasion)), shared)


def _holder(witness: Witness, names: Names, day: date) -> OfficeHolder:
    return names.person(witness.person, day, witness.role or "", witness.printed)


def _date(record: Agreement | Event, occasion: DatedOccasion) -> PartialDate:
    dates = values(record.date)
    return dates[0] if dates else PartialDate(occasion.last.year, occasion.last.month, occasion.last.day)
