"""The first page of the history: what the group is, who leads it, what is alive, new and open."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from egci_reports.analysis.hosts import HostTally, Rotation
from egci_reports.kinds.history.dated_facts import DatedFact
from egci_reports.kinds.history.sheets import PlenarySheet
from egci_reports.kinds.history.story import PlanVerb
from egci_reports.kinds.history.subject_histories import SubjectHistory
from egci_reports.records.developments import Belonging
from egci_reports.views.contested import Contested
from egci_reports.views.names import Named
from egci_reports.views.occasions import Signing
from egci_reports.views.subjects import Spoken, spoken

_MOST = 2
"""So many of the last reports are told: the summary is one page."""


@dataclass(frozen=True, slots=True)
class NamedIn:
    """A body by its name of the day, with the years in which it is named as leading."""

    named: Named
    years: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class RegularBody:
    """A body listed at more than half of the last lists, and at how many of them."""

    named: Named
    count: int


@dataclass(frozen=True, slots=True)
class LastProposal:
    """What the head of a side last put forward below the areas, with nothing on record since.

    Words that break off are quoted in the story, and told here as far as they go.
    """

    text: str
    sources: tuple[str, ...]
    number: int
    is_last: bool
    """Whether it was put forward at the last plenary."""
    breaks_off: bool
    """Whether the copy that was read goes no further."""


@dataclass(frozen=True, slots=True)
class Summary:
    """The facts of the first page."""

    latest: PlenarySheet
    known_areas: int
    """How many areas of the last plan may be quoted."""
    tally: HostTally
    rotation: Rotation
    hong_kong: tuple[Named, ...]
    """The names of the lead on the Hong Kong side, oldest first."""
    guangdong: tuple[NamedIn, ...]
    regulars: tuple[RegularBody, ...]
    recent_lists: int
    signings: tuple[Signing, ...]
    """The agreements between government bodies, by date."""
    industry: tuple[Signing, ...]
    """Those of industry bodies, by date."""
    plan_verbs: tuple[PlanVerb, ...]
    """What the record says of the plans that name areas."""
    living: tuple[SubjectHistory, ...]
    first_named: int | None
    """The year of the first plan with areas by name."""
    progress_years: tuple[int, ...]
    open_points: tuple[Contested, ...]
    proposal: LastProposal | None
    years: Mapping[int, int]
    """The calendar year of each plenary."""
    lately: date
    """From this day on something is told as last reported near a subject."""

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
    def reported(self) -> tuple[tuple[SubjectHistory, ...], ...]:
        """The living subjects near which something happened lately: those of one report together."""
        found: dict[str, list[SubjectHistory]] = {}
        for one in sorted(self.living, key=_last_day, reverse=True):
            if one.latest and _last_day(one) >= self.lately:
                found.setdefault(one.latest.about, []).append(one)
        return tuple(map(tuple, found.values()))[:_MOST]

    @property
    def is_untied(self) -> bool:
        """Whether no source names the group as the one whose work was last reported."""
        latest = [some[0].latest for some in self.reported]
        return not any(isinstance(one, DatedFact) and one.belongs is Belonging.EGCI for one in latest)

    @property
    def industry_years(self) -> tuple[int, ...]:
        """The years in which industry bodies signed."""
        return tuple(dict.fromkeys(one.date.year for one in self.industry))

    @property
    def since(self) -> tuple[tuple[int, tuple[Spoken, ...]], ...]:
        """The living subjects by the year in which a plan first named them."""
        found: dict[int, list[Spoken]] = {}
        for one in sorted(self.living, key=lambda one: one.subject.history.first or 0):
            history = one.subject.history
            first = history.first or 0
            found.setdefault(self.years[first], []).append(
                spoken(history, (first, self.latest.plenary.number))
            )
        return tuple((year, tuple(some)) for year, some in found.items())

    @property
    def is_part_read(self) -> bool:
        """Whether some areas of the last plan were not read in full."""
        return self.known_areas < self.latest.area_count

    @property
    def unsettled_count(self) -> int:
        """How many points the secretariat is to settle: disputes, and the words of a plan read in part."""
        return len(self.open_points) + self.is_part_read

    @property
    def living_count(self) -> int:
        """How many subjects the last plan names."""
        return len(self.living)


def _last_day(one: SubjectHistory) -> date:
    return one.latest.date.last if one.latest else date.min
