"""The nodes that every paper is made of: inlines, blocks, and the document that holds them.

All nodes are frozen. A writer matches on their classes and closes the match with `assert_never`, so that
mypy names each writer that forgets a new node. Fields marked *filled* are empty (None) when the parser
makes a node, and are filled by the passes; writers meet them filled.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from egci_reports.document.chart import Chart

Style = Literal["strong", "emphasis", "added", "removed"]
ParagraphRole = Literal["body", "lead", "note", "small", "prompt", "quotation", "centred", "signature"]
ListForm = Literal["bullet", "decimal", "alpha", "roman"]
CalloutKind = Literal["note", "caution", "gap"]
Align = Literal["left", "right", "centre"]
Orientation = Literal["portrait", "landscape"]
ReferenceForm = Literal["number", "page"]


# -- inlines ------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Text:
    """A run of plain text. `lang` is a BCP 47 tag where it differs from the block's (zh-Hant-HK, zh-Hans-CN)."""

    text: str
    lang: str | None = None


@dataclass(frozen=True, slots=True)
class Styled:
    """Inlines with a meaning: strong, emphasis, or words added or removed between two wordings."""

    style: Style
    content: tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class Link:
    """A link to an address outside the document; its text names the target."""

    url: str
    content: tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class Reference:
    """A link to an anchor of this document.

    `text` (filled) is the number only: "12" for a paragraph, "Table 3" for a table, "4.2" for a section.
    """

    target: str
    form: ReferenceForm = "number"
    text: str | None = None


@dataclass(frozen=True, slots=True)
class Citation:
    """The numbers of sources, "[1, 3]". `sources` are the ids; `numbers` are filled, one for each."""

    sources: tuple[str, ...]
    numbers: tuple[int, ...] | None = None


@dataclass(frozen=True, slots=True)
class Name:
    """The name of a body or a person on the day spoken of; the pass on first mention turns it into text.

    `full` is the name of the day, `short` its abbreviation or shorter form, `present` what the body is
    called today where that differs and may be said. `key` is the id of the record. `form` asks for the
    full or the short form whatever stood before ("auto" lets the pass decide).
    """

    key: str
    full: str
    short: str | None = None
    present: str | None = None
    form: Literal["auto", "full", "short"] = "auto"


@dataclass(frozen=True, slots=True)
class Footnote:
    """A note at the foot of the page. Never inside a table. `number` is filled."""

    content: tuple[Inline, ...]
    number: int | None = None


@dataclass(frozen=True, slots=True)
class Break:
    """A line break inside a paragraph or a cell."""


Inline = Text | Styled | Link | Reference | Citation | Name | Footnote | Break


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
class Column:
    """A column of a table: its share of the width (relative to the others) and how its cells align."""

    share: float = 1.0
    align: Align = "left"


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell. It is a header cell by its place: in the header row, or first in a row of `row_headers`."""

    content: tuple[Inline, ...]
    about: str | None = None


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table; a total row is set off by a rule and strong type."""

    cells: tuple[Cell, ...]
    total: bool = False
    about: str | None = None


@dataclass(frozen=True, slots=True)
class Table:
    """A table: a caption above, one header row that repeats on each page, no merged cells.

    `row_headers` makes the first cell of each row a header cell. `compact` asks for smaller type, for
    wide grids. `number` is filled ("3"); `note` is a line of small print under the table.
    """

    caption: tuple[Inline, ...]
    columns: tuple[Column, ...]
    header: Row
    rows: tuple[Row, ...]
    row_headers: bool = True
    compact: bool = False
    note: tuple[Inline, ...] = ()
    number: str | None = None
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
class Section:
    """A heading and what stands under it; sections nest, at most four deep.

    `numbered` headings carry `number` (filled, "4.2"). `new_page` starts the section on a new page.
    `orientation` differs from the parent's only for level-1 sections. `restart` begins paragraph
    numbers, first mentions and abbreviations afresh: a brief that is read alone. `in_contents` False
    keeps the heading out of the contents list; it remains a bookmark.
    """

    level: int
    title: tuple[Inline, ...]
    children: tuple[Block, ...]
    numbered: bool = False
    new_page: bool = False
    orientation: Orientation = "portrait"
    restart: bool = False
    in_contents: bool = True
    number: str | None = None
    anchor: str | None = None
    about: str | None = None


@dataclass(frozen=True, slots=True)
class ContentsEntry:
    """A line of the contents list: the heading's level, number, title (plain text) and anchor."""

    level: int
    number: str | None
    title: str
    anchor: str


@dataclass(frozen=True, slots=True)
class Contents:
    """The contents list, down to headings of level `depth`; `entries` are filled."""

    title: tuple[Inline, ...]
    depth: int = 2
    entries: tuple[ContentsEntry, ...] | None = None
    anchor: str | None = None
    about: str | None = None


@dataclass(frozen=True, slots=True)
class Source:
    """One entry of the list of sources; `number` is filled in the order of first citation."""

    key: str
    content: tuple[Inline, ...]
    number: int | None = None
    anchor: str | None = None
    about: str | None = None


@dataclass(frozen=True, slots=True)
class SourceList:
    """The numbered list that citations refer to. After the passes it holds only sources that are cited."""

    sources: tuple[Source, ...]
    anchor: str | None = None
    about: str | None = None


@dataclass(frozen=True, slots=True)
class Abbreviation:
    """A line of the list of abbreviations: the short form and the full one, as the paper used them."""

    short: str
    full: str
    present: str | None = None


@dataclass(frozen=True, slots=True)
class Abbreviations:
    """The list of abbreviations and names; `entries` are filled with those the paper uses, in order."""

    anchor: str | None = None
    about: str | None = None
    entries: tuple[Abbreviation, ...] | None = None


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


# -- the document -------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Words:
    """The few words that the writers print themselves, from the language's words.toml.

    `page_of` holds {page} and {pages}; the labels stand before the number of a table or a figure.
    """

    table: str = "Table"
    figure: str = "Figure"
    page_of: str = "Page {page} of {pages}"
    footnote: str = "Footnote"
    source: str = "Source"
    contents: str = "Contents"


@dataclass(frozen=True, slots=True)
class Identity:
    """What a file was made from: written into the file, read by `verify`.

    `kind` is the paper ("annual", "history"), `subject` which one ("2024"), `edition` "draft" or a
    number, `records` the hash of the records used, `tool` the version that made it.
    """

    kind: str
    subject: str
    edition: str
    records: str
    tool: str


@dataclass(frozen=True, slots=True)
class Meta:
    """What a document says of itself.

    `date` is the position-as-at date (ISO, YYYY-MM-DD), which stands for the creation date in both
    files: the clock is never read. `marking` prints top and bottom of each page ("RESTRICTED");
    `watermark` is set large across each page of a draft; `status` stands in the running head.
    """

    title: str
    short_title: str
    author: str
    date: str
    lang: str = "en-GB"
    subject: str = ""
    keywords: str = ""
    status: str = ""
    marking: str | None = None
    watermark: str | None = None
    identity: Identity | None = None


@dataclass(frozen=True, slots=True)
class Document:
    """A paper: what it says of itself, the words of its language, and its blocks in reading order."""

    meta: Meta
    blocks: tuple[Block, ...]
    words: Words = field(default_factory=Words)
