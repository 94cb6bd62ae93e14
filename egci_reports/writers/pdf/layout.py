"""A paper laid out once, to be saved as often as there are copies."""

from __future__ import annotations

import gc
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from egci_reports.document.nodes import Document
from egci_reports.errors import Finding, TemplateError
from egci_reports.theme.model import MM, Theme
from egci_reports.writers.pdf.bookmarks import write_bookmarks
from egci_reports.writers.pdf.canvas import Canvas
from egci_reports.writers.pdf.composer import Missing
from egci_reports.writers.pdf.embedding import Embedding
from egci_reports.writers.pdf.enclosed import Enclosed, EnclosedPage
from egci_reports.writers.pdf.faces import FaceChoice
from egci_reports.writers.pdf.flow import Flow, Sheet
from egci_reports.writers.pdf.furniture import CopyText, Furniture
from egci_reports.writers.pdf.lengths import Length, too_long
from egci_reports.writers.pdf.metadata import info, xmp
from egci_reports.writers.pdf.objects import ObjectFile, reference, references, text_string
from egci_reports.writers.pdf.places import Place, Places
from egci_reports.writers.pdf.story import Story
from egci_reports.writers.pdf.structure import Element, Marks

if TYPE_CHECKING:
    from egci_reports.writers.pdf.enclosing import Enclosure

_PROFILE = Path(__file__).resolve().parents[2] / "theme" / "sRGB.icc"


@cache
def _profile() -> bytes:
    return _PROFILE.read_bytes()


@dataclass(frozen=True, slots=True)
class Layout:
    """The pages of a paper. `anchors` are the places of its anchors, `bookmarks` level, title and place."""

    document: Document
    theme: Theme
    sheets: tuple[Sheet, ...]
    anchors: Mapping[str, Place]
    bookmarks: tuple[tuple[int, str, Place], ...]
    root: Element
    enclosed: Enclosed = field(default_factory=Enclosed)

    @property
    def page_count(self) -> int:
        """The number of pages."""
        return len(self.sheets)

    @property
    def own_pages(self) -> int:
        """The number of pages without those of enclosed documents: as many as the Word file has."""
        return self.page_count - sum(1 for _ in self._enclosed_pages())

    @property
    def too_long(self) -> tuple[Length, ...]:
        """The sections that take more pages than they may."""
        leading = self.theme.style("body").leading
        return tuple(too_long(self.document, self.sheets, self.anchors, leading))

    @property
    def pages(self) -> dict[str, int]:
        """The number of the page each anchor stands on."""
        return {anchor: place.page for anchor, place in self.anchors.items()}

    def save(self, late: CopyText | None = None) -> bytes:
        """Return the file, with the late text of one copy. Nothing is laid out anew.

        Raises TemplateError if the late text has a character that no face can show.
        """
        if late is not None:
            self.see(late)
        return _Saving(self, late or CopyText()).run()

    def enclosures(self) -> Iterator[Enclosure]:
        """Yield the enclosed documents, with the pages that wait; raises KeyError for one not given."""
        for page, box in self._enclosed_pages():
            if box.number == 1:
                from egci_reports.writers.pdf.enclosing import Enclosure  # noqa: PLC0415

                yield Enclosure(page, box.title, self.enclosed.files[box.key])

    def _enclosed_pages(self) -> Iterator[tuple[int, EnclosedPage]]:
        for page, sheet in enumerate(self.sheets, 1):
            for placed in sheet.boxes:
                if isinstance(placed.box, EnclosedPage):
                    yield page, placed.box

    def see(self, late: CopyText) -> None:
        """Raise TemplateError if the late text of a copy has a character that no face can show."""
        document = self.document
        texts = Furniture(document.meta, document.words, self.theme, late).texts
        faces, lang = FaceChoice(self.theme.fonts), document.meta.lang
        missing = dict.fromkeys(c for text in texts for c in faces.missing(text, lang))
        if missing:
            raise TemplateError(*(_finding(Missing(character, None)) for character in missing))


def layout(document: Document, theme: Theme, enclosed: Enclosed | None = None) -> Layout:
    """Lay out a resolved document; `enclosed` are the files that its sections enclose, by their keys.

    Raises TemplateError with a finding for each character that no face can show, before anything is made.
    """
    story = Story(document, theme)
    flow = Flow(theme.page)
    with _nothing_collected():
        flow.fill(story.boxes())
    _see_furniture(story)
    if story.composer.missing:
        raise TemplateError(*(_finding(missing) for missing in story.composer.missing))
    bookmarks = tuple(flow.bookmarks)
    made = Layout(document, theme, tuple(flow.sheets), flow.anchors, bookmarks, story.root)
    return made if enclosed is None else replace(made, enclosed=enclosed)


@contextmanager
def _nothing_collected() -> Iterator[None]:
    """Hold back the search for garbage while boxes are made: a long paper has many, and none is garbage.

    The search would go through all of them again and again, and cost a third of a table of 10,000 rows.
    """
    collecting = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collecting:
            gc.enable()


def missing_characters(document: Document, theme: Theme) -> tuple[Finding, ...]:
    """Return a finding for each character that no face can show, with the record it is about."""
    story = Story(document, theme)
    for _ in story.boxes():
        pass
    _see_furniture(story)
    return tuple(_finding(missing) for missing in story.composer.missing)


def _see_furniture(story: Story) -> None:
    """Note the characters around the text that no face can show."""
    document = story.document
    for text in Furniture(document.meta, document.words, story.theme).texts:
        story.composer.see(text, document.meta.lang)


def _finding(missing: Missing) -> Finding:
    character, about = missing
    return Finding(
        "T301",
        f"no typeface can show {character!r}, U+{ord(character):04X}",
        hint="write it in another way, or with the character it stands for",
        about=about,
    )


class _Saving:
    """One saving of a layout."""

    def __init__(self, layout: Layout, late: CopyText) -> None:
        self._layout = layout
        self._file = ObjectFile()
        self._catalogue, self._tree, self._fonts = (self._file.reserve() for _ in range(3))
        self._marks = Marks(layout.page_count)
        self._embedding = Embedding()
        document = layout.document
        self._furniture = Furniture(document.meta, document.words, layout.theme, late)

    def run(self) -> bytes:
        layout, file = self._layout, self._file
        numbers = [file.reserve() for _ in layout.sheets]
        heights = [sheet.size(layout.theme.page)[1] for sheet in layout.sheets]
        places = Places(layout.anchors, list(zip(numbers, heights, strict=True)))
        for index, sheet in enumerate(layout.sheets):
            self._write_page(sheet, index + 1, numbers[index], places)
        file.write(self._tree, b"<</Type/Pages/Count %d/Kids%s>>" % (len(numbers), references(numbers)))
        file.write(self._fonts, self._embedding.write(file))
        self._write_catalogue(places)
        return _with_enclosures(file.finish(self._catalogue, file.add(info(layout.document.meta))), layout)

    def _write_page(self, sheet: Sheet, page: int, number: int, places: Places) -> None:
        layout, theme = self._layout, self._layout.theme
        size = sheet.size(theme.page)
        canvas = Canvas(self._file, self._marks, self._embedding, places, number, size)
        left = theme.page.left * MM
        self._furniture.paint_behind(canvas)
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
        outlines = b"/Outlines %s/PageMode/UseOutlines" % reference(bookmarks) if bookmarks else b""
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
                outlines,
                reference(profile),
            ),
        )


def _with_enclosures(content: bytes, layout: Layout) -> bytes:
    """Return a file with the pages of what it encloses on those that were kept for them."""
    enclosures = tuple(layout.enclosures())
    if not enclosures:
        return content
    from egci_reports.writers.pdf.enclosing import Frame, enclose  # noqa: PLC0415 - most papers enclose nothing

    # the margins at the sides are narrower than those of text: annexes have margins of their own
    page, side = layout.theme.page, layout.theme.page.header * MM
    height = page.text_size(landscape=False)[1]
    frame = Frame(side, page.bottom * MM, page.width * MM - 2 * side, height)
    return enclose(content, enclosures, frame)


def _paint_panels(canvas: Canvas, sheet: Sheet, left: float) -> None:
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
