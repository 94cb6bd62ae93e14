"""Calls for returns before a plenary: a covering memo, and a Word form for each department."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from egci_reports import __version__
from egci_reports.analysis.returns import returns_on
from egci_reports.app.papers.begin import Draft, begin
from egci_reports.app.papers.build import Built, BuiltFile, build
from egci_reports.app.papers.of_group import author_of, banner_of
from egci_reports.app.papers.order import DRAFT, Audience, Format, Order
from egci_reports.app.records import records_of
from egci_reports.app.returns.begin_return import plan_before
from egci_reports.app.returns.return_form import return_form
from egci_reports.engine.document.nodes import Identity, Meta
from egci_reports.forms.model import Form
from egci_reports.forms.write import write_form
from egci_reports.kinds.call.build import call_of
from egci_reports.records.meetings import Call
from egci_reports.records.records import Records, meeting_before
from egci_reports.workspace import Workspace


@dataclass(frozen=True, slots=True)
class CallForReturns:
    """The memo, and the forms of the departments asked, in protocol order."""

    memo: Built
    forms: tuple[Built, ...]
    missing: tuple[str, ...] = ()
    """What is not on record and would make the call better, with the command that enters it."""

    @property
    def all(self) -> tuple[Built, ...]:
        """Everything to be written."""
        return (self.memo, *self.forms)


def call(
    workspace: Workspace, number: int, marking: str | None = None, edition: str = DRAFT
) -> CallForReturns:
    """Return the memo, in an edition, and the forms of the call before a plenary; nothing is written yet.

    Raises UsageError where there is no such plenary, no plan to report on, or no call on record.
    """
    order = Order("call", str(number), edition, marking=marking, audience=Audience.DEPARTMENT)
    draft = begin(workspace, order)
    missing = tuple(_missing(records_of(workspace), number))
    return CallForReturns(build(draft), tuple(forms_of(workspace, draft)), missing)


def _missing(records: Records, number: int) -> Iterator[str]:
    before = meeting_before(records, number)
    if before is not None and not before.work_plan:
        yield (
            f"No work plan of plenary {before.number} is on file, so each department listed is asked on its "
            f"areas: egci-report form plan {before.number} enters one."
        )
    if records.group.office is None:
        yield "Reference and telephone are left open: enter 'office' in data/group.yaml."


def forms_of(workspace: Workspace, draft: Draft) -> Iterator[Built]:
    """Yield the forms that go with the memo of a call, each made for one department.

    Raises RecordsError, and UsageError where there is no plan to report on.
    """
    number = int(draft.request.subject)
    records = records_of(workspace, draft.order.as_of)
    plan_before(records, number)
    meeting = records.meeting(number)
    report = returns_on(records, meeting) if meeting else None
    if meeting is None or report is None:
        raise ValueError(f"plenary {number} was seen to have a plan")
    called = call_of(meeting)
    for one in report.register:
        if one.asked:
            form = return_form(records, number, one.body, called, draft.word_list)
            yield _built(draft, form, called, records)


def _built(draft: Draft, form: Form, called: Call, records: Records) -> Built:
    words, number = draft.word_list, form.owner.number
    audience = f"department {form.owner.id}"
    identity = Identity("form", f"{number}", draft.order.edition, records.digest, __version__, audience)
    meta = Meta(
        title=form.title,
        short_title=words("form.short_title", number=number),
        author=author_of(records, words),
        lang=words.language.tag,
        date=called.on.isoformat(),
        subject=words("form.subject", number=number),
        status=words("form.status"),
        banner=banner_of(records, words),
        marking=draft.marking,
    )
    stem = f"return-{number}-{form.owner.id}"
    content = write_form(form, meta, draft.words, draft.theme)
    return Built(stem, identity, (BuiltFile(f"{stem}.docx", Format.WORD, content, 0),), 0, (), ())
