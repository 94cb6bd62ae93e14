"""Titles, headings and the contents list: what leads a reader through a paper."""

from __future__ import annotations

from dataclasses import replace

from egci_reports.engine.document.nodes import Contents, Section, TitleBlock
from egci_reports.engine.writers.word.contents import contents_frame, contents_lines
from egci_reports.engine.writers.word.flow import WordParagraph
from egci_reports.engine.writers.word.formats import ParagraphFormat
from egci_reports.engine.writers.word.markup import Xml
from egci_reports.engine.writers.word.numbering import NONE
from egci_reports.engine.writers.word.paragraphs import ParagraphWriter
from egci_reports.engine.writers.word.runs import TAB, text_runs
from egci_reports.engine.writers.word.style_names import heading_style


def title_lines(writer: ParagraphWriter, block: TitleBlock) -> None:
    """Write the names of the group, the title and the subtitle; a cover begins at its own height."""
    writer.await_paragraph(block.anchor)
    top = writer.theme.title.cover_top if block.cover else 0.0
    said = ParagraphFormat(style="GroupName", keep_next=True, before=top)
    writer.add("group", said, writer.inlines(block.group, "group"))
    said = ParagraphFormat(style="Title", keep_next=bool(block.subtitle) or None)
    writer.add("title", said, writer.inlines(block.title, "title"))
    if block.subtitle:
        writer.add("subtitle", ParagraphFormat(style="Subtitle"), writer.inlines(block.subtitle, "subtitle"))


def heading(writer: ParagraphWriter, section: Section) -> None:
    """Write the heading of a section, with its number if it is numbered."""
    writer.await_paragraph(section.anchor)
    level, entry = section.level, f"heading{section.level}"
    content = writer.inlines(section.title, entry)
    said = ParagraphFormat(style=heading_style(level, listed=section.in_contents))
    number = section.number if section.numbered else None
    instance = writer.paper.numbering.heading(level, number) if number else None
    if instance is not None:
        said = replace(said, numbering=(instance, level - 1))
    elif writer.paper.numbered:
        said = replace(said, numbering=NONE)
    if number and instance is None:
        hang = writer.theme.lists.heading_indent
        said = replace(said, left=hang, hanging=hang)
        content = Xml(text_runs(writer.theme, number) + TAB + content)
    writer.add(entry, said, content)


def contents_list(writer: ParagraphWriter, contents: Contents, count: int) -> None:
    """Write the contents list under its title; `count` lists stand before it in the paper."""
    if contents.anchor in writer.paper.heads:  # LibreOffice parts the title from its list
        writer.flow.new_page()
    writer.await_paragraph(contents.anchor)
    title = writer.marked(writer.inlines(contents.title, "contents_title"))
    before = writer.theme.style("contents_title").before
    said = WordParagraph(ParagraphFormat(style="TOCHeading"), title, before)
    lines = contents_lines(contents, writer.theme, writer.paper.bookmarks, writer.paper.pages)
    opening, closing = contents_frame(count)
    writer.flow.wrapped(opening, [said, *lines], closing)
