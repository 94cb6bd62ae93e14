"""Gathers the points on which sources disagree: disputes about values, and noted discrepancies."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from egci_reports.app.reading.find import label_of
from egci_reports.app.reading.sheets.words import partial, value_words
from egci_reports.app.reading.walk import parts_of, whole_records
from egci_reports.errors import Position
from egci_reports.records.facts import Acceptance, Decision, Disputed
from egci_reports.records.records import Records, address_of
from egci_reports.records.sources import Discrepancy


@dataclass(frozen=True, slots=True)
class ConflictSide:
    """What some sources say: the value or their words, and who they are (publisher and date)."""

    says: str
    sources: tuple[str, ...]
    words: str | None = None


@dataclass(frozen=True, slots=True)
class Conflict:
    """A point on which sources disagree.

    `record` names the record as a list does, `point` the field or the matter. `disputed` says that a value
    of the records hangs on it: while such a conflict is undecided a numbered edition is refused.
    """

    record: str
    point: str
    place: Position | None
    sides: tuple[ConflictSide, ...]
    note: str | None
    decision: Decision | None
    disputed: bool
    accepted: Acceptance | None = None

    @property
    def blocks(self) -> bool:
        """Whether it keeps a numbered edition from being made."""
        return self.disputed and self.decision is None and self.accepted is None


def conflicts(records: Records) -> tuple[Conflict, ...]:
    """Return all conflicts: undecided disputes first, then decided ones, then noted discrepancies."""
    labels = {address_of(record): label_of(record) for record in whole_records(records)}
    found: list[Conflict] = []
    for record, path, part in parts_of(records):
        place = records.places.find(f"{record}#{path}")
        match part:
            case Disputed():
                found.append(_dispute(records, labels.get(record, record), path, place, part))
            case Discrepancy():
                found.append(_discrepancy(records, labels.get(record, record), place, part))
    return tuple(sorted(found, key=lambda conflict: (not conflict.blocks, not conflict.disputed)))


def _dispute(
    records: Records, record: str, path: str, place: Position | None, fact: Disputed[Any]
) -> Conflict:
    sides = tuple(
        ConflictSide(value_words(claim.value), publishers(records, claim.sources), claim.words)
        for claim in fact.disputed
    )
    point = path.replace("/", " ").replace("_", " ")
    return Conflict(
        record, point, place, sides, fact.note, fact.decision, disputed=True, accepted=fact.accepted
    )


def _discrepancy(records: Records, record: str, place: Position | None, point: Discrepancy) -> Conflict:
    sides = tuple(
        ConflictSide(version.words, publishers(records, version.sources)) for version in point.versions
    )
    return Conflict(record, point.on, place, sides, point.note, point.decision, disputed=False)


def publishers(records: Records, sources: Iterable[str]) -> tuple[str, ...]:
    """Return who published each of some sources, and when."""
    return tuple(_publisher(records, key) for key in sources)


def _publisher(records: Records, key: str) -> str:
    source = records.sources.get(key)
    if source is None:
        return key
    if source.publisher is None:
        return source.title
    return f"{source.publisher}, {partial(source.date) if source.date else 'undated'}"
