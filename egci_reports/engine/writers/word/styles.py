"""The styles of a paper: each entry of the theme as a Word style, under Word's own name where it has one."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Literal

from egci_reports.engine.document.nodes import CalloutKind
from egci_reports.engine.theme.model import TextStyle, Theme
from egci_reports.engine.writers.word.boxes import callout_box
from egci_reports.engine.writers.word.formats import PLAIN, UNSAID, ParagraphFormat, RunFormat, Tab
from egci_reports.engine.writers.word.numbering import DEFAULT_INSTANCES, Scheme
from egci_reports.engine.writers.word.places import text_width
from egci_reports.engine.writers.word.style_names import (
    LIST_LEVELS,
    callout_style,
    heading_style,
    style_suffix,
)

_BUILT_IN_LISTS = {"ListBullet": "List Bullet", "ListNumber": "List Number", "ListContinue": "List Continue"}
_THEME_COLOURS = {"ink": "text1", "accent": "text2", "link": "hyperlink"}
CALLOUTS: tuple[CalloutKind, ...] = ("note", "caution", "gap")
NOTE_HANG = 1.6
"""How far the text of a footnote stands right of its number, in sizes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Style:
    """A style: its id and name, what it is based on and followed by, and what it says.

    `priority` orders Word's list of styles; `shown` puts the style into the gallery.
    """

    id: str
    name: str
    kind: Literal["paragraph", "character"] = "paragraph"
    based: str | None = "Normal"
    following: str | None = None
    paragraph: ParagraphFormat = UNSAID
    run: RunFormat = PLAIN
    priority: int = 99
    shown: bool = True
    own: bool = False


def run_format(theme: Theme, look: TextStyle) -> RunFormat:
    """Return what a text style says of its characters."""
    return RunFormat(
        bold=look.bold or None,
        italic=look.italic or None,
        colour=theme.colour(look.colour),
        theme_colour=_THEME_COLOURS.get(look.colour),
        size=look.size,
    )


def paragraph_format(look: TextStyle) -> ParagraphFormat:
    """Return what a text style says of its paragraphs; lines have their exact height."""
    return ParagraphFormat(
        keep_next=look.keep_with_next or None,
        keep_lines=(look.keep_lines or look.keep_with_next) or None,
        before=look.before,
        after=look.after,
        line=look.leading,
        left=look.indent or None,
        align=look.align if look.align != "left" else None,
    )


def paragraph_styles(theme: Theme, *, numbered: bool) -> Iterator[Style]:
    """Yield the paragraph styles of a paper, in the order of Word's gallery; headings count if `numbered`."""
    yield from _text_styles(theme)
    yield from _headings(theme, numbered=numbered)
    yield from _lists(theme)
    yield from _callouts(theme)
    yield from _tables_and_figures(theme)
    yield from _furniture(theme)


def character_styles(theme: Theme) -> Iterator[Style]:
    """Yield the character styles that the writer uses."""
    link = theme.colour("link")
    formats = (
        ("Strong", "Strong", RunFormat(bold=True)),
        ("Emphasis", "Emphasis", RunFormat(italic=True)),
        ("Hyperlink", "Hyperlink", RunFormat(colour=link, theme_colour="hyperlink", underlined=True)),
        ("Reference", "Cross Reference", RunFormat(colour=link, theme_colour="hyperlink")),
        ("FootnoteReference", "footnote reference", RunFormat(raised=True)),
        ("Added", "Added", RunFormat(bold=True, colour=theme.colour("added_ink"))),
        ("Removed", "Removed", RunFormat(struck=True, colour=theme.colour("removed_ink"))),
    )
    for number, (style_id, name, said) in enumerate(formats):
        yield Style(
            id=style_id,
            name=name,
            kind="character",
            based="DefaultParagraphFont",
            run=said,
            priority=20 + number,
            own=name in ("Cross Reference", "Added", "Removed"),
        )


def _style(theme: Theme, entry: str, style_id: str, name: str, **more: object) -> Style:
    look = theme.style(entry)
    made = Style(id=style_id, name=name, paragraph=paragraph_format(look), run=run_format(theme, look))
    return replace(made, **more)  # type: ignore[arg-type]  # the names are those of Style


def _text_styles(theme: Theme) -> Iterator[Style]:
    body = _style(theme, "body", "BodyText", "Body Text", priority=1)
    yield body
    indent = theme.lists.number_indent
    yield replace(
        body,
        id="NumberedParagraph",
        name="Numbered Paragraph",
        own=True,
        paragraph=replace(
            body.paragraph,
            numbering=(DEFAULT_INSTANCES[Scheme.PARAGRAPHS], 0),
            left=indent,
            hanging=indent,
        ),
    )
    yield _style(theme, "lead", "Lead", "Lead", own=True, priority=2)
    quotation = theme.style("quotation")
    yield _style(
        theme,
        "quotation",
        "Quote",
        "Quote",
        priority=29,
        paragraph=replace(paragraph_format(quotation), right=quotation.indent or None),
    )
    yield _style(theme, "note", "NoteText", "Note", own=True, priority=3)
    yield _style(theme, "small", "SmallPrint", "Small Print", own=True, priority=3)
    yield _style(theme, "prompt", "Prompt", "Prompt", own=True, priority=3)
    yield _style(theme, "centred", "CentredText", "Centred Text", own=True, priority=3)
    yield _style(theme, "signature", "Signature", "Signature", priority=30)
    speech = replace(paragraph_format(theme.style("speech")), keep_lines=True)
    yield _style(theme, "speech", "Speech", "Speech", own=True, priority=3, paragraph=speech)
    yield _style(theme, "group", "GroupName", "Group Name", own=True, priority=9)
    yield _style(theme, "title", "Title", "Title", following="Subtitle", priority=10)
    yield _style(theme, "subtitle", "Subtitle", "Subtitle", following="BodyText", priority=11)
    at = theme.lists.field_indent
    field = paragraph_format(theme.style("field"))
    field = replace(field, left=at, hanging=at)
    yield _style(theme, "field", "Field", "Field", own=True, priority=12, paragraph=field)
    source = replace(
        paragraph_format(theme.style("source")),
        numbering=(DEFAULT_INSTANCES[Scheme.SOURCES], 0),
        left=theme.lists.number_indent,
        hanging=theme.lists.number_indent,
    )
    yield _style(theme, "source", "Source", "Source", own=True, priority=40, paragraph=source)


def _headings(theme: Theme, *, numbered: bool) -> Iterator[Style]:
    for level in range(1, 5):
        entry, listed = f"heading{level}", heading_style(level, listed=True)
        said = replace(
            paragraph_format(theme.style(entry)),
            outline=level - 1,
            keep_next=True,
            keep_lines=True,
            numbering=(DEFAULT_INSTANCES[Scheme.HEADINGS], level - 1) if numbered else None,
        )
        yield _style(
            theme, entry, listed, f"heading {level}", following="BodyText", priority=9, paragraph=said
        )
        yield Style(
            id=heading_style(level, listed=False),
            name=f"Heading {level} Unlisted",
            based=listed,
            following="BodyText",
            priority=9,
            own=True,
        )
    yield _style(theme, "contents_title", "TOCHeading", "TOC Heading", following="BodyText", priority=39)
    for level in range(1, 4):
        look = theme.style(f"contents{level}")
        # no right indent: with one, LibreOffice leaves the page numbers out
        said = replace(paragraph_format(look), tabs=(Tab(text_width(theme), "right", dots=True),))
        yield _style(
            theme,
            f"contents{level}",
            f"TOC{level}",
            f"toc {level}",
            shown=False,
            priority=39,
            paragraph=said,
        )


def _lists(theme: Theme) -> Iterator[Style]:
    schemes: tuple[tuple[str, Scheme | None], ...] = (
        ("ListBullet", Scheme.BULLET),
        ("ListNumber", Scheme.DECIMAL),
        ("ListLetter", Scheme.ALPHA),
        ("ListRoman", Scheme.ROMAN),
        ("ListContinue", None),
    )
    for base, scheme in schemes:
        name = _BUILT_IN_LISTS.get(base, base.replace("List", "List ", 1))
        for level in range(LIST_LEVELS):
            indent = theme.lists.indent
            said = replace(
                paragraph_format(theme.style("list")),
                left=theme.lists.left(level),
                hanging=indent if scheme else None,
                numbering=(DEFAULT_INSTANCES[scheme], level) if scheme else None,
            )
            yield _style(
                theme,
                "list",
                base + style_suffix(level),
                name + (f" {level + 1}" if level else ""),
                own=base not in _BUILT_IN_LISTS,
                priority=13,
                paragraph=said,
            )


def _callouts(theme: Theme) -> Iterator[Style]:
    for kind in CALLOUTS:
        box, inset = callout_box(theme, kind), theme.callout.inset
        for entry, title in (("callout_title", True), ("callout", False)):
            said = replace(
                paragraph_format(theme.style(entry)),
                box=box,
                left=inset,
                right=inset,
                keep_next=True,
                keep_lines=True,
                before=theme.callout.before if title else 0,
            )
            yield _style(
                theme,
                entry,
                callout_style(kind, title=title),
                f"Callout {kind.capitalize()}{' Title' if title else ''}",
                following=callout_style(kind),
                own=True,
                priority=31,
                paragraph=said,
            )


def _tables_and_figures(theme: Theme) -> Iterator[Style]:
    yield _style(theme, "caption_table", "Caption", "caption", following="BodyText", priority=35)
    yield _style(
        theme,
        "caption_figure",
        "FigureCaption",
        "Figure Caption",
        following="BodyText",
        own=True,
        priority=35,
    )
    # as high as its picture: an exact line would cut the picture, larger type would add to it
    above = theme.style("caption_figure").before
    figure = ParagraphFormat(keep_next=True, before=above, after=0, loose=True)
    yield Style(
        id="Figure",
        name="Figure",
        paragraph=figure,
        run=RunFormat(size=1),
        following="FigureCaption",
        own=True,
        priority=34,
    )
    for entry, style_id, name in (
        ("table", "TableText", "Table Text"),
        ("table_header", "TableHeading", "Table Heading"),
        ("compact", "CompactText", "Table Text Compact"),
        ("compact_header", "CompactHeading", "Table Heading Compact"),
        ("table_note", "TableNote", "Table Note"),
    ):
        yield _style(theme, entry, style_id, name, own=True, priority=36)
    for base, style_id, name in (
        ("TableText", "TableTotal", "Table Total"),
        ("CompactText", "CompactTotal", "Table Total Compact"),
    ):
        yield Style(id=style_id, name=name, based=base, run=RunFormat(bold=True), own=True, priority=36)


def _furniture(theme: Theme) -> Iterator[Style]:
    edge = (Tab(text_width(theme), "right"),)
    for entry, style_id in (("header", "Header"), ("footer", "Footer")):
        said = replace(paragraph_format(theme.style(entry)), tabs=edge)
        yield _style(theme, entry, style_id, entry, shown=False, paragraph=said)
    yield _style(theme, "marking", "Marking", "Marking", own=True, shown=False)
    look = theme.style("footnote")
    note = replace(paragraph_format(look), left=look.size * NOTE_HANG, hanging=look.size * NOTE_HANG)
    yield _style(theme, "footnote", "FootnoteText", "footnote text", shown=False, paragraph=note)
    end = ParagraphFormat(before=0, after=0, line=1)
    yield Style(
        id="SectionEnd", name="Section End", paragraph=end, run=RunFormat(size=1), own=True, shown=False
    )
