"""What a form is made of, and the tags by which its fields are found again."""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from dataclasses import dataclass
from enum import StrEnum

from egci_reports.engine.document.form_fields import read_mark

_TAG = re.compile(r"egci_(?P<number>[0-9]{1,3})_(?P<owner>[0-9a-f]{8})_(?P<name>[a-z0-9_]+)")
_COPY = "+"
_ROW = re.compile(r"([a-z]+)([0-9]{1,3})_([a-z][a-z0-9_]*)(?:\+([0-9]+))?")
PREFIX = "egci_"
"""Begins the tag of every field that is ours."""


class FieldKind(StrEnum):
    """What may stand in a field."""

    LINE = "line"
    TEXT = "text"  # several lines
    CHOICE = "choice"
    OFFER = "offer"  # words to choose from, or others to be typed
    DAY = "day"


@dataclass(frozen=True, slots=True)
class Field:
    """An open field: its name in the form (short: letters, figures, underlines), its label, and its prompt.

    `value` is what it holds; "" shows the prompt. `choices` are the words of a choice or an offer.
    """

    name: str
    label: str
    kind: FieldKind
    prompt: str
    value: str = ""
    choices: tuple[str, ...] = ()


NEW_LINE = "\n"
"""The part of a row that begins a new line."""


@dataclass(frozen=True, slots=True)
class FormRow:
    """A row of a group: its label, and locked texts and fields in their order.

    A part that is `NEW_LINE` begins a new line.
    """

    label: str
    parts: tuple[str | Field, ...]

    @property
    def fixed(self) -> tuple[str, ...]:
        """Its locked texts, but for the label."""
        return tuple(part for part in self.parts if isinstance(part, str) and part != NEW_LINE)


@dataclass(frozen=True, slots=True)
class FormGroup:
    """A heading, locked paragraphs under it, and a table of rows.

    `description` is for those who cannot see the table; `key` tells the owner of the form what the group is
    about. Rows that repeat may be added to by whoever fills the form in.
    """

    title: str
    paragraphs: tuple[str, ...]
    description: str
    rows: tuple[FormRow, ...]
    key: str = ""
    repeats: bool = False


@dataclass(frozen=True, slots=True)
class Owner:
    """Whose form it is: the number it belongs to and the id of the one who fills it in."""

    number: int
    id: str

    @property
    def mark(self) -> str:
        """Eight letters that stand for the id in tags, which Word keeps short."""
        return hashlib.sha256(self.id.encode()).hexdigest()[:8]

    def tag(self, name: str) -> str:
        """Return the tag of a field: every field says whose it is, so that none can stray.

        It is also the name of the field's bookmark, of which Word allows 40 letters, figures and underlines.
        """
        return f"{PREFIX}{self.number}_{self.mark}_{name}"


@dataclass(frozen=True, slots=True)
class Tagged:
    """What a tag says: the number, the mark of the owner, and the name of the field.

    Of a field of a paper the mark is the folder of its record, the name a hash of its address, and `sent` a
    hash of the words that it was sent out with, which bookmarks alone say.
    """

    number: int
    mark: str
    name: str
    sent: str = ""


@dataclass(frozen=True, slots=True)
class Form:
    """A whole form. `heads` are the column heads of its tables: of the labels and of what is entered.

    `end` is the line that closes it.
    """

    owner: Owner
    title: str
    introduction: tuple[str, ...]
    heads: tuple[str, str]
    groups: tuple[FormGroup, ...]
    end: str

    @property
    def fields(self) -> tuple[Field, ...]:
        """All fields in their order."""
        rows = [row for group in self.groups for row in group.rows]
        return tuple(part for row in rows for part in row.parts if isinstance(part, Field))

    @property
    def repeating(self) -> frozenset[str]:
        """The fixed texts of rows that repeat, which may stand in it any number of times."""
        rows = [row for group in self.groups if group.repeats for row in group.rows]
        return frozenset(" ".join(text.split()) for row in rows for text in (row.label, *row.fixed))

    @property
    def fixed(self) -> Counter[str]:
        """All fixed texts, as often as they stand in it."""
        texts = [self.title, *self.introduction, self.end]
        for group in self.groups:
            texts += [group.title, *group.paragraphs, *(self.heads if group.rows else ())]
            for row in group.rows:
                texts += [row.label, *row.fixed]
        return Counter(" ".join(text.split()) for text in texts)


@dataclass(frozen=True, slots=True, order=True)
class RowField:
    """A field of a row that repeats: its list, the place of the row as it was sent out, and its own name.

    A row that was added has the fields of the row that it was copied from; `copy` counts those, from 2.
    """

    list: str
    place: int
    name: str
    copy: int = 1

    def __str__(self) -> str:
        copy = f"{_COPY}{self.copy}" if self.copy > 1 else ""
        return f"{self.list}{self.place}_{self.name}{copy}"


def row_field(name: str) -> RowField | None:
    """Return which field of which row a name means; None if it is none of a row that repeats."""
    match = _ROW.fullmatch(name)
    return RowField(match[1], int(match[2]), match[3], int(match[4] or 1)) if match else None


def read_tag(tag: str) -> Tagged | None:
    """Return what a tag says; None if it is none of ours."""
    if match := _TAG.fullmatch(tag):
        return Tagged(int(match["number"]), match["owner"], match["name"])
    mark = read_mark(tag)
    return Tagged(mark.number, mark.folder, mark.address, mark.words) if mark else None
