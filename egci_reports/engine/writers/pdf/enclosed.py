"""Pages kept free for the documents that a paper encloses: their heads, their places, their bookmarks."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from egci_reports.engine.document import nodes
from egci_reports.engine.document.inlines import appended_at
from egci_reports.engine.document.meta import Words
from egci_reports.engine.document.nodes import Block, Section
from egci_reports.engine.document.passes.plain import plain_text
from egci_reports.engine.writers.pdf.boxes import Box
from egci_reports.engine.writers.pdf.canvas import Canvas
from egci_reports.engine.writers.pdf.flow import NewPage


@dataclass(frozen=True, slots=True)
class Enclosed:
    """The documents themselves by their keys; `conform` says that each keeps PDF/UA-1 and PDF/A-2a."""

    files: Mapping[str, bytes] = field(default_factory=dict)
    conform: bool = True


@dataclass(frozen=True, slots=True)
class PlacedEnclosure:
    """An annex and its place in our file.

    `first_page` is the number (from 1) of the page that receives the annex's first page; the pages after it
    receive the others. `title` names the section of the structure ("Annex A: Work plan 2012").
    """

    first_page: int
    title: str
    content: bytes = field(repr=False)


@dataclass(slots=True, eq=False, kw_only=True)
class EnclosedPage(Box):
    """The room of one page of an enclosed document: `number` of `pages`, from 1."""

    key: str
    title: str
    number: int
    pages: int
    room: float

    @property
    def height(self) -> float:
        """The height of the whole page between its margins."""
        return self.room

    def head(self, words: Words) -> str:
        """Return what stands in the running head of the page."""
        return words.enclosed.format(title=self.title, page=self.number, pages=self.pages)

    def paint(self, canvas: Canvas, x: float, y: float) -> None:
        """Paint nothing: the document's own page goes here when the file is saved."""


def enclosed_pages(blocks: Sequence[Block], room: float) -> Iterator[Box | NewPage]:
    """Yield the pages for all documents that sections enclose, in reading order."""
    for block in blocks:
        if not isinstance(block, Section):
            continue
        if block.enclosure is not None:
            yield from _pages(block, block.enclosure, room)
        yield from enclosed_pages(block.children, room)


def _pages(section: Section, given: nodes.Enclosure, room: float) -> Iterator[Box | NewPage]:
    title = plain_text(section.title)
    for number in range(1, given.pages + 1):
        yield NewPage("portrait")
        page = EnclosedPage(key=given.key, title=title, number=number, pages=given.pages, room=room)
        if number == 1:
            page.bookmark = (1, title)
            page.anchors = (appended_at(section.anchor),) if section.anchor else ()
        yield page
