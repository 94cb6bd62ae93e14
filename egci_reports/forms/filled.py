"""What a filled form holds: its fields, and what stands in it beside them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum


@dataclass(slots=True)
class Filled:
    """What stands in a field: its text, whether Word marks it as its prompt, and what could not be read."""

    pieces: list[str] = field(default_factory=list)
    is_prompt: bool = False
    unread: list[str] = field(default_factory=list)

    @property
    def text(self) -> str:
        """The text as it was typed."""
        return "".join(self.pieces)

    def note(self, why: str) -> None:
        """Note, once, why it cannot be read whole."""
        if why not in self.unread:
            self.unread.append(why)


class BesideKind(StrEnum):
    """What a text beside the fields is."""

    OUTSIDE = "outside"  # in the text itself, where no field is
    HEADER = "header"
    FOOTER = "footer"
    COMMENT = "comment"
    NOTE = "note"  # a footnote or an endnote
    BOX = "box"
    DELETED = "deleted"  # by a tracked change
    STRUCK = "struck"
    HIDDEN = "hidden"
    FORMULA = "formula"
    GLOSS = "gloss"  # a phonetic guide
    PICTURE = "picture"
    EMBEDDED = "embedded"  # another file, a diagram or a chart


@dataclass(frozen=True, slots=True)
class Beside:
    """A text that is no part of an entry: what it is, and the field that it stands in or next to, if any."""

    aside: BesideKind
    text: str
    field: str = ""


@dataclass(frozen=True, slots=True)
class FilledForm:
    """A form as it came back: the number and owner's mark in all its fields, and what each holds.

    `tracked` tells that it holds tracked changes, which were read as if accepted. `beside` is all that
    stands in it beside the fields, the form's own fixed texts included. `sent` is a hash of what each field
    was sent out with, as far as it is known.
    """

    file: str
    number: int
    mark: str
    fields: dict[str, Filled]
    tracked: bool
    beside: tuple[Beside, ...]
    sent: Mapping[str, str] = field(default_factory=dict)
