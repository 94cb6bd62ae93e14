"""`annual`: the annual progress report of a year."""

from __future__ import annotations

import click

from egci_reports.app.papers.order import Audience, Format, Order, Stage
from egci_reports.cli import completion
from egci_reports.cli.naming import SubjectType
from egci_reports.cli.paper import for_audience, make, paper_options
from egci_reports.cli.settings import Settings


@click.command()
@click.argument(
    "year", type=SubjectType("annual", 1900, 2999), metavar="YEAR", shell_complete=completion.years
)
@for_audience
@paper_options
@click.pass_obj
def annual(
    settings: Settings,
    year: int,
    formats: tuple[Format, ...],
    edition: str,
    marking: str | None,
    force: bool,  # noqa: FBT001 - click passes options by name
    stage: Stage | None,
    audience: Audience,
) -> None:
    """Make the annual progress report of a year.

    It is the report of the plenary of that calendar year, held or to come. With --for joint it is made for
    both sides, with --for public for everybody: from what they may read, and from nothing else.

    \b
    Examples:
      egci-report annual 2024
      egci-report annual 2024 --for joint
      egci-report annual 2013 --as-of 2013-12-31
      egci-report annual 2024 --format word --out drafts
    """
    order = Order("annual", str(year), edition, settings.as_of, marking, formats, audience=audience)
    make(settings, order, force=force, stage=stage)
