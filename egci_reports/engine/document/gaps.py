"""Finds the boxes of a tree that mark a gap: what a numbered edition may not have."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from egci_reports.engine.document.nodes import Block, Callout, Section, TitleBlock


def gaps(blocks: Iterable[Block]) -> Iterator[Callout]:
    """Yield the boxes of the kind "gap", in reading order."""
    for block in blocks:
        if isinstance(block, Callout) and block.kind == "gap":
            yield block
        elif isinstance(block, Section | TitleBlock):
            yield from gaps(block.children)
