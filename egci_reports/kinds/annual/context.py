"""What the template of the annual report is given: analysis results, and flags to choose words by."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal

from egci_reports.analysis.body_changes import BodyChanges
from egci_reports.analysis.changes import AreaChange, AreaChanges
from egci_reports.analysis.hosts import Place, Reading
from egci_reports.analysis.participation import Participation, Row
from egci_reports.analysis.periods import PeriodRow
from egci_reports.analysis.plenaries import Plenary, Series
from egci_reports.analysis.silences import Missing
from egci_reports.analysis.threads import Course
from egci_reports.analysis.year import Notes
from egci_reports.kinds.names import Holder, NameView
from egci_reports.records.base import PartialDate, Words
from egci_reports.records.bodies import DatedNote
from egci_reports.records.meetings import Area, AreaList, FocusPoints, Outcome, Report
from egci_reports.records.papers import OwnText
from egci_reports.records.sources import GroupFact, Source

HighlightKind = Literal[
    "same-areas",
    "same-subjects",
    "changed-areas",
    "first-areas",
    "open-areas",
    "longest-subject",
    "all-verbs",
    "same-bodies",
    "other-bodies",
    "first-bodies",
    "new-lead",
    "periods-match",
    "agreement-after",
    "video",
    "interval",
]


@dataclass(frozen=True, slots=True)
class Highlight:
    """One thing the summary tells: which, and the numbers and names its sentence has slots for."""

    kind: HighlightKind
    count: int = 0
    total: int = 0
    added: int = 0
    ended: int = 0
    year: int = 0
    number: int = 0
    subject: str = ""
    name: NameView | None = None
    day: date | None = None
    is_only: bool = True


@dataclass(frozen=True, slots=True)
class RivalPlace:
    """A place that a source claims, with the words that speak for it."""

    city: str
    sources: tuple[str, ...]
    reading: Reading


@dataclass(frozen=True, slots=True)
class PlanArea:
    """An area of this year's plan: its words, its subject's course, how it stands to the list before."""

    position: int
    area: Area
    courses: tuple[Course, ...]
    change: AreaChange | None
    rivals: tuple[Area, ...]
    """The other source's wordings of the same subject."""
    about: str


@dataclass(frozen=True, slots=True)
class Plan:
    """A plan: what it says of its areas, and which it names."""

    said: int | None
    areas: tuple[PlanArea, ...]
    is_closed: bool
    hedge: str | None
    note: str | None
    frame: str | None
    focus: tuple[str, ...]
    focus_points: FocusPoints | None
    rivals: AreaList | None
    """Another source's wording of the list."""


@dataclass(frozen=True, slots=True)
class Reviewed:
    """An area of the plan before: what was agreed, what is reported, and what became of it."""

    position: int
    area: Area
    subject: str
    courses: tuple[Course, ...]
    change: AreaChange | None
    reports: tuple[Report, ...]
    texts: tuple[OwnText, ...]
    about: str


@dataclass(frozen=True, slots=True)
class Signing:
    """An agreement as the report tells it, with the names of its day."""

    title: Words | None
    subject: str | None
    date: PartialDate
    parties: tuple[NameView, ...]
    is_government: bool
    occasion: str | None
    witnesses: tuple[Holder, ...]
    witnessed_by: str | None
    content: tuple[str, ...]
    days: int | None
    """Days from the plenary to the signing; 0 on the day itself."""
    sources: tuple[str, ...]
    about: str


@dataclass(frozen=True, slots=True)
class Occasion:
    """An event of the group, or a dated surrounding."""

    title: Words
    is_quoted: bool
    date: PartialDate
    place: str | None
    words: str | None
    theme: str | None
    number: int | None
    is_about: bool
    basis: str | None
    people: tuple[Holder, ...]
    others: str | None
    details: tuple[str, ...]
    caution: str | None
    subjects: tuple[str, ...]
    sources: tuple[str, ...]
    about: str


@dataclass(frozen=True, slots=True)
class Happened:
    """Signings and occasions of one stretch of time."""

    signings: tuple[Signing, ...]
    occasions: tuple[Occasion, ...]

    def __bool__(self) -> bool:
        return bool(self.signings or self.occasions)


@dataclass(frozen=True, slots=True)
class BodyRow:
    """A Hong Kong body in this year's list, with its record up to this year."""

    name: NameView
    earlier: NameView | None
    row: Row
    first_year: int
    running: int
    """Lists without a break up to this one."""


@dataclass(frozen=True, slots=True)
class Annual:
    """Everything that the annual report of a year can say, up to that year and no further."""

    year: int
    edition: str
    is_proposed: bool
    position: date
    open_points: int
    group: Words
    group_name: NameView
    main_source: str

    plenary: Plenary
    before: Plenary | None
    series: Series
    place: Place
    place_before: Place | None
    rivals: tuple[RivalPlace, ...]
    place_note: str | None
    proposed_host: str | None
    videos: int
    """Plenaries by video conference so far, this one included."""

    periods: PeriodRow
    reviewed_sources: tuple[str, ...]
    matching: int
    """How many plenaries running up to this one reviewed the very period planned for."""

    outcome: Outcome | None
    leads: tuple[Holder, ...]
    """Who led the two sides, where a source says so."""
    lead_sources: tuple[str, ...]
    statements: tuple[Report, ...]
    plan_items: tuple[Report, ...]
    reports: tuple[Report, ...]
    highlights: tuple[Highlight, ...]

    founding: tuple[GroupFact, ...]
    earlier_signings: tuple[Signing, ...]
    """Agreements between governments signed before the period of this report."""
    witnesses: tuple[Holder, ...]
    """Those who witnessed all signings of this report."""

    plan: Plan
    plan_before: Plan | None
    reviewed_areas: tuple[Reviewed, ...]
    changes: AreaChanges | None
    subjects: tuple[Course, ...]
    """The subjects of this plan that have an earlier wording, each once."""
    new_subjects: tuple[Course, ...]

    participation: Participation
    bodies: tuple[BodyRow, ...]
    bodies_changed: BodyChanges | None
    body_names: Mapping[str, NameView]
    """Names of the bodies in `bodies_changed`, by id of the body."""
    guangdong: tuple[NameView, ...]
    guangdong_hedge: str | None
    guangdong_sources: tuple[str, ...]

    events: Happened
    after: Happened
    context: tuple[Occasion | Signing, ...]

    missing: Mapping[str, tuple[Missing, ...]]
    """What the record does not show, by kind."""
    notes: Notes
    general_notes: tuple[DatedNote, ...]
    texts: Mapping[str, tuple[OwnText, ...]]
    charts: Mapping[str, str]
    """Alt texts of the charts that there are, by name."""
    sources: tuple[Source, ...]
