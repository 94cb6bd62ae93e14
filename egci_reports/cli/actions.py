"""`actions`: the list of actions as at a day, overdue first."""

from __future__ import annotations

import json
from dataclasses import asdict
from datetime import date

import click

from egci_reports.app.keeping.decide_action import ActionDecision, decide
from egci_reports.app.reading.actions import ActionList, action_list
from egci_reports.cli import completion, options
from egci_reports.cli.layout import terminal_width
from egci_reports.cli.paper import shown
from egci_reports.cli.settings import Settings
from egci_reports.cli.table import columns

_HEADS = ("No.", "Due", "State", "Owner", "Action", "Latest progress")


@click.command()
@click.argument("number", required=False, metavar="[NUMBER]")
@click.option("--close", "paragraph", metavar="PARAGRAPH", help="Closed: the paragraph of the notes.")
@click.option("--carry", is_flag=True, help="It goes on as it is.")
@click.option("--due", type=options.DayType(), metavar="DATE", help="It is due on another day.")
@click.option("--at", "meeting", type=options.NumberType(), help="The plenary that decided.")
@click.option("--by", metavar="WHO", help="Who decided.")
@click.option("--on", type=options.DayType(), metavar="DATE", help="The day of the decision.")
@click.option("--reason", metavar="WHY", help="Why it was decided.")
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
def actions(
    settings: Settings,
    number: str | None,
    paragraph: str | None,
    carry: bool,  # noqa: FBT001 - click passes options by name
    due: date | None,
    meeting: int | None,
    by: str | None,
    on: date | None,
    reason: str | None,
    owner: str | None,
    closed: bool,  # noqa: FBT001 - click passes options by name
) -> None:
    """List the actions, overdue first.

    With NUMBER it enters a decision: --close with the paragraph of the notes, --carry or --due, at which
    plenary, and by whom, when and why. Nothing closes or moves an action but a decision.

    Overdue is counted to the day of --as-of, else to the last day that the records know; never by the clock.

    \b
    Examples:
      egci-report actions --as-of 2025-01-31
      egci-report actions --for C&ED --all
      egci-report actions 19-03 --close "paragraph 9" --at 20 --by "the plenary" --on 2025-10-20 --reason done
      egci-report actions 19-04 --due 2026-06-30 --by DPO --on 2025-12-01 --reason "tender late"
    """
    if number is not None:
        _decide(settings, number, _decision(paragraph, due, meeting, by, on, reason, carry=carry))
        return
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


def _decision(
    paragraph: str | None,
    due: date | None,
    meeting: int | None,
    by: str | None,
    on: date | None,
    reason: str | None,
    *,
    carry: bool,
) -> ActionDecision:
    """Return the decision that the options say; raises click.UsageError for one that is not whole."""
    if sum((paragraph is not None, due is not None, carry)) != 1:
        raise click.UsageError("say what was decided: --close PARAGRAPH, --carry or --due DATE")
    if by is None or on is None or reason is None:
        raise click.UsageError("a decision has --by, --on and --reason: who decided, when, and why")
    if meeting is None and due is None:
        raise click.UsageError("only a plenary closes an action or carries it over: add --at NUMBER")
    return ActionDecision(by, on, reason, meeting, paragraph, due)


def _decide(settings: Settings, number: str, decision: ActionDecision) -> None:
    click.echo(shown(decide(settings.workspace(), number, decision)))
    settings.next("egci-report actions")


def _hidden(found: ActionList) -> str:
    return f"Closed and not shown: {found.hidden} (--all shows them)." if found.hidden else ""


def _plain(found: ActionList | None) -> dict[str, object]:
    if found is None:
        return {"as_at": None, "actions": []}
    return {"as_at": found.as_at, "actions": [asdict(line) for line in found.lines]}
