"""The nodes of the lists that the passes fill: the contents, the sources, the abbreviations."""

from __future__ import annotations

from dataclasses import dataclass

from egci_reports.engine.document.inlines import Inline


@dataclass(frozen=True, slots=True)
class ContentsEntry:
    """A line of the contents list: the heading's level, number, title (plain text) and anchor.

    `appended` is the anchor of the pages that the section encloses: the PDF leads there, and Word, which has
    no such pages, prints no page.
    """

    level: int
    number: str | None
    title: str
    anchor: str
    appended: str | None = None


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
    """A line of the list of abbreviations: the short form, and the full one with what it is called today."""

    short: str
    full: str


@dataclass(frozen=True, slots=True)
class Abbreviations:
    """The list of abbreviations and names; `entries` are filled with those the paper uses, in order."""

    anchor: str | None = None
    about: str | None = None
    entries: tuple[Abbreviation, ...] | None = None
