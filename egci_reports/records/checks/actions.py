"""Checks actions: numbers for life, dates, and a list that balances from plenary to plenary."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import groupby, pairwise

from egci_reports.errors import Finding
from egci_reports.records.actions import Action
from egci_reports.records.checks.inspection import Inspection, Spot, spot_of
from egci_reports.records.meetings import Meeting, Status
from egci_reports.records.records import action_count, day_of

_NO_VERBS = frozenset(
    {"a", "all", "an", "any", "each", "every", "it", "our", "some", "the", "this", "to", "we"}
)
"""First words that are surely not the verb of what is to be done."""


def check_actions(inspection: Inspection) -> Iterator[Finding]:
    """Yield a finding for each action lost, misdated or closed too soon, and each count that is off."""
    actions = inspection.records.actions
    for action in actions:
        yield from _one(inspection, spot_of(action), action)
    yield from _lost(inspection)
    for meeting in inspection.records.meetings:
        yield from _balance(inspection, meeting)


def _one(inspection: Inspection, spot: Spot, action: Action) -> Iterator[Finding]:
    raised = _day(inspection, action.raised_at)
    if action.raised_at not in inspection.numbers:
        message = f"the number {action.id} is that of an action of plenary {action.raised_at}, not recorded"
        yield inspection.error("C420", spot / "id", message, "the number begins with that of the plenary")
    if raised is not None and action.due < raised:
        message = f"due on {action.due}, before the plenary of {raised} that agreed it"
        yield inspection.error("C421", spot / "due", message, "mend the date")
    for index, decision in enumerate(action.redated):
        if decision.due < decision.on:
            message = f"due on {decision.due} by a decision of {decision.on}"
            yield inspection.error("C421", spot / "redated" / index / "due", message, "mend one of the dates")
    if action.closed is not None and action.closed.meeting <= action.raised_at:
        message = f"raised at plenary {action.raised_at} and closed at {action.closed.meeting}"
        hint = "an action is closed by a decision of a later plenary"
        yield inspection.error("C422", spot / "closed" / "meeting", message, hint)
    yield from _progress(inspection, spot / "progress", action, raised)
    if action.text.split()[0].casefold() in _NO_VERBS:
        message = f"the action begins with {action.text.split()[0]!r}"
        yield inspection.warning("C312", spot / "text", message, "begin with the verb: Publish the list")


def _progress(inspection: Inspection, spot: Spot, action: Action, raised: date | None) -> Iterator[Finding]:
    days = [note.on for note in action.progress]
    for index, (before, after) in enumerate(pairwise([raised or date.min, *days])):
        if after < before:
            message = f"progress of {after} stands after {before}"
            hint = "oldest first, and none before the plenary that agreed the action"
            yield inspection.error("C423", spot / index / "on", message, hint)


def _lost(inspection: Inspection) -> Iterator[Finding]:
    """Find numbers that are missing: nothing disappears because nobody reports on it."""
    if "actions" in inspection.broken or any(key.startswith("actions/") for key in inspection.broken):
        return
    actions = sorted(inspection.records.actions, key=lambda action: (action.raised_at, action.place))
    for raised_at, found in groupby(actions, key=lambda action: action.raised_at):
        for wanted, action in enumerate(found, 1):
            if action.place != wanted:
                message = f"the action {raised_at:02d}-{wanted:02d} is missing before {action.id}"
                hint = "numbers are for life: put it back, closed by a recorded decision if it is"
                yield inspection.error("C424", spot_of(action) / "id", message, hint)
                break


def _balance(inspection: Inspection, meeting: Meeting) -> Iterator[Finding]:
    records, said, spot = inspection.records, meeting.action_count, spot_of(meeting) / "action_count"
    found = action_count(records.actions, meeting.number)
    if said is None:
        if meeting.status is Status.HELD and (found.new or found.closed):
            message = f"actions of plenary {meeting.number} are recorded, but not how many its notes count"
            hint = "add 'action_count:' from the notes: without it a lost action is not seen"
            yield inspection.warning("C313", spot_of(meeting) / "number", message, hint)
        return
    if said.brought_forward + said.new - said.closed != said.carried_forward:
        message = (
            f"{said.brought_forward} brought forward and {said.new} new, less {said.closed} closed, "
            f"are not {said.carried_forward} carried forward"
        )
        yield inspection.error("C425", spot / "carried_forward", message, "mend the number that is wrong")
        return
    if inspection.broken:
        return
    for name in ("brought_forward", "new", "closed", "carried_forward"):
        if getattr(said, name) != getattr(found, name):
            message = (
                f"the notes of plenary {meeting.number} have {getattr(said, name)} actions "
                f"{name.replace('_', ' ')}, actions.yaml has {getattr(found, name)}"
            )
            hint = "put back the action that is missing, or mend the number"
            yield inspection.error("C426", spot / name, message, hint)
            return


def _day(inspection: Inspection, number: int) -> date | None:
    meeting = inspection.records.meeting(number)
    return day_of(meeting.date) if meeting else None
