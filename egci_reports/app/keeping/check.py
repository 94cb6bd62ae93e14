"""Checks the records of a workspace: all findings at once, and how much was looked at."""

from __future__ import annotations

from dataclasses import dataclass

from egci_reports.errors import Finding
from egci_reports.records.checks import check_records
from egci_reports.records.load import Loaded, read_records
from egci_reports.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Counts:
    """How many entries of each kind were read."""

    plenaries: int = 0
    bodies: int = 0
    people: int = 0
    agreements: int = 0
    events: int = 0
    developments: int = 0
    threads: int = 0
    sources: int = 0


@dataclass(frozen=True, slots=True)
class CheckResult:
    """The findings in order of file and line, and what was counted (noughts if no records could be made)."""

    findings: tuple[Finding, ...]
    counts: Counts

    @property
    def errors(self) -> tuple[Finding, ...]:
        """The findings that stop a build."""
        return tuple(finding for finding in self.findings if finding.is_error)

    @property
    def warnings(self) -> tuple[Finding, ...]:
        """The findings that are only told."""
        return tuple(finding for finding in self.findings if not finding.is_error)


def check(workspace: Workspace) -> CheckResult:
    """Return all that is wrong or odd with the records of a workspace; changes nothing, raises nothing."""
    loaded = read_records(workspace.data)
    return CheckResult(check_records(loaded), _counts(loaded))


def _counts(loaded: Loaded) -> Counts:
    records = loaded.records
    if records is None:
        return Counts()
    return Counts(
        plenaries=len(records.meetings),
        bodies=len(records.bodies),
        people=len(records.people),
        agreements=len(records.agreements),
        events=len(records.events),
        developments=len(records.developments),
        threads=len(records.threads),
        sources=len(records.sources),
    )
