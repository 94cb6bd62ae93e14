"""Where citations lead: the anchor of each source in the lists of sources."""

from __future__ import annotations

from collections.abc import Sequence

from egci_reports.engine.document.nodes import Block, Section, SourceList


def source_anchors(blocks: Sequence[Block]) -> dict[str, str]:
    """Return the anchor of each source by its key."""
    found: dict[str, str] = {}
    for block in blocks:
        if isinstance(block, SourceList):
            found |= {source.key: source.anchor or f"source-{source.key}" for source in block.sources}
        elif isinstance(block, Section):
            found |= source_anchors(block.children)
    return found
