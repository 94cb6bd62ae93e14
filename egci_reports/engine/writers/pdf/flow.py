"""Fills pages with boxes, by the rules Word and LibreOffice follow too, so that page numbers agree.

The space between two boxes is the larger of the first's `after` and the second's `before`. `before` is
dropped at the head of a page. `keep` holds a box with the next one's smallest part. Footnotes stand on the
page of their marks.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import NamedTuple

from egci_reports.engine.document.nodes import Orientation
from egci_reports.engine.theme.model import MM, Page
from egci_reports.engine.writers.pdf.boxes import Box, TextBox, note_height
from egci_reports.engine.writers.pdf.places import Place

NOTE_GAP = 6.1
"""Points that the short rule between text and footnotes takes, as LibreOffice fixes them."""


class NewPage(NamedTuple):
    """Asks for a new page. Where the page at hand is empty and alike, nothing happens."""

    orientation: Orientation
    cover: bool = False
    measures: tuple[float, float] | None = None
    """Width and height in points, of a page that is not of the paper's size."""


class PlacedBox(NamedTuple):
    """A box and the height of its top: points from the page's top."""

    box: Box
    y: float


@dataclass(slots=True)
class PageContent:
    """A page with what stands on it; `notes` are its footnotes, in the order of their marks."""

    orientation: Orientation
    cover: bool
    boxes: list[PlacedBox] = field(default_factory=list)
    notes: list[TextBox] = field(default_factory=list)
    notes_top: float = 0.0
    measures: tuple[float, float] | None = None

    def size(self, page: Page) -> tuple[float, float]:
        """Return width and height in points."""
        if self.measures is not None:
            return self.measures
        size = page.width * MM, page.height * MM
        return size if self.orientation == "portrait" else (size[1], size[0])


class Flow:
    """Pages being filled. `add` boxes, then `finish`."""

    def __init__(self, page: Page) -> None:
        self._page = page
        self._chain: list[Box] = []
        self._carried: list[TextBox] = []
        self.sheets: list[PageContent] = []
        self.anchors: dict[str, Place] = {}
        self.bookmarks: list[tuple[int, str, Place]] = []

    def fill(self, items: Iterable[Box | NewPage]) -> None:
        """Place all boxes in their order."""
        for item in items:
            if isinstance(item, NewPage):
                self._release()
                self._turn(item)
            else:
                self._chain.append(item)
                if not item.keep:
                    self._release()
        self._release()
        if not self.sheets:
            self._begin("portrait")
        self._close()
        while self._carried:
            self._begin(self.sheets[-1].orientation)
            self._close()
        last = self.sheets[-1]
        if len(self.sheets) > 1 and not last.boxes and not last.notes:
            self.sheets.pop()

    # -- pages --------------------------------------------------------------------------------------

    def _turn(self, asked: NewPage) -> None:
        if self.sheets and self._empty:
            last = self.sheets[-1]
            last.orientation, last.cover = asked.orientation, asked.cover
            self._measure()
        else:
            self._open(asked.orientation, cover=asked.cover)
        self.sheets[-1].measures = asked.measures

    def _open(self, orientation: Orientation, *, cover: bool = False) -> None:
        if self.sheets:
            self._close()
        self._begin(orientation, cover=cover)

    def _begin(self, orientation: Orientation, *, cover: bool = False) -> None:
        self.sheets.append(PageContent(orientation, cover))
        self.sheets[-1].notes, self._carried = self._carried, []
        self._measure()

    def _close(self) -> None:
        """Let the footnotes of the page fill what the text has left; what is too long goes to the next."""
        sheet = self.sheets[-1]
        if not sheet.notes:
            return
        room = self._bottom - self._y - NOTE_GAP
        placed: list[TextBox] = []
        while sheet.notes and (note := sheet.notes[0]).height <= room + 1e-6:
            placed.append(sheet.notes.pop(0))
            room -= note.height + note.after
        if sheet.notes and (parts := sheet.notes[0].split(room, self._whole)):
            placed.append(parts[0])
            sheet.notes[0] = parts[1]
        sheet.notes, self._carried = placed, sheet.notes
        below = placed[-1].after if placed else 0.0
        y = sheet.notes_top = self._bottom + below - sum(note.height + note.after for note in placed)
        for note in placed:
            for anchor in note.anchors:
                self.anchors[anchor] = Place(len(self.sheets), y)
            y += note.height + note.after

    def _measure(self) -> None:
        _, height = self._page.text_size(landscape=self.sheets[-1].orientation == "landscape")
        self._y = self._top = self._page.top * MM
        self._bottom = self._top + height
        self._after = 0.0
        self._empty = True

    def _next(self) -> None:
        self._open(self.sheets[-1].orientation)

    @property
    def _whole(self) -> float:
        return self._bottom - self._top

    # -- boxes --------------------------------------------------------------------------------------

    def _gap(self, box: Box) -> float:
        return 0.0 if self._empty else max(self._after, box.before)

    def _notes_height(self, more: Iterable[TextBox] = ()) -> float:
        """Return the height of the footnotes on the page, together with `more`."""
        notes = [*self.sheets[-1].notes, *more]
        return NOTE_GAP + sum(note_height(note, self._whole) for note in notes) if notes else 0.0

    def _release(self) -> None:
        """Place the boxes that wait for each other; on a new page if they do not fit together."""
        chain, self._chain = self._chain, []
        if not chain:
            return
        if not self.sheets:
            self._open("portrait")
        if not self._empty and self._needed(chain) > self._bottom - self._y:
            self._next()
        for box in chain:
            self._place(box)

    def _needed(self, chain: list[Box]) -> float:
        """Return the height that a chain needs: all boxes whole but the last, of that the smallest part."""
        if len(chain) == 1:
            return 0.0
        total, after = self._notes_height(), self._after
        for box in chain[:-1]:
            total += (
                max(after, box.before)
                + box.height
                + sum(note_height(note, self._whole) for note in box.notes)
            )
            after = box.after
        last = chain[-1]
        return total + max(after, last.before) + last.least(self._whole)

    def _place(self, box: Box) -> None:
        while True:
            lead_in = box.lead_in if self._empty else None
            if lead_in is not None:
                self._put(lead_in, 0.0)
            at_head = self._empty or lead_in is not None
            gap = self._gap(box)
            room = self._bottom - self._y - gap
            if box.height + self._notes_height(box.notes) <= room + 1e-6:
                self._put(box, gap)
                return
            noted = self._notes_height() or (NOTE_GAP if box.notes else 0.0)
            parts = box.split(room - noted, self._whole)
            if parts is not None:
                self._put(parts[0], gap)
                box = parts[1]
            elif at_head:
                self._put(box, gap)
                return
            self._next()

    def _put(self, box: Box, gap: float) -> None:
        y = self._y + gap
        sheet = self.sheets[-1]
        sheet.boxes.append(PlacedBox(box, y))
        sheet.notes.extend(box.notes)
        place = Place(len(self.sheets), y)
        for anchor in box.anchors:
            self.anchors[anchor] = place
        if box.bookmark is not None:
            self.bookmarks.append((*box.bookmark, place))
        self._y = y + box.height
        self._after = box.after
        self._empty = False
