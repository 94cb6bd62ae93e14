"""`briefing`: the pack that is held before a plenary."""

from __future__ import annotations

import click

from egci_reports.app.order import Format, Order, Stage
from egci_reports.cli.paper import make, paper_options
from egci_reports.cli.settings import Settings


@click.command()
@click.argument("number", required=False, type=click.IntRange(min=1, max=999), metavar="[NUMBER]")
@paper_options
@click.pass_obj
def briefing(
    settings: Settings,
    number: int | None,
    formats: tuple[Format, ...],
    edition: str,
    marking: str | None,
    force: bool,  # noqa: FBT001 - click passes options by name
    stage: Stage | None,
) -> None:
    """Make the briefing pack before a plenary.

    Without NUMBER it prepares the next plenary. For one that was held it is the pack of the day before:
    of the plenary itself it knows number and date. What only an officer can write stands as a prompt.

    \b
    Examples:
      egci-report briefing
      egci-report briefing 19
      egci-report briefing 20 --format word --out drafts
    """
    subject = "next" if number is None else str(number)
    make(
        settings,
        Order("briefing", subject, edition, settings.as_of, marking, formats),
        force=force,
        stage=stage,
    )
