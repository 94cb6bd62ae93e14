"""`status`: one screen in the morning."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import asdict

import click

from egci_reports.app.reading.status import OverviewLine
from egci_reports.app.reading.status import status as state_of
from egci_reports.cli import options
from egci_reports.cli.layout import hang, terminal_width
from egci_reports.cli.settings import Settings

_SHOWN = 4
"""Entries of one topic that are shown, so that all fits on one screen."""


@click.command()
@options.as_of
@options.as_json
@options.common
@click.pass_obj
def status(settings: Settings) -> None:
    """Show on one screen what is open, and the next date.

    Open are disputes undecided, areas without thread, returns outstanding or not cleared, actions overdue,
    briefs to follow or not cleared, and fields that wait for an officer.

    Days are counted from that of --as-of, else from the last day that the records know; never by the clock.

    \b
    Example:
      egci-report status --as-of 2025-01-31
    """
    state = state_of(settings.records(None), settings.as_of)
    if settings.as_json:
        click.echo(json.dumps(asdict(state), indent=2, ensure_ascii=False, default=str))
        return
    click.echo(click.style(f"As at {state.as_at}" if state.as_at else "The records know no day", bold=True))
    for topic in state.topics:
        click.echo("\n".join(_lines(topic, terminal_width())))
    coming = f"{state.next_date.day}: {state.next_date.what}" if state.next_date else "none on record"
    click.echo("\n".join(hang("Next date", coming, _COLUMN, terminal_width())))
    first = next((topic for topic in state.topics if topic.open), None)
    settings.next(f"egci-report {first.command if first else 'list'}")


_COLUMN = 26


def _lines(topic: OverviewLine, width: int) -> Iterator[str]:
    if not topic.open:
        yield from hang(topic.name, "none", _COLUMN, width)
        return
    yield from hang(topic.name, str(len(topic.open)), _COLUMN, width)
    for entry in topic.open[:_SHOWN]:
        yield from hang("", entry, 4, width)
    if len(topic.open) > _SHOWN:
        yield from hang("", f"and {len(topic.open) - _SHOWN} more", 4, width)
