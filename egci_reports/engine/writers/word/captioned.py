"""Tables and figures, each with its caption and notes."""

from __future__ import annotations

from dataclasses import replace

from egci_reports.engine.document.nodes import Figure, Table
from egci_reports.engine.writers.word.formats import ParagraphFormat
from egci_reports.engine.writers.word.paragraphs import ParagraphWriter
from egci_reports.engine.writers.word.places import text_height
from egci_reports.engine.writers.word.runs import run
from egci_reports.engine.writers.word.setting import BlockSetting
from egci_reports.engine.writers.word.tables import table_xml

_CAPTION_LINES = 3
"""Lines of a caption that fit on a page under the tallest figure."""


def captioned_table(writer: ParagraphWriter, table: Table, setting: BlockSetting) -> None:
    """Write a table under its caption, with its note below."""
    words = writer.inlines(table.caption, "caption_table")
    label = writer.paper.document.words.table
    caption = writer.paper.captions.write("Table", label, table.number, words, table.anchor)
    left = setting.indent or None
    writer.add("caption_table", ParagraphFormat(style="Caption", left=left), caption)
    xml = table_xml(
        writer.paper.inlines, writer.paper.part, table, writer.place(setting), writer.ends, setting.indent
    )
    writer.flow.table(xml, 0.0 if table.note else writer.theme.table.after)
    if table.note:
        said = ParagraphFormat(style="TableNote", left=left)
        writer.add("table_note", said, writer.inlines(table.note, "table_note"))


def captioned_figure(writer: ParagraphWriter, figure: Figure, setting: BlockSetting) -> None:
    """Write a figure above its caption; the two and a heading fit on a page."""
    style = writer.theme.style("caption_figure")
    heading = writer.theme.style("heading1")
    room = text_height(writer.theme, writer.flow.orientation) - heading.leading - heading.after
    room -= style.before + _CAPTION_LINES * style.leading
    drawing = run(writer.paper.drawings.figure(figure, setting.width - setting.indent, room))
    said = ParagraphFormat(style="Figure", left=setting.indent or None)
    if not figure.caption:
        writer.await_paragraph(figure.anchor)
        said = replace(said, keep_next=setting.followed, after=style.after)
    writer.add("caption_figure", said, drawing)
    if figure.caption:
        words = writer.inlines(figure.caption, "caption_figure")
        label = writer.paper.document.words.figure
        caption = writer.paper.captions.write("Figure", label, figure.number, words, figure.anchor)
        kept = setting.followed or None
        left = setting.indent or None
        said = ParagraphFormat(style="FigureCaption", left=left, keep_next=kept, keep_lines=kept)
        writer.add("caption_figure", said, caption)
