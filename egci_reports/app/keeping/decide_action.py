"""Enters what was decided on an action: that it is closed, goes on, or is due on another day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from egci_reports.app.record_file import record_bytes
from egci_reports.app.records import records_of
from egci_reports.errors import Finding, UsageError
from egci_reports.records.actions import Action
from egci_reports.records.checks import new_errors
from egci_reports.records.file_text import text_of
from egci_reports.records.records import Records
from egci_reports.records.yaml_edit import CannotEdit
from egci_reports.records.yaml_patch import patched
from egci_reports.records.yaml_text import parse_yaml
from egci_reports.workspace import Workspace
from egci_reports.writing import write_together


@dataclass(frozen=True, slots=True)
class ActionDecision:
    """What was decided on an action, by whom, when and why; `meeting` is the plenary that decided.

    `paragraph` of its notes closes the action, `due` is another date for it; neither: it goes on as it is.
    """

    by: str
    on: date
    reason: str
    meeting: int | None = None
    paragraph: str | None = None
    due: date | None = None

    @property
    def entry(self) -> dict[str, Any]:
        """The decision as the record of an action has it."""
        at = {"meeting": self.meeting} if self.meeting is not None else {}
        said = {"by": self.by, "on": self.on.isoformat(), "reason": self.reason}
        if self.paragraph is not None:
            return {**at, "paragraph": self.paragraph, **said}
        return {**({"due": self.due.isoformat()} if self.due else {}), **at, **said}


def decide(workspace: Workspace, number: str, decision: ActionDecision) -> Path:
    """Enter a decision on the action of a number, and return the file that was written.

    Raises UsageError without a workspace, for an action that is not on record (U301) or closed already
    (U311), and for what the check or the file refuses (U324); WriteError if the file cannot be written.
    """
    data = workspace.writable_data()
    records = records_of(workspace)
    action = next((one for one in records.actions if one.id == number), None)
    if action is None:
        known = ", ".join(one.id for one in records.actions if one.closed is None) or "none"
        raise UsageError(Finding("U301", f"there is no action {number} on record", hint=f"open: {known}"))
    if action.closed is not None:
        message = f"action {number} was closed at plenary {action.closed.meeting}"
        raise UsageError(Finding("U311", message, hint="what was decided stays; agree a new action"))
    path = data / "actions.yaml"
    raw = record_bytes(path, data).decode()
    there: Any = parse_yaml(text_of(raw.encode(), ""), "").data
    new = [_decided(one, decision) if one["id"] == number else one for one in there]
    _require_sound(records, number, new)
    try:
        return write_together({path: patched(raw, new).encode()})[0]
    except CannotEdit as error:
        message = f"the decision on {number} cannot be put into actions.yaml"
        raise UsageError(Finding("U324", message, hint=f"write it there: {decision.entry}")) from error


def _decided(action: dict[str, Any], decision: ActionDecision) -> dict[str, Any]:
    if decision.paragraph is not None:
        return {**action, "closed": decision.entry}
    key = "redated" if decision.due else "carried_over"
    return {**action, key: [*action.get(key, []), decision.entry]}


def _require_sound(records: Records, number: str, new: list[Any]) -> None:
    """Raise UsageError (U324) with what the check finds wrong with the action as it would be."""
    actions = tuple(Action.model_validate(one) for one in new)
    if errors := new_errors(records, records.with_(actions=actions)):
        hint = "mend the decision; nothing was written"
        raise UsageError(*(Finding("U324", f"action {number}: {one.message}", hint=hint) for one in errors))
