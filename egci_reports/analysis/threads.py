"""Each subject of co-operation through the years: where it is named, in which words, and where not."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from egci_reports.analysis import claims
from egci_reports.analysis.claims import ConsecutiveRun, Observation, Tally
from egci_reports.analysis.lists import AreaListing, Presence, areas_of, presence
from egci_reports.analysis.wording import key_of
from egci_reports.records.areas import Area, Grade, Join
from egci_reports.records.records import Records
from egci_reports.records.threads import Thread


@dataclass(frozen=True, slots=True)
class Naming:
    """That a plenary's plan names a thread: the area, its place in the list (from 1), its join."""

    number: int
    position: int
    area: Area
    join: Join

    @property
    def is_doubtful(self) -> bool:
        """Whether the join is doubtful."""
        return self.join.grade is Grade.DOUBTFUL


@dataclass(frozen=True, slots=True)
class ThreadCell:
    """A thread at a plenary: listed (with its namings: several after a split) or in which way not.

    `in_focus`: it stands in a focus point beside the areas, which is not an area. `running` counts the
    plenaries running to this one that name it; 0 where it is not named.
    """

    number: int
    presence: Presence
    namings: tuple[Naming, ...] = ()
    in_focus: bool = False
    running: int = 0

    @property
    def is_doubtful(self) -> bool:
        """Whether it is named, and only by doubtful joins."""
        return bool(self.namings) and all(naming.is_doubtful for naming in self.namings)


@dataclass(frozen=True, slots=True)
class WordingRun:
    """A wording of a thread at plenaries one after the other, by their numbers."""

    thread: Thread
    area: Area
    numbers: tuple[int, ...]
    join: Join
    """How the wording joins the thread at the first of them."""

    @property
    def length(self) -> int:
        """At how many plenaries it stood."""
        return len(self.numbers)


@dataclass(frozen=True)
class ThreadHistory:
    """A thread over all plenaries, one cell for each, and the runs of its wordings in order."""

    thread: Thread
    cells: tuple[ThreadCell, ...]
    wordings: tuple[WordingRun, ...]

    @cached_property
    def points(self) -> tuple[Observation, ...]:
        """At which plenaries it is named, for claims over time."""
        return tuple(Observation(cell.number, cell.presence.holds) for cell in self.cells)

    @cached_property
    def namings(self) -> tuple[Naming, ...]:
        """Every naming, in order."""
        return tuple(naming for cell in self.cells for naming in cell.namings)

    @cached_property
    def numbers(self) -> tuple[int, ...]:
        """Numbers of the plenaries that name it."""
        return tuple(cell.number for cell in self.cells if cell.namings)

    @property
    def doubtful(self) -> tuple[int, ...]:
        """Numbers of the plenaries that name it by doubtful joins only."""
        return tuple(cell.number for cell in self.cells if cell.is_doubtful)

    @property
    def first(self) -> int | None:
        """Number of the plenary that first names it."""
        return self.numbers[0] if self.numbers else None

    @property
    def last(self) -> int | None:
        """Number of the plenary that last names it."""
        return self.numbers[-1] if self.numbers else None

    @cached_property
    def runs(self) -> tuple[ConsecutiveRun, ...]:
        """Plenaries one after the other that name it; an open list ends a run and is said at its end."""
        return claims.runs(self.points)

    @property
    def gaps(self) -> tuple[ThreadCell, ...]:
        """The plenaries between its first and last naming that do not name it."""
        if self.first is None or self.last is None:
            return ()
        return tuple(c for c in self.cells if self.first < c.number < self.last and not c.namings)

    @property
    def since_first(self) -> Tally:
        """At how many plenaries it is named, of those from its first naming on ("11 of the 12")."""
        return claims.tally([point for point in self.points if self.first and point.number >= self.first])

    @cached_property
    def by_number(self) -> Mapping[int, ThreadCell]:
        """Cells by the number of the plenary."""
        return {cell.number: cell for cell in self.cells}

    def last_before(self, number: int) -> int | None:
        """Return the number of the last plenary before `number` that names it."""
        place = bisect_left(self.numbers, number)
        return self.numbers[place - 1] if place else None

    def run_to(self, number: int) -> ConsecutiveRun | None:
        """Return the plenaries running to `number` that name it; None if `number` does not."""
        return claims.run_to(self.points, number)

    def until(self, number: int) -> ThreadHistory:
        """Return the history as far as a plenary, its wordings cut likewise."""
        wordings = [
            WordingRun(run.thread, run.area, tuple(n for n in run.numbers if n <= number), run.join)
            for run in self.wordings
            if run.numbers[0] <= number
        ]
        return ThreadHistory(self.thread, tuple(c for c in self.cells if c.number <= number), tuple(wordings))


def thread_histories(records: Records) -> tuple[ThreadHistory, ...]:
    """Return every thread's history in the order of areas.yaml; areas that join no thread are in none."""
    listings = {meeting.number: areas_of(meeting) for meeting in records.meetings}
    namings: dict[str, dict[int, list[Naming]]] = {}
    for number, listing in listings.items():
        for position, area in enumerate(listing.items, 1):
            for join in area.threads:
                by_number = namings.setdefault(join.thread, {})
                by_number.setdefault(number, []).append(Naming(number, position, area, join))
    focus = _focus(records)
    return tuple(
        _history(thread, listings, namings.get(thread.id, {}), focus) for thread in records.areas.threads
    )


def _focus(records: Records) -> frozenset[tuple[int, str]]:
    return frozenset(
        (meeting.number, join.thread)
        for meeting in records.meetings
        if meeting.areas.focus_points
        for point in meeting.areas.focus_points.items
        for join in point.threads
    )


def _history(
    thread: Thread,
    listings: Mapping[int, AreaListing],
    namings: Mapping[int, list[Naming]],
    focus: frozenset[tuple[int, str]],
) -> ThreadHistory:
    cells: list[ThreadCell] = []
    running = 0
    for number, listing in listings.items():
        named = tuple(namings.get(number, ()))
        running = running + 1 if named else 0
        state = presence(listed=bool(named), state=listing.state)
        cells.append(ThreadCell(number, state, named, (number, thread.id) in focus, running))
    return ThreadHistory(thread, tuple(cells), _wordings(thread, cells))


def _wordings(thread: Thread, cells: Sequence[ThreadCell]) -> tuple[WordingRun, ...]:
    done: list[WordingRun] = []
    open_runs: dict[tuple[str, ...], WordingRun] = {}
    for cell in cells:
        still: dict[tuple[str, ...], WordingRun] = {}
        for naming in cell.namings:
            key = key_of(str(naming.area.wording))
            run = open_runs.get(key)
            numbers = (*run.numbers, cell.number) if run else (cell.number,)
            join = run.join if run else naming.join
            still[key] = WordingRun(thread, run.area if run else naming.area, numbers, join)
        done += [run for key, run in open_runs.items() if key not in still]
        open_runs = still
    return tuple(sorted([*done, *open_runs.values()], key=lambda run: run.numbers))
