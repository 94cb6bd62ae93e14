"""Turns a document into boxes, block by block, and builds the structure tree as it goes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import chain
from typing import assert_never

from egci_reports.engine.document.nodes import (
    Abbreviations,
    Block,
    Callout,
    Contents,
    Document,
    Fields,
    Figure,
    Item,
    ItemList,
    ListForm,
    Orientation,
    Paragraph,
    Section,
    SourceList,
    Table,
    TitleBlock,
)
from egci_reports.engine.enclosing import AnnexFile
from egci_reports.engine.theme.model import Theme
from egci_reports.engine.writers.block_breaks import TextColumn, introduces
from egci_reports.engine.writers.part_ends import PartEnds
from egci_reports.engine.writers.pdf import listings
from egci_reports.engine.writers.pdf.boxes import Box, Panel, TextBox
from egci_reports.engine.writers.pdf.composer import ColumnSetting, Composer
from egci_reports.engine.writers.pdf.enclosed import enclosed_pages
from egci_reports.engine.writers.pdf.flow import NewPage
from egci_reports.engine.writers.pdf.headings import contents_list, heading, title_lines
from egci_reports.engine.writers.pdf.keeping import held, kept, with_last
from egci_reports.engine.writers.pdf.structure import StructElem
from egci_reports.engine.writers.pdf.table_rows import table_boxes
from egci_reports.engine.writers.pdf.titles import titles
from egci_reports.engine.writers.source_anchors import source_anchors

_NUMBERING: dict[ListForm, bytes] = {
    "bullet": b"Disc",
    "decimal": b"Decimal",
    "alpha": b"LowerAlpha",
    "roman": b"LowerRoman",
}

Boxes = Iterator[Box | NewPage]


@dataclass(slots=True)
class Story:
    """The boxes of one document, in reading order; `root` is the structure tree that comes with them."""

    document: Document
    theme: Theme
    enclosed: Mapping[str, AnnexFile] = field(default_factory=dict)
    root: StructElem = field(default_factory=lambda: StructElem("Document", None))
    composer: Composer = field(init=False)
    _ends: PartEnds = field(init=False)
    _orientation: Orientation = "portrait"

    def __post_init__(self) -> None:
        meta = self.document.meta
        sources = source_anchors(self.document.blocks)
        self.composer = Composer(self.theme, self.document.words, meta.lang, sources, titles(self.document))
        self._ends = PartEnds(self.document.blocks, self.theme)

    def boxes(self) -> Boxes:
        """Yield all boxes and new pages."""
        yield from self._blocks(self.document.blocks, self._setting(self.root))
        yield from enclosed_pages(self.document.blocks, self.enclosed, self.theme)

    def _setting(self, parent: StructElem) -> ColumnSetting:
        width, _ = self.theme.page.text_size(landscape=self._orientation == "landscape")
        self.composer.note_width = width
        return ColumnSetting(parent, width)

    @property
    def _room(self) -> float:
        """The height of a page between its margins."""
        return self.theme.page.text_size(landscape=self._orientation == "landscape")[1]

    def _column(self, setting: ColumnSetting) -> TextColumn:
        return TextColumn(self.theme, setting.width - setting.indent, self._room)

    def _blocks(self, blocks: Sequence[Block], setting: ColumnSetting) -> Boxes:
        about = self.composer.about
        column = self._column(setting)
        for index, block in enumerate(blocks):
            self.composer.about = block.about or about
            yield from self._block(block, setting, followed=column.stays(blocks, index))
        self.composer.about = about

    def _block(self, block: Block, setting: ColumnSetting, *, followed: bool) -> Boxes:
        """Yield the boxes of a block; one that is `followed` stays on the page of the next."""
        match block:
            case Paragraph():
                box = self._paragraph(block, setting)
                yield kept(box) if followed else self._ended(box, block)
            case ItemList():
                yield from self._list(block, setting)
            case Fields():
                yield from listings.facts(self.composer, block, setting, self._ends)
            case Table():
                yield from table_boxes(self.composer, block, setting, self._column(setting), self._ends)
            case Figure():
                from egci_reports.engine.writers.pdf.figures import figure_boxes  # noqa: PLC0415 - few have one

                yield from figure_boxes(self.composer, block, setting, self._room, followed=followed)
            case Callout():
                yield from self._callout(block, setting)
            case Section():
                yield from self._section(block, setting)
            case Contents():
                yield from contents_list(self.composer, block, setting)
            case SourceList():
                yield from listings.sources(self.composer, block, setting, self._ends)
            case Abbreviations():
                yield from listings.abbreviations(self.composer, block, setting)
            case TitleBlock():
                yield from self._title(block, setting)
            case _:
                assert_never(block)

    # -- text ---------------------------------------------------------------------------------------

    def _paragraph(self, paragraph: Paragraph, setting: ColumnSetting) -> TextBox:
        self.composer.await_box(paragraph.anchor)
        parent = setting.parent
        right = 0.0
        if paragraph.role == "quotation":
            parent = parent.add("BlockQuote")
            right = self.theme.style("quotation").indent
        style = setting.style if setting.style is not None and paragraph.role == "body" else paragraph.role
        hang = self.theme.lists.number_indent if paragraph.numbered else 0.0
        label = paragraph.number if paragraph.numbered else None
        box = self.composer.text(
            paragraph.content, parent.add("P"), style, setting, label=label, hang=hang, right=right
        )
        # who reads a speech out cannot turn the page within a sentence
        return replace(box, keep_lines=True) if paragraph.role == "speech" else box

    def _ended(self, box: TextBox, paragraph: Paragraph) -> TextBox:
        """Return a paragraph that stays together with others if a part ends with it."""
        if not self._ends.is_whole(paragraph):
            return box
        return replace(box, keep=self._ends.stays(paragraph), keep_lines=True)

    def _list(self, block: ItemList, setting: ColumnSetting) -> Boxes:
        self.composer.await_box(block.anchor)
        numbering = b"<</O/List/ListNumbering/%s>>" % _NUMBERING[block.form]
        in_text = setting.level == 0 and setting.panel is None
        inset = self.theme.lists.inset if in_text else 0.0
        inner = setting._replace(
            parent=setting.parent.add("L", attributes=numbering), indent=setting.indent + inset
        )
        boxes = chain.from_iterable(self._item(item, inner) for item in block.items)
        for box, is_last in with_last(boxes):
            if is_last and isinstance(box, Box) and in_text:
                yield replace(box, after=max(box.after, self.theme.style("body").after))
            else:
                yield box

    def _item(self, item: Item, setting: ColumnSetting) -> Boxes:
        """Yield an item: its label hangs beside its first paragraph, or alone if it begins otherwise."""
        composer, step = self.composer, self.theme.lists.indent
        composer.await_box(item.anchor)
        composer.about = item.about or composer.about
        element = setting.parent.add("LI")
        label, body = element.add("Lbl"), element.add("LBody")
        style = setting.style or "list"
        inner = setting._replace(parent=body, style=style, level=setting.level + 1)
        children = item.children
        first = Paragraph(())
        if children and isinstance(children[0], Paragraph):
            first, children = children[0], children[1:]
            composer.await_box(first.anchor)
        box = composer.text(
            first.content, body.add("P"), style, inner, label=item.label or "", label_element=label, hang=step
        )
        yield kept(box) if children and introduces(first.content) else self._ended(box, first)
        yield from self._blocks(children, inner._replace(indent=setting.indent + step))

    # -- callouts and sections ------------------------------------------------------------------

    def _callout(self, callout: Callout, setting: ColumnSetting) -> Boxes:
        """Yield the paragraphs of a callout, which stay together unless a page is too short for them."""
        look, theme = self.theme.callout, self.theme
        self.composer.await_box(callout.anchor)
        panel = Panel(
            theme.colour(f"{callout.kind}_fill"),
            theme.colour(f"{callout.kind}_edge"),
            look.edge,
            setting.indent,
            setting.width - setting.indent,
        )
        element = setting.parent.add("Callout")
        inner = setting._replace(
            parent=element,
            indent=setting.indent + look.inset,
            width=setting.width - look.inset,
            style="callout",
            panel=panel,
        )
        title = self.composer.text(callout.title, element.add("CalloutTitle"), "callout_title", inner)
        title = replace(title, before=look.before, pad_top=look.above)
        told = (box for box in self._blocks(callout.children, inner) if isinstance(box, TextBox))
        for box, is_last in with_last(chain((title,), told)):
            if is_last:
                yield replace(box, keep=False, keep_lines=True, after=look.after, pad_bottom=look.below)
            else:
                yield replace(box, keep=True, keep_lines=True)

    def _section(self, section: Section, setting: ColumnSetting) -> Boxes:
        before = self._orientation
        if section.level == 1 and section.orientation != before:
            self._orientation = section.orientation
            yield NewPage(section.orientation)
        elif section.new_page:
            yield NewPage(before)
        element = setting.parent.add("Sect")
        if section.level == 1:
            setting = self._setting(element)
        setting = setting._replace(parent=element)
        boxes = chain((heading(self.composer, section, setting),), self._blocks(section.children, setting))
        yield from held(boxes) if self._column(setting).holds(section) else boxes
        if section.level == 1 and self._orientation != "portrait":
            self._orientation = "portrait"
            yield NewPage("portrait")
            self._setting(element)

    def _title(self, block: TitleBlock, setting: ColumnSetting) -> Boxes:
        if block.cover:
            yield NewPage("portrait", cover=True)
        setting = setting._replace(parent=setting.parent.add("TitleBlock"))
        yield from title_lines(self.composer, block, setting)
        yield from self._blocks(block.children, setting)
        if block.cover:
            yield NewPage("portrait")
