"""What was done at the plenary: its outcome in the verbs of the record, who led, what was said."""

from __future__ import annotations

from dataclasses import dataclass

from egci_reports.analysis.claims import ConsecutiveRun
from egci_reports.analysis.entries import outcome_runs, outcome_verb
from egci_reports.analysis.plenaries import Plenary, Series
from egci_reports.records.facts import Stated, settled
from egci_reports.records.meetings import Outcome, Report
from egci_reports.views.names import Names, OfficeHolder


@dataclass(frozen=True, slots=True)
class Proceedings:
    """What was done at the plenary, in the verbs of the record."""

    outcome: Outcome | None
    outcome_sources: tuple[str, ...]
    verb_run: ConsecutiveRun | None
    """Plenaries running up to this one with the same verb on the plan."""
    verb_before: str | None
    leads: tuple[OfficeHolder, ...]
    lead_sources: tuple[str, ...]
    statements: tuple[Report, ...]
    plan_items: tuple[Report, ...]
    reviewed_sources: tuple[str, ...]


def proceedings_of(plenary: Plenary, series: Series, names: Names) -> Proceedings:
    """Return what was done at a plenary; the series ends with it."""
    meeting = plenary.meeting
    outcome, leads = settled(meeting.outcome), settled(meeting.convenors) or ()
    runs = [verb_run.run for verb_run in outcome_runs(series) if verb_run.run.last == plenary.number]
    before = series.before(plenary.number)
    return Proceedings(
        outcome,
        outcome.sources if outcome else (),
        runs[0] if runs else None,
        outcome_verb(before.meeting) if before else None,
        tuple(names.person(lead.person, plenary.day, lead.verb or "") for lead in leads),
        meeting.convenors.sources if isinstance(meeting.convenors, Stated) else (),
        meeting.statements,
        meeting.plan_items,
        meeting.reviewed.sources if isinstance(meeting.reviewed, Stated) else (),
    )
