"""What changed in the list of bodies between two plenaries, by lineage. Never says that a body was absent."""

from __future__ import annotations

from dataclasses import dataclass

from egci_reports.analysis.lists import ListState
from egci_reports.analysis.participation import ListedBody, Participation


@dataclass(frozen=True, slots=True)
class BodyChanges:
    """How the list of a later plenary stands to that of an earlier one; bodies in the order of their source.

    `again` are in both lists; `new` are in no list before the later one; `back` are in a list before the
    earlier one only; `succeeded` are too, by the body or under the name that was there before. `no_longer`
    are in the earlier list alone, and only if the later list is closed; `not_named` are those whom a later
    open list does not name. `renamed` were last listed under another
    name (`previous_name`). `same_as` are the earlier plenaries whose closed list has the same bodies.
    """

    earlier: int
    later: int
    are_both_listed: bool
    are_both_closed: bool
    again: tuple[ListedBody, ...] = ()
    new: tuple[ListedBody, ...] = ()
    back: tuple[ListedBody, ...] = ()
    succeeded: tuple[ListedBody, ...] = ()
    no_longer: tuple[ListedBody, ...] = ()
    not_named: tuple[ListedBody, ...] = ()
    renamed: tuple[ListedBody, ...] = ()
    is_same_set: bool = False
    is_same_list: bool = False
    same_as: tuple[int, ...] = ()


def body_changes(participation: Participation, earlier: int, later: int) -> BodyChanges:
    """Compare the lists of two plenaries held; raises KeyError for an unknown number."""
    old, new = participation.by_number[earlier], participation.by_number[later]
    if not new.bodies:
        return BodyChanges(earlier, later, are_both_listed=False, are_both_closed=False)
    left = tuple(entry for entry in old.bodies if entry.lineage.id not in new.lineages)
    fresh = [entry for entry in new.bodies if entry.lineage.id not in old.lineages]
    is_closed = new.state is ListState.CLOSED
    before, after = ([entry.lineage.id for entry in column.bodies] for column in (old, new))
    return BodyChanges(
        earlier,
        later,
        are_both_listed=bool(old.bodies),
        are_both_closed=is_closed and old.state is ListState.CLOSED,
        again=tuple(entry for entry in new.bodies if entry.lineage.id in old.lineages),
        new=tuple(entry for entry in fresh if entry.previous is None),
        back=tuple(entry for entry in fresh if entry.previous is not None and not _is_renamed(entry)),
        succeeded=tuple(entry for entry in fresh if _is_renamed(entry)),
        no_longer=left if is_closed else (),
        not_named=() if is_closed else left,
        renamed=tuple(entry for entry in new.bodies if _is_renamed(entry)),
        is_same_set=old.lineages == new.lineages,
        is_same_list=before == after,
        same_as=_same_as(participation, new.lineages, later) if is_closed else (),
    )


def _is_renamed(entry: ListedBody) -> bool:
    return entry.previous_name is not None and entry.previous_name.name != entry.name.name


def _same_as(participation: Participation, lineages: frozenset[str], later: int) -> tuple[int, ...]:
    return tuple(number for number in participation.by_bodies[lineages] if number < later)
