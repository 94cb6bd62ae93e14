"""`toy`: MADE UP, the command of a paper."""

from __future__ import annotations

import click

from egci_reports.app.papers.order import Format, Order, Stage
from egci_reports.cli.paper import make, paper_options
from egci_reports.cli.settings import Settings


@click.command()
@click.argument("year")
@paper_options
@click.pass_obj
def toy(
    settings: Settings,
    year: str,
    formats: tuple[Format, ...],
    edition: str,
    marking: str | None,
    force: bool,
    stage: Stage | None,
) -> None:
    """Make a toy."""
    order = Order("toy", year, edition, settings.as_of, marking, formats)
    make(settings, order, force=force, stage=stage)
