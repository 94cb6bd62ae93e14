"""Forms of records as sorts of forms: whose a form is, and how one is read into changes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from egci_reports.app.collecting.baseline import Baseline
from egci_reports.app.collecting.collected import Collected, Voided
from egci_reports.app.collecting.proof import proved
from egci_reports.app.collecting.refusal import refuse
from egci_reports.app.entering.contradictions import contradictions
from egci_reports.app.entering.filing import texts
from egci_reports.app.entering.places import FACT, look
from egci_reports.app.entering.questions import MAIN, Data, RecordForm
from egci_reports.app.entering.take import take
from egci_reports.forms.filled import FilledForm
from egci_reports.forms.model import Owner
from egci_reports.records.meetings import Status

_ASK = "take the characters out of the form, and collect again"
_MEND = "mend the form, or ask whoever filled it in, and collect again"


@dataclass(frozen=True, slots=True)
class EnteredForm:
    """A sort of form of records: its name, the owners that it can have for a number, and how it is made.

    `make` raises UsageError where there is no such thing on record.
    """

    name: str
    owners: Callable[[Baseline, int], tuple[str, ...]]
    make: Callable[[Baseline, int, str], RecordForm]

    def whose(self, baseline: Baseline, form: FilledForm) -> str | None:
        """Return the owner that the marks of a form stand for; None if it is of another sort."""
        known = self.owners(baseline, form.number)
        return next((owner for owner in known if Owner(form.number, owner).mark == form.mark), None)

    def take(self, baseline: Baseline, filled: FilledForm, owner: str) -> Collected:
        """Return what a filled form changes in the records; raises UsageError for what they cannot take."""
        form = self.make(baseline, filled.number, owner)
        taken = take(filled, form, baseline.words, baseline.printed(form.short_title))
        refuse(filled.file, taken.faults, _ASK)
        refuse(filled.file, contradictions(form, taken.data, taken.silent, baseline.words), _MEND)
        files: dict[Path, str] = {}
        voided: tuple[Voided, ...] = ()
        if taken.changes:
            done = form.finish(taken.data, taken.answered)
            schemas = {path: _schema(name, form) for name, path in form.files.items()}
            files = texts(
                baseline, filled.file, schemas, {path: done[name] for name, path in form.files.items()}
            )
            voided = proved(baseline, filled.file, files)
        return taken.collected(
            filled.file,
            self.name,
            form.about,
            files,
            voided=voided,
            commands=taken.commands,
            to_come=_to_come(taken.data),
        )


def _to_come(data: Data) -> date | None:
    """Return the day of a plenary that is one to come."""
    day = look(data[MAIN], ("date", FACT))
    return date.fromisoformat(str(day)) if look(data[MAIN], ("status",)) == Status.PLANNED and day else None


def _schema(name: str, form: RecordForm) -> str:
    return form.schema if name == "main" else name
