"""Builds a paper: records to context, template to tree, tree to the bytes of a PDF and a Word file."""

from __future__ import annotations

from dataclasses import dataclass, replace

from egci_reports import __version__
from egci_reports.app.papers.cited import wrongly_cited
from egci_reports.app.papers.editions import base_of, rank
from egci_reports.app.papers.kept import KeptWords, kept_words
from egci_reports.app.papers.marking import marking_of, unmarked
from egci_reports.app.papers.next_step import NextStep, next_step
from egci_reports.app.papers.of_group import author_of, banner_of
from egci_reports.app.papers.order import FORMATS, AnnexPlace, Format, Order
from egci_reports.app.papers.origin import of_template, placed, told
from egci_reports.app.papers.released import require_audience, uncleared_words
from egci_reports.app.papers.shortcomings import gaps_of, too_long, unprinted
from egci_reports.app.papers.undecided import Making, undecided
from egci_reports.app.records import records_of
from egci_reports.charts.words import ChartWords
from egci_reports.engine.document.checks import check, unprintable
from egci_reports.engine.document.nodes import Document, Identity, Meta, Words
from egci_reports.engine.document.parser import parse
from egci_reports.engine.document.resolve import resolve
from egci_reports.engine.template_files import template_text
from egci_reports.engine.templating.templates import Templates
from egci_reports.engine.templating.word_list import WordList
from egci_reports.engine.templating.words import load_words
from egci_reports.engine.theme.load import load_theme
from egci_reports.engine.theme.model import Theme
from egci_reports.engine.writers.pdf.write import Enclosed, Layout, layout
from egci_reports.errors import EditionRefused, Finding, Severity, TemplateError
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


@dataclass(frozen=True, slots=True)
class Composed:
    """A paper as a resolved tree, what is told about it, and what but disputes refuses a numbered edition."""

    document: Document
    warnings: tuple[Finding, ...]
    blocked: tuple[Finding, ...]


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
    paper = _paper(order, request, word_list, readable)
    templates = Templates(workspace.templates, word_list, order.lang)
    asked = replace(request, subject=paper.subject or request.subject)
    stood = paper.records or readable
    marking = marking_of(records, order, asked.subject)
    uncleared = tuple(uncleared_words(records, order, asked.subject))
    theme = theme_of(workspace)
    return Draft(order, asked, stood, paper, words, word_list, theme, templates, readable, marking, uncleared)


def _paper(order: Order, request: Request, words: WordList, records: Records) -> Paper:
    charts = ChartWords.read(words.table("charts"), words.language)
    return kind_named(order.kind)(records, request, charts)


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
            _meta(draft),
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
        lambda records: _paper(draft.order, draft.request, draft.word_list, records),
        lambda paper: tree_of(replace(draft, paper=paper)),
    )
    return placed(undecided(draft.paper, document, draft.given, make), draft.records)


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
    identity = _identity(draft)
    return Built(paper.stem, identity, tuple(files), pages, made.warnings, made.blocked, words, step)


def _file(draft: Draft, made: Layout, form: Format) -> BuiltFile:
    artifact = form.module.write(made, draft.theme)
    return BuiltFile(draft.paper.stem + form.suffix, form, artifact.content, artifact.pages, artifact.claims)


def theme_of(workspace: Workspace) -> Theme:
    """Return the theme of a workspace; raises TemplateError (T501) if it is wrong."""
    found = template_text(workspace.templates, "theme.toml", "T501")
    if found is None:
        raise ValueError("the theme that travels with the program is missing")
    return load_theme(found[1])


def _identity(draft: Draft) -> Identity:
    request = draft.request
    audience = f"{draft.order.audience} {request.holder}" if request.holder else str(draft.order.audience)
    return Identity(
        draft.order.kind, request.subject, request.edition, draft.records.digest, __version__, audience
    )


def _words(draft: Draft) -> Words:
    """Return the words of the language, with the words of sources that house style leaves alone."""
    wording = draft.words.wording
    verbatim = (words.replace("'", wording.apostrophe) for words in draft.paper.verbatim)
    allowed = (*wording.allowed, *verbatim)
    return replace(draft.words, wording=replace(wording, allowed=allowed))


def title_of(draft: Draft, which: str) -> str:
    """Return the "title", "short_title" or "subject" of a paper, in the words of its language.

    A title may use what the kind of paper gives, of a plenary's {number} its ordinal too ({nth}), and the
    {group} and {group_name}.
    """
    words, kind, group = draft.word_list, draft.paper.kind, draft.records.group
    slots = {"group": group.short, "group_name": str(group.name), **draft.paper.slots}
    if "number" in slots:
        slots["nth"] = words.language.ordinal(int(slots["number"]))
    wanted = words.slots(f"papers.{kind}.{which}")
    return words(f"papers.{kind}.{which}", **{name: slots[name] for name in wanted & set(slots)})


def _meta(draft: Draft) -> Meta:
    """Return what the paper says of itself, in the words of its language."""
    words, paper, request = draft.word_list, draft.paper, draft.request
    return Meta(
        title=title_of(draft, "title"),
        short_title=title_of(draft, "short_title"),
        author=author_of(draft.records, words),
        date=paper.position.isoformat(),
        lang=words.language.tag,
        subject=title_of(draft, "subject"),
        status=_status(draft),
        banner=banner_of(draft.records, words),
        marking=draft.marking,
        watermark=words("papers.watermark") if request.is_draft else None,
        identity=_identity(draft),
    )


def _status(draft: Draft) -> str:
    """Return the edition in words: Draft; Edition 1.0; Edition 1.0, Addendum 2."""
    words, edition = draft.word_list, draft.request.edition
    if draft.request.is_draft:
        return words("papers.draft")
    base = base_of(edition)
    if base is None:
        return words("papers.edition", edition=edition)
    return words("papers.addendum_edition", edition=base, number=rank(edition)[-1])
