"""What a plenary's list of areas or bodies allows to be said: closed, open, none, or in dispute."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from egci_reports.records.areas import Area
from egci_reports.records.bodies import Side
from egci_reports.records.facts import Disputed, Stated, Unstated, settled
from egci_reports.records.meetings import Delegation, Listed, Meeting


class ListState(StrEnum):
    """What follows from something not being in a list."""

    CLOSED = "closed"  # it is not listed
    OPEN = "open"  # it is not named; there are more than those named
    NO_LIST = "no-list"  # nothing follows
    IN_DISPUTE = "in-dispute"  # nothing follows until the dispute is decided


class Presence(StrEnum):
    """How a body or thread stands to the list of a plenary."""

    LISTED = "listed"
    NOT_LISTED = "not-listed"
    NOT_NAMED = "not-named"
    NO_LIST = "no-list"
    NO_SUCH_BODY = "no-such-body"  # on that day no body bore the name yet, or any longer

    @property
    def holds(self) -> bool | None:
        """Whether it is listed; None where the record does not tell."""
        known = {Presence.LISTED: True, Presence.NOT_LISTED: False, Presence.NO_SUCH_BODY: False}
        return known.get(self)


def presence(*, listed: bool, state: ListState) -> Presence:
    """Return how something stands to a list in a given state."""
    if listed:
        return Presence.LISTED
    if state is ListState.CLOSED:
        return Presence.NOT_LISTED
    return Presence.NOT_NAMED if state is ListState.OPEN else Presence.NO_LIST


@dataclass(frozen=True, slots=True)
class AreaListing:
    """The areas a plenary's plan names, in order, and what the list allows to be said."""

    state: ListState
    items: tuple[Area, ...] = ()


@dataclass(frozen=True, slots=True)
class BodyListing:
    """The bodies of a side a plenary's entry lists, in order, and what the list allows to be said."""

    state: ListState
    bodies: tuple[Listed, ...] = ()


def areas_of(meeting: Meeting) -> AreaListing:
    """Return the areas named in the plan of a plenary."""
    items = settled(meeting.areas.listed)
    if not items:
        return AreaListing(_silent(meeting.areas.listed))
    return AreaListing(ListState.CLOSED if meeting.areas.closed else ListState.OPEN, items)


def bodies_of(meeting: Meeting, side: Side = Side.HONG_KONG) -> BodyListing:
    """Return the bodies listed for Hong Kong or Guangdong."""
    fact = meeting.hong_kong if side is Side.HONG_KONG else meeting.guangdong
    delegation = settled(fact)
    if delegation is None:
        return BodyListing(_silent(fact))
    return BodyListing(ListState.OPEN if delegation.opening else ListState.CLOSED, delegation.bodies)


def _silent(
    fact: Stated[tuple[Area, ...]]
    | Stated[Delegation]
    | Disputed[tuple[Area, ...]]
    | Disputed[Delegation]
    | Unstated,
) -> ListState:
    return ListState.IN_DISPUTE if isinstance(fact, Disputed) else ListState.NO_LIST
