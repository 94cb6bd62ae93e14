"""What is to be noted on the sources: slips, points that differ, disputes decided, notes of the records."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from egci_reports.analysis.disputes import Dispute
from egci_reports.analysis.year import DiscrepancyAt, ReportYear, SourceNotes, notes_on
from egci_reports.records.facts import Decision
from egci_reports.records.meetings import Meeting, Venue
from egci_reports.views.fact_notes import FactNote, notes_on_facts


@dataclass(frozen=True, slots=True)
class DecidedDispute:
    """A dispute that was decided: how each source puts the fact ("" if not in words), and the decision."""

    field: str
    versions: tuple[tuple[str, tuple[str, ...]], ...]
    chosen: str
    decision: Decision
    about: str


def notes_of(report: ReportYear) -> SourceNotes:
    """Return what is to be said about the sources of the plenary and of the group's business around it."""
    stretches = (report.leading_up, report.afterwards)
    touched = [occasion.record for stretch in stretches for occasion in stretch.group]
    return notes_on([report.plenary.meeting, *touched])


def told_discrepancies(notes: SourceNotes) -> tuple[DiscrepancyAt, ...]:
    """Return the points to tell: those decided, and those between sources that the record has a note on.

    How words are spelt, and where a source differs from itself, concerns its editor and not this paper.
    """
    return tuple(
        at
        for at in notes.discrepancies
        if at.discrepancy.decision
        or (at.discrepancy.note and len({one.sources for one in at.discrepancy.versions}) > 1)
    )


def decided_in(notes: SourceNotes) -> tuple[DecidedDispute, ...]:
    """Return the disputes that were decided, with what each source has."""
    return tuple(_decided(dispute) for dispute in notes.disputes if not dispute.is_open)


def fact_notes(meeting: Meeting) -> tuple[FactNote, ...]:
    """Return the notes on facts that stand nowhere else: on the periods and the areas."""
    return tuple(notes_on_facts(meeting, ("reviewed", "planned")))


def _decided(dispute: Dispute) -> DecidedDispute:
    fact = dispute.fact
    versions = tuple(
        (
            _in_words(claim.value) if dispute.field == "date" else claim.words or _in_words(claim.value),
            claim.sources,
        )
        for claim in fact.disputed
    )
    assert fact.decided is not None  # noqa: S101 - only decided disputes come here
    assert fact.decision is not None  # noqa: S101
    return DecidedDispute(
        dispute.field, versions, _in_words(fact.decided.value), fact.decision, dispute.about
    )


def _in_words(value: object) -> str:
    """Return a disputed value as text (a day as YYYY-MM-DD), "" where it has no short form."""
    match value:
        case Venue():
            return value.city
        case str():
            return value
        case date():
            return value.isoformat()
    return ""
