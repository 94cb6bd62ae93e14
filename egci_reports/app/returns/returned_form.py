"""Departments' returns as a sort of form: which of them are asked for, and how one is taken over."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress

from egci_reports.analysis.returns import items_of, returns_on
from egci_reports.app.collecting.baseline import Baseline
from egci_reports.app.collecting.collected import Collected, Voided
from egci_reports.app.collecting.refusal import refuse
from egci_reports.app.returns.filled_return import take_over
from egci_reports.app.returns.return_form import FormWords, return_form
from egci_reports.app.returns.return_text import return_text
from egci_reports.errors import Finding, UsageError
from egci_reports.forms.filled import FilledForm
from egci_reports.forms.model import Owner
from egci_reports.kinds.call.build import call_of
from egci_reports.records.checks.inspection import Inspection
from egci_reports.records.checks.returns import check_returns
from egci_reports.records.clearables import command_for
from egci_reports.records.file_text import YamlError, text_of
from egci_reports.records.meetings import Meeting, PlanItem
from egci_reports.records.records import Records, address_of
from egci_reports.records.returns import Return
from egci_reports.records.yaml_edit import CannotEdit
from egci_reports.records.yaml_patch import patched
from egci_reports.records.yaml_text import parse_yaml

_ASK = "ask the department, or mend the form, and collect again"


def department_of(baseline: Baseline, form: FilledForm) -> str | None:
    """Return the department whose return a form is; None if it is none.

    Raises UsageError for a return of another plenary than is collected, or that was not asked for (F707),
    and where no call is on record (U318).
    """
    body = next((key for key in baseline.records.bodies if Owner(form.number, key).mark == form.mark), None)
    if body is None:
        return None
    meeting = _called(baseline)
    if form.number != meeting.number:
        message = f"{form.file}: the form is of plenary {form.number}, and {meeting.number} is collected"
        raise UsageError(Finding("F707", message, hint=f"egci-report collect FOLDER {form.number}"))
    report = returns_on(baseline.records, meeting)
    if body not in {one.body for one in (report.register if report else ())}:
        message = f"{form.file}: the form is of no department that was asked for plenary {meeting.number}"
        hint = "ask for the form as it was sent out; egci-report call makes it anew"
        raise UsageError(Finding("F707", message, hint=hint))
    return body


def _called(baseline: Baseline) -> Meeting:
    """Return the plenary whose returns are collected: by default the last for which they were called."""
    called = [meeting for meeting in baseline.records.meetings if meeting.call is not None]
    number = baseline.number
    meeting = baseline.records.meeting(number) if number is not None else (called[-1] if called else None)
    if meeting is None:
        which = f"plenary {number} is not on record" if number else "no call for returns is on record"
        raise UsageError(Finding("U318", which, hint="egci-report call --help"))
    call_of(meeting)
    return meeting


def take_return(baseline: Baseline, filled: FilledForm, body: str) -> Collected:
    """Return what a filled form makes of the return of a department.

    Raises UsageError for characters that no record can hold, and for what the check refuses (F709).
    """
    records, meeting = baseline.records, _called(baseline)
    there = _there(records, meeting.number, body)
    form = return_form(records, meeting.number, body, call_of(meeting), baseline.words)
    look = baseline.printed(baseline.words("form.short_title", number=meeting.number))
    taken = take_over(filled, form, there, FormWords(baseline.words), look)
    refuse(filled.file, taken.faults, _ASK)
    path = baseline.data / "returns" / f"{meeting.number:02d}" / f"{body}.yaml"
    text = _text(baseline.text(path), taken.new, items_of(records, meeting.number, body))
    refuse(filled.file, (one.message for one in _wrong(records, taken.new, text)), _ASK)
    clear = command_for(address_of(taken.new))
    voided = (Voided(taken.voided, clear),) if taken.voided else ()
    return taken.collected(filled.file, "return", body, {path: text}, voided=voided)


def _text(raw: str | None, new: Return, items: tuple[PlanItem, ...]) -> str:
    """Return the file of a return: the one that is there, its comments kept, or a new one."""
    if raw is not None:
        with suppress(CannotEdit):
            return patched(raw, new.model_dump(mode="json", exclude_defaults=True))
    return return_text(new, items)


def _there(records: Records, number: int, body: str) -> Return:
    own = [one for one in records.returns_for(number) if one.body == body]
    return own[0] if own else Return(plenary=number, body=body)


def _wrong(records: Records, new: Return, text: str) -> Iterator[Finding]:
    """Yield what keeps a return from being read back as it was written, and the errors of the check."""
    try:
        data = parse_yaml(text_of(text.encode(), "return.yaml"), "return.yaml").data
    except YamlError as error:
        yield from error.findings
        return
    if Return.model_validate(data) != new:
        yield Finding("F709", "its text cannot be kept as it is written")
    others = [one for one in records.returns if (one.plenary, one.body) != (new.plenary, new.body)]
    inspected = Inspection(records.with_(returns=(*others, new)), frozenset())
    yield from (finding for finding in check_returns(inspected) if finding.is_error)
