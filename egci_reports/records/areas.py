"""Areas of co-operation as a plenary words them, and the threads that they are joined to."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from pydantic import Field

from egci_reports.records.base import Flag, Id, Line, LocalText, Model, Place, PlainText
from egci_reports.records.facts import Fact, settled
from egci_reports.records.grades import Sourced


class Grade(StrEnum):
    """How surely a wording belongs to a thread."""

    SAME = "same"  # the word that names the subject is the same
    JUDGED = "judged"  # the naming word has changed, other words or the place carry over
    DOUBTFUL = "doubtful"  # one slight link
    ALONE = "alone"  # joined to nothing before


class Join(Model):
    """That a wording belongs to a thread, how surely, and why; a plain id means the same words."""

    thread: Id
    """Which thread."""
    grade: Grade = Grade.SAME
    """How surely."""
    reason: Line | None = None
    """Why; required unless the words are the same."""


class Area(Sourced):
    """One area of co-operation in the words of the year."""

    wording: LocalText
    """The words as printed, capitals and all."""
    threads: tuple[Annotated[Join, PlainText("thread")], ...] = ()
    """The threads it belongs to."""
    verb: Flag = False
    """Whether the wording opens with a verb (promoting, deepening)."""

    @property
    def is_doubtful(self) -> bool:
        """Whether it belongs to a thread, or to one of its threads, by one slight link only."""
        return any(join.grade is Grade.DOUBTFUL for join in self.threads)


class AreaList(Model):
    """The same year's areas as another source words them."""

    sources: Annotated[tuple[Id, ...], Field(min_length=1)]
    """The source."""
    items: Annotated[tuple[Area, ...], Field(min_length=1)]
    """Its wordings, in its order."""
    hedge: Line | None = None
    """Words that leave the list open."""
    rendering: Flag = False
    """Whether the English is our rendering of a text in another language."""
    note: Line | None = None
    """A note."""


class FocusPoints(Model):
    """Points within the areas that a plan lays down; not areas themselves."""

    said: Place | None = None
    """The number the text states."""
    items: Annotated[tuple[Area, ...], Field(min_length=1)]
    """The points, as printed."""


class PlenaryAreas(Model):
    """The areas agreed for the coming period."""

    said: Place | None = None
    """The number the text states; none: it states none."""
    listed: Fact[tuple[Area, ...]]
    """The areas named, in the order of the source."""
    closed: Flag = True
    """False where the words say there are more ("such as", "etc.")."""
    hedge: Line | None = None
    """The words that open the list, or that keep it open."""
    frame: Line | None = None
    """The plan or agreement the areas stand under, in the source's words."""
    focus: tuple[Line, ...] = ()
    """Emphases beside the areas, as printed: "big data", "the modern information service industry"."""
    focus_points: FocusPoints | None = None
    """Numbered points beside the areas."""
    rivals: tuple[AreaList, ...] = ()
    """Other sources' wordings of the same list."""

    @property
    def quotable(self) -> tuple[Area, ...]:
        """The areas whose words may be quoted: all of those listed, some, or none.

        Said five, listed five, quotable two is a state of its own: the list is neither wrong nor open.
        """
        return tuple(area for area in settled(self.listed) or () if area.is_quotable)
