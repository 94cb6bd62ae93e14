"""Composes a paper: its template to a resolved tree, which is checked for what no reader may meet."""

from __future__ import annotations

from dataclasses import dataclass, replace

from egci_reports.app.papers.begin import Draft, paper_of
from egci_reports.app.papers.cited import wrongly_cited
from egci_reports.app.papers.marking import unmarked
from egci_reports.app.papers.meta import meta_of, title_of
from egci_reports.app.papers.of_group import author_of
from egci_reports.app.papers.origin import placed, told
from egci_reports.app.papers.shortcomings import gaps_of, unprinted
from egci_reports.app.papers.undecided import Making, undecided
from egci_reports.engine.document.checks import check, unprintable
from egci_reports.engine.document.nodes import Document, Words
from egci_reports.engine.document.parser import parse
from egci_reports.engine.document.resolve import resolve
from egci_reports.errors import Finding, TemplateError


@dataclass(frozen=True, slots=True)
class Composed:
    """A paper as a resolved tree, what is told about it, and what but disputes refuses a numbered edition."""

    document: Document
    warnings: tuple[Finding, ...]
    blocked: tuple[Finding, ...]


def render(draft: Draft) -> str:
    """Return the XML of a paper, each tag with its place in the template; raises TemplateError."""
    audience = draft.order.audience
    told = {
        "audience": str(audience),
        "own_side": audience.is_own_side,
        "title": title_of(draft, "title"),
        "author": author_of(draft.records, draft.word_list),
    }
    return draft.templates.render(draft.paper.template, {**draft.paper.context, **told})


def tree_of(draft: Draft) -> Document:
    """Return a paper as a resolved tree that nobody has checked; raises TemplateError."""
    xml, paper = render(draft), draft.paper
    return resolve(
        parse(
            xml,
            meta_of(draft),
            _words(draft),
            paper.charts,
            template=paper.template,
            source_line=draft.templates.line,
        )
    )


def compose(draft: Draft) -> Composed:
    """Return a paper as a resolved and checked tree.

    Raises TemplateError with all that no reader may meet and no record says.
    """
    document, paper = tree_of(draft), draft.paper
    checked = unprintable(document) if paper.is_quoted else check(document)
    cited = () if paper.is_quoted else tuple(wrongly_cited(document, draft.records))
    found = told((*checked, *cited, *unprinted(paper.texts, document)), draft.records, document.words.wording)
    if errors := [finding for finding in found.findings if finding.is_error]:
        raise TemplateError(*errors)
    amiss = (*unmarked(paper.undisclosed, draft.marking), *gaps_of(document))
    blocked = (*placed((*paper.blocked, *draft.uncleared, *amiss), draft.records), *found.blocked)
    return Composed(document, found.findings, blocked)


def disputes_in(draft: Draft, document: Document) -> tuple[Finding, ...]:
    """Return what refuses a numbered edition of a paper because nobody has decided it (E601)."""
    if draft.paper.is_quoted:
        return ()  # told of the paper whose words it sets out
    make = Making(
        lambda records: paper_of(draft.order, draft.request, draft.word_list, records),
        lambda paper: tree_of(replace(draft, paper=paper)),
    )
    return placed(undecided(draft.paper, document, draft.given, make), draft.records)


def _words(draft: Draft) -> Words:
    """Return the words of the language, with the words of sources that house style leaves alone."""
    wording = draft.words.wording
    verbatim = (words.replace("'", wording.apostrophe) for words in draft.paper.verbatim)
    allowed = (*wording.allowed, *verbatim)
    return replace(draft.words, wording=replace(wording, allowed=allowed))
