"""Plenary meetings: one file each, as the sources put them."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from pydantic import Field

from egci_reports.records.areas import PlenaryAreas
from egci_reports.records.base import (
    Count,
    Day,
    Id,
    ItemNumber,
    Line,
    LocalText,
    Model,
    PartialDate,
    Place,
    PlainText,
    PlenaryNumber,
)
from egci_reports.records.dated import PLANNED, Dated
from egci_reports.records.facts import Fact
from egci_reports.records.grades import Graded, Sourced
from egci_reports.records.quotations import breaks_off, told_as_far
from egci_reports.records.sources import Discrepancy, Slip


class Status(StrEnum):
    """Whether a plenary was held or is to come."""

    HELD = "held"
    PLANNED = "planned"


class Mode(StrEnum):
    """How the plenary met."""

    IN_PERSON = "in-person"
    VIDEO = "video-conference"


class Venue(Model):
    """Where a plenary met."""

    city: Line
    """The city; decides the host side."""
    site: Line | None = None
    """The place within the city: Cyberport."""


class Convenor(Model):
    """Somebody who led a side, with the verb that the source uses."""

    person: Id
    """Who."""
    verb: Line | None = None
    """What the source says the person did: co-chaired, reviewed; none: the source is cited without a verb."""


class Listed(Model):
    """A body in a list of those who attended; a plain id in YAML means this."""

    body: Id
    """Which body."""
    printed: Line | None = None
    """The name as printed, where it differs from the name of the day."""


class Delegation(Graded):
    """The bodies of one side, in the order of the source."""

    bodies: Annotated[tuple[Annotated[Listed, PlainText("body")], ...], Field(min_length=1)]
    """The bodies."""
    others: tuple[Annotated[Listed, PlainText("body")], ...] = ()
    """Participants of the side that are no departments: institutes, companies, associations."""
    hedge: Line | None = None
    """Words of the source that leave the list open: "including"."""
    open_because: Line | None = None
    """Why the list may not be whole, in our words, which are never quoted: the source names a head only."""

    @property
    def opening(self) -> str | None:
        """What leaves the list open, be it words of the source or ours; None: the list is closed."""
        return self.hedge or self.open_because


class OtherWords(Graded):
    """What another source says was done about the plan."""

    words: Line
    """Its words, quoted: agreed to continue strengthening co-operation in five areas."""
    sources: Annotated[tuple[Id, ...], Field(min_length=1)]
    """The source."""


class Outcome(Graded):
    """What the record says was done, in its own verbs, which papers may not upgrade."""

    by: Line | None = None
    """Who did it, by the grammar of the source: both sides; none: the meeting."""

    reviewed: Line | None = None
    """The words on the review, from their verb on: reviewed the progress of ... in 2012."""
    verb: Line
    """The verb on the plan: endorsed, agreed to set, will co-operate proactively."""
    words: Line
    """The whole phrase, its verb in it: endorsed the major work plan for the coming year in 3 areas."""
    others: tuple[OtherWords, ...] = ()
    """What other sources say was done about the plan, where it differs."""
    sources: tuple[Id, ...] = ()
    """Sources; none: the file's own."""


class Report(Graded):
    """One thing said or reported: progress, a plan below the level of an area, a statement."""

    text: Line
    """The fact, in our words, such that it may be printed."""
    person: Id | None = None
    """Who said it."""
    threads: tuple[Id, ...] = ()
    """Which threads it touches."""
    sources: tuple[Id, ...] = ()
    """Sources; none: the file's own."""
    caution: Line | None = None
    """What the source does not say about it."""

    @property
    def breaks_off(self) -> bool:
        """Whether it quotes words that break off within one: papers quote them once at most."""
        return breaks_off(self.text)

    @property
    def as_far(self) -> str:
        """The text with such words told as far as whole ones go, without quotation marks."""
        return told_as_far(self.text)


class PlanItem(Sourced):
    """An item of the work plan agreed at a plenary, below the level of an area, with who leads it."""

    item: ItemNumber
    """Its number, the same on both sides: 2.1."""
    text: Line
    """The item, as agreed."""
    text_tc: Line | None = None
    """The item in Traditional Chinese, as agreed."""
    area: Place
    """The place of its area in the list of areas, counted from 1."""
    lead: Id | None = None
    """The Hong Kong body that leads it and is asked for returns on it; none: Guangdong leads it alone."""
    partner: Id | None = None
    """The Guangdong body that leads it."""
    target: Annotated[PartialDate | None, PLANNED] = None
    """When it is to be done; none: it has no end by nature, or none was set."""
    continues: ItemNumber | None = None
    """The item of the plan before that it goes on from."""


class Call(Model):
    """The call for returns before a plenary."""

    on: Annotated[Day, PLANNED]
    """The day of the covering memo."""
    reply_by: Annotated[Day, PLANNED]
    """The day by which returns are asked for."""


class ActionCount(Model):
    """What the notes of a plenary say of the list of actions: it balances from plenary to plenary."""

    brought_forward: Count
    """Actions open before the plenary."""
    new: Count
    """Actions agreed at it."""
    closed: Count
    """Actions closed by a decision recorded at it."""
    carried_forward: Count
    """Actions open after it."""


class Meeting(Model):
    """A plenary meeting."""

    number: PlenaryNumber
    """Its number."""
    status: Status = Status.HELD
    """Held or planned."""
    proposed: tuple[Line, ...] = ()
    """Fields that were proposed by `new meeting` and wait for confirmation."""
    title: LocalText | None = None
    """Its name as a source gives it in Chinese; the English form follows from the number."""
    date: Annotated[Fact[Day], Dated.HAPPENED]
    """The day."""
    mode: Mode
    """In person or by video conference."""
    venue: Fact[Venue] | None = None
    """Where; none for a video conference."""
    purpose: Line | None = None
    """What it was held for, where the source says so, in its words."""
    reviewed: Fact[Line]
    """The period reviewed, as printed: 2012, 2023-24."""
    planned: Fact[Line]
    """The period planned for, as printed: 2024-25, the coming year."""
    convenors: Fact[tuple[Convenor, ...]]
    """Who led the two sides."""
    hong_kong: Fact[Delegation]
    """Hong Kong bodies listed."""
    guangdong: Fact[Delegation]
    """Guangdong bodies listed."""
    outcome: Fact[Outcome]
    """What was done about the review and the plan."""
    areas: PlenaryAreas
    """The areas of the plan."""
    progress: tuple[Report, ...] = ()
    """Progress that a source says was reported to the meeting."""
    plan_items: tuple[Report, ...] = ()
    """Plans below the level of an area."""
    work_plan: tuple[PlanItem, ...] = ()
    """The items of the work plan agreed, where the plan itself is on file."""
    call: Call | None = None
    """When returns on the plan before were called for; none: there was no call."""
    action_count: ActionCount | None = None
    """The count of actions in the notes of the plenary, where they are on file."""
    statements: tuple[Report, ...] = ()
    """What persons said there."""
    captions: tuple[Line, ...] = ()
    """Captions of the pictures, as printed."""
    slips: tuple[Slip, ...] = ()
    """Slips of the sources in the entry."""
    discrepancies: tuple[Discrepancy, ...] = ()
    """Points on which sources differ."""
    sources: Annotated[tuple[Id, ...], Field(min_length=1)]
    """Sources of the entry, the main one first."""
    position_as_at: Annotated[Day | None, Dated.ENDS] = None
    """The cut-off date of the year's report; none: the latest date among its facts."""
