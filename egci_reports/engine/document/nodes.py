"""The nodes that every paper is made of: inlines, blocks, and the document that holds them.

All nodes are frozen. A writer matches on their classes and closes the match with `assert_never`, so that
mypy names each writer that forgets a new node. Fields marked *filled* are empty (None) when the parser
makes a node, and are filled by the passes; writers meet them filled. Every node is to be had from here.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from egci_reports.engine.document.chart import Chart
from egci_reports.engine.document.inlines import (
    Break,
    Citation,
    Footnote,
    FormField,
    Inline,
    Link,
    Name,
    NameForm,
    Reference,
    ReferenceForm,
    Style,
    Styled,
    Text,
)
from egci_reports.engine.document.listings import (
    Abbreviation,
    Abbreviations,
    Contents,
    ContentsEntry,
    Source,
    SourceList,
)
from egci_reports.engine.document.meta import Identity, Meta, Words
from egci_reports.engine.document.tables import Align, Cell, Column, Row, Table

__all__ = [
    "Abbreviation",
    "Abbreviations",
    "Align",
    "Block",
    "Break",
    "Callout",
    "CalloutKind",
    "Cell",
    "Citation",
    "Column",
    "Contents",
    "ContentsEntry",
    "Document",
    "Enclosure",
    "Entry",
    "Fields",
    "Figure",
    "Footnote",
    "FormField",
    "Identity",
    "Inline",
    "Item",
    "ItemList",
    "Link",
    "ListForm",
    "Meta",
    "Name",
    "NameForm",
    "Orientation",
    "Paragraph",
    "ParagraphRole",
    "Reference",
    "ReferenceForm",
    "Row",
    "Section",
    "Source",
    "SourceList",
    "Style",
    "Styled",
    "Table",
    "Text",
    "TitleBlock",
    "Words",
]

ParagraphRole = Literal[
    "body", "lead", "note", "small", "prompt", "quotation", "centred", "signature", "speech"
]
ListForm = Literal["bullet", "decimal", "alpha", "roman"]
CalloutKind = Literal["note", "caution", "gap"]
Orientation = Literal["portrait", "landscape"]


# -- blocks -------------------------------------------------------------------------------------------
# Every block may carry `about`, the address of the record it speaks of ("meetings/08#areas/0"), which
# the blocks inside it inherit, and `anchor`, the name by which references find it.


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph. Numbered ones carry `number` (filled), counted through the whole paper or brief."""

    content: tuple[Inline, ...]
    role: ParagraphRole = "body"
    numbered: bool = False
    number: str | None = None
    anchor: str | None = None
    about: str | None = None


@dataclass(frozen=True, slots=True)
class Item:
    """One item of a list. `label` is filled: a bullet, "1.", "(a)", "(i)"."""

    children: tuple[Block, ...]
    label: str | None = None
    anchor: str | None = None
    about: str | None = None


@dataclass(frozen=True, slots=True)
class ItemList:
    """A list of items, at most three deep."""

    form: ListForm
    items: tuple[Item, ...]
    anchor: str | None = None
    about: str | None = None


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of `Fields`: a label and what is recorded under it."""

    label: tuple[Inline, ...]
    content: tuple[Inline, ...]
    about: str | None = None


@dataclass(frozen=True, slots=True)
class Fields:
    """Labelled facts, one to a line, as on a title block or a meeting sheet; not a table."""

    entries: tuple[Entry, ...]
    anchor: str | None = None
    about: str | None = None


@dataclass(frozen=True, slots=True)
class Figure:
    """A picture made from a chart: drawn by the writers, described by `alt`, with its caption below.

    A decorative figure has no caption and no alt text. `number` is filled.
    """

    chart: Chart
    alt: str
    caption: tuple[Inline, ...]
    decorative: bool = False
    number: str | None = None
    anchor: str | None = None
    about: str | None = None


@dataclass(frozen=True, slots=True)
class Callout:
    """A box that stands out from the text: a note, a caution, or a gap that blocks a numbered edition."""

    kind: CalloutKind
    title: tuple[Inline, ...]
    children: tuple[Block, ...]
    anchor: str | None = None
    about: str | None = None


@dataclass(frozen=True, slots=True)
class Enclosure:
    """A document of so many pages that the PDF appends to the paper; `key` says which. Word only names it."""

    key: str
    pages: int


@dataclass(frozen=True, slots=True)
class Section:
    """A heading and what stands under it; sections nest, at most four deep.

    `numbered` headings carry `number` (filled, "4.2"). `new_page` starts the section on a new page.
    `orientation` differs from the parent's only for level-1 sections. `restart` begins paragraph
    numbers, first mentions and abbreviations afresh: a brief that is read alone. `in_contents` False
    keeps the heading out of the contents list; it remains a bookmark. `whole` keeps it on one page, if it is
    short and of text. `annex` letters the section: the
    passes set "Annex A: " before its title. `enclosure` is appended at the paper's end. `most_pages`
    is on how many pages the section may stand. `first_number` is that of the first numbered paragraph of a
    `restart` section.
    """

    level: int
    title: tuple[Inline, ...]
    children: tuple[Block, ...]
    numbered: bool = False
    new_page: bool = False
    orientation: Orientation = "portrait"
    restart: bool = False
    in_contents: bool = True
    whole: bool = False
    annex: bool = False
    enclosure: Enclosure | None = None
    most_pages: int | None = None
    first_number: int = 1
    number: str | None = None
    anchor: str | None = None
    about: str | None = None


@dataclass(frozen=True, slots=True)
class TitleBlock:
    """The head of a paper: the group's names, the title, and the labelled facts under them.

    `cover` gives it a page of its own (history, briefing pack); otherwise the paper begins below it.
    """

    group: tuple[Inline, ...]
    title: tuple[Inline, ...]
    subtitle: tuple[Inline, ...] = ()
    children: tuple[Block, ...] = ()
    cover: bool = False
    anchor: str | None = None
    about: str | None = None


Block = (
    Paragraph
    | ItemList
    | Fields
    | Table
    | Figure
    | Callout
    | Section
    | Contents
    | SourceList
    | Abbreviations
    | TitleBlock
)


@dataclass(frozen=True, slots=True)
class Document:
    """A paper: what it says of itself, the words of its language, and its blocks in reading order.

    `first_number` is that of the first numbered paragraph: 2 where an unnumbered Purpose stands before it.
    """

    meta: Meta
    blocks: tuple[Block, ...]
    words: Words = field(default_factory=Words)
    first_number: int = 1
