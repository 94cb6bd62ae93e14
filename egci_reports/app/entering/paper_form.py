"""The form of officers' paragraphs for a paper, and of its marking."""

from __future__ import annotations

from typing import Any

from egci_reports.app.collecting.baseline import Baseline
from egci_reports.app.collecting.naming import NamesOnDay
from egci_reports.app.entering import kinds
from egci_reports.app.entering.asking import Asking
from egci_reports.app.entering.filing import data_of, ordered
from egci_reports.app.entering.questions import MAIN, Data, FormSection, RecordForm, Rows
from egci_reports.errors import Finding, UsageError
from egci_reports.forms.model import FieldKind, Owner
from egci_reports.records.audience.reader import Audience
from egci_reports.records.paper_kinds import paper_names
from egci_reports.records.papers import OwnText, OwnTexts


def paper_owners(baseline: Baseline, _: int) -> tuple[str, ...]:
    """Return the names of the papers for which officers may write."""
    return tuple(dict.fromkeys(paper_names(baseline.records.meetings)))


def paper_form(baseline: Baseline, paper: str) -> RecordForm:
    """Return the form of a paper's paragraphs; raises UsageError for one that cannot be made (U315)."""
    if paper not in paper_owners(baseline, 0):
        hint = f"there are: {', '.join(paper_owners(baseline, 0)[-6:])} and earlier ones"
        raise UsageError(Finding("U315", f"no paper {paper} can be made from the records", hint=hint))
    words = baseline.words
    ask = Asking(words, NamesOnDay(baseline.records))
    path = baseline.data / "papers" / f"{paper}.yaml"
    rows = Rows(
        "text",
        ask.label("text"),
        ("texts",),
        (
            ask.question("section", ("section",), kinds.Text(FieldKind.OFFER, _sections(baseline, paper))),
            ask.question("text", ("text",), kinds.Text(FieldKind.TEXT), label="own_text"),
            ask.question("author", ("author",), kinds.Text()),
            ask.question("date", ("date",), ask.day(), label="written_on"),
            ask.question("audience", ("audience",), ask.choice("audiences", Audience)),
        ),
        "text",
        complete=_completed,
    )
    markings = kinds.Text(FieldKind.OFFER, baseline.records.group.markings)
    marking = ask.question("marking", ("marking",), markings)
    return RecordForm(
        Owner(0, paper),
        f"the paper {paper}",
        words("entry.paper.title", paper=paper),
        words("entry.paper.short_title", paper=paper),
        words("entry.paper.subject"),
        words.several("entry.introduction"),
        (ask.section("paper", marking), FormSection(ask.title("texts"), rows=(rows,))),
        {MAIN: path},
        {MAIN: data_of(baseline, path, {})},
        f"form-paper-{paper}",
        "papers",
        finish=lambda data, _: {**data, MAIN: ordered(OwnTexts, data[MAIN])},
    )


def _completed(row: Any, _: Data) -> Any:
    return ordered(OwnText, row)


def _sections(baseline: Baseline, paper: str) -> tuple[str, ...]:
    """Return the names of the sections that a text may stand in."""
    if not paper.startswith("annual"):
        return ("summary",)
    threads = tuple(f"progress/{thread}" for thread in baseline.records.threads)
    return ("summary", "meeting", "progress", "plan", "events", "bodies", *threads)
