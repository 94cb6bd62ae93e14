"""Officers' words for a briefing pack as a whole, and the annexes that go with it."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, ClassVar

from pydantic import Field

from egci_reports.records.annexes import Annex
from egci_reports.records.base import Day, Id, Line, Model, Place, PlenaryNumber, Prose
from egci_reports.records.dated import Dated
from egci_reports.records.signed import Signed
from egci_reports.records.text_form import TextForm

Clock = Annotated[
    str,
    TextForm(r"^([01][0-9]|2[0-3]):[0-5][0-9]$", "a time is written with four figures: 09:30, 14:30"),
]
"""A time of the day, of 24 hours: 09:30, 14:30."""


class Steering(Signed):
    """The steering brief, of one page."""

    purpose: Prose | None = None
    """Why the meeting is held."""
    objectives: Annotated[tuple[Line, ...], Field(max_length=5)] = ()
    """What must be achieved, three as a rule, each in a line."""
    outcome: Prose | None = None
    """By what the meeting is judged to have reached its aim."""
    priority: tuple[Line, ...] = ()
    """Which items come first if time runs short."""
    sensitive: Prose | None = None
    """What to avoid, and why."""
    in_the_room: Prose | None = None
    """What must be agreed in the room."""
    beforehand: Prose | None = None
    """What officials settled beforehand."""


class RunDownRow(Model):
    """A line of the run-down."""

    item: Line
    """What happens."""
    time: Clock | None = None
    """When it begins: 14:30; none: to be confirmed."""
    who: Line | None = None
    """Who leads."""
    area: Place | None = None
    """The place of its area in the plan under review: its brief is named with the page."""
    papers: Line | None = None
    """Other papers for it."""
    remark: Line | None = None
    """A remark."""


class RunDown(Signed):
    """The course of the day."""

    rows: tuple[RunDownRow, ...] = ()
    """Its lines, in order."""


class AgendaItem(Model):
    """An item of the agenda."""

    text: Line
    """The item, as on the agenda."""
    area: Place | None = None
    """The place of its area in the plan under review: its brief has the same number."""
    lead: Id | None = None
    """The body that leads it."""


class Agenda(Signed):
    """The agenda."""

    APART: ClassVar[frozenset[str]] = Signed.APART | {"agreed_on"}

    items: tuple[AgendaItem, ...] = ()
    """Its items, in order."""
    agreed_on: Annotated[Day | None, Dated.ENDS] = None
    """The day on which the Guangdong side agreed to it; none: it is a draft, not yet agreed."""


class Role(StrEnum):
    """What somebody does in a delegation."""

    HEAD = "head"
    MEMBER = "member"
    IN_ATTENDANCE = "in-attendance"
    INTERPRETER = "interpreter"


class Delegate(Model):
    """Somebody in a delegation: a person on record, or a name, or a post whose holder is not known."""

    body: Id
    """The body, which decides the side and the place in the list."""
    person: Id | None = None
    """Who, if the person is on record; name and post then come from there."""
    name: Line | None = None
    """The name as it is to be printed: Ms Ada Made-Up."""
    name_tc: Line | None = None
    """The name in Chinese, for the list and the name plate; none: as the record of the person has it."""
    post: Line | None = None
    """The post of the day; none: to be confirmed."""
    post_tc: Line | None = None
    """The post of the day in Chinese."""
    telephone: Line | None = None
    """The number on the day, entered for that; it stands in the secretariat's own list alone."""
    role: Role = Role.MEMBER
    """Head, member, in attendance, or interpreter."""


class Delegations(Signed):
    """The delegations of the day. Their order comes from the records: heads first, then standing order."""

    members: tuple[Delegate, ...] = ()
    """The members of both sides."""


class Remarks(Signed):
    """What the head of the Hong Kong side says, in English, in Chinese, or both."""

    en: Prose | None = None
    """In English: 300 words take two to three minutes."""
    tc: Prose | None = None
    """In Traditional Chinese: 500 characters take two to three minutes."""


class ForumRow(Model):
    """A forum, and what belongs to it."""

    forum: Line
    """The forum: a conference, a group, a working level."""
    business: Line
    """What is raised there, and not here."""
    bodies: tuple[Id, ...] = ()
    """The Hong Kong departments that this concerns."""


class Forums(Signed):
    """Which business belongs to which forum."""

    rows: tuple[ForumRow, ...] = ()
    """The forums."""


class Further(Signed):
    """A further part of the pack: lines for the press, notes on persons, logistics."""

    title: Line | None = None
    """Its heading."""
    text: Prose | None = None
    """Its text."""
    bodies: tuple[Id, ...] = ()
    """The Hong Kong departments whose own packs have it too."""

    @classmethod
    def own_fields(cls) -> tuple[str, ...]:
        """Return the name of the field that holds an officer's words: what it is called is known before."""
        return ("text",)


class PackWords(Model):
    """briefs/NN/pack.yaml: officers' words for the pack as a whole, and its annexes."""

    plenary: PlenaryNumber
    """The plenary before which the pack is held."""
    marking: Line | None = None
    """The marking on each page of the pack and of departments' parts of it: RESTRICTED; none: no marking."""
    steering: Steering = Steering.model_construct()
    """The steering brief."""
    run_down: RunDown = RunDown.model_construct()
    """The run-down."""
    agenda: Agenda = Agenda.model_construct()
    """The agenda."""
    delegations: Delegations = Delegations.model_construct()
    """The delegations of the day."""
    opening: Remarks = Remarks.model_construct()
    """Opening remarks."""
    closing: Remarks = Remarks.model_construct()
    """Closing remarks."""
    forums: Forums = Forums.model_construct()
    """What belongs to which forum."""
    further: tuple[Further, ...] = ()
    """Further parts."""
    annexes: tuple[Annex, ...] = ()
    """The annexes, whose files stand in annexes/NN/."""

    @property
    def parts(self) -> tuple[tuple[str, Signed], ...]:
        """The parts that every pack has, by name, in their order."""
        named = ((name, getattr(self, name)) for name in type(self).model_fields)
        return tuple((name, part) for name, part in named if isinstance(part, Signed))

    @property
    def annex_files(self) -> tuple[str, ...]:
        """The places of the annexes' files in the data folder: annexes/20/work-plan.pdf."""
        return tuple(f"annexes/{self.plenary:02d}/{annex.file}" for annex in self.annexes)
