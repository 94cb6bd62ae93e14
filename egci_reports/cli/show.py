"""`show`: what is recorded of one thing, with its sources."""

from __future__ import annotations

import json

import click

from egci_reports.app.reading.sheets.model import RecordSheet
from egci_reports.app.reading.show import ShownRecord
from egci_reports.app.reading.show import show as show_record
from egci_reports.cli import completion, options
from egci_reports.cli.layout import hang, plain, terminal_width, wrap
from egci_reports.cli.settings import Settings

_LABELS = 16


@click.command()
@click.argument("what", nargs=-1, required=True, metavar="WHAT...", shell_complete=completion.anything)
@options.as_of
@options.as_json
@options.common
@click.pass_obj
def show(settings: Settings, what: tuple[str, ...]) -> None:
    """Show what is recorded of a plenary, body, person ...

    WHAT is the number or the year of a plenary, or the id, abbreviation or name (or a part of it) of a body,
    person, agreement, event, thread or source; "group" is the group itself.

    \b
    Examples:
      egci-report show 19
      egci-report show OGCIO
      egci-report show customs-and-excise-department
      egci-report show 9 --as-of 2015-12-31
    """
    shown = show_record(settings.records(settings.as_of), " ".join(what))
    if settings.as_json:
        settings.tell(_json(shown))
        return
    settings.tell("\n".join(_page(shown.sheet, terminal_width())))
    settings.next("egci-report show ID, with any id in <...>")


def _page(sheet: RecordSheet, width: int) -> list[str]:
    lines = [click.style(line, bold=True) for line in wrap(sheet.title, width)]
    if sheet.place:
        lines.append(f"{plain(sheet.place.file)}:{sheet.place.line}")
    before = 0
    for row in sheet.rows:
        labels = [row.label] + [""] * (len(row.lines) - 1)
        block = [
            part
            for label, text in zip(labels, row.lines, strict=True)
            for part in hang(label, text, _LABELS, width)
        ]
        lines += block if before == len(block) == 1 else ["", *block]
        before = len(block)
    if sheet.references:
        lines += ["", "Sources"]
        for reference in sheet.references:
            lines += hang(f"  [{reference.number}]", reference.text, _LABELS // 2, width)
            lines.append(f"{' ' * (_LABELS // 2)}{plain(reference.url)}")
    return lines


def _json(shown: ShownRecord) -> str:
    place = shown.sheet.place
    where = {"file": place.file, "line": place.line} if place else {}
    return json.dumps(
        {"address": shown.address, **where, "record": shown.fields}, indent=2, ensure_ascii=False
    )
