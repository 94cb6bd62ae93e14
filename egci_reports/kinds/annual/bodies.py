"""Who is listed at the plenary, and how the list stands to the one before."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from egci_reports.analysis.body_changes import BodyChanges
from egci_reports.analysis.lists import ListState
from egci_reports.analysis.participation import LineageRow, ListedBody, Participation
from egci_reports.analysis.plenaries import Plenary
from egci_reports.records.facts import Stated, settled
from egci_reports.views.body_changes import changes_between
from egci_reports.views.names import Named, Names

MOST_NAMED = 5
"""How many bodies a sentence of the summary names."""


@dataclass(frozen=True, slots=True)
class Successor:
    """A body that took the place of another, and the year in which the other was listed last."""

    now: Named
    earlier: Named
    year: int


@dataclass(frozen=True, slots=True)
class ListChanges:
    """How the list of Hong Kong bodies stands to that of the plenary before.

    `again` were not in the list before, but in an earlier one: each with the year of the last. `first` are
    listed for the first time. `ended` were in the list before alone; of an open list (`is_open`) no more can
    be said than that it does not name them. `renamed` go on under a new name or in a successor; `succeeded`
    are successors of bodies that were not in the list before.
    """

    year: int
    before_count: int
    is_same: bool
    again: tuple[tuple[Named, int], ...]
    first: tuple[Named, ...]
    ended: tuple[Named, ...]
    renamed: tuple[Successor, ...]
    succeeded: tuple[Successor, ...]
    is_open: bool


@dataclass(frozen=True, slots=True)
class Bodies:
    """Who took part, as far as listed. `guangdong` is what sources name for Guangdong."""

    listed: tuple[Named, ...]
    is_open: bool
    note: str | None
    sources: tuple[str, ...]
    is_first_list: bool
    changed: ListChanges | None
    guangdong: tuple[Named, ...]
    guangdong_open: str | None
    guangdong_sources: tuple[str, ...]
    others: tuple[Named, ...]
    """Participants of both sides that are no departments."""
    printed: tuple[tuple[str, Named], ...]
    """Other names that the source prints, each with the body by its name of the day; slips are told apart."""

    @property
    def count(self) -> int:
        """How many Hong Kong bodies are listed."""
        return len(self.listed)

    @property
    def are_few(self) -> bool:
        """Whether a sentence can name the Hong Kong bodies."""
        return self.count <= MOST_NAMED

    @property
    def kept(self) -> tuple[Named, ...]:
        """The bodies listed, but for those that took the place of others."""
        new = {one.now.name.key for one in self.changed.renamed} if self.changed else set()
        return tuple(one for one in self.listed if one.name.key not in new)

    @property
    def guangdong_count(self) -> int:
        """How many Guangdong bodies are named."""
        return len(self.guangdong)


@dataclass(frozen=True, slots=True)
class BodyRow:
    """A line of the table of bodies: names with the year of their first list, oldest first."""

    names: tuple[tuple[Named, int], ...]
    row: LineageRow


def bodies_at(
    plenary: Plenary,
    before: Plenary | None,
    participation: Participation,
    names: Names,
    years: Mapping[int, int],
) -> Bodies:
    """Return who is listed; the participation reaches as far as the report looks."""
    changes = changes_between(participation, before.number if before else None, plenary.number)
    meeting = plenary.meeting
    hong_kong = meeting.hong_kong if isinstance(meeting.hong_kong, Stated) else None
    guangdong = meeting.guangdong if isinstance(meeting.guangdong, Stated) else None
    ours, theirs = settled(meeting.hong_kong), settled(meeting.guangdong)
    others = [entry for side in (ours, theirs) if side for entry in side.others]
    column = participation.by_number.get(plenary.number)
    lists = participation.lists
    return Bodies(
        listed=tuple(names.named(one.body, one.name) for one in (column.bodies if column else ())),
        is_open=column is not None and column.state is ListState.OPEN,
        note=hong_kong.note if hong_kong else None,
        sources=hong_kong.sources if hong_kong else (),
        is_first_list=bool(column and column.bodies and len(lists) == 1),
        changed=_changed(changes, participation.by_number[changes.earlier].listed_count, names, years)
        if changes and changes.are_both_listed
        else None,
        guangdong=names.listed(theirs.bodies if theirs else (), plenary.day),
        guangdong_open=guangdong.value.opening if guangdong else None,
        guangdong_sources=guangdong.sources if guangdong else (),
        others=names.listed(others, plenary.day),
        printed=tuple(_printed(plenary, names)),
    )


def rows_of(
    participation: Participation, names: Names, years: Mapping[int, int], fewest: int = 3
) -> tuple[BodyRow, ...]:
    """Return the table of the bodies listed so far; nothing while there are few lists."""
    if participation.list_count < fewest:
        return ()
    return tuple(
        BodyRow(
            tuple((_then(names.named(one.body, one.name)), years[one.numbers[0]]) for one in row.by_name), row
        )
        for row in participation.rows
    )


def _changed(changes: BodyChanges, count: int, names: Names, years: Mapping[int, int]) -> ListChanges:
    return ListChanges(
        year=years[changes.earlier],
        before_count=count,
        is_same=changes.is_same_set,
        again=tuple((_name(entry, names), years[entry.previous or 0]) for entry in changes.back),
        first=tuple(_name(entry, names) for entry in changes.new),
        ended=tuple(_name(entry, names) for entry in (*changes.no_longer, *changes.not_named)),
        renamed=_successors(changes, changes.again, names, years),
        succeeded=_successors(changes, changes.succeeded, names, years),
        is_open=bool(changes.not_named),
    )


def _successors(
    changes: BodyChanges, among: tuple[ListedBody, ...], names: Names, years: Mapping[int, int]
) -> tuple[Successor, ...]:
    return tuple(
        Successor(_name(entry, names), _previous(entry, names), years[entry.previous or 0])
        for entry in changes.renamed
        if entry in among
    )


def _name(entry: ListedBody, names: Names) -> Named:
    return names.named(entry.body, entry.name)


def _previous(entry: ListedBody, names: Names) -> Named:
    """Return the name under which a line of bodies was listed last; its present one stands beside it."""
    known = {id(name): body for body, name in entry.lineage.names}
    name = entry.previous_name or entry.name
    return _then(names.named(known[id(name)], name))


def _then(named: Named) -> Named:
    return replace(named, name=replace(named.name, present=None))


def _printed(plenary: Plenary, names: Names) -> Iterator[tuple[str, Named]]:
    day, meeting = plenary.day, plenary.meeting
    slips = {slip.printed for slip in meeting.slips}
    sides = [settled(fact) for fact in (meeting.hong_kong, meeting.guangdong)]
    for entry in (entry for side in sides if side and day for entry in (*side.bodies, *side.others)):
        if entry.printed and entry.printed not in slips and day:
            named = names.body(entry.body, day, entry.printed)
            if entry.printed != named.name.full:
                yield entry.printed, named
