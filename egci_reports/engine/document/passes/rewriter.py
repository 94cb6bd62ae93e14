"""Walks a tree in reading order and rebuilds what a pass changes; what it leaves alone is not copied."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from operator import is_
from typing import ClassVar, Literal, TypeVar, assert_never

from egci_reports.engine.document.nodes import (
    Abbreviations,
    Block,
    Callout,
    Cell,
    Contents,
    Document,
    Entry,
    Fields,
    Figure,
    Footnote,
    FormField,
    Inline,
    Item,
    ItemList,
    Link,
    Paragraph,
    Row,
    Section,
    Source,
    SourceList,
    Styled,
    Table,
    Text,
    TitleBlock,
)

Place = Literal["text", "quotation", "heading", "caption", "cell", "note"]
"""Where inlines stand; `heading` is any title, `cell` also a fact or a source, `note` a footnote."""

Inlines = tuple[Inline, ...]

_Node = TypeVar("_Node")


class Rewriter:
    """The base of the passes. A pass overrides `leaf` for inlines, or a method of a block for blocks.

    `reads_text` False says that plain texts are of no interest, `reads_cells` False that tables' cells are
    not: both save time on long tables.
    """

    reads_text: ClassVar[bool] = True
    reads_cells: ClassVar[bool] = True

    def document(self, document: Document) -> Document:
        """Return the document with its blocks rewritten."""
        return replace(document, blocks=self.blocks(document.blocks))

    def leaf(self, inline: Inline, place: Place) -> Inlines:  # noqa: ARG002 - for those that override it
        """Return what an inline without content becomes: itself, unless a pass says otherwise."""
        return (inline,)

    def footnote(self, footnote: Footnote) -> Footnote:
        """Return a footnote with its content rewritten."""
        return _with(footnote, content=self.content(footnote.content, "note"))

    def blocks(self, blocks: tuple[Block, ...]) -> tuple[Block, ...]:
        """Return the blocks rewritten one after the other."""
        return _each(self.block, blocks)

    def block(self, block: Block) -> Block:
        """Return a block rewritten with all that is in it, in reading order."""
        match block:
            case Paragraph():
                return self.paragraph(block)
            case ItemList():
                return self.item_list(block)
            case Table():
                return self.table(block)
            case Section():
                return self.section(block)
            case Figure():
                return self.figure(block)
            case Fields():
                return _with(block, entries=_each(self._entry, block.entries))
            case Callout():
                title = self.content(block.title, "heading")
                return _with(block, title=title, children=self.blocks(block.children))
            case TitleBlock():
                return self._title_block(block)
            case SourceList():
                return self.source_list(block)
            case Contents():
                return _with(block, title=self.content(block.title, "heading"))
            case Abbreviations():
                return block
        assert_never(block)

    def paragraph(self, paragraph: Paragraph) -> Paragraph:
        """Return a paragraph rewritten."""
        place: Place = "quotation" if paragraph.role == "quotation" else "text"
        return _with(paragraph, content=self.content(paragraph.content, place))

    def item_list(self, item_list: ItemList) -> ItemList:
        """Return a list rewritten, its items in turn."""
        return _with(item_list, items=_each(self.item, item_list.items))

    def item(self, item: Item) -> Item:
        """Return an item rewritten."""
        return _with(item, children=self.blocks(item.children))

    def table(self, table: Table) -> Table:
        """Return a table rewritten: caption, header, rows, note."""
        caption = self.content(table.caption, "caption")
        if not self.reads_cells:
            return _with(table, caption=caption, note=self.content(table.note, "cell"))
        header = self._row(table.header)
        rows = _each(self._row, table.rows)
        return _with(table, caption=caption, header=header, rows=rows, note=self.content(table.note, "cell"))

    def figure(self, figure: Figure) -> Figure:
        """Return a figure rewritten."""
        return _with(figure, caption=self.content(figure.caption, "caption"))

    def section(self, section: Section) -> Section:
        """Return a section rewritten: its title, then what stands under it."""
        title = self.content(section.title, "heading")
        return _with(section, title=title, children=self.blocks(section.children))

    def source_list(self, source_list: SourceList) -> SourceList:
        """Return the list of sources rewritten."""
        return _with(source_list, sources=_each(self._source, source_list.sources))

    def content(self, content: Inlines, place: Place) -> Inlines:
        """Return inlines rewritten; the same tuple if nothing changed."""
        if not self.reads_text and len(content) == 1 and type(content[0]) is Text:
            return content
        new: list[Inline] = []
        for inline in content:
            match inline:
                case Styled() | Link() | FormField():
                    new.append(_with(inline, content=self.content(inline.content, place)))
                case Footnote():
                    new.append(self.footnote(inline))
                case _:
                    new.extend(self.leaf(inline, place))
        return content if _same(new, content) else tuple(new)

    def _entry(self, entry: Entry) -> Entry:
        label = self.content(entry.label, "cell")
        return _with(entry, label=label, content=self.content(entry.content, "cell"))

    def _row(self, row: Row) -> Row:
        return _with(row, cells=_each(self._cell, row.cells))

    def _cell(self, cell: Cell) -> Cell:
        return _with(cell, content=self.content(cell.content, "cell"))

    def _source(self, source: Source) -> Source:
        return _with(source, content=self.content(source.content, "cell"))

    def _title_block(self, block: TitleBlock) -> TitleBlock:
        return _with(
            block,
            group=self.content(block.group, "heading"),
            title=self.content(block.title, "heading"),
            subtitle=self.content(block.subtitle, "heading"),
            children=self.blocks(block.children),
        )


def _each(rewrite: Callable[[_Node], _Node], nodes: tuple[_Node, ...]) -> tuple[_Node, ...]:
    """Return nodes rewritten one after the other; the same tuple if nothing changed."""
    new = [rewrite(node) for node in nodes]
    return nodes if _same(new, nodes) else tuple(new)


def _with(node: _Node, **parts: object) -> _Node:
    """Return a node with other parts; the same node if they are its own."""
    for name, part in parts.items():
        if getattr(node, name) is not part:
            return replace(node, **parts)  # type: ignore[type-var] # every node is a dataclass
    return node


def _same(new: Sequence[object], old: Sequence[object]) -> bool:
    return len(new) == len(old) and all(map(is_, new, old))
