"""`sheet`: a list as a sheet, to be filled in and collected."""

from __future__ import annotations

import click

from egci_reports.cli import arguments, options
from egci_reports.cli.paper import shown
from egci_reports.cli.settings import Settings


@click.command()
@click.argument("kind", metavar="LIST")
@arguments.plenary_if_any
@click.option(
    "--force", is_flag=True, help="Replace a sheet that may have been filled in; it is kept beside."
)
@options.out
@options.common
@click.pass_obj
def sheet(settings: Settings, kind: str, number: int | None, *, force: bool) -> None:
    """Make a sheet of the work plan, actions ...

    LIST is plan, returns or delegation, with the NUMBER of a plenary, or actions or recipients. The sheet
    has a row for each entry: what it is known by is locked, choices are offered in their cells, and lines
    below are open for new entries. The command collect reads it back, also together with forms.

    \b
    Examples:
      egci-report sheet plan 20
      egci-report sheet actions
    """
    from egci_reports.app.sheets.make import make_sheet  # noqa: PLC0415 - `--help` needs none of it

    workspace = settings.workspace()
    made = make_sheet(workspace, kind, number, force=force)
    click.echo(shown(made.path))
    if made.kept:
        settings.note(f"The sheet that was there is kept as {shown(made.kept)}.")
    settings.note(f"{made.rows} row{'' if made.rows == 1 else 's'} on record.")
    settings.next("egci-report collect FOLDER")
