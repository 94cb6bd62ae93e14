"""The order of delegations: heads first, then standing order; and how they sit opposite each other."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import zip_longest

from egci_reports.records.bodies import Body, Side
from egci_reports.records.packs import Delegate, Role

_ROLES = tuple(Role)
_AT_THE_TABLE = (Role.HEAD, Role.MEMBER)


def in_protocol_order(
    members: Sequence[Delegate], bodies: Mapping[str, Body], side: Side
) -> tuple[tuple[int, Delegate], ...]:
    """Return the members of a side, each with its place in the record: heads first, then by body."""
    listed = [(index, one) for index, one in enumerate(members) if bodies[one.body].side is side]
    listed.sort(key=lambda one: (_ROLES.index(one[1].role), bodies[one[1].body].protocol, one[0]))
    return tuple(listed)


def seats(ordered: Sequence[tuple[int, Delegate]]) -> tuple[int, ...]:
    """Return who sits along one side of a table, by place in the record, from the left as they sit.

    The head sits in the middle, the next on the right of the head, the third on the left, and so on.
    Interpreters and those in attendance have no seat at the table.
    """
    places = [index for index, one in ordered if one.role in _AT_THE_TABLE]
    return (*reversed(places[2::2]), *places[:1], *places[1::2])


def opposite(ours: Sequence[int], theirs: Sequence[int]) -> tuple[tuple[int | None, int | None], ...]:
    """Return who faces whom: their left is our right, and the middles meet."""
    mirrored = [*reversed(theirs)]
    ahead = (len(ours) - 1) // 2 - len(theirs) // 2 if ours and theirs else 0
    left: list[int | None] = [*[None] * -ahead, *ours]
    right: list[int | None] = [*[None] * ahead, *mirrored]
    return tuple(zip_longest(left, right))
