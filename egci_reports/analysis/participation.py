"""Which bodies are listed at which plenaries, by lineage. "Not listed" does not mean absent."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property

from egci_reports.analysis import claims
from egci_reports.analysis.claims import ConsecutiveRun, Observation
from egci_reports.analysis.lineages import Lineage, Lineages, name_of, was_there
from egci_reports.analysis.lists import ListState, Presence, bodies_of, presence
from egci_reports.analysis.plenaries import Plenary, Series
from egci_reports.records.bodies import Body, BodyName, Side
from egci_reports.records.meetings import Listed
from egci_reports.records.records import Records


@dataclass(frozen=True, slots=True)
class ListedBody:
    """A body in the list of a plenary, with its name of the day.

    `previous` is the last plenary before it, by number, that lists the lineage, and `previous_name` its name
    there; None where this is the first. `running` counts the plenaries running to this one that list it.
    """

    entry: Listed
    body: Body
    name: BodyName
    lineage: Lineage
    previous: int | None
    previous_name: BodyName | None
    running: int


@dataclass(frozen=True, slots=True)
class PlenaryColumn:
    """A plenary held: the state of its list and who is in it, in the order of the source."""

    number: int
    state: ListState
    bodies: tuple[ListedBody, ...] = ()
    day: date | None = None

    @property
    def lineages(self) -> frozenset[str]:
        """The ids of the lineages listed."""
        return frozenset(entry.lineage.id for entry in self.bodies)

    @property
    def listed_count(self) -> int:
        """How many bodies the list names, be it closed or open."""
        return len(self.bodies)

    @property
    def size(self) -> int | None:
        """How many bodies a closed list holds; None for an open list or none."""
        return len(self.bodies) if self.state is ListState.CLOSED else None


@dataclass(frozen=True, slots=True)
class NameCount:
    """In how many lists a body stands under one of its names, and in which, by number."""

    body: Body
    name: BodyName
    numbers: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class LineageRow:
    """A lineage over all plenaries held, one presence for each."""

    lineage: Lineage
    cells: tuple[tuple[int, Presence], ...]
    by_name: tuple[NameCount, ...]
    """Counts under each name of the day, oldest first: they add up to the total."""

    @property
    def points(self) -> tuple[Observation, ...]:
        """At which plenaries it is listed, for claims over time."""
        return tuple(Observation(number, cell.holds) for number, cell in self.cells)

    @property
    def numbers(self) -> tuple[int, ...]:
        """Numbers of the plenaries at which it is listed."""
        return tuple(number for number, cell in self.cells if cell is Presence.LISTED)

    @property
    def total(self) -> int:
        """In how many lists it stands."""
        return len(self.numbers)

    @property
    def first(self) -> int:
        """Number of the first plenary at which it is listed."""
        return self.numbers[0]

    @property
    def last(self) -> int:
        """Number of the last plenary at which it is listed."""
        return self.numbers[-1]

    @property
    def not_listed(self) -> tuple[int, ...]:
        """Numbers of the plenaries with a closed list without it."""
        return tuple(number for number, cell in self.cells if cell is Presence.NOT_LISTED)

    def run_to(self, number: int) -> ConsecutiveRun | None:
        """Return the plenaries running to `number` at which it is listed; None if it is not listed there."""
        return claims.run_to(self.points, number)


@dataclass(frozen=True)
class Participation:
    """The matrix: rows by number of lists (then first listed, then protocol), columns in order."""

    side: Side
    columns: tuple[PlenaryColumn, ...]
    rows: tuple[LineageRow, ...]

    @property
    def lists(self) -> tuple[PlenaryColumn, ...]:
        """The plenaries that have a list, closed or open."""
        return tuple(column for column in self.columns if column.bodies)

    @property
    def list_count(self) -> int:
        """How many plenaries have a list."""
        return len(self.lists)

    @property
    def closed(self) -> tuple[PlenaryColumn, ...]:
        """The plenaries that have a closed list."""
        return tuple(column for column in self.columns if column.size is not None)

    @property
    def total(self) -> int:
        """All entries of all lists."""
        return sum(len(column.bodies) for column in self.columns)

    @property
    def average(self) -> float | None:
        """The average size of a closed list; None if there is none."""
        sizes = [len(column.bodies) for column in self.closed]
        return sum(sizes) / len(sizes) if sizes else None

    @property
    def shortest(self) -> tuple[PlenaryColumn, ...]:
        """The shortest closed lists, all that tie."""
        return claims.shortest(self.closed, lambda column: len(column.bodies))

    @property
    def longest(self) -> tuple[PlenaryColumn, ...]:
        """The longest closed lists, all that tie."""
        return claims.longest(self.closed, lambda column: len(column.bodies))

    @cached_property
    def by_number(self) -> Mapping[int, PlenaryColumn]:
        """Columns by the number of the plenary."""
        return {column.number: column for column in self.columns}

    @cached_property
    def by_bodies(self) -> Mapping[frozenset[str], tuple[int, ...]]:
        """Plenaries whose closed lists have the same lineages (by id), by their numbers."""
        found: dict[frozenset[str], list[int]] = {}
        for column in self.closed:
            found.setdefault(column.lineages, []).append(column.number)
        return {lineages: tuple(numbers) for lineages, numbers in found.items()}

    def until(self, number: int) -> Participation:
        """Return the matrix as far as a plenary, its rows ordered anew."""
        columns = tuple(column for column in self.columns if column.number <= number)
        rows = [
            _row(_until(row.by_name, number), row.lineage, columns)
            for row in self.rows
            if row.first <= number
        ]
        return Participation(self.side, columns, _ordered(rows))

    def row_of(self, lineage: Lineage) -> LineageRow | None:
        """Return the row of a lineage, None if it is never listed."""
        return next((row for row in self.rows if row.lineage.id == lineage.id), None)


def participation_of(
    records: Records, series: Series, lineages: Lineages, side: Side = Side.HONG_KONG
) -> Participation:
    """Return who is listed at the plenaries held, for Hong Kong or Guangdong."""
    columns: list[PlenaryColumn] = []
    entries: dict[str, dict[int, ListedBody]] = {}
    for plenary in series.held:
        listing = bodies_of(plenary.meeting, side)
        bodies: list[ListedBody] = []
        for listed in listing.bodies:
            body = records.bodies[listed.body]
            earlier = entries.setdefault(lineages.of(body.id).id, {})
            bodies.append(_listed(plenary, listed, body, lineages.of(body.id), earlier))
            earlier[plenary.number] = bodies[-1]
        columns.append(PlenaryColumn(plenary.number, listing.state, tuple(bodies), plenary.day))
    rows = [
        _row(_counts(lineages.of(key), found), lineages.of(key), columns) for key, found in entries.items()
    ]
    return Participation(side, tuple(columns), _ordered(rows))


def _ordered(rows: Iterable[LineageRow]) -> tuple[LineageRow, ...]:
    return tuple(sorted(rows, key=lambda row: (-row.total, row.first, row.lineage.protocol)))


def _listed(
    plenary: Plenary, listed: Listed, body: Body, lineage: Lineage, earlier: dict[int, ListedBody]
) -> ListedBody:
    name = name_of(body, plenary.day or date.max, listed.printed)
    number = next(reversed(earlier), None)
    last = None if number is None else earlier[number]
    running = last.running + 1 if last is not None and number == plenary.previous else 1
    return ListedBody(listed, body, name, lineage, number, last.name if last else None, running)


def _counts(lineage: Lineage, found: Mapping[int, ListedBody]) -> tuple[NameCount, ...]:
    """Return in which lists a lineage stands under each of its names; names in no list are left out."""
    by_name = (
        NameCount(body, name, tuple(n for n, e in found.items() if e.body.id == body.id and e.name == name))
        for body, name in lineage.names
    )
    return tuple(count for count in by_name if count.numbers)


def _until(counts: Iterable[NameCount], number: int) -> tuple[NameCount, ...]:
    return tuple(
        replace(count, numbers=tuple(n for n in count.numbers if n <= number))
        for count in counts
        if count.numbers[0] <= number
    )


def _row(counts: tuple[NameCount, ...], lineage: Lineage, columns: Iterable[PlenaryColumn]) -> LineageRow:
    numbers = {number for count in counts for number in count.numbers}
    cells = tuple(
        (column.number, _cell(column, counts, is_listed=column.number in numbers)) for column in columns
    )
    return LineageRow(lineage, cells, counts)


def _cell(column: PlenaryColumn, counts: Sequence[NameCount], *, is_listed: bool) -> Presence:
    """Return how a row stands to a list: a name that no body bore on the day can have been in none."""
    found = presence(listed=is_listed, state=column.state)
    day = column.day
    is_borne = day is None or any(_bore(count, day) for count in counts)
    is_out = found in (Presence.NOT_LISTED, Presence.NOT_NAMED) and not is_borne
    return Presence.NO_SUCH_BODY if is_out else found


def _bore(count: NameCount, day: date) -> bool:
    return was_there(count.body, day) and count.name.covers(day)
