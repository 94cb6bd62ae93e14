"""Drafts as a sort of form: which paper a file is the draft of, and how it is taken over into the records."""

from __future__ import annotations

from collections.abc import Iterator
from copy import deepcopy
from dataclasses import replace
from pathlib import Path
from typing import Any

from pydantic import BaseModel, ValidationError

from egci_reports.app.collecting.baseline import Baseline
from egci_reports.app.collecting.collected import ChangedField, Collected, Voided
from egci_reports.app.collecting.quote import quoted
from egci_reports.app.collecting.refusal import refuse
from egci_reports.app.collecting.remarks import told_of
from egci_reports.app.drafts.as_made import as_made
from egci_reports.app.drafts.new_actions import NewActions
from egci_reports.app.drafts.parts import put
from egci_reports.app.drafts.typed import DraftEdit, places, typed_into
from egci_reports.app.drafts.values import ACTIONS, Values
from egci_reports.engine.document.form_fields import hashed
from egci_reports.errors import Finding, UsageError
from egci_reports.forms.filled import FilledForm
from egci_reports.records.checks import new_errors
from egci_reports.records.clearables import command_for
from egci_reports.records.file_text import text_of
from egci_reports.records.records import Records, address_of
from egci_reports.records.returns import Return, slip_of
from egci_reports.records.signed import Signed
from egci_reports.records.yaml_dump import dumped
from egci_reports.records.yaml_edit import CannotEdit
from egci_reports.records.yaml_patch import patched
from egci_reports.records.yaml_text import parse_yaml

_PAPERS = {"briefs": "briefing", "records": "record"}
"""The paper whose draft has the fields of records in a folder."""
_ASK = "mend the draft, and collect again"
_NAMELESS = "is not taken: who wrote it, and on which day, stands under it and is still to be filled in"


def paper_of(baseline: Baseline, form: FilledForm) -> str | None:
    """Return of which paper a file is the draft, and which file; None if it is none.

    Several officers may fill in a part each of drafts of one paper, so each file is one of its own.
    """
    kind, holder = _PAPERS.get(form.mark), _holder(baseline, form)
    part = f" for {holder}" if holder else ""
    return f"{kind} {form.number}{part} ({form.file})" if kind else None


def _holder(baseline: Baseline, form: FilledForm) -> str | None:
    """Return the department of whose part of a pack a file has the slip; None if it is no such part."""
    for body in baseline.records.bodies:
        if hashed(f"{slip_of(form.number, body)}#prepared_by") in form.fields:
            return body
    return None


def take_draft(baseline: Baseline, form: FilledForm, owner: str) -> Collected:
    """Return what a draft that came back makes of the records.

    A field that holds what it was sent out with changes nothing, whatever the record says by now. Raises
    UsageError for characters that no record can hold, and where a file takes no entry (F709).
    """
    holder = _holder(baseline, form)
    made = as_made(baseline.workspace, _PAPERS[form.mark], str(form.number), holder)
    values = Values(baseline.records, baseline.words)
    typed = typed_into(baseline, form, made, values)
    refuse(form.file, typed.faults, _ASK)
    files: dict[Path, str] = {}
    voided: list[Voided] = []
    for record in dict.fromkeys(edit.part.record for edit in typed.edits):
        edits = [edit for edit in typed.edits if edit.part.record == record]
        kind = NewActions if record == ACTIONS else _Record
        written = kind(baseline, form.file, edits)
        typed.changes += (ChangedField(edit.where, edit.old, edit.new) for edit in written.taken)
        typed.unread += written.untaken
        if written.taken:
            files |= {written.path: written.text, **written.files}
            voided += written.voided
    names = places(made.fields, baseline)
    typed.unread += told_of(made.strange(form.beside), names)
    typed.tell_tracked(form)
    typed.understood += values.understood
    about = owner.partition(" (")[0]
    return typed.collected(form.file, _PAPERS[form.mark], about, files, voided=voided)


class _Record:
    """One record, with the edits of a draft in it: what is taken, and its new text."""

    def __init__(self, baseline: Baseline, file: str, edits: list[DraftEdit]) -> None:
        self.baseline = baseline
        self.file = file
        self.first = edits[0].part
        self.path = self.first.file(baseline)
        self.raw = baseline.text(self.path)
        self.there: Any = self.first.start()
        if self.raw:
            self.there = parse_yaml(text_of(self.raw.encode(), ""), "").data
        self.before = deepcopy(self.there)
        for edit in edits:
            edit.part.prepare(self.there, baseline)
        edits = [replace(edit, part=edit.part.placed(self.there)) for edit in edits]
        self.taken = [edit for edit in edits if put(deepcopy(self.there), edit.part.path, edit.value)]
        self.untaken: list[str] = []
        self.files: dict[Path, str] = {}
        self.text = ""
        self._leave_out_unsigned()
        model = self._valid()
        if model is not None:
            self.text = self._written()
            self.voided = list(self._voided(model))
            self._require_checked(model)

    def _data(self) -> dict[str, Any]:
        data: dict[str, Any] = deepcopy(self.there)
        for edit in self.taken:
            put(data, edit.part.path, edit.value)
        self.first.leave_out_unanswered(data, self.before)
        return data

    def _leave_out_unsigned(self) -> None:
        """Leave out what is written in a part of which nobody says who wrote it and when.

        What is written on a slip is a return, which has come once it has a date.
        """
        if self.first.model is Return:
            return
        data = self._data()
        for own in dict.fromkeys(edit.part.own for edit in self.taken):
            inner: Any = data
            for part in own:
                inner = inner[part]
            if not (inner.get("author") and inner.get("date")):
                self._leave_out([edit for edit in self.taken if edit.part.own == own], _NAMELESS)

    def _leave_out(self, edits: list[DraftEdit], why: str) -> None:
        self.taken = [edit for edit in self.taken if edit not in edits]
        self.untaken += [f"{edit.where}: {quoted(edit.new)} {why}" for edit in edits]

    def _valid(self) -> BaseModel | None:
        """Return the record with its edits; what its model refuses is left out, and told."""
        while self.taken:
            try:
                return self.first.model.model_validate(self._data())
            except ValidationError as error:
                wrong = error.errors()[0]
                at = tuple(wrong["loc"])
                found = [edit for edit in self.taken if _meet(edit.part.path, at)]
                if not found:
                    raise _refused(self.file, wrong["msg"]) from error
                missing = wrong["type"] == "missing"
                why = f"{at[-1]} is missing beside it" if missing else wrong["msg"]
                self._leave_out(found, f"is not taken: {why}")
        return None

    def _written(self) -> str:
        data = self._data()
        if self.raw is None:
            return dumped(data)
        try:
            return patched(self.raw, data)
        except CannotEdit as error:
            message = f"{self.path.name} is written in a way into which nothing can be put"
            raise _refused(self.file, message) from error

    def _voided(self, model: BaseModel) -> Iterator[Voided]:
        before = self.first.model.model_validate(self.there)
        for own in dict.fromkeys(edit.part.own for edit in self.taken):
            part, old = _inner(model, own), _inner(before, own)
            if isinstance(part, Signed | Return) and part.cleared and part.is_void and old.is_cleared:
                address = next(edit.part.address for edit in self.taken if edit.part.own == own)
                yield Voided(part.cleared.by, command_for(address))

    def _require_checked(self, model: BaseModel) -> None:
        """Raise UsageError with the errors of the check that the edits bring in."""
        records = _with(self.baseline.records, self.first.record, model)
        refuse(self.file, (one.message for one in new_errors(self.baseline.records, records)), _ASK)


def _meet(path: tuple[str | int, ...], at: tuple[str | int, ...]) -> bool:
    """Whether what is wrong at a place may come from a value put at a path."""
    plain = tuple(part for part in path if part != "+")
    shorter = min(len(plain), len(at))
    if plain[:shorter] == at[:shorter]:
        return True
    return len(at) > 1 and plain[: len(at) - 1] == at[:-1] and at[:-1] != ()


def _inner(model: Any, path: tuple[str | int, ...]) -> Any:
    for part in path:
        model = model[part] if isinstance(part, int) else getattr(model, part)
    return model


def _with(records: Records, record: str, model: BaseModel) -> Records:
    if record.startswith("records/"):
        notes = [one for one in records.notes if address_of(one) != record]
        return records.with_(notes=(*notes, model))
    if record.startswith("returns/"):
        returns = [one for one in records.returns if address_of(one) != record]
        return records.with_(returns=(*returns, model))
    packs = [one for one in records.packs if address_of(one) != record]
    briefs = [one for one in records.briefs if address_of(one) != record]
    (packs if record.endswith("/pack") else briefs).append(model)  # type: ignore[arg-type]
    return records.with_(packs=tuple(packs), briefs=tuple(briefs))


def _refused(file: str, message: str) -> UsageError:
    return UsageError(Finding("F709", f"{file}: {message}", hint=_ASK))
