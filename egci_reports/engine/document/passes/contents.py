"""Fills the contents lists with the headings of the paper, or of the brief they stand in."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from egci_reports.engine.document.inlines import appended_at
from egci_reports.engine.document.nodes import Block, Contents, ContentsEntry, Document, Section
from egci_reports.engine.document.passes.plain import plain_text


def fill_contents(document: Document) -> Document:
    """Return the document with the entries of every contents list that stands beside or in a section."""
    return replace(document, blocks=_filled(document.blocks, document.blocks))


def _filled(blocks: tuple[Block, ...], listed: tuple[Block, ...]) -> tuple[Block, ...]:
    return tuple(_block(block, listed) for block in blocks)


def _block(block: Block, listed: tuple[Block, ...]) -> Block:
    """Fill a contents list, or those in a section; in a `restart` section they list that section alone."""
    match block:
        case Contents():
            return replace(block, entries=tuple(_entries(listed, block.depth)))
        case Section():
            inside = block.children if block.restart else listed
            children = _filled(block.children, inside)
            same = all(a is b for a, b in zip(children, block.children, strict=True))
            return block if same else replace(block, children=children)
        case _:
            return block


def _entries(blocks: tuple[Block, ...], depth: int) -> Iterator[ContentsEntry]:
    for block in blocks:
        if isinstance(block, Section) and block.level <= depth:
            if block.in_contents and block.anchor:
                title = plain_text(block.title)
                appended = appended_at(block.anchor) if block.enclosure else None
                yield ContentsEntry(block.level, block.number, title, block.anchor, appended)
            yield from _entries(block.children, depth)
