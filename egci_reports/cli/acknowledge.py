"""`acknowledge`: enters that a warning may stand, or lists those that stand."""

from __future__ import annotations

import json
from datetime import date

import click

from egci_reports.cli import options
from egci_reports.cli.layout import terminal_width
from egci_reports.cli.paper import shown
from egci_reports.cli.settings import Settings
from egci_reports.cli.table import columns


@click.command()
@click.argument("code", metavar="[CODE]", required=False)
@click.argument("place", metavar="[FILE:LINE]", required=False)
@click.option("--reason", metavar="TEXT", help="Why the warning may stand.")
@click.option("--by", metavar="POST", help="Who looked at it: a post or a name.")
@click.option("--on", type=options.DayType(), metavar="DATE", help="On which day (YYYY-MM-DD).")
@options.as_json
@options.common
@click.pass_obj
def acknowledge(
    settings: Settings,
    code: str | None,
    place: str | None,
    reason: str | None,
    by: str | None,
    on: date | None,
) -> None:
    """Enter that a warning was looked at and may stand.

    CODE and FILE:LINE are as check prints them; the place may be left out where one warning has the code. The
    entry is put into data/acknowledged.yaml: check then counts the warning and does not repeat it, until what
    it says or the line it stands at changes. Without CODE it lists the warnings, and what was acknowledged.

    \b
    Examples:
      egci-report acknowledge
      egci-report acknowledge C306 meetings/03.yaml:47 --reason "No later plan takes it up."
          --by "Assistant Secretary" --on 2025-11-03
    """
    from egci_reports.app.keeping.acknowledge import acknowledge as enter  # noqa: PLC0415 - `--help` needs none

    if code is None:
        _list(settings)
        return
    if reason is None or by is None or on is None:
        raise click.UsageError("say why, who looked, and when: --reason TEXT --by POST --on YYYY-MM-DD")
    path, entry = enter(settings.workspace(), code, place, reason.strip(), by.strip(), on)
    if settings.as_json:
        click.echo(json.dumps(entry.model_dump(mode="json"), indent=2, ensure_ascii=False))
        return
    click.echo(shown(path))
    settings.note(f"Acknowledged: {entry.code} of {entry.record}, {entry.says}.")
    settings.next("egci-report check")


def _list(settings: Settings) -> None:
    from egci_reports.app.keeping.acknowledge import standing  # noqa: PLC0415 - as above

    found = standing(settings.workspace())
    if settings.as_json:
        told = [{"code": one.code, "place": str(one.position), "says": one.message} for one in found.told]
        acknowledged = [one.model_dump(mode="json") for one in found.acknowledged]
        click.echo(json.dumps({"told": told, "acknowledged": acknowledged}, indent=2, ensure_ascii=False))
        return
    width = terminal_width()
    if found.told:
        rows = [(one.code, str(one.position), one.message) for one in found.told]
        click.echo("\n".join(columns(("Warning", "Place", "What it says"), rows, width)))
    if found.acknowledged:
        rows = [(one.code, one.record, f"{one.reason} ({one.by}, {one.on})") for one in found.acknowledged]
        click.echo("\n".join(columns(("Acknowledged", "Record", "Why, by whom"), rows, width)))
    if not found.told and not found.acknowledged:
        settings.note("No warning stands.")
    settings.next("egci-report check")
