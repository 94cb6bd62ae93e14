"""What a document says of itself, and the words of its language."""

from __future__ import annotations

from dataclasses import dataclass, field

from egci_reports.engine.language.wording import Wording


@dataclass(frozen=True, slots=True)
class Words:
    """The few words that the writers print themselves, from the language's words.toml.

    `page_of` holds {page} and {pages}, `enclosed` the {title} of an appended document too; the labels stand
    before the number of a table or a figure. `removed` tells in words that its {text} is struck out.
    `wording` is for the passes and the checks; writers do not need it.
    """

    table: str = "Table"
    figure: str = "Figure"
    page_of: str = "Page {page} of {pages}"
    footnote: str = "Footnote"
    source: str = "Source"
    contents: str = "Contents"
    enclosed: str = "{title}, page {page} of {pages}"
    removed: str = "[deleted: {text}]"
    wording: Wording = field(default_factory=Wording)


@dataclass(frozen=True, slots=True)
class Identity:
    """What a file was made from: written into the file, read by `verify`.

    `kind` is the paper ("annual", "history"), `subject` which one ("2024"), `edition` "draft" or a
    number, `records` the hash of the records used, `tool` the version that made it,
    `audience` for whom it was made ("joint"; "department" and the body's id for one body).
    """

    kind: str
    subject: str
    edition: str
    records: str
    tool: str
    audience: str = "internal"


@dataclass(frozen=True, slots=True)
class Meta:
    """What a document says of itself.

    `date` is the position-as-at date (ISO, YYYY-MM-DD), which stands for the creation date in both
    files: the clock is never read. `marking` prints top and bottom of each page ("RESTRICTED"), after
    `banner`, which says what all of it is (a made-up example) and which no copy goes without; `watermark` is
    set large across each page of a draft; `status` stands in the running head.
    """

    title: str
    short_title: str
    author: str
    date: str
    lang: str = "en-GB"
    subject: str = ""
    keywords: str = ""
    status: str = ""
    banner: str = ""
    marking: str | None = None
    watermark: str | None = None
    identity: Identity | None = None

    def at_edges(self, marking: str | None = None) -> str:
        """Return what stands top and bottom of each page: the banner, and a marking, by default its own."""
        said = self.marking if marking is None else marking
        return " – ".join(part for part in (self.banner, said) if part)
