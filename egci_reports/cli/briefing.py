"""`briefing`: the pack that is held before a plenary."""

from __future__ import annotations

from dataclasses import replace

import click

from egci_reports.app.papers.order import AnnexPlace, Audience, Format, Order, Stage
from egci_reports.cli import completion
from egci_reports.cli.naming import SubjectType
from egci_reports.cli.paper import make, make_drafts, paper_options
from egci_reports.cli.settings import Settings


@click.command()
@click.argument(
    "number",
    required=False,
    type=SubjectType("briefing", 1, 999),
    metavar="[NUMBER]",
    shell_complete=completion.plenaries,
)
@click.option(
    "--for",
    "body",
    shell_complete=completion.readers,
    metavar="BODY",
    help="Make the pack of one department: its id, abbreviation or name; or of all.",
)
@click.option(
    "--annexes",
    type=click.Choice(AnnexPlace, case_sensitive=False),
    default="appended",
    show_default=True,
    help="Append annexes to the PDF, or leave each in a file of its own.",
)
@paper_options
@click.pass_obj
def briefing(
    settings: Settings,
    number: int | None,
    body: str | None,
    annexes: AnnexPlace,
    formats: tuple[Format, ...],
    edition: str,
    marking: str | None,
    force: bool,  # noqa: FBT001 - click passes options by name
    stage: Stage | None,
) -> None:
    """Make the briefing pack before a plenary.

    Without NUMBER it prepares the next plenary. For one that was held it is the pack of the day before:
    of the plenary itself it knows number and date. What only an officer can write comes from data/briefs/;
    what is not there stands as a prompt in a draft, and refuses a numbered edition.

    With --for it is the part of one department: its items, returns and actions, its own brief, the common
    parts and a slip to send back, and nothing of what others wrote.

    \b
    Examples:
      egci-report briefing
      egci-report briefing 19
      egci-report briefing 20 --format word --out drafts
      egci-report briefing 20 --for customs-and-excise-department
      egci-report briefing 20 --for all
    """
    subject = "next" if number is None else str(number)
    order = Order("briefing", subject, edition, settings.as_of, marking, formats, annexes)
    if body in (Audience.INTERNAL, Audience.JOINT, Audience.PUBLIC):
        order, body = replace(order, audience=Audience(body)), None
    if body is None:
        make(settings, order, force=force, stage=stage)
        return
    from egci_reports.app.papers.departments import drafts_for  # noqa: PLC0415 - `--help` needs none of it

    workspace = settings.workspace()
    drafts = drafts_for(workspace, order, body)
    make_drafts(settings, drafts, workspace, force=force, stage=stage)
