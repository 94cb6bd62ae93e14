"""A paper laid out once, to be saved as often as there are copies."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from egci_reports.engine.document.nodes import Document
from egci_reports.engine.enclosing import Frame, PlacedEnclosure
from egci_reports.engine.theme.model import Theme
from egci_reports.engine.writers.pdf.composer import MissingGlyph
from egci_reports.engine.writers.pdf.enclosed import Enclosed, EnclosedPage
from egci_reports.engine.writers.pdf.faces import FaceChoice
from egci_reports.engine.writers.pdf.flow import Flow, PageContent
from egci_reports.engine.writers.pdf.furniture import CopyText, Furniture
from egci_reports.engine.writers.pdf.lengths import Length, too_long
from egci_reports.engine.writers.pdf.places import Place
from egci_reports.engine.writers.pdf.saving import Saving
from egci_reports.engine.writers.pdf.story import Story
from egci_reports.engine.writers.pdf.structure import StructElem
from egci_reports.errors import Finding, TemplateError
from egci_reports.garbage import without_collection


@dataclass(frozen=True, slots=True)
class Layout:
    """The pages of a paper. `anchors` are the places of its anchors, `bookmarks` level, title and place."""

    document: Document
    theme: Theme
    sheets: tuple[PageContent, ...]
    anchors: Mapping[str, Place]
    bookmarks: tuple[tuple[int, str, Place], ...]
    root: StructElem
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

    @property
    def heads(self) -> frozenset[str]:
        """The anchors of what stands first on a page."""
        first = (sheet.boxes[0].box for sheet in self.sheets if sheet.boxes)
        return frozenset(anchor for box in first for anchor in box.anchors)

    def save(self, late: CopyText | None = None) -> bytes:
        """Return the file, with the late text of one copy. Nothing is laid out anew.

        Raises TemplateError if the late text has a character that no face can show.
        """
        if late is not None:
            self.see(late)
        return Saving(self, late or CopyText()).run()

    def enclosures(self, repeated: frozenset[str]) -> Iterator[PlacedEnclosure]:
        """Yield the enclosed documents, with the pages that wait; raises KeyError for one not given.

        `repeated` are the artifacts that papers of ours leave out, for what stands around our own pages.
        """
        frames: list[Frame] = []
        for page, box in self._enclosed_pages():
            frames.append(box.frame)
            if box.number == box.pages:
                file = self.enclosed.files[box.key]
                unpainted = repeated if file.is_own else frozenset()
                first = page + 1 - box.pages
                yield PlacedEnclosure(first, box.title, file.content, tuple(frames), unpainted)
                frames = []

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
            raise TemplateError(*(_finding(MissingGlyph(character, None)) for character in missing))


def layout(document: Document, theme: Theme, enclosed: Enclosed | None = None) -> Layout:
    """Lay out a resolved document; `enclosed` are the files that its sections enclose, by their keys.

    Raises TemplateError with a finding for each character that no face can show, before anything is made.
    """
    given = enclosed or Enclosed()
    story = Story(document, theme, given.files)
    flow = Flow(theme.page)
    with without_collection():
        flow.fill(story.boxes())
    _require_furniture(story)
    if story.composer.missing:
        raise TemplateError(*(_finding(missing) for missing in story.composer.missing))
    sheets, bookmarks = tuple(flow.sheets), tuple(flow.bookmarks)
    return Layout(document, theme, sheets, flow.anchors, bookmarks, story.root, given)


def missing_characters(document: Document, theme: Theme) -> tuple[Finding, ...]:
    """Return a finding for each character that no face can show, with the record it is about."""
    story = Story(document, theme)
    for _ in story.boxes():
        pass
    _require_furniture(story)
    return tuple(_finding(missing) for missing in story.composer.missing)


def _require_furniture(story: Story) -> None:
    """Note the characters around the text that no face can show."""
    document = story.document
    for text in Furniture(document.meta, document.words, story.theme).texts:
        story.composer.see(text, document.meta.lang)


def _finding(missing: MissingGlyph) -> Finding:
    character, about = missing
    return Finding(
        "T301",
        f"no typeface can show {character!r}, U+{ord(character):04X}",
        hint="write it in another way, or with the character it stands for",
        about=about,
    )
