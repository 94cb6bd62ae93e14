"""Agreements, events and dated surroundings of the year, told with the names of their day."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from egci_reports.analysis.happenings import Happening
from egci_reports.kinds.annual.context import Happened, Occasion, Signing
from egci_reports.kinds.names import Holder, Names
from egci_reports.records.base import PartialDate
from egci_reports.records.facts import values
from egci_reports.records.occasions import Agreement, Event, Witness
from egci_reports.records.records import Records, address_of


def signing_of(agreement: Agreement, happening: Happening, names: Names, plenary: date | None) -> Signing:
    """Return an agreement as the report tells it; `plenary` is the day of the plenary it follows."""
    day = happening.last
    return Signing(
        agreement.title,
        agreement.subject,
        _date(agreement, happening),
        tuple(names.body(party.body, day) for party in agreement.parties),
        happening.is_government,
        agreement.occasion,
        tuple(_holder(witness, names, day) for witness in agreement.witnesses),
        agreement.witnessed_by,
        agreement.content,
        (day - plenary).days if plenary and happening.is_whole_day else None,
        agreement.sources,
        address_of(agreement),
    )


def occasion_of(event: Event, happening: Happening, names: Names, records: Records) -> Occasion:
    """Return an event as the report tells it."""
    attendance = event.attendance
    subjects = tuple(records.threads[key].name for key in event.threads if key in records.threads)
    return Occasion(
        event.title,
        event.quoted,
        _date(event, happening),
        event.place,
        event.tie.words if event.tie else None,
        event.theme,
        attendance.number if attendance else None,
        bool(attendance and attendance.about),
        attendance.basis if attendance else None,
        tuple(_holder(witness, names, happening.last) for witness in event.people),
        event.others,
        event.details,
        event.caution,
        subjects,
        event.sources,
        address_of(event),
    )


def happened(
    found: Iterable[Happening], names: Names, records: Records, plenary: date | None
) -> tuple[Signing | Occasion, ...]:
    """Return each happening in its form, in their order."""
    return tuple(
        signing_of(happening.record, happening, names, plenary)
        if isinstance(happening.record, Agreement)
        else occasion_of(happening.record, happening, names, records)
        for happening in found
    )


def grouped(found: Iterable[Signing | Occasion]) -> Happened:
    """Part signings from occasions."""
    found = tuple(found)
    return Happened(
        tuple(one for one in found if isinstance(one, Signing)),
        tuple(one for one in found if isinstance(one, Occasion)),
    )


def joint_witnesses(signings: Iterable[Signing]) -> bool:
    """Whether all signings, at least one, name the same witnesses, so that they are told once."""
    lists = {signing.witnesses for signing in signings}
    return len(lists) == 1 and bool(next(iter(lists)))


def _holder(witness: Witness, names: Names, day: date) -> Holder:
    return names.person(witness.person, day, witness.role or "", witness.printed)


def _date(record: Agreement | Event, happening: Happening) -> PartialDate:
    dates = values(record.date)
    return dates[0] if dates else PartialDate(happening.last.year, happening.last.month, happening.last.day)
