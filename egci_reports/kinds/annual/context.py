"""What the template of the annual report is given: facts, counts, and flags to choose words by."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from egci_reports.analysis.missing import MissingEntry
from egci_reports.analysis.plenaries import Plenary, Series
from egci_reports.analysis.threads import ThreadHistory
from egci_reports.analysis.year import SourceNotes
from egci_reports.engine.document.inlines import Name
from egci_reports.kinds.annual.bodies import Bodies
from egci_reports.kinds.annual.highlight_kinds import Highlight
from egci_reports.kinds.annual.notes import Decided
from egci_reports.kinds.annual.proceedings import Proceedings
from egci_reports.records.base import Words
from egci_reports.records.bodies import DatedNote
from egci_reports.records.meetings import Outcome
from egci_reports.records.sources import GroupFact, Source
from egci_reports.views.fact_notes import FactNote
from egci_reports.views.names import Named
from egci_reports.views.occasions import Happened, Occasion, Signing
from egci_reports.views.officers_texts import OfficersText
from egci_reports.views.plan_views import Comparison, Plan, Progress
from egci_reports.views.returned import Followed, Returned
from egci_reports.views.setting import MeetingSetting
from egci_reports.views.subjects import Subject

_FEWEST = 2


@dataclass(frozen=True, slots=True)
class AnnualHead:
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
    courses: tuple[ThreadHistory, ...]
    """All subjects named up to this year, those of this year first."""
    bodies: Bodies
    events: Happened
    after: Happened
    context: tuple[Occasion | Signing, ...]
    missing: Mapping[str, tuple[MissingEntry, ...]]
    """What the record does not show, by kind."""
    notes: SourceNotes
    decided: tuple[Decided, ...]
    fact_notes: tuple[FactNote, ...]
    """What the record notes on the facts of this plenary."""
    general_notes: tuple[DatedNote, ...]
    signing_years: tuple[int, ...]
    """Years in which the two governments signed agreements, up to the end of this year."""
    outcome_before: Outcome | None
    texts: Mapping[str, tuple[OfficersText, ...]]
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
