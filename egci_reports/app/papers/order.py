"""What can be ordered: a paper of a kind, in an edition, in certain forms; and the stages on its way."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from egci_reports.engine.language import ENGLISH
from egci_reports.engine.writers.formats import DEFAULT_FORMATS, FORMATS, Format
from egci_reports.records.audience.reader import Audience

__all__ = ["DEFAULT_FORMATS", "DRAFT", "FORMATS", "AnnexPlace", "Audience", "Format", "Order", "Stage"]

DRAFT = "draft"
"""The edition that is not numbered."""


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
    formats: tuple[Format, ...] = DEFAULT_FORMATS
    annexes: AnnexPlace = AnnexPlace.APPENDED
    lang: str = ENGLISH
    audience: Audience = Audience.INTERNAL
