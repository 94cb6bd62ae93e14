"""What can be ordered: a paper of a kind, in an edition, in certain forms; and the stages on its way."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from egci_reports.engine.language.load import ENGLISH
from egci_reports.records.audience.reader import Audience

__all__ = ["DRAFT", "AnnexPlace", "Audience", "Format", "Order", "Stage"]

DRAFT = "draft"
"""The edition that is not numbered."""


class Format(StrEnum):
    """In which form a paper is written."""

    WORD = "word"
    PDF = "pdf"

    @property
    def suffix(self) -> str:
        """The end of the file's name."""
        return ".docx" if self is Format.WORD else ".pdf"

    @property
    def claims(self) -> tuple[str, ...]:
        """The standards that a file of this form claims to keep."""
        return () if self is Format.WORD else ("PDF/UA-1", "PDF/A-2a")


class AnnexPlace(StrEnum):
    """Where the annexes of a pack go."""

    APPENDED = "appended"  # their pages follow those of the pack, in the same PDF
    SEPARATE = "separate"  # each is a file of its own beside it


class Stage(StrEnum):
    """What can be printed on the way from the records to the files."""

    RECORDS = "records"
    XML = "xml"
    TREE = "tree"


@dataclass(frozen=True, slots=True)
class Order:
    """A paper to be made.

    `kind` and `subject` say which ("annual", "2024"); `edition` is "draft" or a number; `as_of` the day at
    whose end the paper stands, None for all that is recorded; `marking` is asked for top and bottom
    of each page, beside what the records say; `lang` is the language: the name of its folder of templates;
    `audience` is for whom it is made.
    """

    kind: str
    subject: str
    edition: str = DRAFT
    as_of: date | None = None
    marking: str | None = None
    formats: tuple[Format, ...] = tuple(Format)
    annexes: AnnexPlace = AnnexPlace.APPENDED
    lang: str = ENGLISH
    audience: Audience = Audience.INTERNAL
