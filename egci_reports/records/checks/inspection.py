"""What every check works on: the records, the place of each of their parts, and what failed its form."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from typing import TypeVar

from pydantic import BaseModel

from egci_reports.errors import Finding, Position, Severity
from egci_reports.records.facts import Disputed, Stated, Unstated
from egci_reports.records.records import Records, address_of

T = TypeVar("T")
M = TypeVar("M", bound=BaseModel)


@dataclass(frozen=True, slots=True)
class Spot:
    """A part of a record: `spot / "venue" / "city"`. Where the file has no such part, the part around it."""

    record: str
    path: tuple[str | int, ...] = ()

    def __truediv__(self, part: str | int) -> Spot:
        return Spot(self.record, (*self.path, part))


@dataclass(frozen=True)
class Inspection:
    """The records under inspection; `broken` holds the addresses of entries that failed their form."""

    records: Records
    broken: frozenset[str]

    @cached_property
    def nodes(self) -> tuple[tuple[Spot, BaseModel], ...]:
        """Every model in the records, however deep, with its spot."""
        records = self.records
        lists = (records.sources.values(), records.bodies.values(), records.people.values())
        entries = [entry for mapping in lists for entry in mapping]
        whole: tuple[BaseModel, ...] = (records.group, *entries, *records.phases, *records.agreements)
        whole = (*whole, *records.events, *records.developments, *records.returns, *records.actions)
        whole = (*whole, *records.packs, *records.briefs, *records.notes, *records.meetings)
        found = [node for entry in whole for node in _nodes(entry, spot_of(entry))]
        for name, texts in records.papers.items():
            found += _nodes(texts, Spot(f"papers/{name}"))
        if records.distribution is not None:
            found += _nodes(records.distribution, Spot("distribution"))
        return (*found, *_nodes(records.areas, Spot("areas")))

    def of_kind(self, kind: type[M]) -> Iterator[tuple[Spot, M]]:
        """Yield every model of a kind with its spot."""
        wanted = {one for one in self._kinds if issubclass(one, kind)}
        for spot, node in self.nodes if wanted else ():
            if type(node) in wanted:
                yield spot, node  # type: ignore[misc]

    @cached_property
    def _kinds(self) -> frozenset[type[BaseModel]]:
        """The models that there are: a kind is asked for of these, and not of each node."""
        return frozenset(type(node) for _, node in self.nodes)

    @cached_property
    def _by_record(self) -> Mapping[str, list[tuple[Spot, BaseModel]]]:
        found: dict[str, list[tuple[Spot, BaseModel]]] = {}
        for spot, node in self.nodes:
            found.setdefault(spot.record, []).append((spot, node))
        return found

    def inside(self, record: BaseModel) -> list[tuple[Spot, BaseModel]]:
        """Return every model inside one record, itself first, with its spot."""
        return self._by_record[spot_of(record).record]

    @cached_property
    def numbers(self) -> frozenset[int]:
        """Numbers of all plenaries that have a file, also where the file failed its form."""
        broken = (address.rpartition("/")[2] for address in self.broken if address.startswith("meetings/"))
        return frozenset({meeting.number for meeting in self.records.meetings}) | {
            int(stem) for stem in broken if stem.isdigit()
        }

    def error(self, code: str, spot: Spot, message: str, hint: str) -> Finding:
        """Return an error at a spot."""
        return self._finding(code, spot, message, hint, Severity.ERROR)

    def warning(self, code: str, spot: Spot, message: str, hint: str) -> Finding:
        """Return a warning at a spot."""
        return self._finding(code, spot, message, hint, Severity.WARNING)

    def position(self, spot: Spot) -> Position | None:
        """Return where a spot stands in its file; None if its record is in none."""
        if spot.record not in self.records.places.files:
            return None
        file, prefix = self.records.places.files[spot.record]
        return file.position(prefix + spot.path)

    def _finding(self, code: str, spot: Spot, message: str, hint: str, severity: Severity) -> Finding:
        position = self.position(spot)
        source = self.records.places.source(position) if position else None
        return Finding(code, message, position, hint, severity, source)


def spot_of(record: BaseModel) -> Spot:
    """Return the spot of a whole record."""
    return Spot(address_of(record))  # type: ignore[arg-type]  # every record is a Model


def claims(spot: Spot, fact: Stated[T] | Disputed[T] | Unstated) -> Iterator[tuple[Spot, T]]:
    """Yield every value that a fact may have, with its spot."""
    match fact:
        case Stated():
            yield spot / "value", fact.value
        case Disputed():
            for index, claim in enumerate(fact.disputed):
                yield spot / "disputed" / index / "value", claim.value
        case Unstated():
            return


@cache
def fields_of(kind: type[BaseModel]) -> tuple[str, ...]:
    """Return the names of a model's fields, which are asked for of every node."""
    return tuple(kind.model_fields)


def _nodes(model: BaseModel, spot: Spot) -> Iterator[tuple[Spot, BaseModel]]:
    yield spot, model
    for name in fields_of(type(model)):
        value = getattr(model, name)
        if isinstance(value, BaseModel):
            yield from _nodes(value, spot / name)
        elif isinstance(value, tuple):
            for index, part in enumerate(value):
                if isinstance(part, BaseModel):
                    yield from _nodes(part, spot / name / index)
