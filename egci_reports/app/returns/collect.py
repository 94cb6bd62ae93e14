"""Collects filled forms: what each would change in the returns, and the files that then are written."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from egci_reports.analysis.returns import items_of, returns_on
from egci_reports.app.papers.build import theme_of
from egci_reports.app.records import records_of
from egci_reports.app.returns.filled_return import Change, take_over
from egci_reports.app.returns.form_folder import files_in, is_form, not_read, shown_name
from egci_reports.app.returns.form_signs import Printed, printed
from egci_reports.app.returns.return_form import FormWords, return_form
from egci_reports.app.returns.return_text import return_text
from egci_reports.engine.templating.words import load_words
from egci_reports.errors import Finding, UsageError, WriteError
from egci_reports.files import Refused, read_bytes
from egci_reports.forms.filled import FilledForm
from egci_reports.forms.model import Owner
from egci_reports.forms.package import content_of
from egci_reports.forms.read import read_form
from egci_reports.kinds.call.build import call_of
from egci_reports.records.checks.inspection import Inspection
from egci_reports.records.checks.returns import check_returns
from egci_reports.records.clearables import command_for
from egci_reports.records.file_text import MAX_BYTES, YamlError, text_of
from egci_reports.records.meetings import Meeting
from egci_reports.records.records import Records, address_of
from egci_reports.records.returns import Return
from egci_reports.records.yaml_text import parse_yaml
from egci_reports.workspace import Workspace, unwritable
from egci_reports.writing import beside, write_together


@dataclass(frozen=True, slots=True)
class Collected:
    """One form that can be taken over: whose it is, what changes, and what is to be told of it.

    `unread` names what could not be read, `kept` the fields left blank that had something; `voided` is who
    cleared words that have changed since, and `clear` the command by which they are cleared again. `path` and
    `text` are the return that is written.
    """

    file: str
    body: str
    changes: tuple[Change, ...]
    unread: tuple[str, ...]
    kept: tuple[str, ...]
    voided: str | None
    clear: str
    path: Path
    text: str


@dataclass(frozen=True, slots=True)
class Collection:
    """The forms of a folder: those that can be taken over, and why others cannot."""

    number: int
    forms: tuple[Collected, ...]
    refused: tuple[Finding, ...]

    @property
    def is_refusing(self) -> bool:
        """Whether a form was refused; files that are none are only named."""
        return any(one.is_error for one in self.refused)

    @property
    def changed(self) -> tuple[Collected, ...]:
        """The forms that change something."""
        return tuple(form for form in self.forms if form.changes)


def collect(workspace: Workspace, folder: Path, number: int | None = None) -> Collection:
    """Read the forms in a folder against the call of a plenary, by default the last that was called for.

    Writes nothing. Raises UsageError without a workspace, without a call, and for a folder without Word
    files; what is wrong with single forms is in the result.
    """
    workspace.writable_data()
    records = records_of(workspace)
    meeting = _called(records, number)
    paths = files_in(folder)
    words, word_list = load_words(workspace.templates)
    look = printed(meeting.number, theme_of(workspace).fonts, word_list, words.page_of)
    return _Collector(workspace, records, meeting, FormWords(word_list), look).collect(paths)


def write(workspace: Workspace, collection: Collection) -> tuple[Path, ...]:
    """Write the returns that change, all or none; a file that was there is kept beside the reports.

    Returns the files written and the copies kept. Raises WriteError if one cannot be written.
    """
    files: dict[Path, bytes] = {}
    try:
        for form in collection.changed:
            name = f"return-{collection.number}-{form.path.name}"
            with suppress(FileNotFoundError):
                before = read_bytes(form.path, inside=workspace.data, most=MAX_BYTES)
                files[beside(workspace.reports / "kept" / name, "before", before)] = before
            files[form.path] = form.text.encode()
    except Refused as error:
        raise WriteError(unwritable(error)) from error
    return write_together(files)


def _called(records: Records, number: int | None) -> Meeting:
    called = [meeting for meeting in records.meetings if meeting.call is not None]
    meeting = records.meeting(number) if number is not None else (called[-1] if called else None)
    if meeting is None:
        which = f"plenary {number} is not on record" if number else "no call for returns is on record"
        raise UsageError(Finding("U318", which, hint="egci-report call --help"))
    call_of(meeting)
    return meeting


class _Collector:
    def __init__(
        self, workspace: Workspace, records: Records, meeting: Meeting, words: FormWords, look: Printed
    ) -> None:
        self.data = workspace.data
        self.records = records
        self.meeting = meeting
        self.number = meeting.number
        self.words = words
        self.look = look
        report = returns_on(records, meeting)
        self.bodies: Mapping[str, str] = {
            Owner(self.number, one.body).mark: one.body for one in (report.register if report else ())
        }

    def collect(self, files: list[Path]) -> Collection:
        """Read all files; of two forms of one department neither is taken."""
        refused: list[Finding] = []
        filled: list[FilledForm] = []
        for path in files:
            if not is_form(path):
                refused.append(not_read(path))
                continue
            try:
                filled.append(self._see(_read(path)))
            except UsageError as error:
                refused += error.findings
        often = Counter(form.mark for form in filled)
        forms = []
        for form in filled:
            if often[form.mark] > 1:
                others = ", ".join(one.file for one in filled if one.mark == form.mark and one is not form)
                message = f"{form.file}: {others} is a form of the same department"
                refused.append(Finding("F708", message, hint="leave the one that holds, take the other away"))
                continue
            try:
                forms.append(self._take(form))
            except UsageError as error:
                refused += error.findings
        return Collection(self.number, tuple(forms), tuple(refused))

    def _see(self, form: FilledForm) -> FilledForm:
        """Raise UsageError for a form of another plenary, or of a department that was not asked."""
        if form.number != self.number:
            message = f"{form.file}: the form is of plenary {form.number}, and {self.number} is collected"
            hint = f"egci-report collect FOLDER {form.number}"
            raise UsageError(Finding("F707", message, hint=hint))
        if form.mark not in self.bodies:
            message = f"{form.file}: the form is of no department that was asked for plenary {self.number}"
            hint = "ask for the form as it was sent out; egci-report call makes it anew"
            raise UsageError(Finding("F707", message, hint=hint))
        return form

    def _take(self, filled: FilledForm) -> Collected:
        body = self.bodies[filled.mark]
        call = call_of(self.meeting)
        there = self._there(body)
        form = return_form(self.records, self.number, body, call, self.words.words)
        taken = take_over(filled, form, there, self.words, self.look)
        _refuse_faults(filled.file, taken.faults)
        text = return_text(taken.new, items_of(self.records, self.number, body))
        self._prove(filled.file, taken.new, text)
        unread = [*taken.unread, *(["tracked changes were read as if accepted"] if filled.tracked else [])]
        return Collected(
            filled.file,
            body,
            tuple(taken.changes),
            tuple(unread),
            tuple(taken.kept),
            taken.voided,
            command_for(address_of(taken.new)),
            self.data / "returns" / f"{self.number:02d}" / f"{body}.yaml",
            text,
        )

    def _there(self, body: str) -> Return:
        own = [one for one in self.records.returns_for(self.number) if one.body == body]
        return own[0] if own else Return(plenary=self.number, body=body)

    def _prove(self, file: str, new: Return, text: str) -> None:
        """Raise UsageError unless the file would read back as the return, and the check finds no error."""
        findings = [*_read_back(new, text), *self._checked(new)]
        if findings:
            told = (Finding("F709", f"{file}: {one.message}", hint=_ASK) for one in findings)
            raise UsageError(*told)

    def _checked(self, new: Return) -> Iterator[Finding]:
        others = [one for one in self.records.returns if (one.plenary, one.body) != (new.plenary, new.body)]
        records = self.records.with_(returns=(*others, new))
        for finding in check_returns(Inspection(records, frozenset())):
            if finding.is_error:
                yield finding


def _read(path: Path) -> FilledForm:
    file = shown_name(path)
    return read_form(file, content_of(path, file))


def _refuse_faults(file: str, faults: Iterable[str]) -> None:
    """Raise UsageError for characters that no record can hold."""
    if told := [Finding("F709", f"{file}: {fault}", hint=_ASK) for fault in faults]:
        raise UsageError(*told)


_ASK = "ask the department, or mend the form, and collect again"


def _read_back(new: Return, text: str) -> Iterator[Finding]:
    """Yield what keeps a return from being read from its file as it was written."""
    try:
        data = parse_yaml(text_of(text.encode(), "return.yaml"), "return.yaml").data
    except YamlError as error:
        yield from error.findings
        return
    if Return.model_validate(data) != new:
        yield Finding("F709", "its text cannot be kept as it is written")
