"""The forms of records that there are, and how one is made as a Word file."""

from __future__ import annotations

from egci_reports import __version__
from egci_reports.app.collecting.baseline import Baseline, baseline_of
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
        EnteredForm("meeting", lambda *_: (MEETING,), lambda base, number, _: meeting_form(base, number)),
        EnteredForm("plan", lambda *_: (PLAN,), lambda base, number, _: plan_form(base, number)),
        EnteredForm("brief", brief_owners, brief_form),
        EnteredForm("remarks", lambda *_: (REMARKS,), lambda base, number, _: remarks_form(base, number)),
        EnteredForm("paper", paper_owners, lambda base, _, paper: paper_form(base, paper)),
    )
}
"""All forms of records by name. To add one is to add its line here, and its command in `cli/form.py`."""


def make_form(workspace: Workspace, name: str, number: int = 0, owner: str = "") -> Built:
    """Return a form of records as a Word file; nothing is written yet.

    Raises UsageError without a workspace, and where there is no such thing on record; RecordsError where the
    records are wrong.
    """
    baseline = baseline_of(workspace)
    form = ENTERED_FORMS[name].make(baseline, number, owner)
    return _built(baseline, form)


def _built(baseline: Baseline, form: RecordForm) -> Built:
    words = baseline.words
    identity = Identity("form", form.stem, DRAFT, baseline.records.digest, __version__, "internal")
    meta = Meta(
        title=form.title,
        short_title=form.short_title,
        author=author_of(baseline.records, words),
        lang=words.language.tag,
        date=_day_of(baseline),
        subject=form.subject,
        status=words("form.status"),
        banner=banner_of(baseline.records, words),
    )
    paper_words, _ = load_words(baseline.workspace.templates)
    content = write_form(laid_out(form, words), meta, paper_words, baseline.theme)
    file = BuiltFile(f"{form.stem}.docx", Format.WORD, content, 0)
    return Built(form.stem, identity, (file,), 0, (), ())


def _day_of(baseline: Baseline) -> str:
    """Return the last day of which the records speak: no form reads the clock."""
    days = [str(day) for meeting in baseline.records.meetings if (day := day_of(meeting.date)) is not None]
    return max(days, default="2006-01-01")
