"""`timetable`: the steps of a plenary, as a page and a calendar, and what of them is late."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import click

from egci_reports.app.papers.order import Format, Order
from egci_reports.cli import arguments, options
from egci_reports.cli.formats import force as force_option
from egci_reports.cli.formats import formats as formats_option
from egci_reports.cli.layout import plain, terminal_width
from egci_reports.cli.paper import shown
from egci_reports.cli.settings import Settings
from egci_reports.cli.table import columns
from egci_reports.cli.today import today

if TYPE_CHECKING:
    from egci_reports.app.reading.timetable import StepRow


@click.command()
@arguments.plenary
@formats_option
@force_option
@options.out
@options.as_of
@options.as_json
@options.common
@click.pass_obj
def timetable(settings: Settings, number: int, formats: tuple[Format, ...], force: bool) -> None:  # noqa: FBT001 - click passes options by name
    """Make the timetable of a plenary, and say what is late.

    Each step is reckoned from the date of the plenary by the lead times of group.yaml, on days on which
    offices work in Hong Kong, or on both sides. When the date moves, all moves. Beside the page a calendar
    file (.ics) is made. What is late is said here alone, by today's date or that of --as-of.

    \b
    Examples:
      egci-report timetable 20
      egci-report timetable 20 --as-of 2025-09-01
    """
    from egci_reports.app.papers.begin import begin  # noqa: PLC0415 - `--help` needs none of it
    from egci_reports.app.papers.build import build  # noqa: PLC0415 - `--help` needs none of it
    from egci_reports.app.papers.calendar_file import calendar_of  # noqa: PLC0415
    from egci_reports.app.papers.output import write  # noqa: PLC0415
    from egci_reports.app.reading.timetable import rows_of  # noqa: PLC0415
    from egci_reports.distribution.register import papers_out  # noqa: PLC0415
    from egci_reports.writing import write_atomically  # noqa: PLC0415

    workspace, day = settings.workspace(), today(settings)
    draft = begin(workspace, Order("timetable", str(number), formats=formats))
    rows = rows_of(draft, day, papers_out(workspace))
    written = write(build(draft), workspace.reports, force=force)
    name, content = calendar_of(draft)
    calendar = workspace.reports / name
    write_atomically(calendar, content)
    paths = [*written.paths, calendar]
    if settings.as_json:
        told = {
            "as_at": str(day),
            "files": [str(path) for path in paths],
            "steps": [_told(row) for row in rows],
        }
        click.echo(json.dumps(told, indent=2, ensure_ascii=False))
        return
    for path in paths:
        click.echo(shown(path))
    lines = columns(
        ["Day", "Step", "Stands"], [[row.day_words, row.title, row.stands] for row in rows], terminal_width()
    )
    settings.note("\n".join(plain(line) for line in lines))
    late = [row for row in rows if row.is_late]
    settings.note(f"As at {day}: {len(late)} late.")
    settings.next(f"egci-report {late[0].command}" if late and late[0].command else "egci-report status")


def _told(row: StepRow) -> dict[str, object]:
    return {
        "step": row.step,
        "title": row.title,
        "day": str(row.day),
        "state": row.state,
        "days": row.days,
        "command": row.command,
    }
