"""What references may point to, and the field that gives the same words when Word updates it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import assert_never

from egci_reports.engine.document.nodes import (
    Abbreviations,
    Block,
    Callout,
    Contents,
    Document,
    Fields,
    Figure,
    ItemList,
    Paragraph,
    Section,
    SourceList,
    Table,
    TitleBlock,
)
from egci_reports.engine.document.passes.plain import plain_text


@dataclass(frozen=True, slots=True)
class Target:
    """The words that a REF field with `switches` yields at a place."""

    words: str
    switches: str


def targets(document: Document) -> dict[str, Target]:
    """Return what fields can say of each anchor: a number, a label or a heading's words."""
    return dict(_in_blocks(document.blocks, document))


def _in_blocks(blocks: Sequence[Block], document: Document) -> Iterator[tuple[str, Target]]:
    for block in blocks:
        yield from _in_block(block, document)


def _in_block(block: Block, document: Document) -> Iterator[tuple[str, Target]]:
    match block:
        case Section():
            if block.anchor:
                numbered = block.numbered and block.number is not None
                yield (
                    block.anchor,
                    Target(block.number or "", "\\r \\h")
                    if numbered
                    else Target(plain_text(block.title), "\\h"),
                )
            yield from _in_blocks(block.children, document)
        case Paragraph():
            if block.anchor and block.numbered and block.number:
                yield block.anchor, Target(block.number, "\\n \\h")
        case ItemList():
            for item in block.items:
                if item.anchor and item.label and block.form != "bullet":
                    yield item.anchor, Target(item.label.rstrip("."), "\\n \\h")
                yield from _in_blocks(item.children, document)
        case Table() | Figure():
            word = document.words.table if isinstance(block, Table) else document.words.figure
            if block.anchor and block.number:
                yield block.anchor, Target(f"{word}\u00a0{block.number}", "\\h")
        case Callout() | TitleBlock():
            yield from _in_blocks(block.children, document)
        case Fields() | Contents() | SourceList() | Abbreviations():
            return
        case _:
            assert_never(block)
