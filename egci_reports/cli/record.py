"""`record`: the record of a plenary, internal or joint."""

from __future__ import annotations

import click

from egci_reports.app.papers.order import Audience, Format, Order, Stage
from egci_reports.cli import arguments
from egci_reports.cli.paper import for_audience, make, paper_options
from egci_reports.cli.settings import Settings


@click.command()
@arguments.plenary
@for_audience
@paper_options
@click.pass_obj
def record(
    settings: Settings,
    number: int,
    formats: tuple[Format, ...],
    edition: str,
    marking: str | None,
    force: bool,  # noqa: FBT001 - click passes options by name
    stage: Stage | None,
    audience: Audience,
) -> None:
    """Make the record of a plenary.

    It says who was there, what was reported and agreed, and which actions. A draft has what is on record,
    locked, and a field for all else: fill it in in Word, and collect it. It is the notes of the Hong Kong
    side; with --for joint it is the joint record, without what is noted for our side alone. Actions agreed
    in it get their numbers when it is collected.

    \b
    Examples:
      egci-report record 20
      egci-report record 20 --for joint
      egci-report record 20 --edition 1.0
    """
    order = Order("record", str(number), edition, settings.as_of, marking, formats, audience=audience)
    make(settings, order, force=force, stage=stage)
