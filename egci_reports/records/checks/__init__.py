"""The checks across records: what no single entry can know of itself, found all at once."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from egci_reports.errors import Finding, in_order
from egci_reports.records.checks.actions import check_actions
from egci_reports.records.checks.areas import check_areas
from egci_reports.records.checks.briefs import check_briefs
from egci_reports.records.checks.clearances import check_clearances
from egci_reports.records.checks.dates import check_dates
from egci_reports.records.checks.developments import check_developments
from egci_reports.records.checks.disputes import check_disputes
from egci_reports.records.checks.distribution import check_distribution
from egci_reports.records.checks.existence import check_existence
from egci_reports.records.checks.files import check_files
from egci_reports.records.checks.inspection import Inspection
from egci_reports.records.checks.lineages import check_lineages
from egci_reports.records.checks.markings import check_markings
from egci_reports.records.checks.meetings import check_meetings
from egci_reports.records.checks.names import check_names
from egci_reports.records.checks.occasions import check_occasions
from egci_reports.records.checks.printed import check_printed
from egci_reports.records.checks.references import check_references
from egci_reports.records.checks.returns import check_returns
from egci_reports.records.checks.sequence import check_sequence
from egci_reports.records.checks.timetable import check_timetable
from egci_reports.records.checks.upkeep import check_upkeep
from egci_reports.records.checks.verbs import check_verbs
from egci_reports.records.checks.work_plans import check_work_plans
from egci_reports.records.load import Loaded
from egci_reports.records.records import Records

CHECKS: tuple[Callable[[Inspection], Iterator[Finding]], ...] = (
    check_references,
    check_dates,
    check_existence,
    check_names,
    check_printed,
    check_lineages,
    check_meetings,
    check_sequence,
    check_areas,
    check_verbs,
    check_disputes,
    check_occasions,
    check_developments,
    check_upkeep,
    check_timetable,
    check_distribution,
    check_work_plans,
    check_returns,
    check_actions,
    check_briefs,
    check_clearances,
    check_markings,
)


def new_errors(before: Records, after: Records) -> tuple[Finding, ...]:
    """Return the errors across records that a change of them brings in."""
    known = {(one.code, one.message) for one in _across(before)}
    return tuple(one for one in _across(after) if one.is_error and (one.code, one.message) not in known)


def _across(records: Records) -> Iterator[Finding]:
    inspection = Inspection(records, frozenset())
    return (finding for check in CHECKS for finding in check(inspection))


def check_records(loaded: Loaded) -> tuple[Finding, ...]:
    """Return all findings: those of form that loading made, and those across records, in order of place.

    Entries that failed their form are not looked at further; nothing that refers to one is called unknown.
    """
    found = list(check_files(loaded.files, loaded.texts))
    if loaded.records is None:
        return in_order([*loaded.findings, *found])
    inspection = Inspection(loaded.records, loaded.broken)
    found += [finding for check in CHECKS for finding in check(inspection)]
    return in_order([*loaded.findings, *found])
