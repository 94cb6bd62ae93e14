"""Finds where a resolved paper names a body: by the names that templates wrote, never by likeness."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass

from egci_reports.engine.document.inlines import Footnote, Inline, Link, Reference, Styled, Text
from egci_reports.engine.document.nodes import (
    Block,
    Callout,
    Document,
    Fields,
    ItemList,
    Paragraph,
    Row,
    Section,
    Table,
    TitleBlock,
)
from egci_reports.engine.document.passes.plain import plain_text

_GAP = re.compile(r" (?=[.,;:])")


@dataclass(frozen=True, slots=True)
class Naming:
    """A place that names a body: the title of its section with its number, the text, and its table's caption.

    `table` is None outside tables.
    """

    section: str
    text: str
    table: str | None = None


def namings(document: Document, keys: Collection[str], leave_out: Collection[str] = ()) -> Iterator[Naming]:
    """Yield each paragraph, item, line and row that names one of some records, in reading order.

    `leave_out` are anchors of sections that are passed over with all that is in them.
    """
    return _Search(frozenset(keys), frozenset(leave_out)).blocks(document.blocks, "")


@dataclass(frozen=True, slots=True)
class _Search:
    keys: frozenset[str]
    leave_out: frozenset[str]

    def blocks(self, blocks: Iterable[Block], section: str) -> Iterator[Naming]:
        for block in blocks:
            yield from self._block(block, section)

    def _block(self, block: Block, section: str) -> Iterator[Naming]:
        match block:
            case Section():
                if block.anchor not in self.leave_out:
                    title = plain_text(block.title)
                    inner = f"{block.number} {title}" if block.number else title
                    yield from self.blocks(block.children, inner)
            case Paragraph():
                yield from self._named(section, block.content)
            case ItemList():
                for item in block.items:
                    yield from self.blocks(item.children, section)
            case Fields():
                for entry in block.entries:
                    yield from self._named(section, entry.content, entry.label)
            case Table():
                for row in block.rows:
                    yield from self._row(section, row, block)
            case Callout():
                yield from self._named(section, block.title)
                yield from self.blocks(block.children, section)
            case TitleBlock():
                yield from self.blocks(block.children, section)

    def _named(
        self, section: str, content: tuple[Inline, ...], label: tuple[Inline, ...] = ()
    ) -> Iterator[Naming]:
        if self.keys & set(_names(content)):
            before = f"{plain_text(label)}: " if label else ""
            yield Naming(section, f"{before}{_said(content)}")

    def _row(self, section: str, row: Row, table: Table) -> Iterator[Naming]:
        """Yield a row in words: each cell but the first under the head of its column."""
        if any(self.keys & set(_names(cell.content)) for cell in row.cells):
            first, *others = (_said(cell.content) for cell in row.cells)
            heads = (_said(cell.content) for cell in table.header.cells[1:])
            told = (f"{head}: {said}" for head, said in zip(heads, others, strict=True) if said)
            yield Naming(section, "; ".join((first, *told)), plain_text(table.caption))


def _said(content: tuple[Inline, ...]) -> str:
    """Return the words of inlines without pages, and without the gaps that citations leave before marks."""
    words = (inline for inline in content if not (isinstance(inline, Reference) and inline.form != "number"))
    return _GAP.sub("", " ".join(plain_text(words).split()))


def _names(content: Iterable[Inline]) -> Iterator[str]:
    for inline in content:
        match inline:
            case Text():
                yield from inline.names
            case Styled() | Link() | Footnote():
                yield from _names(inline.content)
