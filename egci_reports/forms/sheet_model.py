"""Sheets as the program makes them, and as they come back: columns, rows, cells with their names."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

MARK = "egci-report sheet: "
"""Begins the cell that says which sheet it is, whatever program saved it and whatever its tab is called."""
CHOICES = "choices"
"""The name of the tab with the lists of choices, which is hidden."""


class CellKind(StrEnum):
    """What is entered in a column."""

    FIXED = "fixed"  # for reading only
    KEY = "key"  # what a row is known by: locked where it is on record, a text always
    TEXT = "text"
    DAY = "day"
    CHOICE = "choice"


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its name in the program, its title in the sheet, its width in characters, its choices.

    `asked` tells what to enter, where the title does not.
    """

    name: str
    title: str
    width: int
    kind: CellKind = CellKind.TEXT
    choices: tuple[str, ...] = ()
    asked: str = ""


@dataclass(frozen=True, slots=True)
class SheetRow:
    """A row that is on record: what it is known by, and what its cells show, by the names of columns."""

    key: str
    cells: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class FurtherTab:
    """A tab beside the list, for printing: lines of texts, how large and how wide. It is not read back."""

    title: str
    rows: tuple[tuple[str, ...], ...]
    size: int
    width: int


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet: its name ("plan 20"), its title, what stands above the header, its columns and rows.

    `spare` rows below are open for new entries. `banner` stands on every page, where all of it is made up.
    `further` are tabs beside it.
    """

    name: str
    title: str
    lines: tuple[str, ...]
    columns: tuple[Column, ...]
    rows: tuple[SheetRow, ...]
    spare: int = 0
    banner: str = ""
    further: tuple[FurtherTab, ...] = ()


@dataclass(frozen=True, slots=True)
class Cell:
    """What stands in a cell of a sheet that came back: its name (C7), and a text, a day, or a number.

    `unread` says why it is none of these.
    """

    name: str
    text: str = ""
    day: date | None = None
    is_number: bool = False
    unread: str = ""


@dataclass(frozen=True, slots=True)
class Tab:
    """One tab of a workbook: its cells by row and column from 1, and what is told of it as a whole."""

    title: str
    cells: Mapping[tuple[int, int], Cell]
    told: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class FilledSheet:
    """A workbook as it came back. `name` is what its mark says ("plan 20"), and `at` the tab that has it."""

    file: str
    name: str
    at: int
    tabs: tuple[Tab, ...]

    @property
    def number(self) -> int:
        """The plenary of which its mark speaks; 0 where it speaks of none."""
        return int(self.name.partition(" ")[2] or 0)
