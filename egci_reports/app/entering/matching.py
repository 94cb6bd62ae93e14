"""Matches the rows of a filled form with the entries on record, so that a form may be collected again.

A row that was collected before stands in the records already, and rows above it may have gone since: a row
is known by what it says, and by its place only where that does not tell.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from egci_reports.app.entering.layout import FIRST_BLANK
from egci_reports.forms.model import RowField

RowTexts = Mapping[str, str]
"""What a row or an entry says, by the names of its questions."""

_ALIKE = 0.75
"""From how alike two wordings are taken for one that was mended (the ratio of difflib)."""
_TELLING = 8
"""The fewest letters of a text that is not found in two entries by chance."""


@dataclass(frozen=True, slots=True)
class SentRow:
    """A row of the form: its field's place, and what it says; nothing if it is blank."""

    row: RowField
    said: RowTexts

    @property
    def was_on_record(self) -> bool:
        """Whether an entry stood in it when the form was made."""
        return self.row.copy == 1 and self.row.place < FIRST_BLANK


@dataclass(frozen=True, slots=True)
class EntryKey:
    """By which answers an entry is known, and which are free texts, in which two entries hardly agree."""

    by: tuple[str, ...]
    texts: tuple[str, ...]

    def is_same(self, one: RowTexts, other: RowTexts) -> bool:
        """Whether two say the same thing."""
        return any(one.get(name) and one.get(name) == other.get(name) for name in self.by)

    def is_mended(self, one: RowTexts, other: RowTexts) -> bool:
        """Whether one is the other with a word or an answer mended."""
        wordings = [(one.get(name, ""), other.get(name, "")) for name in self.by if name in self.texts]
        alike = any(a and b and SequenceMatcher(None, a, b).ratio() >= _ALIKE for a, b in wordings)
        texts = (one[name] for name in self.texts if one.get(name) == other.get(name) and one.get(name))
        return alike or any(len(text) >= _TELLING for text in texts)


def matched(rows: Sequence[SentRow], entries: Mapping[int, RowTexts], known: EntryKey) -> dict[RowField, int]:
    """Return of which entry each row is, by the entry's place; rows that are new have none.

    `entries` are those of the form, by their places in the list, in order.
    """
    places = list(entries)
    by_place = {
        one.row: places[one.row.place - 1]
        for one in rows
        if one.was_on_record and one.row.place <= len(places)
    }
    found: dict[RowField, int] = {}

    def free(place: int) -> bool:
        return place not in found.values()

    if _is_permuted(rows, entries, known):  # rows that were exchanged are so by intent
        found.update(by_place)
    for one in rows:
        place = by_place.get(one.row)
        if place is not None and known.is_same(one.said, entries[place]):
            found[one.row] = place
    for one in rows:
        same = (place for place in places if free(place) and known.is_same(one.said, entries[place]))
        if one.row not in found and (place := next(same, None)) is not None:
            found[one.row] = place
    for row, place in by_place.items():
        if row not in found and free(place):
            found[row] = place
    for one in rows:
        if one.row in found or not one.said:
            continue
        mended = [place for place in places if free(place) and known.is_mended(one.said, entries[place])]
        near = [place for place in _beside(one, rows, found, places) if free(place)]
        if mended or near:
            found[one.row] = (mended or near)[0]
    return found


def _is_permuted(rows: Sequence[SentRow], entries: Mapping[int, RowTexts], known: EntryKey) -> bool:
    """Whether the rows that were on record say what the entries say, in another order."""
    first = known.by[0]
    said = sorted(one.said.get(first, "") for one in rows if one.was_on_record)
    return said == sorted(entry.get(first, "") for entry in entries.values())


def _beside(
    one: SentRow, rows: Sequence[SentRow], found: Mapping[RowField, int], places: list[int]
) -> list[int]:
    """Return the places next to those of the new rows around a new row: they came with it."""
    new = [row for row in rows if row.said and not row.was_on_record]
    if one not in new:
        return []
    at = new.index(one)
    around = []
    for row, step in ((new[at - 1] if at else None, 1), (new[at + 1] if at + 1 < len(new) else None, -1)):
        if row is not None and row.row in found:
            next_at = places.index(found[row.row]) + step
            around += [places[next_at]] if 0 <= next_at < len(places) else []
    return around
