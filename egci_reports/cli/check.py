"""`check`: all findings, each at its line, and how much was looked at."""

from __future__ import annotations

from contextlib import nullcontext, suppress
from dataclasses import asdict, replace
from typing import TYPE_CHECKING

import click

from egci_reports.cli import completion, options
from egci_reports.cli.report import as_json, count, describe
from egci_reports.cli.settings import Settings
from egci_reports.errors import Finding, UsageError, in_order
from egci_reports.garbage import without_collection

if TYPE_CHECKING:
    from collections.abc import Sequence

    from egci_reports.app.keeping.check import CheckResult, Counts
    from egci_reports.app.papers.named import PaperName
    from egci_reports.workspace import Workspace


@click.command()
@click.argument("names", metavar="[FILE OR PAPER]...", nargs=-1, shell_complete=completion.papers)
@click.option("--papers", is_flag=True, help="Look at the draft of every paper too, which takes longer.")
@options.as_json
@options.common
@click.pass_obj
def check(settings: Settings, names: tuple[str, ...], *, papers: bool) -> int:
    """Check the records and show every slip at its line.

    The exit code is 1 if there is an error; warnings do not count. With files named, only what is wrong in
    them is shown, and counts. A paper is named as its files are, or as in its command: its draft is looked
    at too, and fails if it says what the records do not, or cites a source that they do not name for it.

    \b
    Examples:
      egci-report check
      egci-report check meetings/19.yaml
      egci-report check annual-2024
      egci-report check --json
    """
    workspace = settings.workspace()
    with without_collection():
        from egci_reports.app.keeping.check import check as check_workspace  # noqa: PLC0415 - `--help` needs none

        wanted, files = _named(names)
        whole = check_workspace(workspace)
        only = _only(workspace, files, whole.files)
        told = () if whole.errors else _of_papers(workspace, wanted, every=papers)
    shown = (*(one for one in whole.findings if not only or _file(one) in only), *told)
    result = replace(whole, findings=in_order(dict.fromkeys(shown)))
    if settings.as_json:
        settings.tell(as_json(result.findings, acknowledged=result.acknowledged))
        return 1 if result.errors else 0
    for finding in result.findings:
        settings.tell(describe(finding))
    settings.note(f"{_looked_at(result.counts)}: {count(result.findings)}.")
    if result.acknowledged:
        settings.note(f"{result.acknowledged} acknowledged: egci-report acknowledge")
    if elsewhere := tuple(one for one in whole.findings if one not in result.findings):
        settings.note(f"In the other files: {count(elsewhere)}.")
    if workspace.is_embedded:
        settings.note("These are the records shipped with the program; there is no workspace here.")
    settings.next(f"egci-report {_next(result)}")
    return 1 if result.errors else 0


def _named(names: tuple[str, ...]) -> tuple[tuple[PaperName, ...], tuple[str, ...]]:
    """Return the papers that are named, and the files."""
    if not names:
        return (), ()
    from egci_reports.app.papers.named import papers_in  # noqa: PLC0415 - most name none

    return papers_in(names)


def _only(workspace: Workspace, files: tuple[str, ...], known: frozenset[str]) -> frozenset[str]:
    """Return the files that are named, of those that are known."""
    if not files:
        return frozenset()
    from egci_reports.app.keeping.chosen import chosen  # noqa: PLC0415 - as above

    return chosen(workspace, files, known)


def _of_papers(workspace: Workspace, wanted: Sequence[PaperName], *, every: bool) -> tuple[Finding, ...]:
    """Return what the drafts of papers are told, those that are wanted or all."""
    if every:
        from egci_reports.app.papers.named import all_papers  # noqa: PLC0415 - most ask for no paper
        from egci_reports.app.records import records_of  # noqa: PLC0415

        wanted = tuple(all_papers(records_of(workspace)))
    if not wanted:
        return ()
    from egci_reports.app.papers.drafts import look_at  # noqa: PLC0415

    found: list[Finding] = []
    for paper in wanted:
        with suppress(UsageError) if every else nullcontext():  # no pack is before the first, and the like
            found += look_at(workspace, paper)
    return tuple(found)


def _file(finding: Finding) -> str | None:
    return finding.position.file if finding.position else None


def _looked_at(counts: Counts) -> str:
    kinds = {name: number for name, number in asdict(counts).items() if number}
    return ", ".join(f"{number} {name}" for name, number in kinds.items()) or "No records"


def _next(result: CheckResult) -> str:
    worst = (*result.errors, *result.warnings)
    return f"explain {worst[0].code}" if worst else "list"
