"""Who is listed at the plenary, each body with its record so far, and what changed in the list."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from egci_reports.analysis.body_changes import BodyChanges, body_changes
from egci_reports.analysis.lists import ListState
from egci_reports.analysis.participation import Column, ListedBody, Participation, Row
from egci_reports.analysis.plenaries import Plenary
from egci_reports.kinds.annual.context import Bodies, BodiesChanged, BodyRow, SizedLists
from egci_reports.kinds.names import Named, Names
from egci_reports.records.facts import Stated, settled


def bodies_at(
    plenary: Plenary,
    before: Plenary | None,
    participation: Participation,
    names: Names,
    years: Mapping[int, int],
) -> Bodies:
    """Return who is listed; the participation reaches as far as the report looks."""
    changes = _changes(plenary, before, participation)
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
        changed=_changed(changes, names, years) if changes and changes.are_both_listed else None,
        shortest=_sized(participation.shortest, years),
        longest=_sized(participation.longest, years),
        guangdong=_guangdong(plenary, names),
        guangdong_hedge=guangdong.value.hedge if guangdong else None,
        guangdong_sources=guangdong.sources if guangdong else (),
    )


def _changes(plenary: Plenary, before: Plenary | None, participation: Participation) -> BodyChanges | None:
    known = participation.by_number
    if before is None or plenary.number not in known or before.number not in known:
        return None
    return body_changes(participation, before.number, plenary.number)


def _changed(changes: BodyChanges, names: Names, years: Mapping[int, int]) -> BodiesChanged:
    def named(entries: Iterable[ListedBody]) -> tuple[Named, ...]:
        return tuple(names.named(entry.body, entry.name) for entry in entries)

    return BodiesChanged(
        named(changes.again),
        named(changes.back),
        named(changes.new),
        named((*changes.no_longer, *changes.not_named)),
        tuple((names.named(entry.body, entry.name), _previous(entry, names)) for entry in changes.renamed),
        bool(changes.not_named),
        changes.is_same_set,
        changes.is_same_list,
        tuple(years[number] for number in changes.same_as),
    )


def _previous(entry: ListedBody, names: Names) -> Named:
    """Return the name under which a line of succession was listed last; its present one stands beside it."""
    known = {id(name): body for body, name in entry.lineage.names}
    name = entry.previous_name or entry.name
    named = names.named(known[id(name)], name)
    return replace(named, name=replace(named.name, present=None))


def _sized(columns: Sequence[Column], years: Mapping[int, int]) -> SizedLists | None:
    if not columns:
        return None
    return SizedLists(len(columns[0].bodies), tuple(years[column.number] for column in columns))


def _row(entry: ListedBody, row: Row, names: Names, years: Mapping[int, int]) -> BodyRow:
    first = row.by_name[0]
    earlier = None if first.name.name == entry.name.name else names.named(first.body, first.name)
    return BodyRow(names.named(entry.body, entry.name), earlier, row, years[row.first], entry.running)


def _guangdong(plenary: Plenary, names: Names) -> tuple[Named, ...]:
    delegation, day = settled(plenary.meeting.guangdong), plenary.day
    if delegation is None or day is None:
        return ()
    return tuple(names.body(entry.body, day, entry.printed) for entry in delegation.bodies)
