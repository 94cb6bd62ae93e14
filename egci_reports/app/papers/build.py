"""Builds a paper that is begun: its tree on pages, and the bytes of its files."""

from __future__ import annotations

from dataclasses import dataclass, replace

from egci_reports.app.papers.begin import Draft
from egci_reports.app.papers.compose import compose, disputes_in
from egci_reports.app.papers.kept import KeptWords, kept_words
from egci_reports.app.papers.meta import identity_of
from egci_reports.app.papers.next_step import NextStep, next_step
from egci_reports.app.papers.order import FORMATS, Format
from egci_reports.app.papers.origin import of_template, placed
from egci_reports.app.papers.shortcomings import too_long
from egci_reports.engine.document.nodes import Identity
from egci_reports.engine.writers.pdf.write import Enclosed, Layout, layout
from egci_reports.errors import EditionRefused, Finding, Severity, TemplateError


@dataclass(frozen=True, slots=True)
class LaidOut:
    """A paper on its pages, what is told about it, and what would refuse a numbered edition.

    `blocked` has the `disputes` among all else that would.
    """

    layout: Layout
    warnings: tuple[Finding, ...]
    disputes: tuple[Finding, ...]
    blocked: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class BuiltFile:
    """A finished file: its name, its bytes, its pages, and the standards that it claims to keep."""

    name: str
    format: Format
    content: bytes
    pages: int
    claims: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Built:
    """A finished paper. `pages` is the number of pages of the PDF.

    The Word file has as many, but for those of annexes that the PDF appends. `words` are what a reader of a
    numbered edition finds, place by place, to tell later what has changed; None of drafts. `next_step` is
    what is best done next.
    """

    stem: str
    identity: Identity
    files: tuple[BuiltFile, ...]
    pages: int
    warnings: tuple[Finding, ...]
    blocked: tuple[Finding, ...]
    words: KeptWords | None = None
    next_step: NextStep = NextStep.VERIFY


def lay_out(draft: Draft) -> LaidOut:
    """Return a paper on its pages.

    Raises what `compose` raises, TemplateError for a character that no typeface can show, and EditionRefused
    with everything that blocks a numbered edition if one is asked for.
    """
    composed, paper = compose(draft), draft.paper
    try:
        made = layout(composed.document, draft.theme, Enclosed(paper.enclosed, paper.enclosures_conform))
    except TemplateError as error:
        raise TemplateError(*of_template(error.findings)) from error
    long = placed(map(too_long, made.too_long), draft.records)
    disputes = disputes_in(draft, composed.document)
    blocked = (*disputes, *composed.blocked, *long)
    refuse_blocked(draft, blocked)
    warnings = (replace(finding, severity=Severity.WARNING) for finding in long)
    return LaidOut(made, (*composed.warnings, *warnings), disputes, blocked)


def refuse_blocked(draft: Draft, blocked: tuple[Finding, ...]) -> None:
    """Raise EditionRefused if a numbered edition is asked for and anything blocks it."""
    if blocked and not draft.request.is_draft:
        raise EditionRefused(*blocked)


def build(draft: Draft) -> Built:
    """Return the finished files of a paper; nothing is written yet.

    The PDF is laid out first, since the contents list of the Word file takes its page numbers. Raises what
    `lay_out` raises.
    """
    made, paper = lay_out(draft), draft.paper
    files = [_file(draft, made.layout, form) for form in FORMATS if form in draft.order.formats]
    if Format.PDF in draft.order.formats:
        files += [
            BuiltFile(file.name, Format.PDF, file.content, file.pages, file.claims) for file in paper.separate
        ]
    pages, step = made.layout.page_count, next_step(paper, made.disputes, made.blocked)
    words = None if draft.request.is_draft else kept_words(made.layout.document, made.layout.pages)
    identity = identity_of(draft)
    return Built(paper.stem, identity, tuple(files), pages, made.warnings, made.blocked, words, step)


def _file(draft: Draft, made: Layout, form: Format) -> BuiltFile:
    artifact = form.module.write(made, draft.theme)
    return BuiltFile(draft.paper.stem + form.suffix, form, artifact.content, artifact.pages, artifact.claims)
