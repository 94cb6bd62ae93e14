"""What every PDF must be, whatever its paper: the paper's text, inside the margins, nothing in the way."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise, zip_longest

from egci_reports.engine.document.nodes import Document
from egci_reports.engine.document.text import BLANK, PAGE, BlockText
from egci_reports.engine.document.text import blocks_of as texts_of
from tests.engine.writers.pdf.made import shipped_theme
from tests.readers.blocks import Block, tidy
from tests.readers.pdf import tree_blocks
from tests.readers.pdf_pages import Box, Glyph, Page
from tests.readers.pdf_tags import Tree

MM = 72 / 25.4
SLACK = 0.1
"""Word, whose lines the PDF follows, measures in twentieths of a point."""


Seen = tuple[str, str | None, str]
"""What a text is, its label, and its words."""

_ALIKE = {"header": "cell", "note": "table-note", "alt": "figure"}


def intended(texts: tuple[BlockText, ...]) -> Iterator[Seen]:
    """Yield the texts of a tree in the terms of the reader."""
    waiting: str | None = None
    for text in texts:
        said = tidy(text.text)
        match text.kind:
            case "label":
                waiting = said
            case "fact":
                yield "fact", waiting, said
            case "abbreviation":
                yield "fact", text.label, said
            case "source":
                yield "source", f"[{text.label}]", said
            case _:
                yield _ALIKE.get(text.kind, text.kind), text.label, said


def found(blocks: tuple[Block, ...]) -> Iterator[Seen]:
    """Yield what a PDF holds, its tables cell by cell; items are paragraphs with a label."""
    for block in blocks:
        for row in block.rows:
            for cell in row:
                yield "cell", None, cell.text
        if not block.rows:
            role = "paragraph" if block.role == "item" else block.role
            yield role, block.label, block.text


def differences(document: Document, tree: Tree) -> list[tuple[Seen | None, Seen | None]]:
    """Return where the text of a PDF differs from its paper: what was meant, and what is there.

    A page number, which only the laid-out file knows, may be any; the tests of links see to it. A field that
    is still to be filled in, which stands alone, has nothing to read.
    """
    pairs = zip_longest(intended(texts_of(document)), found(tree_blocks(tree)))
    return [(meant, there) for meant, there in pairs if not _alike(meant, there)]


def _alike(meant: Seen | None, there: Seen | None) -> bool:
    if meant is None or there is None:
        return False
    pattern = r"\d*" if meant[2] == BLANK else re.escape(meant[2]).replace(re.escape(PAGE), r"\d+")
    return meant[:2] == there[:2] and re.fullmatch(pattern, there[2]) is not None


# -- where it stands -----------------------------------------------------------------------------------------


def frame(page: Page) -> Box:
    """Return the page between its margins."""
    margins = shipped_theme().page
    return Box(
        margins.left * MM,
        margins.bottom * MM,
        page.width - margins.right * MM,
        page.height - margins.top * MM,
    )


def outside(tree: Tree) -> list[tuple[int, Glyph]]:
    """Return the glyphs of the text that stand across a margin; spaces do not show."""
    return [
        (number, glyph)
        for number, page in enumerate(tree.pages, 1)
        for glyph in page.glyphs
        if glyph.mcid is not None and glyph.text.strip() and not _within(glyph, frame(page))
    ]


def _within(glyph: Glyph, room: Box) -> bool:
    line = (glyph.box.bottom + glyph.box.top) / 2
    return (
        room.left - SLACK <= glyph.box.left
        and glyph.box.right <= room.right + SLACK
        and room.bottom <= line <= room.top
    )


def overlaps(page: Page) -> list[tuple[Glyph, Glyph]]:
    """Return pairs of glyphs of the text that stand in each other's way."""
    lines: dict[float, list[Glyph]] = {}
    for glyph in page.glyphs:
        if glyph.text.strip():
            lines.setdefault(round(glyph.baseline, 1), []).append(glyph)
    wrong = [pair for line in lines.values() for pair in _side_by_side(line)]
    for low, high in pairwise(sorted(lines)):
        size = min(max(glyph.size for glyph in lines[low]), *(glyph.size for glyph in lines[high]))
        if high - low < 0.6 * size:
            wrong += _side_by_side([*lines[low], *lines[high]])
    return wrong


def _side_by_side(glyphs: list[Glyph]) -> list[tuple[Glyph, Glyph]]:
    ordered = sorted(glyphs, key=lambda glyph: glyph.box.left)
    return [(a, b) for a, b in pairwise(ordered) if a.box.right > b.box.left + 0.05]
