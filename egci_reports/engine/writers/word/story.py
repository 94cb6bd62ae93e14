"""Turns the blocks of a document into paragraphs and tables, in reading order.

Lists, callouts and sections, which hold other blocks, are written here; what holds none has a module each.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import assert_never

from egci_reports.engine.document.form_fields import has_fields
from egci_reports.engine.document.nodes import (
    Abbreviations,
    Block,
    Callout,
    Contents,
    Fields,
    Figure,
    Item,
    ItemList,
    Paragraph,
    Section,
    SourceList,
    Table,
    TitleBlock,
)
from egci_reports.engine.writers.block_breaks import introduces
from egci_reports.engine.writers.word.captioned import captioned_figure, captioned_table
from egci_reports.engine.writers.word.formats import ParagraphFormat
from egci_reports.engine.writers.word.headings import contents_list, heading, title_lines
from egci_reports.engine.writers.word.listings import abbreviations, facts, sources
from egci_reports.engine.writers.word.markup import NOTHING, Xml
from egci_reports.engine.writers.word.numbering import NONE, label_of
from egci_reports.engine.writers.word.paper import Paper
from egci_reports.engine.writers.word.paragraphs import ParagraphWriter
from egci_reports.engine.writers.word.runs import TAB, text_runs
from egci_reports.engine.writers.word.setting import BlockSetting
from egci_reports.engine.writers.word.style_names import callout_style, list_style


class Story:
    """Writes the blocks of one paper into its flow."""

    def __init__(self, paper: Paper) -> None:
        self._paper = paper
        self._theme = paper.theme
        self._flow = paper.flow
        self._writer = ParagraphWriter(paper)
        self._contents = 0

    def write(self) -> Xml:
        """Return the content of the body."""
        blocks = self._paper.document.blocks
        for index, (block, odd) in enumerate(_told_apart(blocks)):
            if not isinstance(block, Section):
                self._flow.turn("portrait")
            setting = self._writer.column()
            self._block(block, replace(setting, odd=odd, followed=self._stays(blocks, index, setting)))
        return self._flow.finish(is_form=has_fields(self._paper.document))

    def _blocks(self, blocks: Sequence[Block], setting: BlockSetting) -> None:
        for index, (block, odd) in enumerate(_told_apart(blocks)):
            followed = self._stays(blocks, index, setting)
            self._block(block, replace(setting, odd=odd or setting.odd, followed=followed))

    def _stays(self, blocks: Sequence[Block], index: int, setting: BlockSetting) -> bool:
        return self._writer.place(setting).stays(blocks, index)

    def _block(self, block: Block, setting: BlockSetting) -> None:
        writer = self._writer
        match block:
            case Paragraph():
                writer.paragraph(block, setting)
            case ItemList():
                self._list(block, setting)
            case Fields():
                facts(writer, block, setting)
            case Table():
                captioned_table(writer, block, setting)
            case Figure():
                captioned_figure(writer, block, setting)
            case Callout():
                self._callout(block, setting)
            case Section():
                self._section(block)
            case Contents():
                contents_list(writer, block, self._contents)
                self._contents += 1
            case SourceList():
                sources(writer, block, setting)
            case Abbreviations():
                abbreviations(writer, block, setting)
            case TitleBlock():
                self._title(block, setting)
            case _:
                assert_never(block)

    # -- lists ------------------------------------------------------------------------------

    def _list(self, block: ItemList, setting: BlockSetting) -> None:
        self._writer.await_paragraph(block.anchor)
        instance = self._paper.numbering.list_from_one(block.form, setting.level)
        in_text = setting.level == 0 and setting.callout is None
        inner = replace(setting, indent=setting.indent + self._theme.lists.inset) if in_text else setting
        for number, item in enumerate(block.items, 1):
            own = item.label is not None and item.label != label_of(block.form, number)
            self._item(block, item, None if own else instance, inner)
        if in_text:
            self._flow.space_after(self._theme.style("body").after)

    def _item(self, block: ItemList, item: Item, instance: int | None, setting: BlockSetting) -> None:
        """Write an item; its label hangs beside its first paragraph, or stands alone before other blocks."""
        self._writer.await_paragraph(item.anchor)
        step = self._theme.lists.indent
        children, content, first = item.children, NOTHING, Paragraph(())
        style_id, entry = list_style(block.form, setting.level), "list"
        announces = False
        if setting.callout:
            style_id, entry = callout_style(setting.callout), "callout"
        if children and isinstance(children[0], Paragraph):
            first, children = children[0], children[1:]
            self._writer.await_paragraph(first.anchor)
            announces = bool(children) and introduces(first.content)
            content = self._writer.inlines(first.content, entry)
        entry, said = self._writer.look(style_id, entry, setting)
        left = setting.indent + step
        hung = replace(said, left=left, hanging=step)
        if instance is None:
            said = replace(hung, numbering=NONE)
            content = Xml(text_runs(self._theme, item.label or "") + TAB + content)
        elif setting.callout or left != self._theme.lists.left(setting.level):
            said = replace(hung, numbering=(instance, setting.level))
        else:
            said = ParagraphFormat(style=style_id, numbering=(instance, setting.level))
        if announces:
            said = replace(said, keep_next=True, keep_lines=True)
        self._writer.add(entry, self._writer.ended(said, first), content)
        self._blocks(children, replace(setting, indent=left, level=setting.level + 1))

    def _callout(self, callout: Callout, setting: BlockSetting) -> None:
        self._writer.await_paragraph(callout.anchor)
        inset = self._theme.callout.inset
        inner = replace(
            setting, indent=setting.indent + inset, width=setting.width - inset, callout=callout.kind
        )
        entry, said = self._writer.look(callout_style(callout.kind, title=True), "callout_title", inner)
        said = replace(said, before=self._theme.callout.before)
        self._writer.add(entry, said, self._writer.inlines(callout.title, entry))
        self._blocks(callout.children, inner)
        self._flow.let_go()
        self._flow.space_after(self._theme.callout.after)

    # -- sections -------------------------------------------------------------------------------------

    def _section(self, section: Section) -> None:
        if section.level == 1:
            self._flow.turn(section.orientation)
        if section.new_page:
            self._flow.new_page()
        column = self._writer.column()
        if held := self._writer.place(column).holds(section):
            if section.anchor in self._paper.heads:
                self._flow.new_page()
            self._flow.hold()
        heading(self._writer, section)
        self._blocks(section.children, column)
        if held:
            self._flow.let_go()
        if section.level == 1 and section.orientation != "portrait":
            self._flow.new_page()

    def _title(self, block: TitleBlock, setting: BlockSetting) -> None:
        title_lines(self._writer, block)
        self._blocks(block.children, setting)
        if block.cover:
            self._flow.new_page()


def _told_apart(blocks: Iterable[Block]) -> Iterator[tuple[Block, bool]]:
    """Yield blocks, each with whether it is a callout that must not look just like the one before it."""
    before: Block | None = None
    odd = False
    for block in blocks:
        twin = isinstance(block, Callout) and isinstance(before, Callout) and block.kind == before.kind
        odd = twin and not odd
        yield block, odd
        before = block
