"""What was done at the plenary: its outcome in the verbs of the record, who led, what was said."""

from __future__ import annotations

from egci_reports.analysis.entries import outcome_runs, outcome_verb
from egci_reports.analysis.plenaries import Plenary, Series
from egci_reports.kinds.annual.context import Proceedings
from egci_reports.kinds.names import Names
from egci_reports.records.facts import Stated, settled


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
        tuple(names.person(lead.person, plenary.day, lead.verb) for lead in leads),
        meeting.convenors.sources if isinstance(meeting.convenors, Stated) else (),
        meeting.statements,
        meeting.plan_items,
        meeting.reviewed.sources if isinstance(meeting.reviewed, Stated) else (),
    )
