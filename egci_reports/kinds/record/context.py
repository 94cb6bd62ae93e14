"""What the template of the record of a plenary is given."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from egci_reports.analysis.plenaries import Plenary
from egci_reports.records.actions import Action, NewDate
from egci_reports.records.areas import Area
from egci_reports.records.base import Words
from egci_reports.records.meetings import Outcome, Report
from egci_reports.records.notes import MeetingNotes, NotedItem
from egci_reports.records.packs import Role
from egci_reports.records.records import address_of
from egci_reports.records.sources import Source
from egci_reports.views.agendas import OnAgenda
from egci_reports.views.names import Named, OfficeHolder
from egci_reports.views.returned import ActionLine
from egci_reports.views.setting import MeetingSetting


@dataclass(frozen=True, slots=True)
class RecordHead:
    """What the record says of itself; `position` is the day it speaks of."""

    edition: str
    is_draft: bool
    position: date
    group: Words


@dataclass(frozen=True, slots=True)
class PublicList:
    """What the public record has of a side: its heads and bodies, and why the list may not be whole."""

    heads: tuple[OfficeHolder, ...]
    bodies: tuple[Named, ...]
    hedge: str | None


@dataclass(frozen=True, slots=True)
class AttendeeLine:
    """Somebody who was there; what is not known is None. `index` is the place in the notes."""

    name: str | None
    post: str | None
    body: Named
    role: Role
    index: int
    is_on_record: bool


@dataclass(frozen=True, slots=True)
class RecordItem:
    """An item of the agenda, with what is noted of it; `number` counts from 1."""

    agenda: OnAgenda
    noted: NotedItem | None
    number: int


@dataclass(frozen=True, slots=True)
class ActionAt:
    """An action at the plenary: agreed, closed, carried over or given another date there."""

    line: ActionLine
    was_closed: bool
    new_date: NewDate | None
    """The decision of the plenary that gave it another date."""
    is_carried_over: bool

    @property
    def action(self) -> Action:
        """The action."""
        return self.line.on.action


@dataclass(frozen=True)
class MeetingRecord:
    """Everything that the record says."""

    head: RecordHead
    plenary: Plenary
    words: MeetingNotes
    setting: MeetingSetting
    years: Mapping[int, int]
    hong_kong: PublicList
    guangdong: PublicList
    there_hong_kong: tuple[AttendeeLine, ...]
    there_guangdong: tuple[AttendeeLine, ...]
    said: tuple[Report, ...]
    """What is on record as said or reported there."""
    outcome: Outcome | None
    outcome_sources: tuple[str, ...]
    areas: tuple[Area, ...]
    """The areas that the plenary settled, in the words of the public record."""
    items: tuple[RecordItem, ...]
    agreed_there: tuple[ActionAt, ...]
    """Actions that were agreed there."""
    brought_forward: tuple[ActionAt, ...]
    """Actions of earlier plenaries that were open before it."""
    sources: tuple[Source, ...]
    about: str

    @property
    def address(self) -> str:
        """The address of the notes."""
        return address_of(self.words)
