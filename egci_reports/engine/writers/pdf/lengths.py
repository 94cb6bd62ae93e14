"""Measures sections that may take so many pages and no more."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from egci_reports.engine.document.nodes import Block, Document, Section
from egci_reports.engine.writers.pdf.flow import PageContent
from egci_reports.engine.writers.pdf.places import Place


@dataclass(frozen=True, slots=True)
class Length:
    """A section that is too long: its pages, how many it may take, and about how many lines are too many."""

    section: Section
    pages: int
    lines: int

    @property
    def most(self) -> int:
        """How many pages it may take."""
        return self.section.most_pages or 0


def too_long(
    document: Document, sheets: Sequence[PageContent], anchors: Mapping[str, Place], leading: float
) -> Iterator[Length]:
    """Yield the sections that stand on more pages than they may; `leading` is that of a line of text."""
    everything = tuple(_sections(document.blocks))
    for section in everything:
        if section.most_pages is None or section.anchor is None:
            continue
        after = _after(section, everything)
        first = anchors[section.anchor].page
        last = _page_before(anchors[after.anchor], sheets) if after and after.anchor else len(sheets)
        if last - first + 1 > section.most_pages:
            over = sheets[first - 1 + section.most_pages : last]
            height = sum(_used(sheet) for sheet in over)
            yield Length(section, last - first + 1, max(1, round(height / leading)))


def _sections(blocks: Sequence[Block]) -> Iterator[Section]:
    for block in blocks:
        if isinstance(block, Section):
            yield block
            yield from _sections(block.children)


def _after(section: Section, everything: Sequence[Section]) -> Section | None:
    """Return the section that follows a section and all that stands in it."""
    inside = 1 + sum(1 for _ in _sections(section.children))
    start = next(index for index, one in enumerate(everything) if one is section)
    return everything[start + inside] if start + inside < len(everything) else None


def _page_before(place: Place, sheets: Sequence[PageContent]) -> int:
    """Return the page on which what stands before a place ends."""
    begins_page = sheets[place.page - 1].boxes[0].y >= place.y
    return place.page - 1 if begins_page else place.page


def _used(sheet: PageContent) -> float:
    """Return the height that text takes on a page, in points."""
    boxes = [placed for placed in sheet.boxes if placed.box.height]
    return boxes[-1].y + boxes[-1].box.height - boxes[0].y if boxes else 0.0
