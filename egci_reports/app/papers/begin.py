"""Begins a paper: the records that its audience may read, its words, theme and template, and the context."""

from __future__ import annotations

from dataclasses import dataclass, replace

from egci_reports.app.papers.marking import marking_of
from egci_reports.app.papers.order import AnnexPlace, Order
from egci_reports.app.papers.released import require_audience, uncleared_words
from egci_reports.app.records import records_of
from egci_reports.charts.words import ChartWords
from egci_reports.engine.document.nodes import Words
from egci_reports.engine.template_files import template_text
from egci_reports.engine.templating.templates import Templates
from egci_reports.engine.templating.word_list import WordList
from egci_reports.engine.templating.words import load_words
from egci_reports.engine.theme.load import load_theme
from egci_reports.engine.theme.model import Theme
from egci_reports.errors import Finding
from egci_reports.kinds import KINDS, kind_named
from egci_reports.kinds.interface import Paper, Request
from egci_reports.records.audience.reader import Audience, Reader
from egci_reports.records.audience.select import for_audience
from egci_reports.records.records import Records
from egci_reports.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Draft:
    """A paper with all that its words need, before its template is rendered.

    `records` are those that its audience may read, at the day the paper stands at; `given` are those it was
    made from; `marking` stands top and bottom of each page; `uncleared` tells what of its words waits for a
    clearance.
    """

    order: Order
    request: Request
    records: Records
    paper: Paper
    words: Words
    word_list: WordList
    theme: Theme
    templates: Templates
    given: Records
    marking: str | None = None
    uncleared: tuple[Finding, ...] = ()


def begin(workspace: Workspace, order: Order) -> Draft:
    """Load and check the records, stand at the day asked for, and make the paper's context.

    Raises RecordsError, TemplateError (words, theme) or UsageError (there is no such paper).
    """
    require_audience(order)
    request = Request(
        order.subject,
        order.edition,
        order.as_of,
        annexes_apart=order.annexes is AnnexPlace.SEPARATE,
        lang=order.lang,
        audience=order.audience,
    )
    records = records_of(workspace, order.as_of, with_next=KINDS[order.kind].before_plenary)
    return begin_with(records, workspace, order, request)


def begin_with(records: Records, workspace: Workspace, order: Order, request: Request) -> Draft:
    """Make the context of a paper from all records at hand; raises TemplateError or UsageError.

    What the audience may not read is left out before anything looks at them. A department's part finds its
    plenary first, and leaves out then.
    """
    words, word_list = load_words(workspace.templates, order.lang)
    is_department = order.audience is Audience.DEPARTMENT
    readable = records if is_department else for_audience(records, Reader(order.audience))
    paper = paper_of(order, request, word_list, readable)
    templates = Templates(workspace.templates, word_list, order.lang)
    asked = replace(request, subject=paper.subject or request.subject)
    stood = paper.records or readable
    marking = marking_of(records, order, asked.subject)
    uncleared = tuple(uncleared_words(records, order, asked.subject))
    theme = theme_of(workspace)
    return Draft(order, asked, stood, paper, words, word_list, theme, templates, readable, marking, uncleared)


def paper_of(order: Order, request: Request, words: WordList, records: Records) -> Paper:
    """Return what the kind of paper that is ordered makes of records: context, charts, template."""
    charts = ChartWords.read(words.table("charts"), words.language)
    return kind_named(order.kind)(records, request, charts)


def theme_of(workspace: Workspace) -> Theme:
    """Return the theme of a workspace; raises TemplateError (T501) if it is wrong."""
    found = template_text(workspace.templates, "theme.toml", "T501")
    if found is None:
        raise ValueError("the theme that travels with the program is missing")
    return load_theme(found[1])
