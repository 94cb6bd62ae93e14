"""`ledger` and `who-has`: what went out to whom, and whether the ledger is as it was written."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path

import click

from egci_reports.app.papers.named import paper_of
from egci_reports.cli import completion, options
from egci_reports.cli.layout import terminal_width
from egci_reports.cli.report import count, show_findings
from egci_reports.cli.settings import Settings
from egci_reports.cli.table import columns
from egci_reports.distribution.audit import FOLDER, LedgerHead, audit, heads_in
from egci_reports.distribution.entries import LedgerLine
from egci_reports.distribution.holdings import Holding, holdings
from egci_reports.distribution.ledger import content_of, read_ledger
from egci_reports.distribution.spreadsheet import as_csv
from egci_reports.errors import Finding, VerificationError
from egci_reports.writing import write_atomically


@click.command()
@click.argument("action", type=click.Choice(["show", "verify"]), default="show", metavar="[verify]")
@click.option(
    "--csv",
    "spreadsheet",
    type=options.PlaceType(dir_okay=False, path_type=Path),
    metavar="FILE",
    help="Write the ledger for a spreadsheet.",
)
@options.looked_in
@options.as_json
@options.common
@click.pass_obj
def ledger(settings: Settings, action: str, *, spreadsheet: Path | None) -> int:
    """Show what went out to whom, or verify that record.

    `ledger verify` proves every line by its hash, and the end by what manifests in the output folder know
    of it. The exit code is 5 if a line was changed, put in, moved, taken out or cut off.

    \b
    Examples:
      egci-report ledger
      egci-report ledger verify
      egci-report ledger --csv ledger.csv
    """
    workspace = settings.workspace()
    if action == "verify":
        return _verify(settings)
    lines = read_ledger(workspace.data)
    if spreadsheet is not None:
        write_atomically(spreadsheet, as_csv(lines))
        click.echo(spreadsheet)
    elif settings.as_json:
        told = [{"line": line.number, "at": line.at, **asdict(line.entry)} for line in lines]
        click.echo(json.dumps(told, indent=2, ensure_ascii=False))
    elif lines:
        _print(["Line", "Time", "Paper", "Edition", "Copy", "Holder", "What"], [_row(line) for line in lines])
    else:
        settings.note("Nothing has been issued.")
    settings.next("egci-report ledger verify" if lines else "egci-report distribute annual 2024")
    return 0


def _verify(settings: Settings) -> int:
    workspace = settings.workspace()
    content = content_of(workspace.data)
    heads: tuple[LedgerHead, ...] = ()
    unproved: tuple[Finding, ...] = ()
    try:
        heads = heads_in(workspace.reports / FOLDER)
    except VerificationError as error:
        unproved = error.findings
    findings = (*unproved, *audit(content, heads))
    if settings.as_json:
        told = [
            {"code": f.code, "line": f.position and f.position.line, "message": f.message} for f in findings
        ]
        click.echo(json.dumps(told, indent=2, ensure_ascii=False))
    else:
        show_findings(findings, err=False)
    lines = content.count(b"\n")
    settings.note(f"{lines} line{'' if lines == 1 else 's'}: {count(findings)}.")
    if not heads and not unproved:
        settings.note("No manifest is at hand, so lines cut off the end could not be seen.")
    return VerificationError.exit_code if findings else 0


@click.command("who-has")
@click.argument("paper", metavar="PAPER", nargs=-1, required=True, shell_complete=completion.papers)
@options.as_json
@options.common
@click.pass_obj
def who_has(settings: Settings, paper: tuple[str, ...]) -> None:
    """Show who holds copies of a paper.

    PAPER is named as its files are: annual-2024 (or annual 2024) for every audience, annual-2024-joint for
    one. After it may stand the number of an edition.

    \b
    Examples:
      egci-report who-has annual-2024
      egci-report who-has annual-2024 1.0
    """
    name, editions = paper_of(paper)
    if len(editions) > 1:
        raise click.UsageError(f"write one edition at most: egci-report who-has {name} {editions[0]}")
    found = holdings(read_ledger(settings.workspace().data), name, editions[0] if editions else None)
    if settings.as_json:
        told = [
            {**asdict(one.line.entry), "for": one.reader, "at": one.line.at, "superseded": one.is_superseded}
            for one in found
        ]
        click.echo(json.dumps(told, indent=2, ensure_ascii=False))
        return
    _print(["Edition", "For", "Copy", "Holder", "Since", "By", "Standing"], [_held(one) for one in found])
    settings.next("egci-report ledger verify")


def _print(heads: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    lines = columns(heads, rows, terminal_width())
    click.echo("\n".join([click.style(lines[0], bold=True), *lines[1:]]))


def _row(line: LedgerLine) -> list[str]:
    entry = line.entry
    what = f"{entry.event.value}, {entry.channel}" + (f": {entry.result}" if entry.result else "")
    return [str(line.number), line.at, entry.paper, entry.edition, str(entry.copy), entry.holder, what]


def _held(one: Holding) -> list[str]:
    entry = one.line.entry
    return [
        entry.edition,
        one.reader,
        str(entry.copy),
        entry.holder,
        one.line.at[:10],
        entry.channel,
        one.standing,
    ]
