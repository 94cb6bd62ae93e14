"""Gives an anchor to every block that a reader may want to point at.

An anchor is the block's `id`, or comes from its place: the anchor of the section around it, a dot, a
letter for its kind and its count there ("smart-city.p2"). An `id` holds no dot, so none is taken twice,
and a section with an `id` keeps the anchors in it when others come before it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace

from egci_reports.engine.document.nodes import (
    Block,
    Document,
    Figure,
    Item,
    ItemList,
    Paragraph,
    Section,
    SourceList,
    Table,
)
from egci_reports.engine.document.passes.rewriter import Inlines, Place, Rewriter


def give_anchors(document: Document) -> Document:
    """Return the document with an anchor on each section, numbered paragraph, item, table, figure, source."""
    return _Anchors().document(document)


class _Anchors(Rewriter):
    """Counts blocks by kind within the nearest section, list or item."""

    def __init__(self) -> None:
        self._around = ""
        self._counts: Counter[str] = Counter()

    def content(self, content: Inlines, place: Place) -> Inlines:  # noqa: ARG002 - inlines have no anchors
        return content

    def block(self, block: Block) -> Block:
        match block:
            case Paragraph():
                return replace(block, anchor=self._anchor("p", block.anchor)) if block.numbered else block
            case Table():
                return replace(block, anchor=self._anchor("t", block.anchor))
            case Figure():
                return replace(block, anchor=self._anchor("f", block.anchor))
            case _:
                return super().block(block)

    def section(self, section: Section) -> Section:
        anchor = self._anchor("s", section.anchor)
        with self._inside(anchor):
            return replace(super().section(section), anchor=anchor)

    def item_list(self, item_list: ItemList) -> ItemList:
        anchor = self._anchor("l", item_list.anchor)
        with self._inside(anchor):
            return replace(super().item_list(item_list), anchor=anchor)

    def item(self, item: Item) -> Item:
        anchor = self._anchor("i", item.anchor)
        with self._inside(anchor):
            return replace(super().item(item), anchor=anchor)

    def source_list(self, source_list: SourceList) -> SourceList:
        sources = (
            replace(source, anchor=source.anchor or f"source.{source.key}") for source in source_list.sources
        )
        return replace(source_list, sources=tuple(sources))

    def _anchor(self, letter: str, given: str | None) -> str:
        self._counts[letter] += 1
        if given:
            return given
        prefix = f"{self._around}." if self._around else ""
        return f"{prefix}{letter}{self._counts[letter]}"

    @contextmanager
    def _inside(self, anchor: str) -> Iterator[None]:
        before = self._around, self._counts
        self._around, self._counts = anchor, Counter()
        yield
        self._around, self._counts = before
