"""Labelled facts, sources and abbreviations: lists whose labels stand in a column of their own."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from egci_reports.engine.document.inlines import Inline, Text
from egci_reports.engine.document.nodes import Abbreviations, Fields, SourceList
from egci_reports.engine.writers.part_ends import Line
from egci_reports.engine.writers.word.markup import Xml
from egci_reports.engine.writers.word.paragraphs import ParagraphWriter
from egci_reports.engine.writers.word.runs import TAB
from egci_reports.engine.writers.word.setting import BlockSetting


def facts(writer: ParagraphWriter, block: Fields, setting: BlockSetting) -> None:
    """Write labelled facts, one to a line."""
    lines = ((entry.label, entry.content, entry) for entry in block.entries)
    _labelled(writer, lines, block.anchor, setting)


def abbreviations(writer: ParagraphWriter, block: Abbreviations, setting: BlockSetting) -> None:
    """Write the abbreviations, each with what it stands for and what that is called today."""
    lines = (((Text(entry.short),), (Text(entry.full),), None) for entry in block.entries or ())
    _labelled(writer, lines, block.anchor, setting)


def sources(writer: ParagraphWriter, block: SourceList, setting: BlockSetting) -> None:
    """Write the numbered sources, where citations lead."""
    writer.await_paragraph(block.anchor)
    for source in block.sources:
        writer.await_paragraph(writer.paper.inlines.sources[source.key])
        entry, said = writer.look("Source", "source", setting)
        instance = writer.paper.numbering.source(source.number or 0)
        said = writer.ended(replace(said, numbering=(instance, 0)), source)
        writer.add(entry, said, writer.inlines(source.content, entry))


def _labelled(
    writer: ParagraphWriter,
    lines: Iterable[tuple[tuple[Inline, ...], tuple[Inline, ...], Line | None]],
    anchor: str | None,
    setting: BlockSetting,
) -> None:
    writer.await_paragraph(anchor)
    hang, lines = writer.theme.lists.field_indent, tuple(lines)
    for label, content, line in lines:
        entry, said = writer.look("Field", "field", setting)
        if setting.indent:
            said = replace(said, left=setting.indent + hang, hanging=hang)
        if line is not None:
            said = writer.ended(said, line)
        writer.add(entry, said, Xml(writer.inlines(label, entry) + TAB + writer.inlines(content, entry)))
    if lines and setting.level == 0 and setting.callout is None:
        writer.flow.space_after(writer.theme.style("body").after)
