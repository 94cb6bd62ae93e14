"""Where blocks stand: the width they have, their indent, and the list or callout around them."""

from __future__ import annotations

from dataclasses import dataclass

from egci_reports.engine.document.nodes import CalloutKind


@dataclass(frozen=True, slots=True)
class BlockSetting:
    """The surroundings of a block. Lengths in points; `level` counts lists within lists.

    `odd` marks the second of two callouts of one kind that follow each other: its box must differ from the
    first's, or Word would draw one box around both. `followed` marks a block that stays on the page of what
    follows it.
    """

    width: float
    indent: float = 0.0
    level: int = 0
    callout: CalloutKind | None = None
    odd: bool = False
    followed: bool = False
