"""Who is listed at the plenary, each body with its record so far, and what changed in the list."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from egci_reports.analysis.body_changes import BodyChanges
from egci_reports.analysis.lists import ListState
from egci_reports.analysis.participation import LineageRow, ListedBody, Participation, PlenaryColumn
from egci_reports.analysis.plenaries import Plenary
from egci_reports.records.facts import Stated, settled
from egci_reports.views.body_changes import BodiesChanged, changed_bodies, changes_between
from egci_reports.views.names import Named, Names


@dataclass(frozen=True, slots=True)
class BodyRow:
    """A Hong Kong body in this year's list, with its record up to this year."""

    name: Named
    earlier: Named | None
    """The first name it was listed under, if another."""
    row: LineageRow
    first_year: int
    running: int
    """Lists without a break up to this one."""


@dataclass(frozen=True, slots=True)
class SizedLists:
    """Closed lists of one size, by their years."""

    size: int
    years: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Bodies:
    """Who took part, as far as listed. `guangdong` is what sources name for Guangdong."""

    listed: tuple[BodyRow, ...]
    is_open: bool
    note: str | None
    sources: tuple[str, ...]
    participation: Participation
    raw_changes: BodyChanges | None
    changed: BodiesChanged | None
    shortest: SizedLists | None
    longest: SizedLists | None
    guangdong: tuple[Named, ...]
    guangdong_hedge: str | None
    others: tuple[Named, ...]
    """Participants of both sides that are no departments."""
    guangdong_sources: tuple[str, ...]

    @property
    def count(self) -> int:
        """How many Hong Kong bodies are listed."""
        return len(self.listed)

    @property
    def is_first_list(self) -> bool:
        """Whether no earlier plenary has a list."""
        lists = self.participation.lists
        return bool(self.listed) and len(lists) == 1

    @property
    def has_record(self) -> bool:
        """Whether there is an earlier list to count with."""
        return bool(self.listed) and len(self.participation.lists) > 1


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
    column = participation.by_number.get(plenary.number)
    rows = {row.lineage.id: row for row in participation.rows}
    return Bodies(
        listed=tuple(
            _row(entry, rows[entry.lineage.id], names, years) for entry in (column.bodies if column else ())
        ),
        is_open=column is not None and column.state is ListState.OPEN,
        note=hong_kong.note if hong_kong else None,
        sources=hong_kong.sources if hong_kong else (),
        participation=participation,
        raw_changes=changes,
        changed=changed_bodies(changes, names, years) if changes and changes.are_both_listed else None,
        shortest=_sized(participation.shortest, years),
        longest=_sized(participation.longest, years),
        guangdong=_guangdong(plenary, names),
        guangdong_hedge=guangdong.value.opening if guangdong else None,
        others=_others(plenary, names),
        guangdong_sources=guangdong.sources if guangdong else (),
    )


def _sized(columns: Sequence[PlenaryColumn], years: Mapping[int, int]) -> SizedLists | None:
    if not columns:
        return None
    return SizedLists(len(columns[0].bodies), tuple(years[column.number] for column in columns))


def _row(entry: ListedBody, row: LineageRow, names: Names, years: Mapping[int, int]) -> BodyRow:
    first = row.by_name[0]
    earlier = None if first.name.name == entry.name.name else names.named(first.body, first.name)
    return BodyRow(names.named(entry.body, entry.name), earlier, row, years[row.first], entry.running)


def _guangdong(plenary: Plenary, names: Names) -> tuple[Named, ...]:
    delegation, day = settled(plenary.meeting.guangdong), plenary.day
    if delegation is None or day is None:
        return ()
    return tuple(names.body(entry.body, day, entry.printed) for entry in delegation.bodies)


def _others(plenary: Plenary, names: Names) -> tuple[Named, ...]:
    day, meeting = plenary.day, plenary.meeting
    sides = [settled(fact) for fact in (meeting.hong_kong, meeting.guangdong)]
    listed = [entry for delegation in sides if delegation for entry in delegation.others]
    return tuple(names.body(entry.body, day, entry.printed) for entry in listed) if day else ()
