"""Where the anchors of a laid-out paper stand, for links, bookmarks and page numbers."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple
from urllib.parse import quote

from egci_reports.engine.writers.pdf.objects import number, reference, text_string

_ADDRESS_SIGNS = "!#$%&'()*+,/:;=?@[]~"
"""Signs that an address may hold as they are (RFC 3986)."""


class Place(NamedTuple):
    """A page (from 1) and a height: points from the page's top."""

    page: int
    y: float


class Places:
    """The places of one file: `anchors` by name, and the object and height of each page."""

    def __init__(self, anchors: Mapping[str, Place], pages: list[tuple[int, float]]) -> None:
        self._anchors = anchors
        self._pages = pages

    def page(self, anchor: str) -> int:
        """Return the number of the page an anchor stands on."""
        return self._anchors[anchor].page

    def jump(self, anchor: str) -> bytes:
        """Return the entry of a link or bookmark that leads to an anchor (ISO 32000-1, 12.3.2.2)."""
        return b"/Dest" + self.destination(self._anchors[anchor])

    def destination(self, place: Place) -> bytes:
        """Return a destination; the reader's zoom is kept."""
        page, height = self._pages[place.page - 1]
        return b"[%s/XYZ null %s null]" % (reference(page), number(min(height, height - place.y + 6)))

    def address(self, url: str) -> bytes:
        """Return the entry of a link that leads out of the file; addresses are ASCII (12.6.4.7)."""
        return b"/A<</Type/Action/S/URI/URI%s>>" % text_string(quote(url, safe=_ADDRESS_SIGNS))
