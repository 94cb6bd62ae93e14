"""Officers' words for the brief on an area."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from pydantic import Field

from egci_reports.records.base import Day, Id, Line, Model, Place, PlenaryNumber, Prose
from egci_reports.records.dated import Dated
from egci_reports.records.returns import Likelihood
from egci_reports.records.signed import Signed


class SpeakingPoint(Model):
    """A point to make, to be said aloud."""

    by: Line
    """Who says it: Convenor, C&ED."""
    say: Line
    """The words: one breath long."""


class Confidence(StrEnum):
    """How sure an assessment is."""

    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"


class Assessment(Model):
    """What the other side is likely to hold."""

    text: Prose
    """The position."""
    basis: Line
    """What the assessment rests on: a call of the working level, the notes of a plenary."""
    on: Annotated[Day, Dated.BEGINS]
    """The day of the assessment."""
    confidence: Confidence
    """How sure it is."""


class Question(Model):
    """A question that may come, and the answer."""

    ask: Line
    """The question in their words."""
    answer: Line
    """The answer, in two sentences."""


class ItemBrief(Signed):
    """briefs/NN/brief-N.yaml: officers' words for the brief on an area."""

    plenary: PlenaryNumber
    """The plenary before which the brief is held."""
    area: Place
    """The place of the area in the plan under review, counted from 1: the number of the brief."""
    lead: Id | None = None
    """The Hong Kong department whose brief it is; none: that which leads the items of the area."""
    speaker: Line | None = None
    """Who speaks: a name and a post."""
    minutes: Annotated[int, Field(ge=1, le=240)] | None = None
    """The minutes that the item has."""
    raised: Likelihood | None = None
    """Whether it is likely to be raised; none: as the returns say."""
    objective: Prose | None = None
    """What we want agreed, in a line or two."""
    points: Annotated[tuple[SpeakingPoint, ...], Field(max_length=7)] = ()
    """Points to make, three to five."""
    line_to_take: Prose | None = None
    """What to say if pressed: agree, refuse or refer back."""
    guangdong: Assessment | None = None
    """The likely position of Guangdong."""
    questions: tuple[Question, ...] = ()
    """What may be asked, and the answers."""
    background: Prose | None = None
    """Background that may be used freely."""
    not_for_disclosure: Prose | None = None
    """Background that stays with the Convenor."""
    action: Prose | None = None
    """Action sought: note, agree or endorse; who follows up, by when."""

    @classmethod
    def own_fields(cls) -> tuple[str, ...]:
        """Return the names of the fields that hold an officer's words."""
        return tuple(name for name in super().own_fields() if name not in ("plenary", "area", "lead"))
