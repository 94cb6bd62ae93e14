"""What the template of the history is given: facts, counts, and flags to choose words by."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from egci_reports.analysis.hosts import HostTally, Rotation
from egci_reports.analysis.missing import MissingEntry
from egci_reports.analysis.participation import Participation
from egci_reports.analysis.plenaries import Series
from egci_reports.analysis.time_of_year import WeekdayCount
from egci_reports.analysis.year import SourceNotes
from egci_reports.engine.document.inlines import Name
from egci_reports.kinds.history.contested import Contested
from egci_reports.kinds.history.register import Register
from egci_reports.kinds.history.sheets import PlenarySheet
from egci_reports.kinds.history.windows import PlenaryWindow
from egci_reports.records.base import PartialDate, Words
from egci_reports.records.bodies import DatedNote
from egci_reports.records.meetings import Area, Grade
from egci_reports.records.sources import GroupFact, Phase, Source
from egci_reports.records.sources import Mapping as ThreadMapping
from egci_reports.views.names import Named
from egci_reports.views.occasions import Signing
from egci_reports.views.officers_texts import OfficersText
from egci_reports.views.subjects import Subject


@dataclass(frozen=True, slots=True)
class HistoryHead:
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
class PhaseSpan:
    """A phase with what its plenaries have in common, as far as the records reach."""

    phase: Phase
    sheets: tuple[PlenarySheet, ...]
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

    missing: MissingEntry
    runs: tuple[tuple[int, ...], ...]


@dataclass(frozen=True, slots=True)
class SeriesFacts:
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

    head: HistoryHead
    series: Series
    years: Mapping[int, int]
    """The calendar year of each plenary, by number."""
    founding: tuple[GroupFact, ...]
    working: tuple[GroupFact, ...]
    phases: tuple[PhaseSpan, ...]
    sheets: tuple[PlenarySheet, ...]
    series_facts: SeriesFacts
    windows: tuple[PlenaryWindow, ...]
    mapping: ThreadMapping
    subjects: tuple[SubjectHistory, ...]
    lone_areas: tuple[LoneArea, ...]
    participation: Participation
    register: Register
    names: tuple[NameLine, ...]
    body_notes: tuple[BodyNote, ...]
    contested: tuple[Contested, ...]
    notes: SourceNotes
    numbers: Mapping[str, int]
    """The plenary that each plenary's, agreement's or event's record goes with, by its address."""
    general_notes: tuple[DatedNote, ...]
    missing: Mapping[str, tuple[Missed, ...]]
    """What the records do not show, by kind."""
    index: Index
    texts: Mapping[str, tuple[OfficersText, ...]]
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
