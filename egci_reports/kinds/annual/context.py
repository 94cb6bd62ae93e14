"""What the template of the annual report is given: facts, counts, and flags to choose words by."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from egci_reports.analysis.lists import Presence
from egci_reports.analysis.missing import MissingEntry
from egci_reports.analysis.participation import Participation
from egci_reports.analysis.plenaries import Plenary, Series
from egci_reports.analysis.year import DiscrepancyAt
from egci_reports.engine.document.inlines import Name
from egci_reports.kinds.annual.areas import CitedWording, UnderReview
from egci_reports.kinds.annual.bodies import Bodies, BodyRow
from egci_reports.kinds.annual.developments import FactOfYear
from egci_reports.kinds.annual.news_kinds import Founded, NewFramework, News, Proposed, SubjectsInEveryPlan
from egci_reports.kinds.annual.notes import DecidedDispute
from egci_reports.kinds.annual.open_points import LeftOpen
from egci_reports.kinds.annual.proceedings import Proceedings
from egci_reports.kinds.annual.tables import Outline, WordingsTable
from egci_reports.records.base import Words
from egci_reports.records.group import GroupFact
from egci_reports.records.meetings import Report
from egci_reports.records.sources import Source
from egci_reports.views.contested import Contested, Rival
from egci_reports.views.fact_notes import FactNote
from egci_reports.views.names import OfficeHolder
from egci_reports.views.occasions import Occasion, Occasions
from egci_reports.views.officers_texts import OfficersText
from egci_reports.views.plan_views import Plan, Progress
from egci_reports.views.returned import FollowedActions, Returned
from egci_reports.views.setting import MeetingSetting


@dataclass(frozen=True, slots=True)
class AnnualHead:
    """What the paper says of itself.

    `position` is the day it speaks of; `as_of` the standpoint, where one was asked for.
    """

    year: int
    edition: str
    is_draft: bool
    is_proposed: bool
    """Whether the plenary is still to come: the paper is the draft tabled at it."""
    position: date
    as_of: date | None
    group: Words
    group_name: Name
    page: str
    """The source that is the group's own page."""
    made_from: tuple[str, ...]
    """The sources of the plenary's file, the main one first."""


@dataclass(frozen=True, slots=True)
class SearchedUpTo:
    """Up to which days was looked for what happened, where the period of the paper ends later."""

    occasions: date | None
    developments: date | None


@dataclass(frozen=True, slots=True)
class PlanTable:
    """The areas of the plan of the year, each with another source's wording of it."""

    rows: tuple[tuple[CitedWording, tuple[CitedWording, ...]], ...]
    other: CitedWording | None
    """Any wording of the other source, for what it is called; None: there is no other."""
    alone: tuple[CitedWording, ...] = ()
    """The other source's wordings that answer to none of the areas."""

    @property
    def shared(self) -> tuple[str, ...]:
        """The sources of the areas' wordings, where all rest on the same; else none."""
        return _shared([own for own, _ in self.rows])

    @property
    def other_shared(self) -> tuple[str, ...]:
        """The sources of the other source's wordings, where all rest on the same; else none."""
        return _shared([*(other for _, others in self.rows for other in others), *self.alone])


@dataclass(frozen=True, slots=True)
class Annual:
    """Everything that the annual report of a year can say, up to that year and no further."""

    head: AnnualHead
    plenary: Plenary
    before: Plenary | None
    series: Series
    years: Mapping[int, int]
    """The calendar year of each plenary, by number."""
    setting: MeetingSetting
    proceedings: Proceedings
    news: tuple[News, ...]
    """What is new, the weightiest first."""
    standing: SubjectsInEveryPlan | None
    founding: tuple[tuple[GroupFact, bool], ...]
    """How the group came about, in the paper on its first plenary; and whether a source is later."""
    plan: Plan
    plan_table: PlanTable
    plan_before: Plan | None
    is_same_plan: bool
    """Whether the areas are those of the plan before, words and order."""
    has_same_subjects: bool
    """Whether each area surely goes on from one of the plan before, and none is left."""
    progress: Progress
    review: UnderReview
    highlights: tuple[FactOfYear, ...]
    """The public facts that the summary tells."""
    looked_for: SearchedUpTo
    returned: Returned | None
    """Returns on the plan before; None unless its items are on file."""
    followed: FollowedActions | None
    """Actions followed up; None if none is recorded."""
    bodies: Bodies
    body_rows: tuple[BodyRow, ...]
    participation: Participation
    wordings: WordingsTable | None
    outlines: tuple[Outline, ...]
    """Each plenary so far in a line."""
    own_events: frozenset[str]
    """The addresses of the events that the record calls the group's own, not held beside a plenary."""
    events: Occasions
    after: Occasions
    missing: Mapping[str, tuple[MissingEntry, ...]]
    """What the record does not show, by kind."""
    points: tuple[Contested, ...]
    """The disputes that the paper prints."""
    left_open: LeftOpen | None
    discrepancies: tuple[DiscrepancyAt, ...]
    """Points on which sources differ, as far as they touch the paper."""
    decided: tuple[DecidedDispute, ...]
    fact_notes: tuple[FactNote, ...]
    """What the record notes on the facts of this plenary."""
    texts: Mapping[str, tuple[OfficersText, ...]]
    """Officers' own texts by section."""
    sources: tuple[Source, ...]
    about: str
    """The address of the plenary's record."""

    @property
    def open_points(self) -> tuple[Contested, ...]:
        """The disputes that are to be settled: neither decided nor accepted."""
        return tuple(one for one in self.points if one.waits)

    @property
    def undecided(self) -> tuple[Contested, ...]:
        """The disputes that nobody has decided, accepted or not."""
        return tuple(one for one in self.points if not one.decision)

    @property
    def accepted(self) -> tuple[Contested, ...]:
        """The undecided disputes of which all values are printed, for a reason that is recorded."""
        return tuple(one for one in self.points if one.accepted and not one.decision)

    @property
    def rival_outcomes(self) -> tuple[Rival, ...]:
        """What sources say was done, where they differ and nothing is decided."""
        own = (one for one in self.points if one.number == self.plenary.number and not one.decision)
        return next((one.rivals for one in own if one.field == "outcome"), ())

    @property
    def open_place(self) -> Contested | None:
        """The place of this plenary, if it is to be settled."""
        number = self.plenary.number
        return next((one for one in self.open_points if one.is_place and one.number == number), None)

    @property
    def readings(self) -> tuple[tuple[str, tuple[int, ...]], ...]:
        """How the words of the plan are known: each grade with its areas; none if all were read in full."""
        grades = [(area.area.grade or "official", area.position) for area in self.plan.areas]
        if not self.unread_count:
            return ()
        return tuple(
            (grade, tuple(position for one, position in grades if one == grade))
            for grade in dict.fromkeys(grade for grade, _ in grades)
        )

    @property
    def read_in_full(self) -> tuple[int, ...]:
        """The areas whose official words were read to their end, by their places."""
        return next((places for grade, places in self.readings if grade == "official"), ())

    @property
    def quotable_count(self) -> int:
        """How many areas of the plan are known in words that were read to their end."""
        return len(self.plenary.meeting.areas.quotable)

    @property
    def unread_count(self) -> int:
        """How many are not."""
        return self.plan.count - self.quotable_count

    @property
    def witnesses(self) -> tuple[OfficeHolder, ...]:
        """The persons named as witnesses of what was signed, each once."""
        signings = self.group_events.signings
        return tuple({person.name: person for one in signings for person in one.witnesses}.values())

    @property
    def is_industry_witnessed(self) -> bool:
        """Whether witnesses are named of what industry bodies signed, and of nothing else."""
        signings = self.group_events.signings
        return all(bool(one.witnesses) is not one.is_government for one in signings)

    @property
    def witnessed_count(self) -> int:
        """Of how many of them a source names witnesses."""
        return sum(bool(one.witnesses) for one in self.group_events.signings)

    @property
    def differs_in_substance(self) -> bool:
        """Whether a record notes of two wordings of the plan how they differ."""
        return bool(self.plan.areas and self.plan.rivals and self.plan.rivals.note)

    @property
    def point_count(self) -> int:
        """How many points the secretariat is to settle from its own papers."""
        is_left = self.left_open is not None and self.left_open.wording is not None
        return len(self.open_points) + self.differs_in_substance + is_left

    @property
    def known(self) -> Mapping[str, str]:
        """The short names of those whom the summary names before it says who came, by full name."""
        told = [one.proposal for one in self.news if isinstance(one, Proposed)]
        return {one.who: one.short for one in told if one.who}

    @property
    def named(self) -> frozenset[str]:
        """The full names of those whom the summary names before it says what is open."""
        return frozenset((*self.known, *(lead.holder.name for lead in self.proceedings.leads)))

    @property
    def are_left(self) -> bool:
        """Whether all that is to be settled was left by the plenary before."""
        number = self.before.number if self.before else None
        return not self.differs_in_substance and all(one.number == number for one in self.open_points)

    @property
    def summary_events(self) -> tuple[Occasion, ...]:
        """The events of the group that the summary tells beside what is new."""
        founded = [one.occasion.about for one in self.news if isinstance(one, Founded)]
        own = self.own_events.difference(founded)
        return tuple(one for one in self.group_events.occasions if one.about in own)

    @property
    def is_frame_new(self) -> bool:
        """Whether the summary tells the frame and the means of the plan as new."""
        return any(isinstance(one, NewFramework) for one in self.news)

    @property
    def plan_items(self) -> tuple[Report, ...]:
        """What the sources have below the level of an area, but for what the summary tells whole."""
        told = [one.proposal.report for one in self.news if isinstance(one, Proposed)]
        items = self.plenary.meeting.plan_items
        return tuple(item for item in items if item not in told or item.breaks_off)

    @property
    def breaks_off(self) -> bool:
        """Whether one of these is quoted up to where its source breaks off within a word."""
        return any(item.breaks_off for item in self.plan_items)

    @property
    def has_open_cells(self) -> bool:
        """Whether the table of bodies has a body that an open list does not name."""
        return any(cell == Presence.NOT_NAMED for line in self.body_rows for _, cell in line.row.cells)

    @property
    def has_nameless_cells(self) -> bool:
        """Whether the table of bodies has a plenary at which no body bore the name of a row."""
        return any(cell == Presence.NO_SUCH_BODY for line in self.body_rows for _, cell in line.row.cells)

    @property
    def turns_kept(self) -> int:
        """How many plenaries in person kept the turns of host."""
        return len(self.setting.rotation.kept)

    @property
    def news_count(self) -> int:
        """How many things are new."""
        return len(self.news)

    @property
    def group_events(self) -> Occasions:
        """Agreements and events of the group up to the meeting and after it."""
        both = (self.events, self.after)
        return Occasions(
            tuple(one for told in both for one in told.signings),
            tuple(one for told in both for one in told.occasions),
        )

    @property
    def has_notes(self) -> bool:
        """Whether there is anything to note on sources."""
        return bool(self.discrepancies or self.decided or self.fact_notes or self.accepted)


def _shared(wordings: Sequence[CitedWording]) -> tuple[str, ...]:
    found = {one.sources for one in wordings}
    return next(iter(found)) if len(found) == 1 else ()
