"""Headers and footers: running head, page numbers, marking and watermark, one set for each orientation."""

from __future__ import annotations

import re
from typing import Literal

from egci_reports.engine.document.nodes import Document, Orientation
from egci_reports.engine.theme.model import Theme
from egci_reports.engine.writers.word.fields import field
from egci_reports.engine.writers.word.formats import ParagraphFormat, Tab, paragraph_properties
from egci_reports.engine.writers.word.markup import NOTHING, Xml, join, part, tag
from egci_reports.engine.writers.word.package import CT, RT, WrittenPart
from egci_reports.engine.writers.word.places import text_width
from egci_reports.engine.writers.word.runs import TAB, text_runs
from egci_reports.engine.writers.word.watermark import watermark

Place = Literal["header", "footer"]
_SLOT = re.compile(r"(\{pages?\})")
_TYPES = {"header": CT.WML_HEADER, "footer": CT.WML_FOOTER}
_KINDS = {"header": RT.HEADER, "footer": RT.FOOTER}


class Furniture:
    """What stands around the text of each page. Parts are made when a section first asks for them."""

    def __init__(self, document: Document, theme: Theme, host: WrittenPart, pages: int) -> None:
        self.theme = theme
        self._meta = document.meta
        self._page_of = document.words.page_of
        self._host = host
        self._pages = pages
        self._ids: dict[tuple[Place, Orientation, bool], str] = {}

    def references(self, orientation: Orientation, *, cover: bool) -> Xml:
        """Return the references of a section to its headers and footers."""
        wanted = [("default", False), *([("first", True)] if cover else [])]
        places: tuple[Place, ...] = ("header", "footer")
        return join(
            tag(f"w:{place}Reference", {"w:type": kind, "r:id": self._id(place, orientation, cover=first)})
            for kind, first in wanted
            for place in places
        )

    def _id(self, place: Place, orientation: Orientation, *, cover: bool) -> str:
        key = (place, orientation, cover)
        if key not in self._ids:
            number = sum(1 for known in self._ids if known[0] == place) + 1
            written = WrittenPart(f"/word/{place}{number}.xml", _TYPES[place])
            content = (
                self._header(orientation, number, cover=cover)
                if place == "header"
                else self._footer(orientation, cover=cover)
            )
            root = "w:hdr" if place == "header" else "w:ftr"
            written.content = part(root, "w r v o w10", content)
            self._ids[key] = self._host.relate(_KINDS[place], written)
        return self._ids[key]

    def _header(self, orientation: Orientation, number: int, *, cover: bool) -> Xml:
        """Return the marking above the running head; the watermark hangs on the last paragraph."""
        meta = self._meta
        mark = watermark(self.theme, meta.watermark, number) if meta.watermark else NOTHING
        running = NOTHING
        if not cover:
            running = Xml(self._text(meta.short_title) + TAB + self._text(meta.status))
        return Xml(self._marking() + self._line("Header", orientation, Xml(mark + running)))

    def _footer(self, orientation: Orientation, *, cover: bool) -> Xml:
        """Return the page number above the marking."""
        line = NOTHING if cover else Xml(TAB + self._page_number())
        return Xml(self._line("Footer", orientation, line) + self._marking())

    def _page_number(self) -> Xml:
        fields = {"{page}": field("PAGE", "1"), "{pages}": field("NUMPAGES", str(self._pages))}
        return join(fields.get(piece) or self._text(piece) for piece in _SLOT.split(self._page_of))

    def _marking(self) -> Xml:
        marking = self._meta.at_edges()
        if not marking:
            return NOTHING
        said = paragraph_properties(ParagraphFormat(style="Marking"))
        return tag("w:p", None, said, self._text(marking))

    def _line(self, style: str, orientation: Orientation, content: Xml) -> Xml:
        tabs: tuple[Tab, ...] = ()
        if orientation != "portrait":
            edge = text_width(self.theme, orientation)
            tabs = (Tab(text_width(self.theme), "clear"), Tab(edge, "right"))
        return tag("w:p", None, paragraph_properties(ParagraphFormat(style=style, tabs=tabs)), content)

    def _text(self, text: str) -> Xml:
        return text_runs(self.theme, text)
