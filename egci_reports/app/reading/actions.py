"""Lists the actions as they stand on a day, overdue first."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from egci_reports.analysis.actions import ActionOn, ActionState, actions_on
from egci_reports.analysis.position import position_of
from egci_reports.app.reading.find import find
from egci_reports.app.reading.sheets.words import counted, day, name_on
from egci_reports.errors import Finding, UsageError
from egci_reports.records.bodies import Body
from egci_reports.records.owners import owner_on
from egci_reports.records.records import Records


@dataclass(frozen=True, slots=True)
class ListedAction:
    """An action as a list shows it."""

    number: str
    state: ActionState
    due: date
    days_late: int
    owner: str
    owner_name: str
    action: str
    source: str
    progress: str
    closed: str

    @property
    def standing(self) -> str:
        """How it stands, in words: overdue by 12 days; done, to be closed; open; closed."""
        match self.state:
            case ActionState.OVERDUE:
                return f"overdue by {counted(self.days_late, 'day', 'days')}"
            case ActionState.DONE:
                return "done, to be closed"
            case ActionState.CLOSED:
                return f"closed: {self.closed}"
        return "open"


@dataclass(frozen=True, slots=True)
class ActionList:
    """The actions on a day; `hidden` is how many closed ones are left out."""

    as_at: date
    lines: tuple[ListedAction, ...]
    hidden: int


def action_list(
    records: Records, as_at: date | None = None, *, owner: str | None = None, closed: bool = False
) -> ActionList:
    """Return the actions as at a day, by default the day of which the records speak.

    `owner` (a name or id) leaves those for which that body answers; `closed` adds those that are closed.
    Raises UsageError if `owner` means no body, or if there is no day to stand at.
    """
    as_at = as_at or position_of(records)
    if as_at is None:
        raise UsageError(Finding("U317", "the records know no day to stand at", hint="add --as-of DATE"))
    key = _body(records, owner, as_at) if owner else None
    found = [one for one in actions_on(records, as_at) if key in (None, one.owner)]
    shown = [one for one in found if closed or one.state is not ActionState.CLOSED]
    return ActionList(as_at, tuple(_line(records, one, as_at) for one in shown), len(found) - len(shown))


def _body(records: Records, word: str, as_at: date) -> str:
    body = find(records, word, Body)
    if not isinstance(body, Body):
        raise UsageError(Finding("U316", f"{word!r} is no body", hint="egci-report list bodies"))
    return owner_on(records.bodies, body.id, as_at)


def _line(records: Records, one: ActionOn, as_at: date) -> ListedAction:
    action = one.action
    note = action.progress[-1] if action.progress else None
    closing = action.closed
    return ListedAction(
        action.id,
        one.state,
        action.due,
        one.days_late,
        one.owner,
        name_on(records.bodies[one.owner], as_at),
        action.text,
        f"plenary {action.raised_at}, {action.source}",
        f"{note.text} ({day(note.on)})" if note else "",
        f"plenary {closing.meeting}, {closing.paragraph}" if closing else "",
    )
