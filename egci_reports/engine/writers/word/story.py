"""Turns the blocks of a document into paragraphs and tables, in reading order."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import assert_never

from egci_reports.engine.document.form_fields import has_fields
from egci_reports.engine.document.inlines import Inline, Text
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
from egci_reports.engine.writers.block_breaks import TextColumn, introduces
from egci_reports.engine.writers.part_ends import Line, PartEnds
from egci_reports.engine.writers.word.boxes import callout_box
from egci_reports.engine.writers.word.contents import contents_frame, contents_lines
from egci_reports.engine.writers.word.flow import WordParagraph
from egci_reports.engine.writers.word.formats import ParagraphFormat
from egci_reports.engine.writers.word.markup import NOTHING, Xml
from egci_reports.engine.writers.word.numbering import NONE, label_of
from egci_reports.engine.writers.word.paper import Paper
from egci_reports.engine.writers.word.places import text_height, text_width
from egci_reports.engine.writers.word.runs import TAB, run, text_runs
from egci_reports.engine.writers.word.setting import BlockSetting
from egci_reports.engine.writers.word.style_names import (
    OF_ROLE,
    callout_style,
    continued_style,
    heading_style,
    list_style,
)
from egci_reports.engine.writers.word.tables import table_xml

_CAPTION_LINES = 3
"""Lines of a caption that fit on a page under the tallest figure."""


class Story:
    """Writes the blocks of one paper into its flow."""

    def __init__(self, paper: Paper) -> None:
        self._paper = paper
        self._theme = paper.theme
        self._flow = paper.flow
        self._ends = PartEnds(paper.document.blocks, paper.theme)
        self._waiting: list[str] = []
        self._contents = 0

    def write(self) -> Xml:
        """Return the content of the body."""
        blocks = self._paper.document.blocks
        for index, (block, odd) in enumerate(_told_apart(blocks)):
            if not isinstance(block, Section):
                self._flow.turn("portrait")
            setting = self._column()
            self._block(block, replace(setting, odd=odd, followed=self._stays(blocks, index, setting)))
        return self._flow.finish(is_form=has_fields(self._paper.document))

    def _column(self) -> BlockSetting:
        return BlockSetting(text_width(self._theme, self._flow.orientation))

    def _blocks(self, blocks: Sequence[Block], setting: BlockSetting) -> None:
        for index, (block, odd) in enumerate(_told_apart(blocks)):
            followed = self._stays(blocks, index, setting)
            self._block(block, replace(setting, odd=odd or setting.odd, followed=followed))

    def _stays(self, blocks: Sequence[Block], index: int, setting: BlockSetting) -> bool:
        return self._place(setting).stays(blocks, index)

    def _place(self, setting: BlockSetting) -> TextColumn:
        height = text_height(self._theme, self._flow.orientation)
        return TextColumn(self._theme, setting.width - setting.indent, height)

    def _block(self, block: Block, setting: BlockSetting) -> None:
        match block:
            case Paragraph():
                self._paragraph(block, setting)
            case ItemList():
                self._list(block, setting)
            case Fields():
                facts = ((entry.label, entry.content, entry) for entry in block.entries)
                self._facts(facts, block.anchor, setting)
            case Table():
                self._table(block, setting)
            case Figure():
                self._figure(block, setting)
            case Callout():
                self._callout(block, setting)
            case Section():
                self._section(block)
            case Contents():
                self._contents_list(block)
            case SourceList():
                self._sources(block, setting)
            case Abbreviations():
                self._abbreviations(block, setting)
            case TitleBlock():
                self._title(block, setting)
            case _:
                assert_never(block)

    # -- paragraphs -----------------------------------------------------------------------------------

    def _await(self, anchor: str | None) -> None:
        """Let an anchor stand at the next paragraph: the anchor of something that has none of its own."""
        if anchor is not None:
            self._waiting.append(anchor)

    def _marked(self, content: Xml) -> Xml:
        """Put the bookmarks that wait around content."""
        waiting, self._waiting = self._waiting, []
        for anchor in waiting:
            content = self._paper.bookmarks.around(anchor, content)
        return content

    def _inlines(self, content: Iterable[Inline], entry: str) -> Xml:
        return self._paper.inlines.write(content, self._theme.style(entry), self._paper.part)

    def _add(self, entry: str, said: ParagraphFormat, content: Xml) -> None:
        """Add a paragraph; `entry` names its look in the theme."""
        look = self._theme.style(entry)
        before = look.before if said.before is None else said.before
        after = look.after if said.after is None else said.after
        self._flow.paragraph(WordParagraph(said, self._marked(content), before, after))

    def _look(self, style_id: str, entry: str, setting: BlockSetting) -> tuple[str, ParagraphFormat]:
        """Return the theme entry and format of a style's text, moved into the list or callout around it."""
        if setting.callout is None:
            if not setting.indent:
                return entry, ParagraphFormat(style=style_id)
            left = self._theme.style(entry).indent + setting.indent
            return entry, ParagraphFormat(style=style_id, left=left)
        said = ParagraphFormat(style=style_id, left=setting.indent + self._theme.style(entry).indent)
        own = style_id.startswith("Callout")
        if own and setting.indent == self._theme.callout.inset and not setting.odd:
            return entry, ParagraphFormat(style=style_id)
        box = callout_box(self._theme, setting.callout, odd=setting.odd)
        if own:
            return entry, replace(said, box=box if setting.odd else None)
        return entry, replace(said, box=box, right=self._theme.callout.inset, keep_next=True, keep_lines=True)

    def _paragraph(self, paragraph: Paragraph, setting: BlockSetting) -> None:
        self._await(paragraph.anchor)
        style_id = OF_ROLE[paragraph.role]
        entry: str = paragraph.role
        plain = paragraph.role == "body"
        if plain and setting.callout:
            style_id, entry = callout_style(setting.callout), "callout"
        elif plain and setting.level:
            style_id, entry = continued_style(setting.level - 1), "list"
        name, said = self._look(style_id, entry, setting)
        if entry == "list" and setting.indent == self._theme.lists.left(setting.level - 1):
            said = ParagraphFormat(style=style_id)
        content = self._inlines(paragraph.content, name)
        if paragraph.numbered and paragraph.number:
            said, content = self._numbered(paragraph.number, said, content, setting)
        if setting.followed:
            said = replace(said, keep_next=True, keep_lines=True)
        self._add(name, self._ended(said, paragraph), content)

    def _ended(self, said: ParagraphFormat, line: Line) -> ParagraphFormat:
        """Return the format of what stays together with others if a part ends with it."""
        if not self._ends.is_whole(line):
            return said
        return replace(said, keep_next=self._ends.stays(line) or said.keep_next, keep_lines=True)

    def _numbered(
        self, number: str, said: ParagraphFormat, content: Xml, setting: BlockSetting
    ) -> tuple[ParagraphFormat, Xml]:
        instance = self._paper.numbering.paragraph(number)
        hang = self._theme.lists.number_indent
        hung = replace(said, left=setting.indent + hang, hanging=hang)
        if instance is None:
            return hung, Xml(text_runs(self._theme, number) + TAB + content)
        if said == ParagraphFormat(style="BodyText"):
            return ParagraphFormat(style="NumberedParagraph", numbering=(instance, 0)), content
        return replace(hung, numbering=(instance, 0)), content

    # -- lists and facts ------------------------------------------------------------------------------

    def _list(self, block: ItemList, setting: BlockSetting) -> None:
        self._await(block.anchor)
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
        self._await(item.anchor)
        step = self._theme.lists.indent
        children, content, first = item.children, NOTHING, Paragraph(())
        style_id, entry = list_style(block.form, setting.level), "list"
        announces = False
        if setting.callout:
            style_id, entry = callout_style(setting.callout), "callout"
        if children and isinstance(children[0], Paragraph):
            first, children = children[0], children[1:]
            self._await(first.anchor)
            announces = bool(children) and introduces(first.content)
            content = self._inlines(first.content, entry)
        entry, said = self._look(style_id, entry, setting)
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
        self._add(entry, self._ended(said, first), content)
        self._blocks(children, replace(setting, indent=left, level=setting.level + 1))

    def _facts(
        self,
        facts: Iterable[tuple[tuple[Inline, ...], tuple[Inline, ...], Line | None]],
        anchor: str | None,
        setting: BlockSetting,
    ) -> None:
        self._await(anchor)
        hang, facts = self._theme.lists.field_indent, tuple(facts)
        for label, content, line in facts:
            entry, said = self._look("Field", "field", setting)
            if setting.indent:
                said = replace(said, left=setting.indent + hang, hanging=hang)
            if line is not None:
                said = self._ended(said, line)
            self._add(entry, said, Xml(self._inlines(label, entry) + TAB + self._inlines(content, entry)))
        if facts and setting.level == 0 and setting.callout is None:
            self._flow.space_after(self._theme.style("body").after)

    def _abbreviations(self, block: Abbreviations, setting: BlockSetting) -> None:
        facts = (((Text(entry.short),), (Text(entry.full),), None) for entry in block.entries or ())
        self._facts(facts, block.anchor, setting)

    def _sources(self, block: SourceList, setting: BlockSetting) -> None:
        self._await(block.anchor)
        for source in block.sources:
            self._await(self._paper.inlines.sources[source.key])
            entry, said = self._look("Source", "source", setting)
            instance = self._paper.numbering.source(source.number or 0)
            said = self._ended(replace(said, numbering=(instance, 0)), source)
            self._add(entry, said, self._inlines(source.content, entry))

    # -- tables, figures, callouts --------------------------------------------------------------------

    def _table(self, table: Table, setting: BlockSetting) -> None:
        words = self._inlines(table.caption, "caption_table")
        label = self._paper.document.words.table
        caption = self._paper.captions.write("Table", label, table.number, words, table.anchor)
        left = setting.indent or None
        self._add("caption_table", ParagraphFormat(style="Caption", left=left), caption)
        xml = table_xml(
            self._paper.inlines, self._paper.part, table, self._place(setting), self._ends, setting.indent
        )
        self._flow.table(xml, 0.0 if table.note else self._theme.table.after)
        if table.note:
            said = ParagraphFormat(style="TableNote", left=left)
            self._add("table_note", said, self._inlines(table.note, "table_note"))

    def _figure(self, figure: Figure, setting: BlockSetting) -> None:
        style = self._theme.style("caption_figure")
        heading = self._theme.style("heading1")
        room = text_height(self._theme, self._flow.orientation) - heading.leading - heading.after
        room -= style.before + _CAPTION_LINES * style.leading
        drawing = run(self._paper.drawings.figure(figure, setting.width - setting.indent, room))
        said = ParagraphFormat(style="Figure", left=setting.indent or None)
        if not figure.caption:
            self._await(figure.anchor)
            said = replace(said, keep_next=setting.followed, after=style.after)
        self._add("caption_figure", said, drawing)
        if figure.caption:
            words = self._inlines(figure.caption, "caption_figure")
            label = self._paper.document.words.figure
            caption = self._paper.captions.write("Figure", label, figure.number, words, figure.anchor)
            kept = setting.followed or None
            left = setting.indent or None
            said = ParagraphFormat(style="FigureCaption", left=left, keep_next=kept, keep_lines=kept)
            self._add("caption_figure", said, caption)

    def _callout(self, callout: Callout, setting: BlockSetting) -> None:
        self._await(callout.anchor)
        inset = self._theme.callout.inset
        inner = replace(
            setting, indent=setting.indent + inset, width=setting.width - inset, callout=callout.kind
        )
        entry, said = self._look(callout_style(callout.kind, title=True), "callout_title", inner)
        said = replace(said, before=self._theme.callout.before)
        self._add(entry, said, self._inlines(callout.title, entry))
        self._blocks(callout.children, inner)
        self._flow.let_go()
        self._flow.space_after(self._theme.callout.after)

    # -- sections -------------------------------------------------------------------------------------

    def _section(self, section: Section) -> None:
        if section.level == 1:
            self._flow.turn(section.orientation)
        if section.new_page:
            self._flow.new_page()
        column = self._column()
        if held := self._place(column).holds(section):
            if section.anchor in self._paper.heads:
                self._flow.new_page()
            self._flow.hold()
        self._heading(section)
        self._blocks(section.children, column)
        if held:
            self._flow.let_go()
        if section.level == 1 and section.orientation != "portrait":
            self._flow.new_page()

    def _heading(self, section: Section) -> None:
        self._await(section.anchor)
        level, entry = section.level, f"heading{section.level}"
        content = self._inlines(section.title, entry)
        said = ParagraphFormat(style=heading_style(level, listed=section.in_contents))
        number = section.number if section.numbered else None
        instance = self._paper.numbering.heading(level, number) if number else None
        if instance is not None:
            said = replace(said, numbering=(instance, level - 1))
        elif self._paper.numbered:
            said = replace(said, numbering=NONE)
        if number and instance is None:
            hang = self._theme.lists.heading_indent
            said = replace(said, left=hang, hanging=hang)
            content = Xml(text_runs(self._theme, number) + TAB + content)
        self._add(entry, said, content)

    def _contents_list(self, contents: Contents) -> None:
        if contents.anchor in self._paper.heads:  # LibreOffice parts the title from its list
            self._flow.new_page()
        self._await(contents.anchor)
        title = self._marked(self._inlines(contents.title, "contents_title"))
        before = self._theme.style("contents_title").before
        heading = WordParagraph(ParagraphFormat(style="TOCHeading"), title, before)
        lines = contents_lines(contents, self._theme, self._paper.bookmarks, self._paper.pages)
        opening, closing = contents_frame(self._contents)
        self._contents += 1
        self._flow.wrapped(opening, [heading, *lines], closing)

    def _title(self, block: TitleBlock, setting: BlockSetting) -> None:
        self._await(block.anchor)
        top = self._theme.title.cover_top if block.cover else 0.0
        said = ParagraphFormat(style="GroupName", keep_next=True, before=top)
        self._add("group", said, self._inlines(block.group, "group"))
        said = ParagraphFormat(style="Title", keep_next=bool(block.subtitle) or None)
        self._add("title", said, self._inlines(block.title, "title"))
        if block.subtitle:
            self._add(
                "subtitle", ParagraphFormat(style="Subtitle"), self._inlines(block.subtitle, "subtitle")
            )
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
