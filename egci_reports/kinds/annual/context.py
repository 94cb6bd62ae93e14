"""What the template of the annual report is given: facts, counts, and flags to choose words by."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal

from egci_reports.analysis.body_changes import BodyChanges
from egci_reports.analysis.changes import AreaChange, AreaChanges
from egci_reports.analysis.claims import Run
from egci_reports.analysis.entries import Term
from egci_reports.analysis.hosts import HostTally, Place, Reading, Rotation
from egci_reports.analysis.participation import Participation, Row
from egci_reports.analysis.periods import PeriodRow
from egci_reports.analysis.plenaries import Interval, Plenary, Series
from egci_reports.analysis.season import Season
from egci_reports.analysis.silences import Missing
from egci_reports.analysis.threads import Course
from egci_reports.analysis.year import Notes
from egci_reports.document.inlines import Name
from egci_reports.kinds.annual.returned import Followed, Returned
from egci_reports.kinds.body_changes import BodiesChanged
from egci_reports.kinds.names import Holder, Named
from egci_reports.kinds.occasions import Happened, Occasion, Signing
from egci_reports.kinds.subjects import Subject
from egci_reports.records.base import Words
from egci_reports.records.bodies import DatedNote
from egci_reports.records.facts import Decision
from egci_reports.records.meetings import Area, AreaList, FocusPoints, Outcome, Report
from egci_reports.records.papers import OwnText
from egci_reports.records.sources import GroupFact, Source

_FEWEST = 2

HighlightKind = Literal[
    "same-areas",
    "same-subjects",
    "changed-areas",
    "first-areas",
    "open-areas",
    "rival-wordings",
    "new-terms",
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
    doubtful: int = 0
    year: int = 0
    number: int = 0
    subject: str = ""
    name: Named | None = None
    day: date | None = None
    is_only: bool = True


@dataclass(frozen=True, slots=True)
class Head:
    """What the paper says of itself.

    `position` is the day it speaks of; `names_as_at` the last day the records know, to which "now" refers;
    `as_of` the standpoint, where one was asked for.
    """

    year: int
    edition: str
    is_draft: bool
    is_proposed: bool
    """Whether the plenary is still to come: the paper is the draft tabled at it."""
    position: date
    names_as_at: date
    as_of: date | None
    group: Words
    group_name: Name
    parent: Named
    main_source: str


@dataclass(frozen=True, slots=True)
class PlanArea:
    """An area of this year's plan: its words, its subjects, how it stands to the list before."""

    position: int
    area: Area
    subjects: tuple[str, ...]
    change: AreaChange | None
    before: tuple[tuple[int, Area], ...]
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
    terms: tuple[Term, ...]
    """What the plan names beside its areas."""
    focus_points: FocusPoints | None
    rivals: AreaList | None
    """Another source's wording of the list."""
    rival_name: str | None
    """What papers call that source: "the press release"."""

    @property
    def count(self) -> int:
        """How many areas it names."""
        return len(self.areas)

    @property
    def term_count(self) -> int:
        """How many terms it names beside the areas."""
        return len(self.terms)

    @property
    def first_terms(self) -> tuple[Term, ...]:
        """The terms that no earlier entry names."""
        return tuple(term for term in self.terms if term.is_first)

    @property
    def first_term_count(self) -> int:
        """How many terms no earlier entry names."""
        return len(self.first_terms)


@dataclass(frozen=True, slots=True)
class Reviewed:
    """An area of the plan before: what was agreed, what is reported, and what became of it."""

    position: int
    area: Area
    title: str
    subjects: tuple[Subject, ...]
    change: AreaChange | None
    reports: tuple[Report, ...]
    texts: tuple[OwnText, ...]
    about: str


@dataclass(frozen=True, slots=True)
class ComparedAreas:
    """Areas of the two plans that belong together, with their subjects and another source's wordings."""

    change: AreaChange
    subjects: tuple[str, ...]
    rivals: tuple[Area, ...]

    @property
    def is_marked(self) -> bool:
        """Whether words added and left out are marked: enough words are kept for that to be read."""
        diff = self.change.diff
        return diff is not None and not diff.is_same and 2 * diff.kept >= diff.before


@dataclass(frozen=True, slots=True)
class WordCounts:
    """Words of the areas that go together one to one."""

    before: int
    kept: int
    added: int
    removed: int

    @property
    def after(self) -> int:
        """Words of the later wordings."""
        return self.kept + self.added


@dataclass(frozen=True, slots=True)
class Comparison:
    """The plan of the year beside the plan before."""

    changes: AreaChanges
    rows: tuple[ComparedAreas, ...]
    words: WordCounts
    fresh_count: int
    """Areas that the plan before does not have."""
    ended_count: int
    """Areas that this plan does not have."""

    @property
    def has_marks(self) -> bool:
        """Whether words are marked as added or left out."""
        return any(row.is_marked for row in self.rows)


@dataclass(frozen=True, slots=True)
class Progress:
    """What was to be done under the plan before, and what the record has on it.

    `general` are the reports that touch no area of that plan. `has_reports` also counts officers' texts.
    """

    areas: tuple[Reviewed, ...]
    general: tuple[Report, ...]
    has_reports: bool


@dataclass(frozen=True, slots=True)
class BodyRow:
    """A Hong Kong body in this year's list, with its record up to this year."""

    name: Named
    earlier: Named | None
    """The first name it was listed under, if another."""
    row: Row
    first_year: int
    running: int
    """Lists without a break up to this one."""


@dataclass(frozen=True, slots=True)
class SizedLists:
    """Closed lists of one size, by their years."""

    size: int
    years: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Bodies:
    """Who took part, as far as listed. `guangdong` is what sources name for Guangdong."""

    listed: tuple[BodyRow, ...]
    is_open: bool
    note: str | None
    sources: tuple[str, ...]
    participation: Participation
    raw_changes: BodyChanges | None
    changed: BodiesChanged | None
    shortest: SizedLists | None
    longest: SizedLists | None
    guangdong: tuple[Named, ...]
    guangdong_hedge: str | None
    guangdong_sources: tuple[str, ...]

    @property
    def count(self) -> int:
        """How many Hong Kong bodies are listed."""
        return len(self.listed)

    @property
    def is_first_list(self) -> bool:
        """Whether no earlier plenary has a list."""
        lists = self.participation.lists
        return bool(self.listed) and len(lists) == 1

    @property
    def has_record(self) -> bool:
        """Whether there is an earlier list to count with."""
        return bool(self.listed) and len(self.participation.lists) > 1


@dataclass(frozen=True, slots=True)
class RivalPlace:
    """A place that a source claims, with its words and what follows if it is right."""

    city: str
    words: str | None
    sources: tuple[str, ...]
    reading: Reading


@dataclass(frozen=True, slots=True)
class Setting:
    """Where and when the plenary met, in the series.

    `proposed_city` is the city whose turn it is, for a plenary to come without a place.
    """

    place: Place
    before: Place | None
    rivals: tuple[RivalPlace, ...]
    note: str | None
    date_sources: tuple[str, ...]
    proposed_city: str | None
    tally: HostTally
    rotation: Rotation
    interval: Interval | None
    is_longest: bool
    is_shortest: bool
    season: Season
    periods: tuple[PeriodRow, ...]
    places: Mapping[int, Place]
    """All places up to this year, by number."""
    matching: int
    """How many plenaries running up to this one reviewed the very period planned for."""

    @property
    def period(self) -> PeriodRow:
        """The periods of this plenary."""
        return self.periods[-1]

    @property
    def period_before(self) -> PeriodRow:
        """The periods of the plenary before; raises IndexError for the first."""
        return self.periods[-2]

    @property
    def video_count(self) -> int:
        """How many plenaries met by video conference up to this one."""
        return len(self.tally.video)


@dataclass(frozen=True, slots=True)
class Proceedings:
    """What was done at the plenary, in the verbs of the record."""

    outcome: Outcome | None
    outcome_sources: tuple[str, ...]
    verb_run: Run | None
    """Plenaries running up to this one with the same verb on the plan."""
    verb_before: str | None
    leads: tuple[Holder, ...]
    lead_sources: tuple[str, ...]
    statements: tuple[Report, ...]
    plan_items: tuple[Report, ...]
    reviewed_sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Decided:
    """A dispute that was decided: how each source puts the fact ("" if not in words), and the decision."""

    field: str
    versions: tuple[tuple[str, tuple[str, ...]], ...]
    chosen: str
    decision: Decision
    about: str


@dataclass(frozen=True, slots=True)
class FactNote:
    """A note of the record on one of its facts, by the name of the field."""

    field: Literal["reviewed", "planned", "areas"]
    text: str


@dataclass(frozen=True, slots=True)
class Annual:
    """Everything that the annual report of a year can say, up to that year and no further."""

    head: Head
    plenary: Plenary
    before: Plenary | None
    series: Series
    years: Mapping[int, int]
    """The calendar year of each plenary, by number."""
    setting: Setting
    proceedings: Proceedings
    highlights: tuple[Highlight, ...]
    founding: tuple[GroupFact, ...]
    earlier_signings: tuple[Signing, ...]
    """Agreements between governments signed up to the plenary before."""
    plan: Plan
    plan_before: Plan | None
    progress: Progress
    returned: Returned | None
    """Returns on the plan before; None unless its items are on file."""
    followed: Followed | None
    """Actions followed up; None if none is recorded."""
    comparison: Comparison | None
    """None unless both plans name areas."""
    fresh: tuple[Subject, ...]
    """Subjects of this plan that the plan before does not name, and that have earlier wordings."""
    courses: tuple[Course, ...]
    """All subjects named up to this year, those of this year first."""
    bodies: Bodies
    events: Happened
    after: Happened
    context: tuple[Occasion | Signing, ...]
    missing: Mapping[str, tuple[Missing, ...]]
    """What the record does not show, by kind."""
    notes: Notes
    decided: tuple[Decided, ...]
    fact_notes: tuple[FactNote, ...]
    """What the record notes on the facts of this plenary."""
    general_notes: tuple[DatedNote, ...]
    signing_years: tuple[int, ...]
    """Years in which the two governments signed agreements, up to the end of this year."""
    outcome_before: Outcome | None
    texts: Mapping[str, tuple[OwnText, ...]]
    """Officers' own texts by section."""
    charts: Mapping[str, str]
    """Alt texts of the charts that there are, by name."""
    sources: tuple[Source, ...]
    about: str
    """The address of the plenary's record."""

    @property
    def open_count(self) -> int:
        """How many disputes are undecided."""
        return len(self.notes.open_disputes)

    @property
    def highlight_count(self) -> int:
        """How many things the summary tells."""
        return len(self.highlights)

    @property
    def earlier_count(self) -> int:
        """How many plenaries came before."""
        return len(self.series.plenaries) - 1

    @property
    def earlier_signing_count(self) -> int:
        """How many agreements were signed up to the plenary before."""
        return len(self.earlier_signings)

    @property
    def interval_count(self) -> int:
        """How many intervals between plenaries are known so far."""
        return len(self.series.intervals.all)

    @property
    def average_interval(self) -> int:
        """The average interval in whole days."""
        return round(self.series.intervals.average or 0)

    @property
    def is_in_series(self) -> bool:
        """Whether enough plenaries came before to set this one among them."""
        return len(self.series.plenaries) > _FEWEST

    @property
    def has_notes(self) -> bool:
        """Whether there is anything to note on sources."""
        notes = self.notes
        return bool(
            notes.slips or notes.discrepancies or self.decided or self.fact_notes or self.general_notes
        )
