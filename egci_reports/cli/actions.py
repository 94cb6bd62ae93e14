"""`actions`: the list of actions as at a day, overdue first."""

from __future__ import annotations

import json
from dataclasses import asdict

import click

from egci_reports.app.reading.actions import ActionList, action_list
from egci_reports.cli import completion, options
from egci_reports.cli.layout import terminal_width
from egci_reports.cli.settings import Settings
from egci_reports.cli.table import columns

_HEADS = ("No.", "Due", "State", "Owner", "Action", "Latest progress")


@click.command()
@click.option(
    "--for",
    "owner",
    metavar="BODY",
    help="Only those for which this body answers.",
    shell_complete=completion.bodies,
)
@click.option("--all", "closed", is_flag=True, help="Also those that are closed.")
@options.as_of
@options.as_json
@options.common
@click.pass_obj
def actions(settings: Settings, owner: str | None, closed: bool) -> None:  # noqa: FBT001 - click passes options by name
    """List the actions, overdue first.

    Overdue is counted to the day of --as-of, else to the last day that the records know; never by the clock.

    \b
    Examples:
      egci-report actions --as-of 2025-01-31
      egci-report actions --for C&ED --all
    """
    records = settings.records(settings.as_of)
    found = action_list(records, settings.as_of, owner=owner, closed=closed) if records.actions else None
    if settings.as_json:
        click.echo(json.dumps(_plain(found), indent=2, ensure_ascii=False, default=str))
        return
    if found is None:
        settings.note("No action is on record.")
        return
    rows = [
        (line.number, f"{line.due}", line.standing, line.owner_name, line.action, line.progress or "-")
        for line in found.lines
    ]
    lines = columns(_HEADS, rows, terminal_width())
    click.echo("\n".join([click.style(lines[0], bold=True), *lines[1:]]))
    settings.note(f"As at {found.as_at}. {_hidden(found)}".rstrip())
    settings.next("egci-report status")


def _hidden(found: ActionList) -> str:
    return f"Closed and not shown: {found.hidden} (--all shows them)." if found.hidden else ""


def _plain(found: ActionList | None) -> dict[str, object]:
    if found is None:
        return {"as_at": None, "actions": []}
    return {"as_at": found.as_at, "actions": [asdict(line) for line in found.lines]}
