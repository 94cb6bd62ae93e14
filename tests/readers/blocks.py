"""What the readers of finished files find: blocks in reading order, told in the same terms for Word and PDF.

`tests.readers.word.blocks_of(docx)` and `tests.readers.pdf.blocks_of(pdf)` both return a tuple of `Block`.
Running heads, page numbers, markings and watermarks are no blocks; a decorative figure is none either.
A footnote is a block of its own, after the block its mark stands in; the mark is no part of the text.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

Role = Literal[
    "group",  # names of the group, at the head of the title block
    "title",
    "subtitle",
    "heading",  # level 1 to 4; label "4.2" if numbered
    "paragraph",  # any other paragraph, also further ones of an item and those of callouts; label: its number
    "quotation",
    "item",  # the first paragraph of a list item (empty text if it begins otherwise); label "•", "1.", "(a)"
    "fact",  # a line of labelled facts or an abbreviation; label: what stands at the left
    "source",  # an entry of the list of sources; label "[1]"
    "box-title",
    "caption",  # of tables and figures, with its label: "Table 3: Bodies by meeting"
    "table",  # its cells in `rows`, the header row once; no text of its own
    "table-note",
    "figure",  # text: what is said instead of the picture
    "contents-title",
    "contents",  # level; label: the heading's number; page
    "footnote",  # label "1"
]


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a table; `header` tells what it is the header of, if of anything."""

    text: str
    header: Literal["column", "row"] | None = None


@dataclass(frozen=True, slots=True)
class Block:
    """One block. `level` is that of a heading or a contents line (from 1), and the depth of an item.

    `page` is the number printed at a contents line, `links` the outside addresses in reading order. The text
    of a link, a reference or a page number is part of `text`; a line break within a paragraph is a blank.
    """

    role: Role
    text: str = ""
    label: str | None = None
    level: int | None = None
    page: int | None = None
    rows: tuple[tuple[Cell, ...], ...] = ()
    links: tuple[str, ...] = ()


def tidy(text: str) -> str:
    """Return a text with one blank for any stretch of blanks or line ends, and none at its ends."""
    return re.sub(r"\s+", " ", text).strip()
