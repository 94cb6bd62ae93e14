"""Clearances: each is of certain words, known again by their fingerprint, and void once they change."""

from __future__ import annotations

import hashlib
import json
import re
import unicodedata
from enum import StrEnum
from typing import Annotated, Any, ClassVar, Self

from egci_reports.records.base import Day, Line, Model
from egci_reports.records.dated import Dated
from egci_reports.records.text_form import TextForm

_SPACES = re.compile(r"[\s\u00a0]+")
_STRAIGHT = str.maketrans("“”‘’", "\"\"''")
_LENGTH = 12
"""Hex digits of a fingerprint: enough that no change is missed by chance, few enough to be read out."""


class Clearance(Model):
    """Who cleared which words, and when. `egci-report clear` enters it."""

    by: Line
    """The clearing officer: a post or a name."""
    on: Annotated[Day, Dated.BEGINS]
    """The day."""
    fingerprint: (
        Annotated[
            str, TextForm(rf"^[0-9a-f]{{{_LENGTH}}}$", "take it out: it is entered by egci-report clear")
        ]
        | None
    ) = None
    """Stands for the words that were cleared; none: it was written by hand, and counts for nothing."""


class ClearanceState(StrEnum):
    """How words stand to their clearance."""

    NONE = "none"
    UNBOUND = "unbound"  # written by hand: nobody knows of which words
    VOID = "void"  # the words have changed since
    CLEARED = "cleared"


class Clearable(Model):
    """Words that somebody clears; each kind of them has a field `cleared`.

    What is cleared are all fields, but for those that say who wrote or sent the words, and when.
    """

    APART: ClassVar[frozenset[str]] = frozenset()
    """Fields that are no part of the words."""

    @property
    def clearance(self) -> Clearance | None:
        """The clearance on record, void or not."""
        found: Clearance | None = getattr(self, "cleared", None)
        return found

    @property
    def fingerprint(self) -> str:
        """What the words are known again by: not by how their lines are broken and their quotes are bent."""
        words = self.model_dump(mode="json", exclude_defaults=True, exclude=set(self.APART))
        text = json.dumps(_normalised(words), ensure_ascii=False, sort_keys=True, separators=(",", ":"))
        return hashlib.sha256(text.encode()).hexdigest()[:_LENGTH]

    @property
    def clearance_state(self) -> ClearanceState:
        """How the words stand to their clearance."""
        cleared = self.clearance
        if cleared is None:
            return ClearanceState.NONE
        if cleared.fingerprint is None:
            return ClearanceState.UNBOUND
        same = cleared.fingerprint == self.fingerprint
        return ClearanceState.CLEARED if same else ClearanceState.VOID

    @property
    def is_cleared(self) -> bool:
        """Whether these very words are cleared."""
        return self.clearance_state is ClearanceState.CLEARED

    @property
    def is_void(self) -> bool:
        """Whether other words were cleared in their place: they are to be cleared again."""
        return self.clearance_state is ClearanceState.VOID

    def as_part_of(self, whole: Clearable) -> Self:
        """Return these words, a part of others, as cleared as the whole is."""
        if self.clearance is None or not whole.is_cleared:
            return self
        bound = self.clearance.model_copy(update={"fingerprint": self.fingerprint})
        return self.model_copy(update={"cleared": bound})


def _normalised(value: Any) -> Any:
    """Return a value with its texts as they are compared: one blank between words, straight marks."""
    match value:
        case str():
            return _SPACES.sub(" ", unicodedata.normalize("NFC", value)).strip().translate(_STRAIGHT)
        case dict():
            return {key: _normalised(one) for key, one in value.items()}
        case list():
            return [_normalised(one) for one in value]
    return value
