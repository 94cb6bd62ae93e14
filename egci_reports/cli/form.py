"""`form`: makes Word forms in which people enter records, filled with what is on record."""

from __future__ import annotations

import click

from egci_reports.cli import arguments, options
from egci_reports.cli.formats import force as force_option
from egci_reports.cli.paper import shown
from egci_reports.cli.settings import Settings


@click.group()
def form() -> None:
    """Make a Word form in which to enter a record.

    What is on record stands in the form. Send it, fill it in, put it into a folder, and read it back with
    "egci-report collect FOLDER".

    \b
    Examples:
      egci-report form meeting 21
      egci-report form plan 20
      egci-report form brief 20 3
      egci-report form paper annual 2025
    """


def _of_plenary(name: str, said: str) -> click.Command:
    """Return the command that makes a form which takes the number of a plenary and nothing else."""

    @click.command(name, help=said)
    @arguments.plenary
    @force_option
    @options.out
    @options.common
    @click.pass_obj
    def made(settings: Settings, number: int, force: bool) -> None:  # noqa: FBT001 - click passes options by name
        _make(settings, name, number, force=force)

    return made


for _name, _said in {
    "meeting": """Of what a plenary decided, who was there, and its actions, signings, events and sources.

        NUMBER is a plenary on record, or the next.""",
    "plan": "Of the work plan agreed at a plenary: its items, leads and dates.",
    "remarks": "Of the opening and closing remarks at a plenary.",
}.items():
    form.add_command(_of_plenary(_name, _said))


@form.command()
@arguments.plenary
@click.argument("area", type=click.IntRange(min=1, max=99), metavar="AREA")
@force_option
@options.out
@options.common
@click.pass_obj
def brief(settings: Settings, number: int, area: int, force: bool) -> None:  # noqa: FBT001 - click passes options by name
    """Of the brief before a plenary on an area of the plan under review, by its place."""
    _make(settings, "brief", number, f"brief-{area}", force=force)


@form.command()
@click.argument("paper", nargs=-1, required=True, metavar="PAPER")
@force_option
@options.out
@options.common
@click.pass_obj
def paper(settings: Settings, paper: tuple[str, ...], force: bool) -> None:  # noqa: FBT001 - click passes options by name
    """Of officers' paragraphs for a paper: annual 2025, briefing 20, history."""
    _make(settings, "paper", 0, "-".join(paper), force=force)


def _make(settings: Settings, name: str, number: int, owner: str = "", *, force: bool) -> None:
    from egci_reports.app.entering.forms import make_form  # noqa: PLC0415 - `--help` needs neither
    from egci_reports.app.papers.output import write  # noqa: PLC0415

    workspace = settings.workspace()
    for path in write(make_form(workspace, name, number, owner), workspace.reports, force=force).paths:
        click.echo(shown(path))
    settings.next("egci-report collect FOLDER")
