"""What the template is given of plans: this year's, the one before, the two compared, and progress."""

from __future__ import annotations

from dataclasses import dataclass

from egci_reports.analysis.changes import AreaChange
from egci_reports.analysis.entries import Term
from egci_reports.records.areas import Area, AreaList, FocusPoints
from egci_reports.records.meetings import Report
from egci_reports.views.officers_texts import OfficersText
from egci_reports.views.subjects import Subject, in_sentence


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

    @property
    def subject(self) -> str | None:
        """The one subject it surely is on, as it stands inside a sentence; None: its own words tell it."""
        is_one = len(self.subjects) == 1 and not self.area.is_doubtful
        return in_sentence(self.subjects[0]) if is_one else None

    @property
    def was_doubtful(self) -> bool:
        """Whether the area before it, in other words or the same, may be on another subject."""
        return any(area.is_doubtful for _, area in self.before)


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
    called: str | None
    """What they call the source of its own list: "the page"."""
    sources: tuple[str, ...]
    """The sources of the list, on which also rests what the same words say beside it, or its silence."""

    @property
    def count(self) -> int:
        """How many areas it names."""
        return len(self.areas)

    @property
    def first_terms(self) -> tuple[Term, ...]:
        """The terms that no earlier entry names."""
        return tuple(term for term in self.terms if term.is_first)


@dataclass(frozen=True, slots=True)
class Reviewed:
    """An area of the plan before: what was agreed, what is reported, and what became of it.

    `title` names its subjects. An area that may not be on them goes by its own words.
    """

    position: int
    area: Area
    title: str
    subjects: tuple[Subject, ...]
    change: AreaChange | None
    reports: tuple[Report, ...]
    texts: tuple[OfficersText, ...]
    about: str

    @property
    def is_named(self) -> bool:
        """Whether its title is the name of what it is on."""
        return bool(self.subjects) and not self.area.is_doubtful

    @property
    def in_sentence(self) -> str:
        """Its title as it stands inside a sentence."""
        return in_sentence(self.title)


@dataclass(frozen=True, slots=True)
class ComparedAreas:
    """Areas of the two plans that belong together, with their subjects and another source's wordings."""

    change: AreaChange
    subjects: tuple[str, ...]
    rivals: tuple[Area, ...]


@dataclass(frozen=True, slots=True)
class Progress:
    """What was to be done under the plan before, and what the record has on it.

    `general` are the reports that touch no area of that plan. `has_reports` also counts officers' texts.
    """

    areas: tuple[Reviewed, ...]
    general: tuple[Report, ...]
    has_reports: bool
