"""`history`: the cumulative history of the group."""

from __future__ import annotations

from datetime import date

import click

from egci_reports.app.papers.order import Audience, Format, Order, Stage
from egci_reports.cli.paper import for_audience, make, paper_options
from egci_reports.cli.settings import Settings


@click.command()
@click.option(
    "--through",
    type=click.IntRange(1900, 2999),
    metavar="YEAR",
    help="Stand at the end of this year: as --as-of YEAR-12-31.",
)
@click.option(
    "--short",
    is_flag=True,
    help="Make the summary, the overview and the story alone, as a paper of its own: history-short.",
)
@for_audience
@paper_options
@click.pass_obj
def history(
    settings: Settings,
    through: int | None,
    short: bool,  # noqa: FBT001 - click passes options by name
    formats: tuple[Format, ...],
    edition: str,
    marking: str | None,
    force: bool,  # noqa: FBT001 - click passes options by name
    stage: Stage | None,
    audience: Audience,
) -> None:
    """Make the cumulative history of the group.

    Its first page says what the group is; then come the story, the subjects, who took part, agreements and
    events, and a sheet for every plenary on record.

    \b
    Examples:
      egci-report history
      egci-report history --short
      egci-report history --for public
      egci-report history --through 2015
      egci-report history --as-of 2016-01-01 --format pdf
    """
    if through is not None and settings.as_of is not None:
        raise click.UsageError("--through and --as-of both say where to stand: give one of them")
    as_of = settings.as_of if through is None else date(through, 12, 31)
    order = Order("history", "short" if short else "all", edition, as_of, marking, formats, audience=audience)
    make(settings, order, force=force, stage=stage)
