"""What the template of the history is given: facts, counts, and flags to choose words by."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal

from egci_reports.analysis.changes import AreaChange
from egci_reports.analysis.hosts import HostTally, Place, Rotation
from egci_reports.analysis.lists import AreaListing, ListState
from egci_reports.analysis.participation import Participation
from egci_reports.analysis.periods import PeriodRow
from egci_reports.analysis.plenaries import Plenary, Series
from egci_reports.analysis.season import WeekdayCount
from egci_reports.analysis.silences import Missing
from egci_reports.analysis.year import Notes
from egci_reports.document.inlines import Name
from egci_reports.kinds.body_changes import BodiesChanged
from egci_reports.kinds.history.register import Register
from egci_reports.kinds.history.windows import Window
from egci_reports.kinds.names import Holder, Named
from egci_reports.kinds.occasions import Occasion, Signing
from egci_reports.kinds.subjects import Subject
from egci_reports.records.base import PartialDate, Words
from egci_reports.records.bodies import DatedNote
from egci_reports.records.facts import Acceptance, Decision
from egci_reports.records.meetings import Area, Areas, Grade, Meeting, Outcome
from egci_reports.records.papers import OwnText
from egci_reports.records.sources import GroupFact, Phase, Source
from egci_reports.records.sources import Mapping as ThreadMapping

NoteField = Literal[
    "date", "venue", "reviewed", "planned", "convenors", "hong_kong", "guangdong", "outcome", "areas"
]


@dataclass(frozen=True, slots=True)
class Head:
    """What the paper says of itself.

    `position` is the day it speaks of, the last of the records; `as_of` the standpoint, if one was asked for.
    """

    first_year: int
    last_year: int
    edition: str
    is_draft: bool
    position: date
    as_of: date | None
    group: Words
    group_name: Name
    main_source: str


@dataclass(frozen=True, slots=True)
class SheetArea:
    """An area on a sheet: its words, its subjects with their grades, how it stands to the list before."""

    position: int
    area: Area
    subjects: tuple[tuple[str, Grade], ...]
    change: AreaChange | None


@dataclass(frozen=True, slots=True)
class Rival:
    """What some sources claim: the value as a text or a day, where it is one, and their words."""

    text: str | None
    day: date | PartialDate | None
    words: str | None
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Contested:
    """A point on which sources disagree, with its decision, or the reason to print both, if there is one."""

    field: str
    number: int | None
    """The plenary whose fact it is; None for other records."""
    rivals: tuple[Rival, ...]
    note: str | None
    decision: Decision | None
    decided: Rival | None
    accepted: Acceptance | None
    about: str

    @property
    def waits(self) -> bool:
        """Whether it keeps a numbered edition waiting."""
        return self.decision is None and self.accepted is None


@dataclass(frozen=True, slots=True)
class FactNote:
    """A note of the record on one of its facts, by the name of the field."""

    field: NoteField
    text: str


@dataclass(frozen=True, slots=True)
class Sheet:
    """The sheet of a plenary: the same facts of each, in the same order."""

    plenary: Plenary
    place: Place
    period: PeriodRow
    following_interval: int | None
    outcome: Outcome | None
    outcome_sources: tuple[str, ...]
    said: Areas
    listing: AreaListing
    areas: tuple[SheetArea, ...]
    other_lists: tuple[str | None, ...]
    """What papers call the sources of other lists of the same areas, in the order of `said.rivals`."""
    hong_kong: tuple[Named, ...]
    hong_kong_state: ListState
    changed: BodiesChanged | None
    guangdong: tuple[Named, ...]
    guangdong_hedge: str | None
    leads: tuple[Holder, ...]
    signings: tuple[Signing, ...]
    occasions: tuple[Occasion, ...]
    people: tuple[Holder, ...]
    contested: tuple[Contested, ...]
    notes: Notes
    fact_notes: tuple[FactNote, ...]
    sources: tuple[str, ...]
    about: str

    @property
    def meeting(self) -> Meeting:
        """The record of the plenary."""
        return self.plenary.meeting

    @property
    def anchor(self) -> str:
        """The name by which references find the sheet."""
        return f"sheet-{self.plenary.number}"

    @property
    def is_open(self) -> bool:
        """Whether there are more areas than those named."""
        return self.listing.state is ListState.OPEN

    @property
    def government_count(self) -> int:
        """How many agreements between government bodies go with the plenary."""
        return sum(signing.is_government for signing in self.signings)

    @property
    def industry_count(self) -> int:
        """How many agreements of industry bodies go with it."""
        return len(self.signings) - self.government_count

    @property
    def has_happenings(self) -> bool:
        """Whether an agreement or an event goes with it."""
        return bool(self.signings or self.occasions)

    @property
    def area_count(self) -> int:
        """How many areas are named."""
        return len(self.areas)

    @property
    def body_count(self) -> int:
        """How many Hong Kong bodies are listed."""
        return len(self.hong_kong)


@dataclass(frozen=True, slots=True)
class PhaseSpan:
    """A phase with what its plenaries have in common, as far as the records reach."""

    phase: Phase
    sheets: tuple[Sheet, ...]
    runs_on: bool
    subjects: tuple[str, ...]
    signings: tuple[Signing, ...]
    video_count: int
    areas: tuple[int, int] | None
    """The fewest and the most areas named; None if none are."""
    bodies: tuple[int, int] | None
    """The fewest and the most Hong Kong bodies listed; None without a list."""
    about: str

    @property
    def count(self) -> int:
        """How many plenaries it has."""
        return len(self.sheets)

    @property
    def numbers(self) -> tuple[int, ...]:
        """The numbers of its plenaries."""
        return tuple(sheet.plenary.number for sheet in self.sheets)

    @property
    def first(self) -> int:
        """Number of its first plenary."""
        return self.sheets[0].plenary.number

    @property
    def last(self) -> int:
        """Number of its last plenary so far."""
        return self.sheets[-1].plenary.number

    @property
    def signing_count(self) -> int:
        """How many agreements belong to its plenaries."""
        return len(self.signings)


@dataclass(frozen=True, slots=True)
class NumberedWording:
    """A wording of a subject: its number in the subject's table and picture, and where it stood.

    `runs` are its plenaries as `stretches` gives them; `grade` and `reason` are those of its first join.
    """

    number: int
    runs: tuple[tuple[int, ...], ...]
    area: Area
    grade: Grade
    reason: str | None


@dataclass(frozen=True, slots=True)
class SubjectHistory:
    """A subject with its wordings in order."""

    subject: Subject
    wordings: tuple[NumberedWording, ...]
    is_current: bool
    """Whether the last plan names it."""
    anchor: str
    about: str

    @property
    def wording_count(self) -> int:
        """In how many wordings it was named."""
        return len(self.wordings)


@dataclass(frozen=True, slots=True)
class LoneArea:
    """An area that no subject claims."""

    number: int
    area: Area


@dataclass(frozen=True, slots=True)
class NameLine:
    """A name of a body with its dates; `chinese` where a source has it."""

    name: Named
    chinese: str | None
    starts: PartialDate | None
    ends: PartialDate | None
    seen: tuple[PartialDate, ...]
    sources: tuple[str, ...]
    about: str


@dataclass(frozen=True, slots=True)
class BodyNote:
    """A note of the record on a body."""

    name: Named
    note: DatedNote
    about: str


@dataclass(frozen=True, slots=True)
class IndexEntry:
    """A line of the index: what is sought, and the anchors of the sections that speak of it.

    Sections one after the other stand as pairs of the first and the last; one alone twice. `is_subject`
    tells that an agreement has no title and is called by its subject.
    """

    label: str
    places: tuple[tuple[str, str], ...]
    is_subject: bool = False


@dataclass(frozen=True, slots=True)
class Index:
    """Where bodies, people and agreements are spoken of."""

    bodies: tuple[IndexEntry, ...]
    people: tuple[IndexEntry, ...]
    agreements: tuple[IndexEntry, ...]


@dataclass(frozen=True, slots=True)
class Missed:
    """A point that the records of some plenaries do not give, by their numbers one after the other."""

    missing: Missing
    runs: tuple[tuple[int, ...], ...]


@dataclass(frozen=True, slots=True)
class Standing:
    """How the plenaries stand to each other: places, turns, weekdays, words."""

    tally: HostTally
    rotation: Rotation
    weekdays: tuple[WeekdayCount, ...]
    average_interval: int
    listings: int
    """How often an area was named, over all lists."""
    wordings: int
    """In how many wordings."""

    @property
    def video_count(self) -> int:
        """How many plenaries met by video conference."""
        return len(self.tally.video)

    @property
    def disputed_count(self) -> int:
        """How many places are in dispute."""
        return len(self.tally.disputed)

    @property
    def unknown_count(self) -> int:
        """How many places are not recorded."""
        return len(self.tally.unknown)

    @property
    def kept_count(self) -> int:
        """How many plenaries in person kept the turns of host."""
        return len(self.rotation.kept)

    @property
    def broken_count(self) -> int:
        """How many plenaries in person broke them."""
        return len(self.rotation.broken)


@dataclass(frozen=True, slots=True)
class History:
    """Everything that the history can say, as far as the records reach."""

    head: Head
    series: Series
    years: Mapping[int, int]
    """The calendar year of each plenary, by number."""
    founding: tuple[GroupFact, ...]
    working: tuple[GroupFact, ...]
    phases: tuple[PhaseSpan, ...]
    sheets: tuple[Sheet, ...]
    standing: Standing
    windows: tuple[Window, ...]
    mapping: ThreadMapping
    subjects: tuple[SubjectHistory, ...]
    lone_areas: tuple[LoneArea, ...]
    participation: Participation
    register: Register
    names: tuple[NameLine, ...]
    body_notes: tuple[BodyNote, ...]
    contested: tuple[Contested, ...]
    notes: Notes
    numbers: Mapping[str, int]
    """The plenary that each plenary's, agreement's or event's record goes with, by its address."""
    general_notes: tuple[DatedNote, ...]
    missing: Mapping[str, tuple[Missed, ...]]
    """What the records do not show, by kind."""
    index: Index
    texts: Mapping[str, tuple[OwnText, ...]]
    """Officers' own texts by section."""
    charts: Mapping[str, str]
    """Alt texts of the charts that there are, by name."""
    sources: tuple[Source, ...]

    @property
    def count(self) -> int:
        """How many plenaries are on record."""
        return len(self.sheets)

    @property
    def long_subjects(self) -> tuple[SubjectHistory, ...]:
        """The subjects named in several wordings."""
        return tuple(one for one in self.subjects if one.wording_count > 1)

    @property
    def short_subjects(self) -> tuple[SubjectHistory, ...]:
        """The subjects named in one wording only."""
        return tuple(one for one in self.subjects if one.wording_count == 1)

    @property
    def open_points(self) -> tuple[Contested, ...]:
        """The points to be settled: neither decided nor accepted."""
        return tuple(one for one in self.contested if one.waits)

    @property
    def open_count(self) -> int:
        """How many of them there are."""
        return len(self.open_points)
