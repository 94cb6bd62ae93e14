"""Makes the sheet of a list, and puts it into the output folder; a sheet that was filled in is never lost."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from egci_reports.app.papers.of_group import author_of, banner_of
from egci_reports.app.records import records_of
from egci_reports.app.sheets.tables import table_of
from egci_reports.engine.templating.words import load_words
from egci_reports.errors import Finding, WriteError
from egci_reports.files import PAPER, Refused, read_bytes
from egci_reports.forms.sheet_write import write_sheet
from egci_reports.workspace import Workspace, unwritable
from egci_reports.writing import beside, write_together


@dataclass(frozen=True, slots=True)
class MadeSheet:
    """Where the sheet is, how many rows it has, and the copy kept of one that had been filled in."""

    path: Path
    rows: int
    kept: Path | None = None


def make_sheet(workspace: Workspace, kind: str, number: int | None, *, force: bool = False) -> MadeSheet:
    """Write reports/sheet-KIND-NUMBER.xlsx.

    Raises UsageError (no such list, no such plenary), RecordsError, and WriteError: W303 another sheet is
    there, which may have been filled in (`force` keeps it beside the new one), W301 it cannot be written.
    """
    records = records_of(workspace)
    words = load_words(workspace.templates)[1]
    table = table_of(records, workspace.data, words, kind, number)
    content = write_sheet(table.sheet(banner_of(records, words)), author_of(records, words))
    path = workspace.reports / f"sheet-{table.name.replace(' ', '-')}.xlsx"
    before = _there(path)
    if before in (None, content):
        write_together({path: content})
        return MadeSheet(path, len(table.rows))
    if not force:
        message = f"{path.name} is there already, and may have been filled in"
        hint = "collect it first, or rename it; --force keeps it beside the new one"
        raise WriteError(Finding("W303", message, hint=hint))
    kept = beside(path, "edited", before or b"")
    write_together({kept: before or b"", path: content})
    return MadeSheet(path, len(table.rows), kept)


def _there(path: Path) -> bytes | None:
    with suppress(FileNotFoundError):
        try:
            return read_bytes(path, inside=path.parent, most=PAPER)
        except Refused as error:
            raise WriteError(unwritable(error)) from error
    return None
