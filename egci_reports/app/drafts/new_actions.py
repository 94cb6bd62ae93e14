"""Actions that were typed into the draft of a record: collected, each gets its number for life."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

from egci_reports.app.collecting.baseline import Baseline
from egci_reports.app.collecting.collected import Voided
from egci_reports.app.collecting.refusal import refuse
from egci_reports.app.drafts.typed import DraftEdit
from egci_reports.errors import Finding, UsageError
from egci_reports.records.actions import Action
from egci_reports.records.checks import new_errors
from egci_reports.records.file_text import text_of
from egci_reports.records.meetings import ActionCount
from egci_reports.records.records import Records
from egci_reports.records.yaml_dump import dumped
from egci_reports.records.yaml_edit import CannotEdit
from egci_reports.records.yaml_patch import patched
from egci_reports.records.yaml_text import parse_yaml

_ASK = "mend the draft, and collect again"


class NewActions:
    """The list of actions with those of a draft put after it, each under the next number of its plenary.

    What is in the list already, word for word, is not put in again. Where the plenary has a count of its
    actions, `files` has its record with the count mended: what is new was counted by nobody.
    """

    def __init__(self, baseline: Baseline, file: str, edits: list[DraftEdit]) -> None:
        self.path = edits[0].part.file(baseline)
        self.untaken: list[str] = []
        self.voided: list[Voided] = []
        raw = baseline.text(self.path)
        there: Any = parse_yaml(text_of(raw.encode(), ""), "").data if raw else []
        new = self._numbered(baseline, there, edits)
        self.taken = edits if new else []
        self.text = ""
        self.files: dict[Path, str] = {}
        if new:
            self.text = self._written(file, raw, there, new)
            actions = (*baseline.records.actions, *(Action.model_validate(one) for one in new))
            records = self._counted(baseline, edits[0], len(new)).with_(actions=actions)
            errors = new_errors(baseline.records, records)
            refuse(file, (one.message for one in errors), _ASK)

    def _counted(self, baseline: Baseline, edit: DraftEdit, more: int) -> Records:
        """Return the records with so many actions more in the count of their plenary, if it has one."""
        records, number = baseline.records, edit.part.number
        meeting = records.meeting(number)
        path = baseline.data / "meetings" / f"{number:02d}.yaml"
        raw = baseline.text(path)
        if meeting is None or meeting.action_count is None or raw is None:
            return records
        old = meeting.action_count
        new = old.model_copy(update={"new": old.new + more, "carried_forward": old.carried_forward + more})
        data: Any = parse_yaml(text_of(raw.encode(), ""), "").data
        data["action_count"] |= {"new": str(new.new), "carried_forward": str(new.carried_forward)}
        self.files[path] = patched(raw, data)
        told = baseline.words("record.action_count")
        self.taken = [*self.taken, replace(edit, where=told, old=_said(old), new=_said(new))]
        counted = meeting.model_copy(update={"action_count": new})
        others = (counted if one is meeting else one for one in records.meetings)
        return records.with_(meetings=tuple(others))

    def _numbered(self, baseline: Baseline, there: list[Any], edits: list[DraftEdit]) -> list[dict[str, Any]]:
        number = edits[0].part.number
        own = [one for one in there if str(one["id"]).startswith(f"{number:02d}-")]
        known = {str(one["text"]).casefold() for one in own}
        place = max((int(str(one["id"]).partition("-")[2]) for one in own), default=0)
        typed = [one for edit in edits for one in edit.value if one["text"].casefold() not in known]
        return [
            {
                "id": f"{number:02d}-{place + count:02d}",
                "source": baseline.words("record.action_source"),
                **one,
            }
            for count, one in enumerate(typed, 1)
        ]

    def _written(self, file: str, raw: str | None, there: list[Any], new: list[dict[str, Any]]) -> str:
        if raw is None or not there:
            return dumped(new)
        try:
            return patched(raw, [*there, *new])
        except CannotEdit as error:
            message = f"{self.path.name} is written in a way into which nothing can be put"
            raise UsageError(Finding("F709", f"{file}: {message}", hint=_ASK)) from error


def _said(count: ActionCount) -> str:
    return f"new: {count.new}, carried forward: {count.carried_forward}"
