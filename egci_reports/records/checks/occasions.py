"""Checks agreements, events and phases against the plenaries they belong to."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import pairwise

from egci_reports.errors import Finding
from egci_reports.records.base import PartialDate
from egci_reports.records.checks.inspection import Inspection, Spot, claims, spot_of
from egci_reports.records.facts import Disputed, Stated, Unstated
from egci_reports.records.occasions import Agreement, Event, Relation, Tie
from egci_reports.records.records import day_of


def check_occasions(inspection: Inspection) -> Iterator[Finding]:
    """Yield a finding for each tie that dates contradict, each nameless agreement, and odd phases."""
    records = inspection.records
    entries: tuple[Agreement | Event, ...] = (*records.agreements, *records.events)
    for entry in entries:
        if entry.tie is not None:
            yield from _tie(inspection, spot_of(entry) / "tie", entry.tie, entry.date)
    for agreement in records.agreements:
        if agreement.title is None and agreement.subject is None:
            message = f"the agreement {agreement.id!r} has neither a title nor a subject"
            yield inspection.error("C281", spot_of(agreement), message, "add 'title: ...' or 'subject: ...'")
    yield from _phases(inspection)


def _tie(
    inspection: Inspection,
    spot: Spot,
    tie: Tie,
    fact: Stated[PartialDate] | Disputed[PartialDate] | Unstated,
) -> Iterator[Finding]:
    meeting = inspection.records.meeting(tie.meeting)
    held = day_of(meeting.date) if meeting is not None else None
    dates = [value for _, value in claims(spot, fact)]
    if held is None or not dates or any(_fits(inspection, tie, held, value) for value in dates):
        return
    message = f"recorded as {tie.relation.value!r} with plenary {tie.meeting} ({held}), but dated {dates[0]}"
    hint = f"mend the date or the tie; a tie is one of: {', '.join(Relation)}"
    yield inspection.error("C280", spot / "relation", message, hint)


def _fits(inspection: Inspection, tie: Tie, held: date, value: PartialDate) -> bool:
    """Whether some day that a date can mean stands to the plenary as the tie says."""
    match tie.relation:
        case Relation.DURING | Relation.SAME_DAY:
            return value.first <= held <= value.last
        case Relation.AFTER:
            return value.last >= held
        case Relation.BETWEEN:
            following = [
                day
                for meeting in inspection.records.meetings
                if meeting.number > tie.meeting and (day := day_of(meeting.date)) is not None
            ]
            return value.last > held and (not following or value.first < min(following))


def _phases(inspection: Inspection) -> Iterator[Finding]:
    phases = inspection.records.phases
    for phase in phases:
        if phase.last is not None and phase.last < phase.first:
            message = f"the phase ends with plenary {phase.last}, before it begins with {phase.first}"
            yield inspection.error("C290", spot_of(phase) / "last", message, "mend one of the two numbers")
    for before, after in pairwise(phases):
        if before.last is None or after.first != before.last + 1:
            end = f"ends with plenary {before.last}" if before.last is not None else "has no end"
            message = f"the phase begins with plenary {after.first}, but the one before {end}"
            hint = "each phase begins where the one before ends"
            yield inspection.error("C291", spot_of(after) / "first", message, hint)
