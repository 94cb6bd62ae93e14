"""What a letter says: results that its template prints."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from egci_reports.analysis.actions import ActionOn
from egci_reports.records.areas import Area
from egci_reports.records.base import PartialDate, Words
from egci_reports.records.meetings import Outcome, PlanItem
from egci_reports.records.office import Office
from egci_reports.views.names import Named, OfficeHolder
from egci_reports.views.officers_texts import OfficersText


@dataclass(frozen=True, slots=True)
class LetterItem:
    """An item of a plan, and the address of its record."""

    item: PlanItem
    about: str


@dataclass(frozen=True, slots=True)
class ListingCount:
    """In how many lists of plenaries a department stands, of how many there are, and whether in this one."""

    total: int
    lists: int
    is_listed: bool


@dataclass(frozen=True, slots=True)
class Outstanding:
    """What has not come of a department's return.

    `reply_by` is the day that the call asked for, `others` how many other departments were asked and
    `others_in` how many of their returns are in; `came_on` is the day of its return, if part of it came.
    """

    called_on: date
    reply_by: date
    items: tuple[LetterItem, ...]
    others: int
    others_in: int
    came_on: date | None

    @property
    def item_count(self) -> int:
        """How many items are outstanding."""
        return len(self.items)


@dataclass(frozen=True, slots=True)
class OpenFigure:
    """A figure of the department that does not fit another one, and what it does not fit."""

    value: str
    unit: str
    date: PartialDate
    why: str
    about: str


@dataclass(frozen=True, slots=True)
class OpenPoint:
    """A point on which sources differ, about something in which the department took part."""

    of: str
    on: str
    versions: tuple[str, ...]
    about: str


@dataclass(frozen=True, slots=True)
class Letter:
    """A letter about a plenary: to whom, by whom, on which day, and what it is about.

    `to` is the department written to, None for the other side; `addressee` the head of that side. `dated`
    and `reply_by` are None where nobody has said. `place` is the city, where it is settled.
    """

    kind: str
    number: int
    day: date | None
    is_held: bool
    place: str | None
    group: Words
    dated: date | None
    reply_by: date | None
    office: Office
    reference: str | None
    to: Named | None
    addressee: OfficeHolder | None
    salutation: str
    attendance: ListingCount | None
    items: tuple[LetterItem, ...]
    actions: tuple[ActionOn, ...]
    outcome: Outcome | None
    areas: tuple[Area, ...]
    said: int | None
    outstanding: Outstanding | None
    figures: tuple[OpenFigure, ...]
    points: tuple[OpenPoint, ...]
    wordings: tuple[tuple[Area, Area], ...]
    """The areas that another source words otherwise, in both wordings."""
    texts: tuple[OfficersText, ...]
    about: str

    @property
    def asks_of_sources(self) -> bool:
        """Whether anything that sources leave open is put to the department."""
        return bool(self.figures or self.points or self.wordings)

    @property
    def item_count(self) -> int:
        """How many items of the plan are listed."""
        return len(self.items)

    @property
    def action_count(self) -> int:
        """How many actions are listed."""
        return len(self.actions)

    @property
    def areas_are_whole(self) -> bool:
        """Whether the words of all areas that the plan states may be quoted."""
        return bool(self.areas) and self.said in (None, len(self.areas))

    @property
    def area_count(self) -> int:
        """How many areas are quoted."""
        return len(self.areas)
