"""Actions agreed at plenaries: one owner, one due date, open until a recorded decision closes them."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from egci_reports.records.base import Day, Id, Line, Model, PlenaryNumber
from egci_reports.records.dated import PLANNED, Dated
from egci_reports.records.text_form import TextForm


class ActionStatus(StrEnum):
    """How the owner says that an action stands. Done is not closed: that takes a decision."""

    NOT_YET_STARTED = "not-yet-started"
    IN_PROGRESS = "in-progress"
    DONE = "done"


class ProgressNote(Model):
    """What the owner reported on an action."""

    on: Annotated[Day, Dated.BEGINS]
    """The day of which it speaks."""
    text: Line
    """What was reported."""
    status: ActionStatus
    """How the action stood."""


class Closing(Model):
    """The decision that closed an action."""

    meeting: PlenaryNumber
    """The plenary that decided it."""
    paragraph: Line
    """Where its notes record the decision: paragraph 9."""
    by: Line | None = None
    """Who decided it: the plenary, a post."""
    on: Annotated[Day | None, Dated.ENDS] = None
    """The day of the decision."""
    reason: Line | None = None
    """Why it was closed."""


class NewDate(Model):
    """A decision that gave an action another due date."""

    meeting: PlenaryNumber | None = None
    """The plenary that decided it; none: it was decided between two."""
    by: Line
    """Who decided it: the plenary, a post."""
    on: Annotated[Day, Dated.BEGINS]
    """The day of the decision."""
    reason: Line
    """Why it was put off, or brought forward."""
    due: Annotated[Day, PLANNED]
    """The day by which it is to be done from then on."""


class CarriedOver(Model):
    """A decision of a plenary that an action goes on as it is."""

    meeting: PlenaryNumber
    """The plenary that decided it."""
    by: Line
    """Who decided it: the plenary, a post."""
    on: Annotated[Day, Dated.BEGINS]
    """The day of the decision."""
    reason: Line
    """Why it goes on."""


class Action(Model):
    """An action agreed at a plenary."""

    id: Annotated[
        str,
        TextForm(r"^[0-9]{2,3}-[0-9]{2}$", "an action is numbered by its plenary and its place there: 19-03"),
    ]
    """Its number for life: 19-03 is the third action of the 19th plenary."""
    source: Line
    """The paragraph of the notes that records it: paragraph 12."""
    text: Line
    """What is to be done, the verb first."""
    owner: Id
    """The one body that answers for it."""
    partners: tuple[Id, ...] = ()
    """Bodies that it is done with."""
    due: Annotated[Day, PLANNED]
    """The day by which it was to be done when it was agreed."""
    redated: tuple[NewDate, ...] = ()
    """The decisions that gave it another date, oldest first."""
    carried_over: tuple[CarriedOver, ...] = ()
    """The decisions by which it goes on, oldest first."""
    progress: tuple[ProgressNote, ...] = ()
    """What its owner reported, oldest first."""
    closed: Closing | None = None
    """The decision that closed it; none: it is open."""

    @property
    def raised_at(self) -> int:
        """The number of the plenary that agreed it."""
        return int(self.id.partition("-")[0])

    @property
    def place(self) -> int:
        """Its place among the actions of its plenary, from 1."""
        return int(self.id.partition("-")[2])

    @property
    def due_now(self) -> Day:
        """The day by which it is to be done: by the last decision on it, else as it was agreed."""
        return self.redated[-1].due if self.redated else self.due

    @property
    def status(self) -> ActionStatus:
        """How it stands by its latest progress."""
        return self.progress[-1].status if self.progress else ActionStatus.NOT_YET_STARTED
