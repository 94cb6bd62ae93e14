"""What a finished paper says, place by place: the list that is kept of an edition, to compare it later."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Literal, assert_never

from egci_reports.engine.document.nodes import (
    Abbreviations,
    Block,
    Callout,
    Contents,
    Document,
    Fields,
    Figure,
    Inline,
    ItemList,
    Paragraph,
    Section,
    SourceList,
    Table,
    TitleBlock,
)
from egci_reports.engine.document.text import texts_of

EntryKind = Literal[
    "title", "field", "heading", "paragraph", "footnote", "box", "caption", "columns", "row", "note",
    "figure", "source", "abbreviation",
]  # fmt: skip

_COUNTED = re.compile(r"(?:.*\.)?[a-z]\d+")
"""An anchor that comes from a block's place among others, and changes when one is put in before it."""


@dataclass(frozen=True, slots=True)
class TextEntry:
    """One place of a paper and what stands there.

    `place` are the sections and the table it is in, by names that last from one making to the next. `scope`
    is the title of the brief around it, `heading` the nearest heading, `label` its number ("12(a)",
    "Table 3"), `page` its page if known; a row bears those of its table. `name` tells it from its
    neighbours: the first cell of a row, the label of a field; of a figure the hash of its chart. `texts` are
    the words: of a row a text a cell, under `columns`.
    """

    kind: EntryKind
    place: tuple[str, ...]
    texts: tuple[str, ...]
    name: str = ""
    label: str = ""
    scope: str = ""
    heading: str = ""
    columns: tuple[str, ...] = ()
    page: int | None = None

    @property
    def said(self) -> tuple[object, ...]:
        """What makes two entries the same: what is said and where, not the number, page or columns."""
        return (self.kind, self.place, self.name, self.texts)


def entries_of(document: Document, pages: Mapping[str, int] | None = None) -> tuple[TextEntry, ...]:
    """Return the entries of a resolved document in reading order; `pages` gives the page of each anchor.

    Lists of contents are left out: they repeat the headings.
    """
    reading = _EntryReader(document.words.table, document.words.figure, pages or {})
    return _with_pages(reading.blocks(document.blocks, _Around()))


def figures_of(document: Document) -> dict[str, Figure]:
    """Return the figures of a document by the hash that is the name of their entries."""
    return {_hash(one): one for one in _figures(document.blocks)}


def _figures(blocks: Iterable[Block]) -> Iterator[Figure]:
    for block in blocks:
        if isinstance(block, Figure):
            yield block
        elif isinstance(block, Section | Callout | TitleBlock):
            yield from _figures(block.children)


def _hash(figure: Figure) -> str:
    return hashlib.sha256(repr(figure.chart).encode()).hexdigest()[:16]


@dataclass(frozen=True, slots=True)
class _Around:
    """Where a block stands."""

    place: tuple[str, ...] = ()
    scope: str = ""
    heading: str = ""


@dataclass
class _EntryReader:
    """Reads blocks; `item` is the number that the items of a list go on from."""

    table_word: str
    figure_word: str
    pages: Mapping[str, int]
    item: str = ""

    def blocks(self, blocks: Iterable[Block], around: _Around) -> Iterator[TextEntry]:
        for block in blocks:
            yield from self._block(block, around)

    def _block(self, block: Block, around: _Around) -> Iterator[TextEntry]:
        match block:
            case Paragraph():
                self.item = block.number or self.item
                yield from self._said("paragraph", block.content, around, block.number or "", block.anchor)
            case ItemList():
                yield from self._items(block, around)
            case Fields():
                for one in block.entries:
                    yield from self._said("field", one.content, around, name=_plain(one.label))
            case Table():
                yield from self._table(block, around)
            case Section():
                yield from self._section(block, around)
            case Callout():
                yield from self._said("box", block.title, around)
                yield from self.blocks(block.children, around)
            case TitleBlock():
                for content in (block.group, block.title, block.subtitle):
                    yield from self._said("title", content, around)
                yield from self.blocks(block.children, around)
            case Figure() | SourceList() | Abbreviations() | Contents():
                yield from self._listed(block, around)
            case _:
                assert_never(block)

    def _listed(
        self, block: Figure | SourceList | Abbreviations | Contents, around: _Around
    ) -> Iterator[TextEntry]:
        match block:
            case Figure() if not block.decorative:
                label, page = f"{self.figure_word} {block.number}", self._page(block.anchor)
                texts = (block.alt, _plain(block.caption))
                yield self._entry("figure", texts, around, _hash(block), label, page)
            case SourceList():
                for source in block.sources:
                    number, page = str(source.number), self._page(source.anchor)
                    yield self._entry("source", (_plain(source.content),), around, source.key, number, page)
            case Abbreviations():
                for one in block.entries or ():
                    yield self._entry("abbreviation", (one.full,), around, one.short)

    def _section(self, section: Section, around: _Around) -> Iterator[TextEntry]:
        title = _plain(section.title)
        self.item = ""
        inside = _Around(
            (*around.place, _lasting(section.anchor, title)),
            title if section.restart else around.scope,
            f"{section.number} {title}" if section.number else title,
        )
        yield from self._said("heading", section.title, inside, section.number or "", section.anchor)
        yield from self.blocks(section.children, inside)

    def _items(self, block: ItemList, around: _Around) -> Iterator[TextEntry]:
        before = self.item
        for item in block.items:
            if block.form != "bullet":
                self.item = f"{before}({(item.label or '').strip('.()')})"
            found = list(self.blocks(item.children, around))
            if found and block.form != "bullet" and not found[0].label:
                found[0] = replace(found[0], label=self.item, page=self._page(item.anchor))
            yield from found
        self.item = before

    def _table(self, table: Table, around: _Around) -> Iterator[TextEntry]:
        caption, page = _plain(table.caption), self._page(table.anchor)
        label = f"{self.table_word} {table.number}"
        inside = replace(around, place=(*around.place, _lasting(table.anchor, caption)))
        columns = tuple(_plain(cell.content) for cell in table.header.cells)
        yield self._entry("caption", (caption,), inside, "", label, page)
        yield self._entry("columns", columns, inside, "", label, page)
        for row in table.rows:
            cells = tuple(_plain(cell.content) for cell in row.cells)
            entry = self._entry("row", cells, inside, cells[0], label, page)
            yield replace(entry, columns=columns)
        if table.note:
            yield self._entry("note", (_plain(table.note),), inside, "", label, page)

    def _said(
        self,
        kind: EntryKind,
        content: tuple[Inline, ...],
        around: _Around,
        label: str = "",
        anchor: str | None = None,
        name: str = "",
    ) -> Iterator[TextEntry]:
        """Yield the entry of a text if it has any, then those of its footnotes."""
        words, *notes = texts_of(content)
        if words[1]:
            yield self._entry(kind, (words[1],), around, name, label, self._page(anchor))
        for number, text in notes:
            yield self._entry("footnote", (text,), around, "", number or "")

    def _entry(
        self,
        kind: EntryKind,
        texts: tuple[str, ...],
        around: _Around,
        name: str = "",
        label: str = "",
        page: int | None = None,
    ) -> TextEntry:
        return TextEntry(kind, around.place, texts, name, label, around.scope, around.heading, page=page)

    def _page(self, anchor: str | None) -> int | None:
        return self.pages.get(anchor) if anchor else None


def _plain(content: tuple[Inline, ...]) -> str:
    return texts_of(content)[0][1]


def _lasting(anchor: str | None, title: str) -> str:
    """Return the name of a section or table that lasts: the id that its template gave it, else its title."""
    return anchor if anchor and not _COUNTED.fullmatch(anchor) else title


def _with_pages(entries: Iterable[TextEntry]) -> tuple[TextEntry, ...]:
    """Give entries without a page that of their neighbours, where those before and after are on one page."""
    found = list(entries)
    after: list[int | None] = [None] * len(found)
    page: int | None = None
    for index in range(len(found) - 1, -1, -1):
        page = found[index].page or page
        after[index] = page
    page = None
    for index, entry in enumerate(found):
        if entry.page is not None:
            page = entry.page
        elif page == after[index]:
            found[index] = replace(entry, page=page)
    return tuple(found)
