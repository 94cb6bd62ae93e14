"""`all`: every paper of the workspace, those that are not up to date."""

from __future__ import annotations

import json
import time
from typing import TYPE_CHECKING

import click

from egci_reports.app.papers.formats import Format
from egci_reports.cli import options
from egci_reports.cli.formats import force, formats
from egci_reports.cli.progress import progress
from egci_reports.cli.settings import Settings

if TYPE_CHECKING:
    from egci_reports.app.all_papers.update import PaperOutcome


@click.command(name="all")
@formats
@force
@click.option(
    "--explain", is_flag=True, help="Say why each paper was made or left, and what others there are."
)
@click.option(
    "--jobs", type=click.IntRange(1, 64), metavar="N", help="Work in so many processes; else one a processor."
)
@options.out
@options.as_json
@options.common
@click.pass_obj
def all_(
    settings: Settings,
    formats: tuple[Format, ...],
    force: bool,  # noqa: FBT001 - click passes options by name
    explain: bool,  # noqa: FBT001
    jobs: int | None,
) -> int:
    """Make every paper that is not up to date.

    These are the annual reports of all years, the history and its short form, the packs before all plenaries
    and the parts of single departments in the next of them: all as drafts, for the Hong Kong side. A paper is
    made if a record, template or word that it is made from has changed, or the program, or if a file of it is
    gone; a file edited by hand is left as it is until then. Letters, calls, records, releases and timetables
    are made by their own commands.

    \b
    Examples:
      egci-report all
      egci-report all --explain
      egci-report all --format pdf --out drafts
    """
    start = time.perf_counter()
    workspace = settings.workspace()
    if not explain:
        from egci_reports.app.all_papers.current import current_papers  # noqa: PLC0415 - `--help` needs none

        if number := current_papers(workspace, formats):
            if settings.as_json:
                click.echo(_json((), number))
            settings.note(f"All {number} papers are up to date.")
            return 0
    from egci_reports.app.all_papers.run import update_all  # noqa: PLC0415 - not where nothing is to be done
    from egci_reports.cli import outcomes  # noqa: PLC0415

    with progress(settings) as told:
        done = update_all(workspace, formats, told, force=force, workers=jobs)
    if settings.as_json:
        click.echo(_json(done, sum(one.error is None for one in done)))
    else:
        outcomes.show(settings, done, explain=explain)
    outcomes.summary(settings, done, time.perf_counter() - start)
    return outcomes.exit_code(done)


def _json(done: tuple[PaperOutcome, ...], number: int) -> str:
    papers = [
        {
            "paper": one.name,
            "state": one.state,
            "reason": one.reason.kind,
            "things": one.reason.things,
            "files": [str(path) for path in one.paths],
            "errors": [finding.message for finding in one.error.findings] if one.error else [],
        }
        for one in done
    ]
    return json.dumps({"up_to_date": number, "papers": papers}, indent=2, ensure_ascii=False)
