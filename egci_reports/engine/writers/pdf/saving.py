"""Saves a layout: pages, structure, fonts, metadata, bookmarks, and what the paper encloses."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from egci_reports.engine.enclosing import enclose
from egci_reports.engine.theme.model import MM
from egci_reports.engine.writers.pdf.bookmarks import write_bookmarks
from egci_reports.engine.writers.pdf.canvas import Canvas
from egci_reports.engine.writers.pdf.embedding import Embedding
from egci_reports.engine.writers.pdf.flow import PageContent
from egci_reports.engine.writers.pdf.furniture import CopyText, Furniture
from egci_reports.engine.writers.pdf.labels import page_labels
from egci_reports.engine.writers.pdf.metadata import info, xmp
from egci_reports.engine.writers.pdf.objects import ObjectFile, reference, references, text_string
from egci_reports.engine.writers.pdf.places import Places
from egci_reports.engine.writers.pdf.structure import Marks

if TYPE_CHECKING:
    from egci_reports.engine.writers.pdf.layout import Layout

_PROFILE = Path(__file__).resolve().parents[2] / "theme" / "sRGB.icc"


@cache
def _profile() -> bytes:
    return _PROFILE.read_bytes()


class Saving:
    """One saving of a layout, with the late text of one copy."""

    def __init__(self, layout: Layout, late: CopyText) -> None:
        self._layout = layout
        self._file = ObjectFile()
        self._catalogue, self._tree, self._fonts = (self._file.reserve() for _ in range(3))
        self._marks = Marks(layout.page_count)
        self._embedding = Embedding()
        document = layout.document
        self._furniture = Furniture(document.meta, document.words, layout.theme, late)

    def run(self) -> bytes:
        """Return the file.

        Raises KeyError for an enclosed document that was not given, RecordsError if they cannot be enclosed.
        """
        layout, file = self._layout, self._file
        numbers = [file.reserve() for _ in layout.sheets]
        heights = [sheet.size(layout.theme.page)[1] for sheet in layout.sheets]
        places = Places(layout.anchors, list(zip(numbers, heights, strict=True)))
        for index, sheet in enumerate(layout.sheets):
            self._write_page(sheet, index + 1, numbers[index], places)
        file.write(self._tree, b"<</Type/Pages/Count %d/Kids%s>>" % (len(numbers), references(numbers)))
        file.write(self._fonts, self._embedding.write(file))
        self._write_catalogue(places)
        content = file.finish(self._catalogue, file.add(info(layout.document.meta)))
        enclosures = tuple(layout.enclosures(self._furniture.repeated))
        return enclose(content, enclosures) if enclosures else content

    def _write_page(self, sheet: PageContent, page: int, number: int, places: Places) -> None:
        layout, theme = self._layout, self._layout.theme
        size = sheet.size(theme.page)
        canvas = Canvas(self._file, self._marks, self._embedding, places, number, size)
        left = theme.page.left * MM
        self._furniture.paint_behind(canvas, sheet)
        _paint_panels(canvas, sheet, left)
        for box, y in sheet.boxes:
            box.paint(canvas, left, y)
        if sheet.notes:
            self._furniture.paint_note_rule(canvas, sheet)
            y = sheet.notes_top
            for note in sheet.notes:
                note.paint(canvas, left, y)
                y += note.height + note.after
        self._furniture.paint_around(canvas, sheet, page, layout.page_count)
        content = self._file.stream(b"", canvas.finish())
        annotations = b"/Annots" + references(canvas.annotations) if canvas.annotations else b""
        self._file.write(
            number,
            b"<</Type/Page/Parent %s/MediaBox[0 0 %.2f %.2f]/Resources<</Font %s>>/Contents %s"
            b"/StructParents %d/Tabs/S%s>>"
            % (
                reference(self._tree),
                *size,
                reference(self._fonts),
                reference(content),
                canvas.key,
                annotations,
            ),
        )

    def _write_catalogue(self, places: Places) -> None:
        file, meta = self._file, self._layout.document.meta
        structure = self._marks.write(file, self._layout.root)
        metadata = file.stream(
            b"/Type/Metadata/Subtype/XML",
            xmp(meta, self._furniture.copy.number, conforms=self._layout.enclosed.conform),
            compress=False,
        )
        profile = file.stream(b"/N 3", _profile())
        bookmarks = write_bookmarks(file, self._layout.bookmarks, places)
        more = b"/Outlines %s/PageMode/UseOutlines" % reference(bookmarks) if bookmarks else b""
        more += page_labels(self._layout.sheets, self._layout.document.words)
        file.write(
            self._catalogue,
            b"<</Type/Catalog/Pages %s/Lang%s/MarkInfo<</Marked true>>/StructTreeRoot %s/Metadata %s"
            b"/ViewerPreferences<</DisplayDocTitle true>>%s/OutputIntents[<</Type/OutputIntent/S/GTS_PDFA1"
            b"/OutputConditionIdentifier(sRGB IEC61966-2.1)/Info(sRGB IEC61966-2.1)/DestOutputProfile %s>>]>>"
            % (
                reference(self._tree),
                text_string(meta.lang),
                reference(structure),
                reference(metadata),
                more,
                reference(profile),
            ),
        )


def _paint_panels(canvas: Canvas, sheet: PageContent, left: float) -> None:
    """Paint the ground of each callout behind its boxes on the page."""
    index = 0
    while index < len(sheet.boxes):
        panel = sheet.boxes[index].box.panel
        last = index
        while last + 1 < len(sheet.boxes) and sheet.boxes[last + 1].box.panel is panel:
            last += 1
        if panel is not None:
            end = sheet.boxes[last]
            panel.paint(canvas, left, sheet.boxes[index].y, end.y + end.box.height)
        index = last + 1
