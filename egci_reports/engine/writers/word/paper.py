"""What the writing of one paper shares: counters, parts, and the flow the blocks go into."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from egci_reports.engine.document.nodes import Block, Document, Section, TitleBlock
from egci_reports.engine.theme.model import Theme
from egci_reports.engine.writers.source_anchors import source_anchors
from egci_reports.engine.writers.word.bookmarks import Bookmarks
from egci_reports.engine.writers.word.captions import Captions
from egci_reports.engine.writers.word.controls import Controls
from egci_reports.engine.writers.word.drawings import Drawings
from egci_reports.engine.writers.word.flow import Flow
from egci_reports.engine.writers.word.furniture import Furniture
from egci_reports.engine.writers.word.inlines import InlineWriter
from egci_reports.engine.writers.word.notes import Notes
from egci_reports.engine.writers.word.numbering import Numbering
from egci_reports.engine.writers.word.package import CT, WrittenPart
from egci_reports.engine.writers.word.targets import targets


@dataclass(frozen=True, slots=True)
class Paper:
    """One paper being written.

    `pages` are the pages of its anchors in the PDF, where they are known, `heads` those that begin a page;
    `numbered` tells whether any of its
    headings is, so that their styles count.
    """

    document: Document
    theme: Theme
    pages: Mapping[str, int] | None
    heads: Collection[str]
    part: WrittenPart
    bookmarks: Bookmarks
    numbering: Numbering
    notes: Notes
    captions: Captions
    drawings: Drawings
    inlines: InlineWriter
    flow: Flow
    numbered: bool


def new_paper(
    document: Document, theme: Theme, pages: Mapping[str, int] | None, heads: Collection[str] = frozenset()
) -> Paper:
    """Return a paper on which nothing is written yet."""
    part = WrittenPart("/word/document.xml", CT.WML_DOCUMENT_MAIN)
    bookmarks, notes = Bookmarks(), Notes()
    inlines = InlineWriter(
        theme,
        bookmarks,
        Controls(bookmarks),
        notes,
        targets(document),
        source_anchors(document.blocks),
        pages,
    )
    last = max(pages.values(), default=1) if pages else 1
    cover = any(isinstance(block, TitleBlock) and block.cover for block in document.blocks[:1])
    return Paper(
        document=document,
        theme=theme,
        pages=pages,
        heads=heads,
        part=part,
        bookmarks=bookmarks,
        numbering=Numbering(theme),
        notes=notes,
        captions=Captions(bookmarks),
        drawings=Drawings(theme, document.meta.lang, part),
        inlines=inlines,
        flow=Flow(Furniture(document, theme, part, last), cover=cover),
        numbered=any(_numbered(block) for block in document.blocks),
    )


def _numbered(block: Block) -> bool:
    return isinstance(block, Section) and (block.numbered or any(_numbered(each) for each in block.children))
