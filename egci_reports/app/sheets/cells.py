"""Reads the cells of a sheet that came back: each text, day or choice into what it means."""

from __future__ import annotations

from dataclasses import dataclass

from egci_reports.app.collecting.baseline import Baseline
from egci_reports.app.collecting.printable import in_words
from egci_reports.app.collecting.quote import quoted
from egci_reports.app.collecting.taken import TakenForm
from egci_reports.app.collecting.values import NotRead, chosen, whole_date, written_date
from egci_reports.app.sheets.table import Table
from egci_reports.forms.sheet_model import Cell, CellKind, Column

WHOLE = frozenset({"due", "reported_on"})
"""Columns whose days have no part left out."""
BODIES = frozenset({"lead", "partner", "owner", "body"})
"""Columns in which a body is named."""


@dataclass
class CellReader:
    """Reads cells of one table; what cannot be read, and what names were taken for, is told in `taken`."""

    baseline: Baseline
    table: Table
    taken: TakenForm

    def read(self, column: Column, cell: Cell) -> str:
        """Return the value of a cell; "" if it is blank, or says nothing that can be read."""
        place = f"{cell.name} ({column.title})"
        if cell.unread:
            self.taken.unread.append(f"{cell.name} {cell.unread}")
            return ""
        text = "\n".join(
            " ".join(line.split()) for line in in_words(cell.text, self.table.words).split("\n")
        ).strip()
        self.taken.require_printable(text, place, self.baseline.theme.fonts)
        try:
            return self._value(column, cell, text)
        except NotRead as reason:
            self.taken.unread.append(f"{place}: {reason}")
            return ""

    def _value(self, column: Column, cell: Cell, text: str) -> str:
        if column.kind is CellKind.DAY:
            return self._day(column, cell, text)
        if cell.day is not None:
            raise NotRead(
                f"{cell.day} is a date, and a text is asked for: a program has changed what was typed"
            )
        if column.name in self.table.choices:
            return self._chosen(column, text)
        if column.kind is CellKind.KEY and cell.is_number:
            raise NotRead(
                f"{text} is a number, so that {text} and {text}0 are the same; type it as a text: '{text}"
            )
        return text

    def _day(self, column: Column, cell: Cell, text: str) -> str:
        if cell.day is not None:
            return cell.day.isoformat()
        found = written_date(text, self.table.words.language.months) if text else ""
        if found and column.name in WHOLE:
            whole_date(found)
        return found

    def _chosen(self, column: Column, text: str) -> str:
        """Return the value of a choice; bodies are known by every name, and told by the one they bear."""
        choices = self.table.choices[column.name]
        if text in choices.values():
            return text
        try:
            return str(chosen(text, choices)) if text else ""
        except NotRead:
            meant = self.table.bodies.meant(text) if column.name in BODIES else None
            if meant is None:
                raise
            self.taken.understood.append(f"{column.title}: {quoted(text)} as {self.table.bodies.name(meant)}")
            return meant
