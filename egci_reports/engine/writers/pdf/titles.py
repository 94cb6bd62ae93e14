"""What the targets of references are called, for those who hear where a link leads before they follow it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from textwrap import shorten

from egci_reports.engine.document.inlines import Inline
from egci_reports.engine.document.nodes import (
    Block,
    Callout,
    Document,
    Figure,
    Item,
    ItemList,
    Paragraph,
    Section,
    Table,
    TitleBlock,
)
from egci_reports.engine.document.passes.plain import plain_text

_LONGEST = 60
"""Characters of a title, or of the words with which a paragraph begins."""


def titles(document: Document) -> dict[str, str]:
    """Return the title of each anchor: a heading, a caption, or the first words of a paragraph or an item."""
    return dict(_in_blocks(document.blocks, document))


def _in_blocks(blocks: Sequence[Block], document: Document) -> Iterator[tuple[str, str]]:
    for block in blocks:
        yield from _in_block(block, document)


def _in_block(block: Block, document: Document) -> Iterator[tuple[str, str]]:
    match block:
        case Section():
            yield from _named(block.anchor, block.number if block.numbered else None, block.title)
            yield from _in_blocks(block.children, document)
        case Paragraph():
            yield from _named(block.anchor, block.number, block.content)
        case ItemList():
            for item in block.items:
                yield from _named(item.anchor, item.label, _first(item))
                yield from _in_blocks(item.children, document)
        case Table() | Figure():
            word = document.words.table if isinstance(block, Table) else document.words.figure
            label = f"{word}\u00a0{block.number}:" if block.number else None
            yield from _named(block.anchor, label, block.caption)
        case Callout() | TitleBlock():
            yield from _in_blocks(block.children, document)
        case _:
            return


def _first(item: Item) -> tuple[Inline, ...]:
    first = item.children[0] if item.children else None
    return first.content if isinstance(first, Paragraph) else ()


def _named(anchor: str | None, label: str | None, title: tuple[Inline, ...]) -> Iterator[tuple[str, str]]:
    said = " ".join(part for part in (label, plain_text(title)) if part)
    if anchor and said:
        yield anchor, shorten(said, _LONGEST, placeholder="…")
