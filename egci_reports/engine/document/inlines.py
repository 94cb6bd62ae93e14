"""The inline nodes: what a paragraph, a heading, a caption or a cell is made of."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Style = Literal["strong", "emphasis", "added", "removed"]
ReferenceForm = Literal["number", "page", "appended"]
NameForm = Literal["auto", "full", "short"]
FieldKind = Literal["text", "list", "line", "date", "choice"]


@dataclass(frozen=True, slots=True)
class Text:
    """A run of plain text; `lang` is a BCP 47 tag where it differs (zh-Hant-HK, zh-Hans-CN).

    `names` are the ids of the records whose names stand in it, as far as templates wrote them as names.
    """

    text: str
    lang: str | None = None
    names: tuple[str, ...] = ()


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

    `text` (filled) is the number only: "12" for a paragraph, "Table 3" for a table, "4.2" for a section. The
    form `page` prints the page of the target, `appended` that on which what the target encloses begins.
    """

    target: str
    form: ReferenceForm = "number"
    text: str | None = None

    @property
    def place(self) -> str:
        """The anchor of the page that it leads to."""
        return appended_at(self.target) if self.form == "appended" else self.target


def appended_at(anchor: str) -> str:
    """Return the anchor of the first page of what the section with an anchor encloses."""
    return f"{anchor}@appended"


_MANY = 3
"""So many numbers of sources are wider than a narrow column."""


@dataclass(frozen=True, slots=True)
class Citation:
    """The numbers of sources, "[1, 3]". `sources` are the ids; `numbers` are filled, one for each.

    `about` are the addresses of the records that name them; none: that of the block it stands in.
    """

    sources: tuple[str, ...]
    numbers: tuple[int, ...] | None = None
    about: tuple[str, ...] = ()

    @property
    def comma(self) -> str:
        """What stands between the numbers: two stay on one line, more may be broken, between them only."""
        return ",\u00a0" if len(self.sources) < _MANY else ", "


@dataclass(frozen=True, slots=True)
class Name:
    """The name of a body or a person on the day spoken of; the pass on first mention turns it into text.

    `full` is the name of the day, `short` its abbreviation or shorter form, `present` what the body is
    called today where that differs and may be said. `key` is the id of the record. `form` asks for the
    full or the short form whatever stood before ("auto" lets the pass decide). `article` tells whether
    "the" stands before the present name ("now the Health Bureau", "now Invest Hong Kong"). `lead` is the word
    that stands before the full name in a sentence ("the"); the short form goes without it.
    """

    key: str
    full: str
    short: str | None = None
    present: str | None = None
    form: NameForm = "auto"
    article: bool = True
    lead: str = ""


@dataclass(frozen=True, slots=True)
class Footnote:
    """A note at the foot of the page. Never inside a table. `number` is filled."""

    content: tuple[Inline, ...]
    number: int | None = None


@dataclass(frozen=True, slots=True)
class Break:
    """A line break inside a paragraph or a cell."""


@dataclass(frozen=True, slots=True)
class FormField:
    """A place that a person fills in: a control in Word; in PDF its words, or one ruled line if it has none.

    `address` is that of the value in the records ("briefs/20/brief-3#objective"), `title` what it is called,
    `guidance` what stands in an empty control, in grey. `kind` is how it is filled in: paragraphs, one
    entry a line, one line, a day, one of the `choices`. `content` is what stands in it now.
    """

    address: str
    title: str
    guidance: str
    kind: FieldKind = "text"
    choices: tuple[str, ...] = ()
    content: tuple[Inline, ...] = ()


Inline = Text | Styled | Link | Reference | Citation | Name | Footnote | FormField | Break
