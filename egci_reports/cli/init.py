"""`init`: a workspace with a copy of the records."""

from __future__ import annotations

from pathlib import Path

import click

from egci_reports.app.keeping.init import EXAMPLE_DAY, make_workspace
from egci_reports.cli import options
from egci_reports.cli.settings import Settings


@click.command()
@click.argument(
    "folder", default=".", metavar="[DIR]", type=options.PlaceType(file_okay=False, path_type=Path)
)
@click.option("--templates", is_flag=True, help="Copy the templates too, to change their wording or look.")
@click.option("--example", is_flag=True, help="The records of a made-up group, to learn with.")
@options.quiet
@options.debug
@click.pass_obj
def init(settings: Settings, folder: Path, *, templates: bool, example: bool) -> None:
    """Make a workspace with a copy of the records.

    DIR is the folder, by default this one. Its data/ must be empty or not there yet; with --templates it may
    be a workspace, which is then given the templates that it has not, and keeps all that it has. With
    --example it has the year of a group that does not exist: every page made of it says so, and nothing of it
    can be mailed.

    \b
    Examples:
      egci-report init
      egci-report init "EGCI records"
      egci-report init --example try-it
    """
    made = make_workspace(folder, templates=templates, example=example)
    for path in made:
        click.echo(path)
    if not made:
        settings.note("All templates are there already; nothing was written.")
    settings.note("A workspace: its records are used by every command called in it or below it.")
    if example:
        settings.note(f"The example stands at {EXAMPLE_DAY}: egci-report status --as-of {EXAMPLE_DAY}")
    settings.next("egci-report check" if folder == Path() else f'cd "{folder}"')
