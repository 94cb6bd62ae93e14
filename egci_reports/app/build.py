"""Builds a paper: records to context, template to tree, tree to the bytes of a PDF and a Word file."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from egci_reports import __version__
from egci_reports.app.order import Format, Order
from egci_reports.app.records import records_of
from egci_reports.charts.words import ChartWords
from egci_reports.document.checks import check
from egci_reports.document.gaps import gaps
from egci_reports.document.nodes import Document, Identity, Meta, Words
from egci_reports.document.parser import parse
from egci_reports.document.passes.plain import plain_text
from egci_reports.document.resolve import resolve
from egci_reports.errors import EditionRefused, Finding, Severity, TemplateError
from egci_reports.kinds import kind_named
from egci_reports.kinds.interface import Paper, Request
from egci_reports.records.records import Records
from egci_reports.templating.templates import Templates
from egci_reports.templating.word_list import WordList
from egci_reports.templating.words import load_words
from egci_reports.theme import Theme, load_theme
from egci_reports.toml_file import text_of
from egci_reports.workspace import Workspace
from egci_reports.writers.pdf import write_pdf
from egci_reports.writers.word import write_word


@dataclass(frozen=True, slots=True)
class Draft:
    """A paper with all that its words need, before its template is rendered."""

    order: Order
    request: Request
    records: Records
    paper: Paper
    words: Words
    word_list: WordList
    theme: Theme
    templates: Templates


@dataclass(frozen=True, slots=True)
class Composed:
    """A paper as a resolved tree, what is told about it, and what would refuse a numbered edition."""

    document: Document
    warnings: tuple[Finding, ...]
    blocked: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class BuiltFile:
    """A finished file: its name and its bytes."""

    name: str
    format: Format
    content: bytes


@dataclass(frozen=True, slots=True)
class Built:
    """A finished paper. `pages` is the number of pages of the PDF, which the Word file shares."""

    stem: str
    identity: Identity
    files: tuple[BuiltFile, ...]
    pages: int
    warnings: tuple[Finding, ...]
    blocked: tuple[Finding, ...]


def begin(workspace: Workspace, order: Order) -> Draft:
    """Load and check the records, stand at the day asked for, and make the paper's context.

    Raises RecordsError, TemplateError (words, theme) or UsageError (there is no such paper).
    """
    records = records_of(workspace, order.as_of)
    words, word_list = load_words(workspace.templates)
    request = Request(order.subject, order.edition, order.as_of)
    paper = kind_named(order.kind)(records, request, ChartWords.read(word_list.table("charts")))
    templates = Templates(workspace.templates, word_list)
    asked = replace(request, subject=paper.subject or request.subject)
    stood = paper.records or records
    return Draft(order, asked, stood, paper, words, word_list, _theme(workspace), templates)


def render(draft: Draft) -> str:
    """Return the XML of a paper, each tag with its place in the template; raises TemplateError."""
    return draft.templates.render(draft.paper.template, draft.paper.context)


def compose(draft: Draft) -> Composed:
    """Return a paper as a resolved and checked tree.

    Raises TemplateError with all that no reader may meet, and EditionRefused if a numbered edition is asked
    for while something blocks it.
    """
    paper = draft.paper
    xml = render(draft)
    tree = parse(
        xml,
        _meta(draft),
        _words(draft),
        paper.charts,
        template=paper.template,
        source_line=draft.templates.line,
    )
    document = resolve(tree)
    findings = _placed((*check(document), *_unprinted(paper)), draft.records)
    if errors := [finding for finding in findings if finding.is_error]:
        raise TemplateError(*errors)
    blocked = _placed((*paper.blocked, *_gaps(document)), draft.records)
    if blocked and not draft.request.is_draft:
        raise EditionRefused(*blocked)
    return Composed(document, findings, blocked)


def build(draft: Draft) -> Built:
    """Return the finished files of a paper; nothing is written yet.

    The PDF is laid out first, since the contents list of the Word file takes its page numbers. Raises
    TemplateError for a character that no typeface can show.
    """
    composed, formats = compose(draft), draft.order.formats
    try:
        rendered = write_pdf(composed.document, draft.theme)
    except TemplateError as error:
        raise TemplateError(*_placed(error.findings, draft.records)) from error
    contents = {
        Format.PDF: lambda: rendered.content,
        Format.WORD: lambda: write_word(composed.document, draft.theme, rendered.pages),
    }
    stem = draft.paper.stem
    return Built(
        stem,
        _identity(draft),
        tuple(BuiltFile(stem + form.suffix, form, contents[form]()) for form in Format if form in formats),
        rendered.page_count,
        composed.warnings,
        composed.blocked,
    )


def _theme(workspace: Workspace) -> Theme:
    path = next(path for folder in workspace.templates if (path := folder / "theme.toml").is_file())
    return load_theme(text_of(path, "templates/theme.toml", "T501"))


def _identity(draft: Draft) -> Identity:
    request = draft.request
    return Identity(draft.order.kind, request.subject, request.edition, draft.records.digest, __version__)


def _words(draft: Draft) -> Words:
    """Return the words of the language, with the words of sources that house style leaves alone."""
    wording = draft.words.wording
    allowed = (*wording.allowed, *draft.paper.verbatim)
    return replace(draft.words, wording=replace(wording, allowed=allowed))


def _meta(draft: Draft) -> Meta:
    """Return what the paper says of itself, in the words of its language."""
    words, paper, request = draft.word_list, draft.paper, draft.request
    titles = f"papers.{paper.kind}"
    edition = words("papers.draft") if request.is_draft else words("papers.edition", edition=request.edition)
    return Meta(
        title=words(f"{titles}.title", **paper.slots),
        short_title=words(f"{titles}.short_title", **paper.slots),
        author=words("papers.author"),
        date=paper.position.isoformat(),
        subject=words(f"{titles}.subject", **paper.slots),
        status=edition,
        marking=draft.order.marking,
        watermark=words("papers.watermark") if request.is_draft else None,
        identity=_identity(draft),
    )


def _unprinted(paper: Paper) -> Iterator[Finding]:
    """Yield a warning for each officer's text that no section of the paper has asked for."""
    for section, about in paper.own.unasked if paper.own else ():
        message = f"the paper has no place for an officer's text on {section!r}, and leaves it out"
        hint = "name a section that the paper has"
        yield Finding("T261", message, hint=hint, severity=Severity.WARNING, about=about)


def _gaps(document: Document) -> Iterator[Finding]:
    """Yield what the paper itself marks as a gap."""
    for callout in gaps(document.blocks):
        title = plain_text(callout.title)
        yield Finding(
            "E602", f"there is a gap: {title}", hint="fill it, or make a draft", about=callout.about
        )


def _placed(findings: Iterable[Finding], records: Records) -> tuple[Finding, ...]:
    """Give findings about a paper the line of the record they come from."""
    return tuple(_at_record(finding, records) for finding in findings)


def _at_record(finding: Finding, records: Records) -> Finding:
    place = records.places.find(finding.about) if finding.about and finding.position is None else None
    return replace(finding, position=place, source=records.places.source(place)) if place else finding
