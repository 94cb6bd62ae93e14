"""The forms of records that there are, and how one is made as a Word file."""

from __future__ import annotations

from egci_reports import __version__
from egci_reports.app.collecting.desk import Desk, desk_of
from egci_reports.app.entering.brief_form import REMARKS, brief_form, brief_owners, remarks_form
from egci_reports.app.entering.entered_form import EnteredForm
from egci_reports.app.entering.layout import laid_out
from egci_reports.app.entering.meeting_form import OWNER as MEETING
from egci_reports.app.entering.meeting_form import meeting_form
from egci_reports.app.entering.paper_form import paper_form, paper_owners
from egci_reports.app.entering.plan_form import OWNER as PLAN
from egci_reports.app.entering.plan_form import plan_form
from egci_reports.app.entering.questions import RecordForm
from egci_reports.app.papers.build import Built, BuiltFile
from egci_reports.app.papers.of_group import author_of, banner_of
from egci_reports.app.papers.order import DRAFT, Format
from egci_reports.engine.document.nodes import Identity, Meta
from egci_reports.engine.templating.words import load_words
from egci_reports.forms.write import write_form
from egci_reports.records.records import day_of
from egci_reports.workspace import Workspace

ENTERED_FORMS: dict[str, EnteredForm] = {
    form.name: form
    for form in (
        EnteredForm("meeting", lambda *_: (MEETING,), lambda desk, number, _: meeting_form(desk, number)),
        EnteredForm("plan", lambda *_: (PLAN,), lambda desk, number, _: plan_form(desk, number)),
        EnteredForm("brief", brief_owners, brief_form),
        EnteredForm("remarks", lambda *_: (REMARKS,), lambda desk, number, _: remarks_form(desk, number)),
        EnteredForm("paper", paper_owners, lambda desk, _, paper: paper_form(desk, paper)),
    )
}
"""All forms of records by name. To add one is to add its line here, and its command in `cli/form.py`."""


def make_form(workspace: Workspace, name: str, number: int = 0, owner: str = "") -> Built:
    """Return a form of records as a Word file; nothing is written yet.

    Raises UsageError without a workspace, and where there is no such thing on record; RecordsError where the
    records are wrong.
    """
    desk = desk_of(workspace)
    form = ENTERED_FORMS[name].make(desk, number, owner)
    return _built(desk, form)


def _built(desk: Desk, form: RecordForm) -> Built:
    words = desk.words
    identity = Identity("form", form.stem, DRAFT, desk.records.digest, __version__, "internal")
    meta = Meta(
        title=form.title,
        short_title=form.short_title,
        author=author_of(desk.records, words),
        lang=words.language.tag,
        date=_day_of(desk),
        subject=form.subject,
        status=words("form.status"),
        banner=banner_of(desk.records, words),
    )
    paper_words, _ = load_words(desk.workspace.templates)
    content = write_form(laid_out(form, words), meta, paper_words, desk.theme)
    file = BuiltFile(f"{form.stem}.docx", Format.WORD, content, 0)
    return Built(form.stem, identity, (file,), 0, (), ())


def _day_of(desk: Desk) -> str:
    """Return the last day of which the records speak: no form reads the clock."""
    days = [str(day) for meeting in desk.records.meetings if (day := day_of(meeting.date)) is not None]
    return max(days, default="2006-01-01")
