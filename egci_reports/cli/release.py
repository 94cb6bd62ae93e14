"""`release`: the draft of the press release on a plenary."""

from __future__ import annotations

import click

from egci_reports.app.papers.order import Audience, Format, Order, Stage
from egci_reports.cli import arguments
from egci_reports.cli.paper import make_drafts, paper_options
from egci_reports.cli.settings import Settings


@click.command()
@arguments.plenary
@paper_options
@click.pass_obj
def release(
    settings: Settings,
    number: int,
    formats: tuple[Format, ...],
    edition: str,
    marking: str | None,
    force: bool,  # noqa: FBT001 - click passes options by name
    stage: Stage | None,
) -> None:
    """Draft the press release on a plenary.

    It has the form of the press office and is made from what is public: before the meeting that is its number
    and its day. All else is a gap, which a cleared text for the public closes: in
    data/papers/release-NUMBER.yaml, for the section heads, agreed, quotation or bodies. With a gap it gets no
    number.

    \b
    Examples:
      egci-report release 21
      egci-report release 20 --format word
    """
    from egci_reports.app.papers.release import release_of  # noqa: PLC0415 - `--help` needs none of it

    workspace = settings.workspace()
    order = Order("release", str(number), edition, settings.as_of, marking, formats, audience=Audience.PUBLIC)
    make_drafts(settings, [release_of(workspace, order)], workspace, force=force, stage=stage)
