"""`collect`: reads filled forms back into the records, after showing each change."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import asdict
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from egci_reports.cli import arguments, options
from egci_reports.cli.layout import hang, terminal_width
from egci_reports.cli.paper import shown
from egci_reports.cli.report import show_findings
from egci_reports.cli.settings import Settings
from egci_reports.cli.today import today

if TYPE_CHECKING:
    from egci_reports.app.collecting.collected import Collected, Collection


@click.command()
@click.argument(
    "folder", type=options.PlaceType(exists=True, file_okay=False, path_type=Path), metavar="FOLDER"
)
@arguments.plenary_if_any
@click.option("--dry-run", is_flag=True, help="Only show what would change; the default.")
@click.option("--yes", is_flag=True, help="Write the changes.")
@options.as_json
@options.common
@click.pass_obj
def collect(settings: Settings, folder: Path, number: int | None, dry_run: bool, yes: bool) -> int:  # noqa: FBT001 - click passes options by name
    """Read filled forms back into the records.

    All sorts of forms may lie in FOLDER together. Each change is shown, and nothing is written without
    --yes. A field left blank leaves what is there. NUMBER is the plenary whose returns are read; without
    it, the last for which returns were called. The exit code is 1 if a form is refused,
    or names what is not on record: --yes leaves that out, and the form can be collected again.

    \b
    Examples:
      egci-report collect "Returns received"
      egci-report collect "Returns received" --yes
    """
    from egci_reports.app.collecting.collect import collect as collected_from  # noqa: PLC0415 - `--help` needs neither
    from egci_reports.app.collecting.collect import write  # noqa: PLC0415

    if dry_run and yes:
        raise click.UsageError("--dry-run and --yes contradict each other")
    workspace = settings.workspace()
    found = collected_from(workspace, folder, number)
    written = write(workspace, found) if yes else ()
    if settings.as_json:
        click.echo(_json(found, written))
        return 1 if found.is_refusing or found.commands else 0
    for form in found.forms:
        click.echo("\n".join(_lines(form, today(settings), terminal_width())))
    show_findings(found.refused)
    for path in written:
        click.echo(shown(path))
    _say(settings, found, folder, written=bool(written))
    return 1 if found.is_refusing or found.commands else 0


def _lines(form: Collected, day: date, width: int) -> Iterator[str]:
    yield click.style(f"{form.file}: {form.about}", bold=True)
    for change in form.changes:
        old = change.old.replace("\n", " / ") or "-"
        yield from hang(
            "  change", f"{change.where}: {old} -> {change.new.replace(chr(10), ' / ') or '-'}", 11, width
        )
    for what in form.unread:
        yield from hang("  unread", what, 11, width)
    for what in form.kept:
        yield from hang("  kept", f"{what}: blank in the form", 11, width)
    for what in form.understood:
        yield from hang("  read as", what, 11, width)
    for one in form.voided:
        again = f"once they are cleared again: {one.clear}"
        said = f"the words have changed since {one.by} cleared them, so the clearance is void; {again}"
        yield from hang("  void", said, 11, width)
    if form.to_come is not None and form.to_come < day:
        said = (
            f"{form.about} is entered as one to come, and {form.to_come} is past: if it has met, enter Held"
        )
        yield from hang("  warning", said, 11, width)
    if not form.changes:
        yield "  nothing changes"


def _say(settings: Settings, found: Collection, folder: Path, *, written: bool) -> None:
    changes = sum(len(form.changes) for form in found.forms)
    errors = sum(one.is_error for one in found.refused)
    refused = f", {errors} refused" if errors else ""
    unread = sum(len(form.unread) for form in found.forms)
    left = f"; {unread} unread" if unread else ""
    settings.note(f"{len(found.forms)} read{refused}; {changes} change{'' if changes == 1 else 's'}{left}.")
    if found.commands:
        what = f"{len(found.commands)} name{'s are' if len(found.commands) > 1 else ' is'} not on record"
        again = "Put them there, each with its kind looked at, and collect the same forms again."
        settings.note(f"{what}, and {'were' if written else 'would be'} left out. {again}")
        for command in found.commands:
            settings.next(command)
    elif written:
        settings.next("egci-report check")
    elif changes:
        settings.note("Nothing was written.")
        settings.next(f'egci-report collect "{folder}" --yes')


def _json(found: Collection, written: tuple[Path, ...]) -> str:
    forms = [{key: value for key, value in asdict(form).items() if key != "files"} for form in found.forms]
    refused = [{"code": one.code, "message": one.message, "hint": one.hint} for one in found.refused]
    for form in forms:
        form["to_come"] = str(form["to_come"]) if form["to_come"] else None
    plain = {"forms": forms, "refused": refused, "written": [*map(str, written)]}
    return json.dumps(plain, indent=2, ensure_ascii=False)
