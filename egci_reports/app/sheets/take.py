"""Takes a sheet that came back over into the records: each cell read into what it means, nothing lost."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from egci_reports.app.collecting.baseline import Baseline
from egci_reports.app.collecting.collected import ChangedField, Collected
from egci_reports.app.collecting.quote import quoted
from egci_reports.app.collecting.refusal import refuse
from egci_reports.app.collecting.taken import TakenForm
from egci_reports.app.sheets.cells import CellReader
from egci_reports.app.sheets.put import Change, changed
from egci_reports.app.sheets.table import Edit, NotWritten, Table
from egci_reports.app.sheets.tables import KINDS, OF_PLENARY, table_of
from egci_reports.app.sheets.trial import errors_if_written
from egci_reports.errors import Finding, UsageError
from egci_reports.forms.sheet_model import CHOICES, Cell, CellKind, Column, FilledSheet, Tab
from egci_reports.forms.sheet_read import filled_rows
from egci_reports.records.file_text import YamlError
from egci_reports.records.yaml_edit import CannotEdit

_ASK = "mend the sheet, and collect again"


def list_of(_desk: Baseline, sheet: FilledSheet) -> str | None:
    """Return which list a sheet is; None if it is of a kind that there is not."""
    kind, _, number = sheet.name.partition(" ")
    return sheet.name if kind in KINDS and bool(number) == (kind in OF_PLENARY) else None


def take_sheet(baseline: Baseline, sheet: FilledSheet, name: str) -> Collected:
    """Return what a sheet makes of its list.

    Raises UsageError for a sheet without its header (F707), for characters that no record can hold, and for
    what the check refuses (F709).
    """
    kind, _, number = name.partition(" ")
    table = table_of(baseline.records, baseline.data, baseline.words, kind, int(number) if number else None)
    reading = _SheetReading(baseline, sheet, table)
    reading.run()
    taken = reading.taken
    refuse(sheet.file, taken.faults, _ASK)
    files = reading.written()
    if errors := errors_if_written(baseline.workspace, {**baseline.texts, **files}):
        said = (Finding("F709", f"{sheet.file}: {one.message}", hint=one.hint or _ASK) for one in errors)
        raise UsageError(*said)
    return taken.collected(sheet.file, "sheet", table.title, files, voided=table.voided())


@dataclass
class _SheetReading:
    baseline: Baseline
    sheet: FilledSheet
    table: Table
    taken: TakenForm = field(default_factory=TakenForm)
    puts: dict[Path, list[Change]] = field(default_factory=dict)

    def run(self) -> None:
        """Read all rows, and tell of whatever is not read."""
        tab = self.sheet.tabs[self.sheet.at]
        header, columns = self._header(tab)
        self._beside(tab, header, columns)
        seen: set[str] = set()
        for number, cells in filled_rows(tab, header):
            key = self._row(number, cells, columns, seen)
            seen |= {key} if key else set()
        for key in self.table.rows:
            if key not in seen and key in self._before:
                self.taken.unread.append(f"{key} is not in the sheet; it stays as it is")

    def written(self) -> dict[Path, str]:
        """Return the new texts of the files that change; raises UsageError (F709)."""
        return {path: self._changed(path, puts) for path, puts in self.puts.items()}

    def _changed(self, path: Path, puts: list[Change]) -> str:
        text = self.baseline.text(path) or self.table.begun(path)
        try:
            return changed(text or "", puts)
        except (CannotEdit, YamlError):
            message = f"{self.sheet.file}: into {path.name}, as it is written, nothing can be put"
            raise UsageError(Finding("F709", message, hint="enter the changes by hand")) from None

    def _header(self, tab: Tab) -> tuple[int, dict[int, Column]]:
        """Return the row of the header, and which column stands where."""
        self._before = set(self.table.rows)
        titled = {_plain(column.title): column for column in self.table.columns}
        rows = sorted({row for row, _ in tab.cells})
        for row in rows[:50]:
            found: dict[int, Column] = {}
            for (line, at), cell in sorted(tab.cells.items()):
                column = titled.get(_plain(cell.text)) if line == row else None
                if column is not None and column not in found.values():
                    found[at] = column
            if len(found) > len(titled) // 2:
                self._tell_columns(tab, row, found)
                return row, found
        message = f"{self.sheet.file}: the line with the titles of the columns is not there"
        raise UsageError(Finding("F707", message, hint="ask for the sheet as it was sent out"))

    def _tell_columns(self, tab: Tab, row: int, found: Mapping[int, Column]) -> None:
        """Tell of columns that are gone, moved, or none of the sheet's."""
        self.taken.unread += [
            f"the column {column.title!r} is not in the sheet; it stays as it is"
            for column in self.table.columns
            if column not in found.values()
        ]
        order = [self.table.columns.index(column) for _, column in sorted(found.items())]
        if order != sorted(order):
            self.taken.understood.append("columns stand in another order; each was read by its title")
        for (line, at), cell in sorted(tab.cells.items()):
            if line == row and at not in found and (cell.text or cell.unread):
                self.taken.unread.append(f"{cell.name}: {quoted(cell.text)} is no column of the sheet")

    def _beside(self, tab: Tab, header: int, columns: Mapping[int, Column]) -> None:
        """Tell of all that stands beside the cells of the list: other tabs, comments, merged cells."""
        self.taken.unread += tab.told
        own = set(self.table.sheet(self.table.words("papers.example")).lines)
        for (row, at), cell in sorted(tab.cells.items()):
            text = cell.text.strip()
            if (
                row < header
                and text
                and row > 2
                and text not in own
                and text != self.table.words("papers.example")
            ):
                self.taken.unread.append(f"{cell.name}: above the list: {quoted(text)}")
            elif row > header and at not in columns and (text or cell.unread or cell.day):
                self.taken.unread.append(
                    f"{cell.name}: beside the list: {quoted(text or cell.unread or str(cell.day))}"
                )
        own_tabs = {CHOICES, *(one.title for one in self.table.further())}
        for at, other in enumerate(self.sheet.tabs):
            if at != self.sheet.at and other.title not in own_tabs and (other.cells or other.told):
                said = ", ".join(cell.text or str(cell.day or "") for cell in list(other.cells.values())[:5])
                self.taken.unread.append(f"another tab, {other.title!r}, is not read: {quoted(said)}")

    def _row(
        self, number: int, cells: Mapping[int, Cell], columns: Mapping[int, Column], seen: set[str]
    ) -> str:
        """Read a row; return what it is known by."""
        wholly = {column.name: cells[at] for at, column in columns.items() if at in cells}
        if not wholly:
            return ""
        reader = CellReader(self.baseline, self.table, self.taken)
        read = {c.name: reader.read(c, wholly[c.name]) for c in columns.values() if c.name in wholly}
        values = {name: value for name, value in read.items() if value}
        keys = [column.name for column in self.table.columns if column.kind is CellKind.KEY]
        if any(name in wholly and not values.get(name) for name in keys):
            self.taken.unread.append(f"line {number} is not read, since it does not say what it is about")
            return ""
        key = self.table.key_of(values)
        if key in seen:
            self.taken.unread.append(f"line {number}: {key} stands in the sheet twice; the first is read")
            return ""
        is_new = key not in self.table.rows
        try:
            key = key or self.table.fresh_key(values)
            edit = self._edit(key, is_new, values, wholly)
            if edit.changed:
                for path, put in self.table.puts(edit):
                    self.puts.setdefault(path, []).append(put)
                if is_new:
                    self.table.rows[key] = dict(edit.whole)
                self._tell(edit)
        except NotWritten as reason:
            self.taken.unread.append(f"line {number}: {reason}")
        return key

    def _edit(self, key: str, is_new: bool, values: Mapping[str, str], cells: Mapping[str, Cell]) -> Edit:  # noqa: FBT001 - said by who calls it
        """Return what of a row differs from the records; a blank changes nothing."""
        if is_new and not self.table.spare:
            raise NotWritten(f"{key or 'it'} is none of the list, which takes no new lines")
        old = self.table.rows.get(key, {})
        open_ = [
            c
            for c in self.table.columns
            if c.kind is not CellKind.FIXED and (is_new or c.kind is not CellKind.KEY)
        ]
        for column in open_:
            if old.get(column.name) not in (None, "", "false", "none") and column.name not in cells:
                self.taken.kept.append(f"{key}, {column.title}")
        for column in self.table.columns:
            cell = cells.get(column.name)
            if (
                column.kind is CellKind.FIXED
                and cell
                and _plain(cell.text) != _plain(old.get(column.name, ""))
            ):
                self.taken.unread.append(f"{cell.name}: {quoted(cell.text)} stands where nothing is entered")
        differs = {
            c.name: values[c.name]
            for c in open_
            if c.name in values and values[c.name] != old.get(c.name, "")
        }
        return Edit(key, is_new, differs, {**old, **values})

    def _tell(self, edit: Edit) -> None:
        """Tell each change in words."""
        old = {} if edit.is_new else self.table.rows[edit.key]
        for column in self.table.columns:
            if column.name in edit.changed:
                before = self.table.shown(column, old.get(column.name, ""))
                after = self.table.shown(column, edit.changed[column.name])
                self.taken.changes.append(ChangedField(f"{edit.key}, {column.title}", before, after))


def _plain(text: str) -> str:
    return " ".join(text.split()).casefold()
