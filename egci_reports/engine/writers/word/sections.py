"""Sections: the page's size and margins, and the headers and footers of its orientation."""

from __future__ import annotations

from egci_reports.engine.document.nodes import Orientation
from egci_reports.engine.theme.model import MM
from egci_reports.engine.writers.word.furniture import Furniture
from egci_reports.engine.writers.word.markup import NOTHING, Xml, switch, tag, val
from egci_reports.engine.writers.word.measures import twips
from egci_reports.engine.writers.word.places import page_size


def section_properties(furniture: Furniture, orientation: Orientation, *, cover: bool) -> Xml:
    """Return w:sectPr; `cover` gives the first page a header and a footer of its own."""
    page = furniture.theme.page
    width, height = page_size(furniture.theme, orientation)
    margins = {
        "w:top": page.top,
        "w:right": page.right,
        "w:bottom": page.bottom,
        "w:left": page.left,
        "w:header": page.header,
        "w:footer": page.footer,
    }
    size = {
        "w:w": twips(width),
        "w:h": twips(height),
        "w:orient": "landscape" if orientation == "landscape" else None,
    }
    return tag(
        "w:sectPr",
        None,
        furniture.references(orientation, cover=cover),
        val("w:type", "nextPage"),
        tag("w:pgSz", size),
        tag("w:pgMar", {**{name: twips(value * MM) for name, value in margins.items()}, "w:gutter": 0}),
        tag("w:cols", {"w:space": 720}),
        switch("w:titlePg", on=True) if cover else NOTHING,
    )
