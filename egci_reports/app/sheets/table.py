"""What every list that goes out as a sheet has: its sheet, its values, and how a change is written."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from egci_reports.app.collecting.collected import Voided
from egci_reports.app.returns.return_form import FormWords
from egci_reports.app.sheets.bodies import BodyNames
from egci_reports.app.sheets.put import Change, Value
from egci_reports.engine.templating.word_list import WordList
from egci_reports.forms.sheet_model import CellKind, Column, FurtherTab, Sheet, SheetRow
from egci_reports.records.records import Records

WIDTHS = {"short": 16, "name": 30, "text": 48}
SPARE = 25
"""Open rows below those on record."""

Values = Mapping[str, str]
"""The values of a row as records have them, by column; "" where there is none."""


@dataclass(frozen=True, slots=True)
class Edit:
    """A row that changes: what it is known by, whether it is new, its values that differ, and all it has."""

    key: str
    is_new: bool
    changed: Values
    whole: Values


class Table(ABC):
    """One list. `rows` are the values on record, by what each row is known by."""

    name: str
    rows: dict[str, dict[str, str]]
    columns: tuple[Column, ...]
    spare: int = SPARE

    def __init__(self, records: Records, data: Path, words: WordList) -> None:
        self.records, self.data, self.words = records, data, words
        self.look = FormWords(words)
        self.bodies = BodyNames(records)
        self.choices: dict[str, Mapping[str, str]] = {}
        """For each column with choices, the value that each choice stands for."""

    @abstractmethod
    def key_of(self, values: Values) -> str:
        """Return what a row is known by; "" if it does not say."""

    @abstractmethod
    def puts(self, edit: Edit) -> Iterator[tuple[Path, Change]]:
        """Yield what is written for a row; raises NotWritten if a new row lacks what it needs."""

    def fresh_key(self, values: Values) -> str:
        """Return what a new row that does not say it is known by."""
        return self.key_of(values)

    def begun(self, path: Path) -> str | None:  # noqa: ARG002 - for lists that can begin a file
        """Return the text of a file that is written anew, if one may be."""
        return None

    def voided(self) -> Iterator[Voided]:
        """Yield the clearances that fall with what was written."""
        yield from ()

    def further(self) -> tuple[FurtherTab, ...]:
        """Return the tabs beside the list, for printing."""
        return ()

    @property
    def title(self) -> str:
        """The title of the sheet."""
        kind, _, number = self.name.partition(" ")
        slots = {"nth": self.words.language.ordinal(int(number))} if number else {}
        return self.words(f"sheet.titles.{kind}", **slots)

    def sheet(self, banner: str = "") -> Sheet:
        """Return the sheet with all that is on record."""
        kind = self.name.partition(" ")[0]
        lines = (*self.words.several("sheet.lines"), *self.words.several(f"sheet.notes.{kind}"))
        rows = (SheetRow(key, self._shown(values)) for key, values in self.rows.items())
        further = self.further()
        return Sheet(self.name, self.title, lines, self.columns, tuple(rows), self.spare, banner, further)

    def _shown(self, values: Values) -> dict[str, str]:
        return {column.name: self.shown(column, values.get(column.name, "")) for column in self.columns}

    def shown(self, column: Column, value: str) -> str:
        """Return a value as its cell shows it."""
        if not value:
            return ""
        if column.kind is CellKind.DAY:
            return self.look.day(value)
        known = self.choices.get(column.name, {})
        return next((word for word, one in known.items() if one == value), value)

    def column(
        self, name: str, kind: CellKind, width: str, choices: Mapping[str, str] | None = None
    ) -> Column:
        """Return a column with its title in words; `choices` are the words of its values."""
        if choices is not None:
            self.choices[name] = choices
        asked = self.words("sheet.day") if kind is CellKind.DAY else ""
        titled = self.words(f"sheet.columns.{name}")
        return Column(name, titled, WIDTHS[width], kind, tuple(choices or ()), asked)

    @property
    def flags(self) -> dict[str, str]:
        """Yes and no, as records have them."""
        return {word: "true" if value else "false" for word, value in self.look.yes_and_no.items()}


class NotWritten(Exception):  # noqa: N818 - it says what is the case
    """A row that cannot be written; the message says what is missing."""


def without_blanks(values: Mapping[str, Value]) -> dict[str, Value]:
    """Return what of an entry says something."""
    return {name: value for name, value in values.items() if value}
