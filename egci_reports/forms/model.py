"""What a form is made of, and the tags by which its fields are found again."""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from dataclasses import dataclass
from enum import StrEnum

from egci_reports.engine.document.form_fields import read_mark

_TAG = re.compile(r"egci_(?P<number>[0-9]{1,3})_(?P<owner>[0-9a-f]{8})_(?P<name>[a-z0-9_]+)")
PREFIX = "egci_"
"""Begins the tag of every field that is ours."""


class FieldKind(StrEnum):
    """What may stand in a field."""

    LINE = "line"
    TEXT = "text"  # several lines
    CHOICE = "choice"
    DAY = "day"


@dataclass(frozen=True, slots=True)
class Field:
    """An open field: its name in the form (short: letters, figures, underlines), its label, and its prompt.

    `value` is what it holds; "" shows the prompt. `choices` are the words of a choice.
    """

    name: str
    label: str
    kind: FieldKind
    prompt: str
    value: str = ""
    choices: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class FormRow:
    """A row of a group: its label, and locked texts and fields in their order."""

    label: str
    parts: tuple[str | Field, ...]


@dataclass(frozen=True, slots=True)
class FormGroup:
    """A heading, locked paragraphs under it, and a table of rows.

    `description` is for those who cannot see the table; `key` tells the owner of the form what the group is
    about.
    """

    title: str
    paragraphs: tuple[str, ...]
    description: str
    rows: tuple[FormRow, ...]
    key: str = ""


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
    def fixed(self) -> Counter[str]:
        """All fixed texts, as often as they stand in it."""
        texts = [self.title, *self.introduction, self.end]
        for group in self.groups:
            texts += [group.title, *group.paragraphs, *(self.heads if group.rows else ())]
            for row in group.rows:
                texts += [row.label, *(part for part in row.parts if isinstance(part, str))]
        return Counter(" ".join(text.split()) for text in texts)


def read_tag(tag: str) -> Tagged | None:
    """Return what a tag says; None if it is none of ours."""
    if match := _TAG.fullmatch(tag):
        return Tagged(int(match["number"]), match["owner"], match["name"])
    mark = read_mark(tag)
    return Tagged(mark.number, mark.folder, mark.address, mark.words) if mark else None
