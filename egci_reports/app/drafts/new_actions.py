"""Actions that were typed into the draft of a record: collected, each gets its number for life."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from egci_reports.app.collecting.baseline import Baseline
from egci_reports.app.collecting.collected import Voided
from egci_reports.app.drafts.typed import DraftEdit
from egci_reports.errors import Finding, UsageError
from egci_reports.records.actions import Action
from egci_reports.records.checks import new_errors
from egci_reports.records.file_text import text_of
from egci_reports.records.yaml_dump import dumped
from egci_reports.records.yaml_edit import CannotEdit
from egci_reports.records.yaml_patch import patched
from egci_reports.records.yaml_text import parse_yaml

_ASK = "mend the draft, and collect again"


class NewActions:
    """The list of actions with those of a draft put after it, each under the next number of its plenary.

    What is in the list already, word for word, is not put in again.
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
        if new:
            self.text = self._written(file, raw, there, new)
            actions = (*baseline.records.actions, *(Action.model_validate(one) for one in new))
            errors = new_errors(baseline.records, baseline.records.with_(actions=actions))
            refuse(file, (one.message for one in errors))

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


def refuse(file: str, faults: Iterable[str]) -> None:
    """Raise UsageError (F709) with all that keeps a draft from being taken over, if there is anything."""
    if told := [Finding("F709", f"{file}: {fault}", hint=_ASK) for fault in faults]:
        raise UsageError(*told)
