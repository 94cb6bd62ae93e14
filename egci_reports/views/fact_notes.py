"""Notes of the records on single facts of a meeting, by the name of the field."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from egci_reports.records.facts import Disputed
from egci_reports.records.meetings import Meeting

FactField = Literal["date", "venue", "reviewed", "planned", "convenors", "hong_kong", "guangdong", "outcome"]
"""The facts of a meeting that can have a note, the areas apart."""


@dataclass(frozen=True, slots=True)
class FactNote:
    """A note of the record on one of its facts, by the name of the field."""

    field: FactField | Literal["areas"]
    text: str


def notes_on_facts(meeting: Meeting, fields: Sequence[FactField]) -> Iterator[FactNote]:
    """Yield the notes on some facts, then that on the areas; those on disputes stand with the disputes."""
    for field in fields:
        fact = getattr(meeting, field)
        if fact is not None and not isinstance(fact, Disputed) and fact.note:
            yield FactNote(field, fact.note)
    listed = meeting.areas.listed
    if not isinstance(listed, Disputed) and listed.note:
        yield FactNote("areas", listed.note)
