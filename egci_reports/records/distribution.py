"""Who gets copies of papers, and by which channel."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from pydantic import Field, StringConstraints

from egci_reports.records.base import Day, Id, Line, Model
from egci_reports.records.dated import Dated


class Channel(StrEnum):
    """How a copy reaches its holder."""

    FOLDER = "folder"
    ZIP = "zip"
    DRAFT = "draft"  # a message in a file, to be sent from a mail program
    MAIL = "mail"


class PaperKind(StrEnum):
    """The kinds of papers that may be distributed."""

    ANNUAL = "annual"
    BRIEFING = "briefing"
    HISTORY = "history"


Address = Annotated[
    str,
    StringConstraints(
        pattern=r"^[A-Za-z0-9!#$%&'*+/=?^_{|}~-]+(\.[A-Za-z0-9!#$%&'*+/=?^_{|}~-]+)*"
        r"@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)*$",
        max_length=254,
    ),
]
"""A plain mail address: name@department.example, without a display name."""


class Recipient(Model):
    """One holder of copies: a body, or a post in it."""

    body: Id
    """The body, which must exist on the day of the list."""
    post: Line | None = None
    """The post that holds the copy, where it is not the body as a whole."""
    code: Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9]{1,20}$")] | None = None
    """What stands for it in the names of files: CED. If left out, it is made from the abbreviation."""
    channel: Channel = Channel.FOLDER
    """A folder, a zip file, a draft of a message, or mail sent by the program."""
    address: Address | None = None
    """The mail address. Mail needs it; in a draft it may be filled in later."""
    papers: Annotated[tuple[PaperKind, ...], Field(min_length=1)] = tuple(PaperKind)
    """The kinds of papers it gets; all of them if left out."""

    @property
    def key(self) -> str:
        """What the ledger knows the holder by: the body's id, and the post if there is one."""
        return f"{self.body}/{self.post}" if self.post else self.body


class Distribution(Model):
    """distribution.yaml: who gets copies of papers, in the order of copy numbers."""

    as_at: Annotated[Day, Dated.BEGINS]
    """The day as at which the list was drawn up: every body on it exists then, and bears its name of then."""
    recipients: Annotated[tuple[Recipient, ...], Field(min_length=1)]
    """The holders of copies."""
