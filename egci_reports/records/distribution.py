"""Who gets copies of papers, and by which channel."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, Any

from pydantic import BeforeValidator, Field

from egci_reports.records.audience.reader import Audience
from egci_reports.records.base import Day, Id, Line, Model
from egci_reports.records.bodies import Side
from egci_reports.records.dated import Dated
from egci_reports.records.paper_kinds import PaperKind
from egci_reports.records.text_form import FormKind, TextForm


class Channel(StrEnum):
    """How a copy reaches its holder."""

    FOLDER = "folder"
    ZIP = "zip"
    DRAFT = "draft"  # a message in a file, to be sent from a mail program
    MAIL = "mail"


class PaperFor(Model):
    """A paper that a recipient gets, and for whom it is made."""

    paper: PaperKind
    """The kind of paper."""
    audience: Audience | None = None
    """For whom it is made. If left out: off the Hong Kong side joint; else the part of the department of a
    briefing or a call, and internal of other papers."""
    reason: Line | None = None
    """Why a post gets the whole of a briefing (audience: internal). Needed there."""

    def made_for(self, side: Side) -> Audience:
        """Return for whom the paper is made that a body of this side gets."""
        if self.audience is not None:
            return self.audience
        return self.paper.audiences[0] if side is Side.HONG_KONG else Audience.JOINT


def _read_paper(value: Any) -> Any:
    return {"paper": value} if isinstance(value, str) else value


Paper = Annotated[PaperFor, BeforeValidator(_read_paper, json_schema_input_type=PaperKind | PaperFor)]
"""A paper of a recipient; a plain kind means the audience that is safe for its side."""


Address = Annotated[
    str,
    TextForm(
        r"^[A-Za-z0-9!#$%&'*+/=?^_{|}~-]+(\.[A-Za-z0-9!#$%&'*+/=?^_{|}~-]+)*"
        r"@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)*$",
        "write one plain address, name@department.example",
        longest=254,
        kind=FormKind.ADDRESS,
    ),
]
"""A plain mail address: name@department.example, without a display name."""


class Recipient(Model):
    """One holder of copies: a body, or a post in it."""

    body: Id
    """The body, which must exist on the day of the list."""
    post: Line | None = None
    """The post that holds the copy, where it is not the body as a whole."""
    code: (
        Annotated[
            str,
            TextForm(r"^[A-Za-z0-9]{1,20}$", "write letters and figures only, twenty at most: CED"),
        ]
        | None
    ) = None
    """What stands for it in the names of files: CED. If left out, it is made from the abbreviation."""
    channel: Channel = Channel.FOLDER
    """A folder, a zip file, a draft of a message, or mail sent by the program."""
    address: Address | None = None
    """The mail address. Mail needs it; in a draft it may be filled in later."""
    papers: Annotated[tuple[Paper, ...], Field(min_length=1)] | None = None
    """The papers it gets. If left out: all kinds on the Hong Kong side; off it annual, history, letters."""

    @property
    def key(self) -> str:
        """What the ledger knows the holder by: the body's id, and the post if there is one."""
        return f"{self.body}/{self.post}" if self.post else self.body

    def papers_on(self, side: Side) -> tuple[PaperFor, ...]:
        """Return the papers it gets, its body being of this side."""
        if self.papers is not None:
            return self.papers
        is_ours = side is Side.HONG_KONG
        return tuple(
            PaperFor(paper=kind) for kind in PaperKind if is_ours or Audience.JOINT in kind.audiences
        )

    def audience(self, kind: str, side: Side) -> Audience | None:
        """Return for whom the paper of a kind is made that it gets; None if it gets none of the kind."""
        found = (one.made_for(side) for one in self.papers_on(side) if one.paper == kind)
        return next(found, None)


class Distribution(Model):
    """distribution.yaml: who gets copies of papers, in the order of copy numbers."""

    as_at: Annotated[Day, Dated.BEGINS]
    """The day as at which the list was drawn up: every body on it exists then, and bears its name of then."""
    recipients: Annotated[tuple[Recipient, ...], Field(min_length=1)]
    """The holders of copies."""
