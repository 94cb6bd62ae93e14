"""Finds where the links of an annex lead, and says it in terms of the file that encloses it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from pikepdf import Array, Dictionary, Name, NameTree, Object, Pdf, String

from egci_reports.engine.enclosing.pages import PaintedPage
from egci_reports.engine.enclosing.placing import numbers

_PLACES = {
    "/XYZ": (0, 1), "/FitH": (None, 0), "/FitBH": (None, 0), "/FitV": (0, None), "/FitBV": (0, None),
    "/FitR": (0, 3),
}  # fmt: skip
"""Which operands of a destination are its left and its top (ISO 32000-1, 12.3.2.2)."""


@dataclass(frozen=True, slots=True)
class Destinations:
    """The destinations of one annex, whose pages went where `pages` says, by their objects."""

    source: Pdf
    pages: Mapping[tuple[int, int], PaintedPage]

    def target(self, link: Object) -> Dictionary | None:
        """Return the entry of a link that leads to the same place; None if it leads nowhere any more.

        Kept are addresses, and places in the annex; not kept are other files, programs and scripts.
        """
        action = link.get("/A", Dictionary())
        kind = action.get("/S")
        if kind == Name.URI and isinstance(action.get("/URI"), String):
            return Dictionary(A=Dictionary(Type=Name.Action, S=Name.URI, URI=String(bytes(action.URI))))
        found = self._explicit(action.get("/D") if kind == Name.GoTo else link.get("/Dest"))
        placed = None if found is None else self._page(found[0])
        if found is None or placed is None:
            return None
        return Dictionary(Dest=_moved(found, placed))

    def _explicit(self, given: object) -> list[Any] | None:
        """Return a destination, which may be given by its name (12.3.2.3)."""
        root = self.source.Root
        if isinstance(given, Name):
            given = root.get("/Dests", Dictionary()).get(str(given))
        elif isinstance(given, String):
            names = root.get("/Names", Dictionary()).get("/Dests")
            given = None if names is None else NameTree(names).get(str(given))
        if isinstance(given, Dictionary):
            given = given.get("/D")
        return list(given) if isinstance(given, Array) and len(given) else None

    def _page(self, given: object) -> PaintedPage | None:
        if isinstance(given, int):
            return dict(enumerate(self.pages.values())).get(given)
        return self.pages.get(given.objgen) if isinstance(given, Object) else None


def _moved(destination: list[Any], placed: PaintedPage) -> Array:
    """Return a destination with its place on our page; the reader's zoom is kept."""
    placing = placed.placing
    seen = placing.matrix.transform(placing.crop)
    corner = placing.matrix.inverse().transform((seen.llx, seen.ury))
    kind, *operands = destination[1:] or [Name.Fit]
    places = _PLACES.get(str(kind), (None, None))
    x, y = (
        corner[axis] if place is None or place >= len(operands) or operands[place] is None
        else float(operands[place])
        for axis, place in enumerate(places)
    )  # fmt: skip
    return Array([placed.page, Name.XYZ, *numbers(*placing.point(x, y)), None])
