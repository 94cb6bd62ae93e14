"""`call`: the covering memo of a call for returns, and a Word form for each department."""

from __future__ import annotations

import click

from egci_reports.cli import completion, options
from egci_reports.cli.naming import SubjectType
from egci_reports.cli.paper import edition as edition_option
from egci_reports.cli.paper import marking as marking_option
from egci_reports.cli.paper import shown
from egci_reports.cli.settings import Settings


@click.command()
@click.argument(
    "number", type=SubjectType("call", 1, 999), metavar="NUMBER", shell_complete=completion.plenaries
)
@edition_option
@marking_option
@click.option("--force", is_flag=True, help="Replace a file edited by hand; it is kept beside.")
@options.out
@options.common
@click.pass_obj
def call(settings: Settings, number: int, edition: str, marking: str | None, force: bool) -> None:  # noqa: FBT001 - click passes options by name
    """Make the memo and the forms that ask for returns.

    NUMBER is the plenary to come. When the memo goes out, and the last day for replies, stand under 'call' in
    its file. The memo is a draft until it has a number. Each form has the department's items, locked, with
    their last entries, and open fields.

    \b
    Examples:
      egci-report call 20
      egci-report call 20 --edition 1.0
    """
    from egci_reports.app.papers.output import write  # noqa: PLC0415
    from egci_reports.app.returns.call import call as called_for  # noqa: PLC0415 - `--help` needs neither

    workspace = settings.workspace()
    called = called_for(workspace, number, marking, edition)
    for built in called.all:
        for path in write(built, workspace.reports, force=force).paths:
            click.echo(shown(path))
    for what in called.missing:
        settings.note(what)
    count = len(called.forms)
    settings.note(f"A memo and {count} form{'' if count == 1 else 's'}.")
    settings.next("egci-report collect FOLDER")
