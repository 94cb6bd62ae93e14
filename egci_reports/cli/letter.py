"""`letter`: what the secretariat writes about a plenary, to all whom it concerns."""

from __future__ import annotations

import click

from egci_reports.app.papers.order import Format, Order, Stage
from egci_reports.cli import arguments, options
from egci_reports.cli.formats import force as force_option
from egci_reports.cli.formats import formats as formats_option
from egci_reports.cli.paper import edition as edition_option
from egci_reports.cli.paper import make_drafts
from egci_reports.cli.paper import marking as marking_option
from egci_reports.cli.settings import Settings

LETTERS = {
    "thanks": "thanks",
    "follow-up": "followup",
    "invitation": "invitation",
    "reminder": "reminder",
    "second-reminder": "secondreminder",
}
"""The letters as they are asked for, and as kinds of paper."""


@click.command()
@click.argument("kind", type=click.Choice(tuple(LETTERS)), metavar="KIND")
@arguments.plenary
@click.option("--to", "body", metavar="BODY", help="Write to this department alone, or to: joint.")
@formats_option
@edition_option
@marking_option
@force_option
@click.option("--stage", type=click.Choice(Stage), hidden=True)
@options.out
@options.as_json
@options.common
@click.pass_obj
def letter(
    settings: Settings,
    kind: str,
    number: int,
    body: str | None,
    formats: tuple[Format, ...],
    edition: str,
    marking: str | None,
    force: bool,  # noqa: FBT001 - click passes options by name
    stage: Stage | None,
) -> None:
    """Write letters: thanks, follow-up, invitation, reminders.

    KIND is thanks, follow-up, invitation, reminder or second-reminder, NUMBER the plenary.

    Each goes to all whom it concerns: thanks and follow-up to departments and to the Guangdong side, the
    invitation to name delegates likewise, reminders to those whose return is late and only to them. The day
    of a letter is that of the timetable, or `dated` in data/papers/KIND-NUMBER.yaml; reference, contact and
    signatory stand under `office` in group.yaml. What is not entered is a gap in drafts and refuses a number.
    Copies go out with `distribute`, by the same channels and ledger as those of other papers.

    \b
    Examples:
      egci-report letter thanks 20
      egci-report letter follow-up 20 --to customs-and-excise-department
      egci-report letter follow-up 20 --to joint
      egci-report letter reminder 21 --edition 1.0
      egci-report distribute reminder 21 --edition 1.0 --issue
    """
    from egci_reports.app.papers.letters import letters_for  # noqa: PLC0415 - `--help` needs none of it

    workspace = settings.workspace()
    order = Order(LETTERS[kind], str(number), edition, marking=marking, formats=formats)
    drafts = tuple(letters_for(workspace, order, body))
    if not drafts:
        settings.note("It concerns nobody now: no letter is written.")
        return
    make_drafts(settings, drafts, workspace, force=force, stage=stage)
