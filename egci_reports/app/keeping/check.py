"""Checks the records of a workspace: all findings at once, and how much was looked at."""

from __future__ import annotations

from dataclasses import dataclass

from egci_reports.app.record_words import RecordWords
from egci_reports.engine.template_files import template_text
from egci_reports.engine.theme.coverage import SHIPPED, families
from egci_reports.errors import Finding, Severity, TemplateError, in_order
from egci_reports.records.acknowledged import unacknowledged
from egci_reports.records.checks import check_records
from egci_reports.records.load import Loaded, read_records
from egci_reports.records.records import Records
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
    """The findings in order of file and line, and what was counted (noughts if no records could be made).

    `files` are those that were read, and those of which there is something to tell: "data/meetings/20.yaml".
    `acknowledged` is how many warnings are not among the findings, since somebody lets them stand.
    """

    findings: tuple[Finding, ...]
    counts: Counts
    files: frozenset[str] = frozenset()
    acknowledged: int = 0

    @property
    def errors(self) -> tuple[Finding, ...]:
        """The findings that stop a build."""
        return tuple(finding for finding in self.findings if finding.is_error)

    @property
    def warnings(self) -> tuple[Finding, ...]:
        """The findings that are only told."""
        return tuple(finding for finding in self.findings if not finding.is_error)


def check(workspace: Workspace) -> CheckResult:
    """Return all that is wrong or odd with the records of a workspace; changes nothing, raises nothing.

    What the words of a paper are held against, the words of the records are held against here, so that a
    build meets nothing that was not told: characters that no typeface has are errors; what is left over
    (T221, T222), wrong numbers (T231) and refused words (T241) are warnings, of which a numbered edition
    refuses all but the last. Warnings that somebody let stand in acknowledged.yaml are counted only.
    """
    loaded = read_records(workspace.data)
    words = RecordWords(loaded.texts)
    found = (*check_records(loaded), *words.unshown(faces_of(workspace)), *_rough(loaded, words, workspace))
    files = frozenset(file.name for file in loaded.files)
    files |= {finding.position.file for finding in found if finding.position}
    if loaded.records is None:
        return CheckResult(in_order(found), _counts(loaded), files)
    told, count = unacknowledged(found, loaded.acknowledged, loaded.records.places)
    return CheckResult(in_order(told), _counts(loaded), files, count)


def errors_of(loaded: Loaded, workspace: Workspace) -> tuple[Finding, ...]:
    """Return the findings about form and across records, and the characters that no typeface can show."""
    return in_order((*check_records(loaded), *RecordWords(loaded.texts).unshown(faces_of(workspace))))


def _rough(loaded: Loaded, words: RecordWords, workspace: Workspace) -> tuple[Finding, ...]:
    """Return what is rough in the words of records, or what is wrong with words.toml."""
    if not workspace.templates:
        return ()
    from egci_reports.engine.templating.words import load_words  # noqa: PLC0415 - only `check` looks at words

    try:
        wording = load_words(workspace.templates)[0].wording
    except TemplateError as error:
        return error.findings
    slips = words.slips(wording, lambda: _verbatim(loaded.records))
    return tuple(one.finding(Severity.WARNING) for one in slips)


def _verbatim(records: Records | None) -> tuple[str, ...]:
    from egci_reports.views.verbatim import words_of_sources  # noqa: PLC0415 - sound records need it not

    return words_of_sources(records) if records else ()


def faces_of(workspace: Workspace) -> tuple[str, ...]:
    """Return the typefaces of a workspace's papers, by which it is known what they can print."""
    try:
        found = template_text(workspace.templates, "theme.toml", "T501")
    except TemplateError:  # told by whatever makes a paper; the records are looked at all the same
        return SHIPPED
    return families(found[1]) if found else SHIPPED


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
