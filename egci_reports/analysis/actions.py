"""Actions on a day, overdue first, and those that a plenary follows up."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from egci_reports.records.actions import Action, ActionStatus
from egci_reports.records.meetings import ActionCount
from egci_reports.records.owners import owner_on
from egci_reports.records.records import Records, action_count, address_of


class ActionState(StrEnum):
    """How an action stands on a day, in the order of the list."""

    OVERDUE = "overdue"
    OPEN = "open"
    DONE = "done"  # reported as done, and waiting for the decision that closes it
    CLOSED = "closed"


@dataclass(frozen=True, slots=True)
class ActionOn:
    """An action on a day: how it stands, who answers for it now, and by how many days it is overdue."""

    action: Action
    owner: str
    state: ActionState
    days_late: int
    about: str


@dataclass(frozen=True, slots=True)
class FollowUp:
    """The actions before a plenary, brought forward or agreed there, and their count."""

    actions: tuple[ActionOn, ...]
    count: ActionCount


def actions_on(records: Records, day: date) -> tuple[ActionOn, ...]:
    """Return all actions as they stand on a day: overdue, open, done, closed; within each by due date."""
    order = list(ActionState)
    found = [_on(records, action, day) for action in records.actions]
    return tuple(sorted(found, key=lambda one: (order.index(one.state), one.action.due, one.action.id)))


def followed_up(records: Records, number: int, day: date) -> FollowUp | None:
    """Return the actions before a plenary as they stand on a day; None if no action is recorded by then.

    An action closed at an earlier plenary is done with, one closed at a later one is still open.
    """
    known = [action for action in records.actions if action.raised_at <= number]
    if not known:
        return None
    then = [
        action
        if action.closed and action.closed.meeting <= number
        else action.model_copy(update={"closed": None})
        for action in known
        if action.closed is None or action.closed.meeting >= number
    ]
    return FollowUp(actions_on(records.with_(actions=tuple(then)), day), action_count(known, number))


def _on(records: Records, action: Action, day: date) -> ActionOn:
    known = tuple(note for note in action.progress if note.on <= day)
    action = action.model_copy(update={"progress": known, "due": action.due_now})
    late = max((day - action.due).days, 0)
    if action.closed is not None:
        state = ActionState.CLOSED
    elif action.status is ActionStatus.DONE:
        state = ActionState.DONE
    else:
        state = ActionState.OVERDUE if late else ActionState.OPEN
    owner = owner_on(records.bodies, action.owner, day)
    return ActionOn(action, owner, state, late if state is ActionState.OVERDUE else 0, address_of(action))
