"""What a kind of paper hands on: a template, its context, its charts, and what blocks a numbered edition."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date

from egci_reports.charts.words import ChartWords
from egci_reports.engine.document.chart import Chart
from egci_reports.engine.enclosing import AnnexFile
from egci_reports.engine.language import ENGLISH
from egci_reports.errors import Finding
from egci_reports.records.audience.reader import Audience
from egci_reports.records.paper_name import EVERYTHING, PaperName, stem_of
from egci_reports.records.records import Records
from egci_reports.views.officers_texts import OfficersText

DRAFT = "draft"
"""The edition of a paper that is not numbered."""


@dataclass(frozen=True, slots=True)
class Mention:
    """Where a paper names a body: the paper, the number and title of the section, the text.

    `table` is the caption of the table of which the text is a row; None outside tables.
    """

    paper: str
    section: str
    text: str
    table: str | None = None


@dataclass(frozen=True, slots=True)
class Request:
    """Which paper is asked for: of which year or meeting, in which edition, from which standpoint.

    `as_of` is the standpoint that the records already have, for the paper to say; None: all that is recorded.
    `annexes_apart` leaves annexes in files of their own. `holder` is the body that a paper for one body is
    for, `mentions` are the places of other papers that name it. `audience` is for whom the records were put
    together. `dated` is the day that a letter bears, `reply_by` the one by which it asks for an answer.
    """

    subject: str
    edition: str = DRAFT
    as_of: date | None = None
    annexes_apart: bool = False
    holder: str | None = None
    mentions: tuple[Mention, ...] = ()
    lang: str = ENGLISH
    audience: Audience = Audience.INTERNAL
    dated: date | None = None
    reply_by: date | None = None

    @property
    def is_draft(self) -> bool:
        """Whether the edition is a draft and not a numbered one."""
        return self.edition == DRAFT

    def stem(self, kind: str, subject: str = EVERYTHING) -> str:
        """Return how a paper's files begin: none of another audience, edition, day or language."""
        name = PaperName(kind, subject, self.audience, self.holder, self.as_of)
        edition = None if self.is_draft else self.edition
        return stem_of(name, edition, None if self.lang == ENGLISH else self.lang)


@dataclass(frozen=True, slots=True)
class SeparateFile:
    """A PDF that goes with a paper as it is."""

    name: str
    content: bytes
    pages: int
    claims: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Paper:
    """A paper before its words: everything that the template and the writers need.

    `stem` begins the files' names ("annual-2024"). `slots` fill the titles of words.toml. `context` is what
    the template sees. `position` is the day the paper speaks of. `blocked` lists what refuses a
    numbered edition, but for disputes: which of them it prints is seen by its words. `verbatim` are words of
    sources, which house style leaves alone. `texts` are officers' for it. `subject` and `records` are given
    by a kind that finds its subject, or the day it stands at, itself: they take the place of those it was
    given. `enclosed` are the documents that its sections enclose, by key; they conform if each is known to
    keep PDF/UA-1 and PDF/A-2a. `separate` are files that go with it. `undisclosed` are the addresses of words
    in it that are not for disclosure. `is_unbegun` tells that files for officers' words are not there yet,
    `is_quoted` that it sets out the words of another paper, which were checked there.
    """

    kind: str
    stem: str
    template: str
    slots: Mapping[str, str]
    context: Mapping[str, object]
    charts: Mapping[str, Chart]
    position: date
    blocked: tuple[Finding, ...] = ()
    verbatim: tuple[str, ...] = ()
    texts: tuple[OfficersText, ...] = ()
    subject: str | None = None
    records: Records | None = None
    enclosed: Mapping[str, AnnexFile] = field(default_factory=dict)
    enclosures_conform: bool = True
    separate: tuple[SeparateFile, ...] = ()
    undisclosed: tuple[str, ...] = ()
    is_unbegun: bool = False
    is_quoted: bool = False


Kind = Callable[[Records, Request, ChartWords], Paper]
"""Makes the paper that is asked for from records. Raises UsageError where there is no such paper."""
