"""What changed between two plenaries, as the terminal tells it."""

from __future__ import annotations

from dataclasses import dataclass

from egci_reports.analysis.wording import WordStep
from egci_reports.errors import Position

NOT_COMPARED = "not compared: no one kind of source has both wordings in full"
"""Stands in place of how areas changed, where their words are not set side by side."""


@dataclass(frozen=True, slots=True)
class ComparedPlenary:
    """One of the two plenaries: what it is called, and where its record stands."""

    label: str
    address: str
    place: Position | None


@dataclass(frozen=True, slots=True)
class Fact:
    """A fact of both plenaries as text, earlier and later."""

    label: str
    before: str
    after: str

    @property
    def is_same(self) -> bool:
        """Whether both have the same words."""
        return self.before == self.after


@dataclass(frozen=True, slots=True)
class AreaLine:
    """Areas that belong together: what became of them, with their places and words.

    `steps` are the words kept, added and left out, as printed, where one area goes with one and one kind of
    source has both wordings in full; `source` is that kind where it is not that of the lists.
    """

    subject: str
    how: str
    before: tuple[tuple[int, str], ...]
    after: tuple[tuple[int, str], ...]
    steps: tuple[tuple[WordStep, str], ...] = ()
    is_doubtful: bool = False
    source: str | None = None

    @property
    def is_apart(self) -> bool:
        """Whether both wordings are told without being compared."""
        return self.how == NOT_COMPARED


@dataclass(frozen=True, slots=True)
class BodyLine:
    """What is said of some bodies: listed again, new, no longer listed."""

    label: str
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Difference:
    """What changed between two plenaries."""

    earlier: ComparedPlenary
    later: ComparedPlenary
    facts: tuple[Fact, ...]
    areas: tuple[AreaLine, ...]
    areas_note: str
    bodies: tuple[BodyLine, ...]
    bodies_note: str
