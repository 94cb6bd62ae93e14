"""What the template of an addendum sees."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from egci_reports.engine.document.entries import EntryKind
from egci_reports.records.base import LocalText


@dataclass(frozen=True, slots=True)
class Piece:
    """Some words of a place; `differs` tells that they stand only before, or only now."""

    text: str
    differs: bool


@dataclass(frozen=True, slots=True)
class CellPieces:
    """What stands in one column of a row, or in a place that has no columns ("")."""

    column: str
    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Place:
    """Where in the edition: the kind of place, its number or label, name, brief, heading and page.

    `count` says which it is of the rows of its table, or of the texts without a number under its heading; 0
    if there is one such text only.
    """

    kind: EntryKind
    label: str
    name: str
    scope: str
    heading: str
    page: int | None
    count: int = 0


@dataclass(frozen=True, slots=True)
class AmendedPlace:
    """A place that reads otherwise: changed, put in after another, or taken out.

    Of a changed row each column that differs is a change of its own. `after` is what a place that is put in
    comes after, None at the beginning; `table` the label of the table that a row is put into.
    `is_whole_table` tells that the table is put in or taken out with it.
    """

    what: Literal["changed", "added", "removed"]
    place: Place
    before: tuple[CellPieces, ...]
    now: tuple[CellPieces, ...]
    column: str = ""
    after: Place | None = None
    table: str = ""
    is_whole_table: bool = False


@dataclass(frozen=True, slots=True)
class NewFigure:
    """A figure that is drawn anew: the place of the old one, and the name of the chart."""

    place: Place
    chart: str
    alt: str
    caption: str
    is_new: bool


@dataclass(frozen=True, slots=True)
class Addendum:
    """Everything that an addendum says. `earlier` is the number of the addendum whose place it takes."""

    number: int
    edition: str
    group: LocalText
    position: date
    edition_position: date
    changes: tuple[AmendedPlace, ...]
    figures: tuple[NewFigure, ...]
    earlier: int | None
    body: str | None
    """The department whose part the paper is."""

    @property
    def change_count(self) -> int:
        """How many places read otherwise."""
        return len(self.changes) + len(self.figures)
