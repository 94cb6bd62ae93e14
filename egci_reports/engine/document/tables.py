"""The nodes of a table: its columns, cells and rows, with its caption above and its note below."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from egci_reports.engine.document.inlines import Inline

Align = Literal["left", "right", "centre"]


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table: its share of the width (relative to the others) and how its cells align."""

    share: float = 1.0
    align: Align = "left"


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell. It is a header cell by its place: in the header row, or first in a row of `row_headers`."""

    content: tuple[Inline, ...]
    about: str | None = None


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table; a total row is set off by a rule and strong type."""

    cells: tuple[Cell, ...]
    total: bool = False
    about: str | None = None


@dataclass(frozen=True, slots=True)
class Table:
    """A table: a caption above, one header row that repeats on each page, no merged cells.

    `row_headers` makes the first cell of each row a header cell. `compact` asks for smaller type, for
    wide grids. `number` is filled ("3"); `note` is a line of small print under the table.
    """

    caption: tuple[Inline, ...]
    columns: tuple[Column, ...]
    header: Row
    rows: tuple[Row, ...]
    row_headers: bool = True
    compact: bool = False
    note: tuple[Inline, ...] = ()
    number: str | None = None
    anchor: str | None = None
    about: str | None = None
