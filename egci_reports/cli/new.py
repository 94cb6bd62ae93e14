"""`new`: begins a record."""

from __future__ import annotations

import click

from egci_reports.app.keeping.begin_briefs import begin_briefs
from egci_reports.app.keeping.scaffold import begin_meeting
from egci_reports.app.returns.begin_return import begin_return
from egci_reports.cli import arguments, completion, new_entries, options
from egci_reports.cli.settings import Settings


@click.group()
def new() -> None:
    """Begin a record: of a plenary, body, source ...

    \b
    Examples:
      egci-report new meeting 20
      egci-report new body "GS1 Hong Kong" --side hong-kong --kind association
      egci-report new return 20 customs-and-excise-department
      egci-report new briefs 20
    """


@new.command()
@arguments.plenary_if_any
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
    if begun.recipients:
        settings.note(begun.recipients)
    settings.note("Fill it in as its comments say.")
    settings.next("egci-report check")


@new.command()
@arguments.plenary_if_any
@options.common
@click.pass_obj
def briefs(settings: Settings, number: int | None) -> None:
    """Begin officers' words for the pack before a plenary, by default the next one.

    Writes data/briefs/NN/: one file for the pack, and one for the brief on each area of the plan under
    review. Every part stands in a comment, to be filled in. Files that are there are left as they are.

    \b
    Example:
      egci-report new briefs 20
    """
    begun = begin_briefs(settings.workspace(), number)
    for path in begun.paths:
        click.echo(path)
    settings.note("Fill them in as their comments say.")
    settings.next("egci-report check")


@new.command("return")
@arguments.plenary
@click.argument("body", metavar="BODY", shell_complete=completion.bodies)
@options.common
@click.pass_obj
def return_(settings: Settings, number: int, body: str) -> None:
    """Begin the return of a department for a plenary.

    BODY is its id, its abbreviation or a name. The file has the department's items of the plan, and beside
    each its last entry for reference, never as this year's text.

    \b
    Example:
      egci-report new return 20 customs-and-excise-department
    """
    begun = begin_return(settings.workspace(), number, body)
    click.echo(begun.path)
    settings.note(f"{begun.body}: {', '.join(begun.items) or 'no item of the plan is its own'}.")
    settings.note("Fill it in as its comments say.")
    settings.next("egci-report check")


for _command in new_entries.COMMANDS:
    new.add_command(_command)
