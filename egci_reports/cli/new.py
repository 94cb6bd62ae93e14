"""`new`: begins a record."""

from __future__ import annotations

import click

from egci_reports.app.scaffold import begin_meeting
from egci_reports.cli import options
from egci_reports.cli.settings import Settings


@click.group()
def new() -> None:
    """Begin the record of the next plenary.

    \b
    Example:
      egci-report new meeting 20
    """


@new.command()
@click.argument("number", type=options.NumberType(), required=False, metavar="[NUMBER]")
@options.common
@click.pass_obj
def meeting(settings: Settings, number: int | None) -> None:
    """Begin the record of a plenary, by default the next one.

    The file is filled with what can be proposed from the plenary before, and valid as it stands. Its comments
    tell what to fill in.

    \b
    Example:
      egci-report new meeting 20
    """
    begun = begin_meeting(settings.workspace(), number)
    click.echo(begun.path)
    if begun.proposed:
        settings.note(f"Proposed, to be confirmed: {', '.join(begun.proposed)}.")
    settings.note("Fill it in as its comments say.")
    settings.next("egci-report check")
