"""`check`: all findings, each at its line, and how much was looked at."""

from __future__ import annotations

import json
from dataclasses import asdict, replace
from typing import TYPE_CHECKING

import click

from egci_reports.cli import options
from egci_reports.cli.report import count, show_findings
from egci_reports.cli.settings import Settings
from egci_reports.errors import Finding
from egci_reports.garbage import without_collection

if TYPE_CHECKING:
    from egci_reports.app.keeping.check import CheckResult, Counts


@click.command()
@click.argument("files", metavar="[FILE]...", nargs=-1)
@options.as_json
@options.common
@click.pass_obj
def check(settings: Settings, files: tuple[str, ...]) -> int:
    """Check the records and show every slip at its line.

    The exit code is 1 if there is an error; warnings do not count. With files named, only what is wrong in
    them is shown, and counts.

    \b
    Examples:
      egci-report check
      egci-report check meetings/19.yaml
      egci-report check --json
    """
    workspace = settings.workspace()
    with without_collection():
        from egci_reports.app.keeping.check import check as check_workspace  # noqa: PLC0415 - `--help` needs none
        from egci_reports.app.keeping.chosen import chosen  # noqa: PLC0415

        whole = check_workspace(workspace)
        only = chosen(workspace, files, whole.files)
    result = replace(whole, findings=tuple(one for one in whole.findings if not only or _file(one) in only))
    if settings.as_json:
        click.echo(_json(result))
        return 1 if result.errors else 0
    show_findings(result.findings, err=False)
    settings.note(f"{_looked_at(result.counts)}: {count(result.findings)}.")
    if elsewhere := tuple(one for one in whole.findings if one not in result.findings):
        settings.note(f"In the other files: {count(elsewhere)}.")
    if workspace.is_embedded:
        settings.note("These are the records shipped with the program; there is no workspace here.")
    settings.next(f"egci-report {_next(result)}")
    return 1 if result.errors else 0


def _file(finding: Finding) -> str | None:
    return finding.position.file if finding.position else None


def _looked_at(counts: Counts) -> str:
    kinds = {name: number for name, number in asdict(counts).items() if number}
    return ", ".join(f"{number} {name}" for name, number in kinds.items()) or "No records"


def _next(result: CheckResult) -> str:
    worst = (*result.errors, *result.warnings)
    return f"explain {worst[0].code}" if worst else "list"


def _json(result: CheckResult) -> str:
    findings = [_plain(finding) for finding in result.findings]
    summary = {"errors": len(result.errors), "warnings": len(result.warnings)}
    return json.dumps({"findings": findings, **summary}, indent=2, ensure_ascii=False)


def _plain(finding: Finding) -> dict[str, object]:
    place = finding.position
    return {
        "code": finding.code,
        "severity": finding.severity,
        "file": place.file if place else None,
        "line": place.line if place else None,
        "column": place.column if place else None,
        "message": finding.message,
        "hint": finding.hint,
    }
