"""`status`: one screen in the morning."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import asdict
from typing import TYPE_CHECKING

import click

from egci_reports.cli import options
from egci_reports.cli.layout import hang, terminal_width
from egci_reports.cli.settings import Settings
from egci_reports.cli.today import today

if TYPE_CHECKING:
    from egci_reports.app.reading.overview import OpenEntry, Overview, OverviewLine

_SCREEN = 34
"""The lines of the screen; fewer entries of each topic are shown until all fits."""
_MOST_SHOWN = 5
"""Entries of one topic that are shown at most."""
_COLUMN, _DATED, _INDENT = 34, 24, 4
_NO_WORKSPACE = (
    "these are the records shipped with the program. Nothing is kept here of returns, briefs, actions and"
    " copies, so nobody can say what is due."
)


@click.command()
@click.option("--all", "is_whole", is_flag=True, help="List everything, however many lines it takes.")
@options.as_of
@options.as_json
@options.common
@click.pass_obj
def status(settings: Settings, is_whole: bool) -> None:  # noqa: FBT001 - click passes options by name
    """Show on one screen what is due and open, and how late.

    What is most urgent comes first. Shown are steps of the timetable, returns, actions and briefs, with who
    has to do each and by how many days it is late; what is not cleared; disputes; drafts older than their
    records; editions that others hold.

    Days are counted from today, or from the day of --as-of.

    \b
    Examples:
      egci-report status
      egci-report status --all
      egci-report status --as-of 2025-01-31
    """
    from egci_reports.app.reading.stale import stale_papers  # noqa: PLC0415 - `--help` needs none
    from egci_reports.app.reading.status import status as state_of  # noqa: PLC0415
    from egci_reports.distribution.held import topics_of_copies  # noqa: PLC0415
    from egci_reports.distribution.register import papers_out  # noqa: PLC0415

    workspace = settings.workspace()
    records = settings.records(None)
    stale = stale_papers(workspace, records)
    copies = topics_of_copies(workspace, () if settings.amiss else stale)  # wrong records outrun nothing
    state = state_of(workspace, records, today(settings), stale, papers_out(workspace), copies)
    if settings.as_json:
        click.echo(json.dumps(asdict(state), indent=2, ensure_ascii=False, default=str))
        return
    click.echo("\n".join(_screen(state, is_whole=is_whole)))
    if state.is_embedded:
        settings.next("egci-report init")
        return
    first = next((topic for topic in state.topics if topic.open), None)
    command = (first.open[0].command or first.command) if first else "list"
    settings.next(f"egci-report {command}")


def _screen(state: Overview, *, is_whole: bool) -> list[str]:
    """Return the lines of the screen, with as many entries of each topic as it has room for."""
    if is_whole:
        return list(_lines(state, max((len(topic.open) for topic in state.topics), default=0)))
    for shown in range(_MOST_SHOWN, -1, -1):
        lines = list(_lines(state, shown))
        if len(lines) <= _SCREEN:
            break
    return lines


def _lines(state: Overview, shown: int) -> Iterator[str]:
    width = terminal_width()
    yield click.style(f"As at {state.as_at}", bold=True)
    if state.is_embedded:
        yield from hang("No workspace", _NO_WORKSPACE, _COLUMN, width)
    cut = False
    for topic in state.topics:
        if topic.open:
            yield from _topic(topic, shown, width)
            cut = cut or len(topic.open) > shown
    if cut:
        yield "All of it: egci-report status --all"
    closed = [topic.name.lower() for topic in state.topics if not topic.open]
    if closed and not state.is_embedded:
        yield from hang("Nothing open", ", ".join(closed), _COLUMN, width)
    coming = f"{state.next_date.day}: {state.next_date.what}" if state.next_date else "none on record"
    yield from hang("Next date", coming, _COLUMN, width)


def _topic(topic: OverviewLine, shown: int, width: int) -> Iterator[str]:
    yield from hang(topic.name, f"{len(topic.open)} (egci-report {topic.command})", _COLUMN, width)
    column = _DATED if any(entry.due for entry in topic.open) else _INDENT + 1
    for entry in topic.open[:shown]:
        yield from hang(f"{' ' * _INDENT}{entry.lateness}", _entry(entry), column, width)
    if 0 < shown < len(topic.open):
        yield from hang("", f"and {len(topic.open) - shown} more", column, width)


def _entry(entry: OpenEntry) -> str:
    text = f"{entry.text}, {entry.due_words}" if entry.due_words else entry.text
    return f"{text} (egci-report {entry.command})" if entry.command else text
