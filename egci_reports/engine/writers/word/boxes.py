"""The box of a callout: a ground with a bar at its left, made of paragraph borders, not of a table.

A table of one cell would be read out as a table and lacks a header row.
"""

from __future__ import annotations

from math import floor

from egci_reports.engine.document.nodes import CalloutKind
from egci_reports.engine.theme.model import Theme
from egci_reports.engine.writers.word.formats import Edge, ParagraphBox

_HAIR = 0.25
"""Thickness of the top, bottom and right side, as coloured as the ground: Word pads where a side is drawn."""


def callout_box(theme: Theme, kind: CalloutKind, *, odd: bool = False) -> ParagraphBox:
    """Return the border and ground of a callout; Word counts the distance to the text in whole points.

    The box of an `odd` callout differs where it is not seen, so that it does not join the one before it.
    """
    look, fill = theme.callout, theme.colour(f"{kind}_fill")
    return ParagraphBox(
        fill=fill,
        top=Edge(_HAIR, floor(look.above - _HAIR), fill),
        left=Edge(look.edge, floor(look.inset - look.edge), theme.colour(f"{kind}_edge")),
        bottom=Edge(_HAIR, floor(look.below - _HAIR), fill),
        right=Edge(_HAIR, floor(look.inset - _HAIR), theme.colour("paper") if odd else fill),
    )
