"""`list`: the records of one kind, as a table."""

from __future__ import annotations

import json

import click

from egci_reports.app.reading.listing import KINDS, Listing, cell_text, listing
from egci_reports.cli import options
from egci_reports.cli.layout import terminal_width
from egci_reports.cli.settings import Settings
from egci_reports.cli.table import columns


@click.command("list")
@click.argument(
    "kind", default="plenaries", metavar="[KIND]", shell_complete=options.completed(lambda: KINDS)
)
@options.as_of
@options.as_json
@options.common
@click.pass_obj
def list_(settings: Settings, kind: str) -> None:
    """List the plenaries, or bodies, people, agreements ...

    KIND is plenaries (the default), bodies, people, agreements, events, threads, phases or sources.

    \b
    Examples:
      egci-report list
      egci-report list bodies
      egci-report list plenaries --as-of 2015-12-31
    """
    table = listing(settings.records(settings.as_of), kind)
    if settings.as_json:
        settings.tell(_json(table))
        return
    lines = columns(table.heads, table.texts(), terminal_width())
    settings.tell("\n".join([click.style(lines[0], bold=True), *lines[1:]]))
    column = min(table.heads.index(head) for head in ("No.", "Id") if head in table.heads)
    if table.rows:
        settings.next(f"egci-report show {cell_text(table.rows[-1][column])}")


def _json(table: Listing) -> str:
    keys = [head.lower().rstrip(".").replace(" ", "_") for head in table.heads]
    rows = [dict(zip(keys, row, strict=True)) for row in table.rows]
    return json.dumps(rows, indent=2, ensure_ascii=False, default=str)
