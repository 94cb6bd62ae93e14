"""All records of a workspace together, and where each of them stands in its file."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property
from typing import Any

from egci_reports.engine.enclosing import AnnexFile
from egci_reports.errors import Position
from egci_reports.records.actions import Action
from egci_reports.records.audience.reader import Audience
from egci_reports.records.base import Model
from egci_reports.records.bodies import Body, Person
from egci_reports.records.briefs import ItemBrief
from egci_reports.records.developments import Development
from egci_reports.records.distribution import Distribution
from egci_reports.records.facts import Disputed, Stated, Unstated
from egci_reports.records.group import Group
from egci_reports.records.meetings import ActionCount, Meeting
from egci_reports.records.notes import MeetingNotes
from egci_reports.records.occasions import Agreement, Event
from egci_reports.records.packs import PackWords
from egci_reports.records.papers import OwnTexts
from egci_reports.records.returns import Return
from egci_reports.records.sources import Source
from egci_reports.records.threads import Areas, Phase, Thread
from egci_reports.records.yaml_file import YamlFile


@dataclass(frozen=True, slots=True)
class Places:
    """Where records stand: an address such as "meetings/08#areas/listed/0" leads to a file and a line."""

    files: Mapping[str, tuple[YamlFile, tuple[str | int, ...]]] = field(default_factory=dict)
    """Address of a record ("meetings/08", "bodies/marine-department") to its file and path in it."""

    def find(self, address: str, *, of_key: bool = False) -> Position | None:
        """Return the place of an address, or of the nearest part of it that the file has; None if unknown."""
        record, _, rest = address.partition("#")
        if record not in self.files:
            return None
        file, prefix = self.files[record]
        return file.position(prefix + path_of(rest), of_key=of_key)

    def record_at(self, position: Position) -> str | None:
        """Return the address of the record that stands at a place; None if none does."""
        starts = (
            (file.position(path).line, address)
            for address, (file, path) in self.files.items()
            if file.name == position.file
        )
        return max((start for start in starts if start[0] <= position.line), default=(0, None))[1]

    def source(self, position: Position) -> str | None:
        """Return the line of text at a place."""
        for file, _ in self.files.values():
            if file.name == position.file:
                return file.line(position.line)
        return None


def path_of(text: str) -> tuple[str | int, ...]:
    """Split "areas/listed/0" into its parts, whole numbers as indexes."""
    return tuple(int(part) if part.isdigit() else part for part in text.split("/") if part)


@dataclass(frozen=True)
class Records:
    """Everything that is recorded, read-only.

    `meetings` are in the order of their numbers, `returns` in that of their plenaries and bodies' ids.
    `annexes` are the files of annexes by their place in the data folder ("annexes/20/work-plan.pdf").
    """

    group: Group
    sources: Mapping[str, Source]
    bodies: Mapping[str, Body]
    people: Mapping[str, Person]
    areas: Areas
    phases: tuple[Phase, ...]
    agreements: tuple[Agreement, ...]
    events: tuple[Event, ...]
    meetings: tuple[Meeting, ...]
    papers: Mapping[str, OwnTexts] = field(default_factory=dict)
    distribution: Distribution | None = None
    returns: tuple[Return, ...] = ()
    packs: tuple[PackWords, ...] = ()
    briefs: tuple[ItemBrief, ...] = ()
    notes: tuple[MeetingNotes, ...] = ()
    annexes: Mapping[str, AnnexFile] = field(default_factory=dict, repr=False)
    actions: tuple[Action, ...] = ()
    developments: tuple[Development, ...] = ()
    places: Places = field(default_factory=Places, compare=False, repr=False)
    audience: Audience = Audience.INTERNAL
    """For whom they were put together."""

    @cached_property
    def threads(self) -> Mapping[str, Thread]:
        """Threads by id, in the order of areas.yaml."""
        return {thread.id: thread for thread in self.areas.threads}

    def meeting(self, number: int) -> Meeting | None:
        """Return a plenary by its number, or None."""
        return next((meeting for meeting in self.meetings if meeting.number == number), None)

    def returns_for(self, number: int) -> tuple[Return, ...]:
        """Return the returns for a plenary."""
        return tuple(one for one in self.returns if one.plenary == number)

    def pack(self, number: int) -> PackWords:
        """Return officers' words for the pack before a plenary; nothing is written if none are on record."""
        return next((one for one in self.packs if one.plenary == number), PackWords(plenary=number))

    def brief(self, number: int, area: int) -> ItemBrief:
        """Return officers' words for the brief on an area; nothing is written if none are on record."""
        found = (one for one in self.briefs if (one.plenary, one.area) == (number, area))
        return next(found, ItemBrief(plenary=number, area=area))

    def notes_of(self, number: int) -> MeetingNotes:
        """Return the notes of a plenary; nothing is noted if none are on record."""
        return next((one for one in self.notes if one.plenary == number), MeetingNotes(plenary=number))

    @cached_property
    def digest(self) -> str:
        """SHA-256 (hex) of all that papers tell, whatever files and order it was written in.

        Who gets copies is no part of it: a paper stays the same whoever holds it.
        """
        parts = [self.group, *self.sources.values(), *self.bodies.values(), *self.people.values(), self.areas]
        parts += [*self.phases, *self.agreements, *self.events, *self.developments, *self.meetings]
        parts += [text for key in sorted(self.papers) for text in self.papers[key].texts]
        parts += [*self.returns, *self.actions, *self.packs, *self.briefs, *self.notes]
        marked = {key: paper.marking for key, paper in self.papers.items() if paper.marking}
        dated = {key: (paper.dated, paper.reply_by) for key, paper in self.papers.items()}
        state = hashlib.sha256()
        for part in parts:
            state.update(part.model_dump_json(exclude_defaults=True).encode())
            state.update(b"\n")
        for key in sorted(marked):
            state.update(f"{key} {marked[key]}\n".encode())
        for key in sorted(key for key in dated if any(dated[key])):
            state.update(f"{key} {dated[key]}\n".encode())
        for key in sorted(self.annexes):
            state.update(f"{key} {self.annexes[key].sha256}\n".encode())
        return state.hexdigest()

    def with_(self, **changes: Any) -> Records:
        """Return a copy with some fields replaced."""
        return replace(self, **changes)


def address_of(record: Model) -> str:
    """Return the address of a whole record: meetings/08, bodies/marine-department, group."""
    match record:
        case Meeting():
            return f"meetings/{record.number:02d}"
        case Return():
            return f"returns/{record.plenary:02d}/{record.body}"
        case PackWords():
            return f"briefs/{record.plenary:02d}/pack"
        case ItemBrief():
            return f"briefs/{record.plenary:02d}/brief-{record.area}"
        case MeetingNotes():
            return f"records/{record.plenary:02d}"
        case Group():
            return "group"
        case _ if (folder := _FOLDERS.get(type(record))) is not None:
            return f"{folder}/{record.id}"  # type: ignore[attr-defined]  # all of them have one
    raise TypeError(f"{type(record).__name__} is no record of its own")


_FOLDERS: dict[type[Model], str] = {
    Body: "bodies",
    Person: "people",
    Source: "sources",
    Thread: "areas",
    Agreement: "agreements",
    Event: "events",
    Development: "developments",
    Phase: "phases",
    Action: "actions",
}
"""How the addresses begin of records that have an id."""


def meeting_before(records: Records, number: int) -> Meeting | None:
    """Return the plenary on record before one, whose plan it reviews; None for the first."""
    return next((meeting for meeting in reversed(records.meetings) if meeting.number < number), None)


def action_count(actions: Iterable[Action], number: int) -> ActionCount:
    """Return how the list of actions stands at a plenary: brought forward, new, closed, carried forward."""
    actions = tuple(actions)
    new = sum(action.raised_at == number for action in actions)
    ends = [action.closed.meeting for action in actions if action.closed is not None]
    before = sum(action.raised_at < number for action in actions) - sum(end < number for end in ends)
    closed = sum(end == number for end in ends)
    return ActionCount.model_construct(  # whole numbers: there is nothing to validate
        brought_forward=before, new=new, closed=closed, carried_forward=before + new - closed
    )


def day_of(fact: Stated[date] | Disputed[date] | Unstated) -> date | None:
    """Return the day of a plenary: stated or decided; while disputed, the earliest that is claimed."""
    match fact:
        case Stated():
            return fact.value
        case Disputed():
            return fact.decided.value if fact.decided else min(claim.value for claim in fact.disputed)
        case Unstated():
            return None
