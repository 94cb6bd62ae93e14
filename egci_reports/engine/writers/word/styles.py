"""The paragraph styles of a paper, in the order of Word's gallery, under Word's own names if it has one."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from egci_reports.engine.document.nodes import CalloutKind
from egci_reports.engine.theme.model import Theme
from egci_reports.engine.writers.word.boxes import callout_box
from egci_reports.engine.writers.word.formats import ParagraphFormat, RunFormat, Tab
from egci_reports.engine.writers.word.numbering import DEFAULT_INSTANCES, Scheme
from egci_reports.engine.writers.word.places import text_width
from egci_reports.engine.writers.word.style import Style, paragraph_format, themed_style
from egci_reports.engine.writers.word.style_names import (
    LIST_LEVELS,
    callout_style,
    heading_style,
    style_suffix,
)
from egci_reports.engine.writers.word.text_styles import text_styles

_BUILT_IN_LISTS = {"ListBullet": "List Bullet", "ListNumber": "List Number", "ListContinue": "List Continue"}
_CALLOUTS: tuple[CalloutKind, ...] = ("note", "caution", "gap")
_NOTE_HANG = 1.6
"""How far the text of a footnote stands right of its number, in sizes."""


def paragraph_styles(theme: Theme, *, numbered: bool) -> Iterator[Style]:
    """Yield the paragraph styles of a paper, in the order of Word's gallery; headings count if `numbered`."""
    yield from text_styles(theme)
    yield from _headings(theme, numbered=numbered)
    yield from _lists(theme)
    yield from _callouts(theme)
    yield from _tables_and_figures(theme)
    yield from _furniture(theme)


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
        yield themed_style(
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
    yield themed_style(
        theme, "contents_title", "TOCHeading", "TOC Heading", following="BodyText", priority=39
    )
    for level in range(1, 4):
        look = theme.style(f"contents{level}")
        # no right indent: with one, LibreOffice leaves the page numbers out
        said = replace(paragraph_format(look), tabs=(Tab(text_width(theme), "right", dots=True),))
        yield themed_style(
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
            yield themed_style(
                theme,
                "list",
                base + style_suffix(level),
                name + (f" {level + 1}" if level else ""),
                own=base not in _BUILT_IN_LISTS,
                priority=13,
                paragraph=said,
            )


def _callouts(theme: Theme) -> Iterator[Style]:
    for kind in _CALLOUTS:
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
            yield themed_style(
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
    yield themed_style(theme, "caption_table", "Caption", "caption", following="BodyText", priority=35)
    yield themed_style(
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
        yield themed_style(theme, entry, style_id, name, own=True, priority=36)
    for base, style_id, name in (
        ("TableText", "TableTotal", "Table Total"),
        ("CompactText", "CompactTotal", "Table Total Compact"),
    ):
        yield Style(id=style_id, name=name, based=base, run=RunFormat(bold=True), own=True, priority=36)


def _furniture(theme: Theme) -> Iterator[Style]:
    edge = (Tab(text_width(theme), "right"),)
    for entry, style_id in (("header", "Header"), ("footer", "Footer")):
        said = replace(paragraph_format(theme.style(entry)), tabs=edge)
        yield themed_style(theme, entry, style_id, entry, shown=False, paragraph=said)
    yield themed_style(theme, "marking", "Marking", "Marking", own=True, shown=False)
    look = theme.style("footnote")
    note = replace(paragraph_format(look), left=look.size * _NOTE_HANG, hanging=look.size * _NOTE_HANG)
    yield themed_style(theme, "footnote", "FootnoteText", "footnote text", shown=False, paragraph=note)
    end = ParagraphFormat(before=0, after=0, line=1)
    yield Style(
        id="SectionEnd", name="Section End", paragraph=end, run=RunFormat(size=1), own=True, shown=False
    )
