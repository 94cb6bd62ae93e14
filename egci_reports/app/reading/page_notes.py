"""Gathers what the editor of the group's page could act on: what to check, to mend and to choose."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any

from pydantic import BaseModel

from egci_reports.app.reading.conflicts import publishers
from egci_reports.app.reading.find import label_of
from egci_reports.app.reading.sheets.words import ordinal, value_words
from egci_reports.app.reading.walk import parts_of, whole_records
from egci_reports.records.base import Model
from egci_reports.records.facts import Disputed, RivalValue, values
from egci_reports.records.meetings import Meeting
from egci_reports.records.occasions import Agreement, Event
from egci_reports.records.records import Records, address_of
from egci_reports.records.sources import Discrepancy, Slip


@dataclass(frozen=True, slots=True)
class PageSlip:
    """Words that the page prints wrongly: under which entry, as printed, the right form, and why."""

    record: str
    printed: str
    right: str
    reason: str


@dataclass(frozen=True, slots=True)
class PagePoint:
    """A point that stands in two ways: under which entry, the point, and each way with who has it."""

    record: str
    point: str
    ways: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PageRequest:
    """What the page prints in several places, and what its editor is asked to do."""

    text: str
    ask: str


@dataclass(frozen=True, slots=True)
class PageNotes:
    """All that is to be sent: the page by title and address, and under each head the newest entry first."""

    title: str
    url: str
    open_points: tuple[PagePoint, ...]
    """What other sources put differently; nobody has decided which is right."""
    slips: tuple[PageSlip, ...]
    two_ways: tuple[PagePoint, ...]
    """What the page itself puts in several ways."""
    requests: tuple[PageRequest, ...]

    @property
    def count(self) -> int:
        """How many points there are."""
        return len(self.open_points) + len(self.slips) + len(self.two_ways) + len(self.requests)


def page_notes(records: Records) -> PageNotes:
    """Return the notes on the main source of the records; slips of other sources are not for its editor."""
    page = records.sources[records.group.default_source]
    notes = _Notes(records, page.id)
    requests = tuple(
        PageRequest(note.text, note.ask)
        for note in records.group.notes
        if note.ask and (not note.sources or page.id in note.sources)
    )
    return PageNotes(
        page.title,
        page.url,
        tuple(notes.open_points()),
        tuple(notes.slips()),
        tuple(notes.two_ways()),
        requests,
    )


@dataclass(frozen=True)
class _Notes:
    """Finds the notes among all parts of the records."""

    records: Records
    page: str

    @cached_property
    def _parts(self) -> list[tuple[str, str, BaseModel]]:
        """The parts with the label of their entry on the page and their path, the newest entry first."""
        whole = {address_of(record): record for record in whole_records(self.records)}
        found = [(whole[at], path, part) for at, path, part in parts_of(self.records) if at in whole]
        found.sort(key=lambda one: _day(one[0]), reverse=True)
        return [(_label(record), path, part) for record, path, part in found]

    def slips(self) -> Iterator[PageSlip]:
        for label, _, part in self._parts:
            if isinstance(part, Slip) and (not part.sources or self.page in part.sources):
                yield PageSlip(label, part.printed, part.right, part.reason)

    def open_points(self) -> Iterator[PagePoint]:
        for label, path, part in self._parts:
            if isinstance(part, Disputed) and part.waits:
                rivals: tuple[RivalValue[Any], ...] = part.disputed
                if any(self.page in rival.sources for rival in rivals):
                    ways = (self._way(_said(rival), rival.sources) for rival in rivals)
                    yield PagePoint(label, path.split("/")[0].replace("_", " "), tuple(ways))

    def two_ways(self) -> Iterator[PagePoint]:
        for label, _, part in self._parts:
            if isinstance(part, Discrepancy):
                own = tuple(one.words for one in part.versions if self.page in one.sources)
                if len(own) > 1:
                    yield PagePoint(label, part.on, own)

    def _way(self, words: str, sources: tuple[str, ...]) -> str:
        holder = "the page" if self.page in sources else "; ".join(publishers(self.records, sources))
        return f"{holder}: {words}"


def _said(rival: RivalValue[Any]) -> str:
    return quoted(rival.words) if rival.words else value_words(rival.value)


def quoted(words: str) -> str:
    """Return words in quotation marks, unless they open with their own."""
    return words if words.startswith(('"', "“")) else f'"{words}"'


def _label(record: Model) -> str:
    """Return the heading under which the page has an entry, as far as the records tell."""
    if isinstance(record, Meeting):
        return f"{ordinal(record.number)} Plenary Meeting"
    return label_of(record)


def _day(record: Model) -> date:
    """Return the last day that an entry may be of; that of an entry without a day is the first there is."""
    match record:
        case Meeting():
            days = list(values(record.date))
        case Agreement() | Event():
            days = [day.last for day in values(record.date)]
        case _:
            days = []
    return max(days, default=date.min)
