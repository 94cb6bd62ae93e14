"""What the template of the history is given: facts, counts, and flags to choose words by."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from egci_reports.analysis.missing import MissingPoint
from egci_reports.analysis.participation import Participation
from egci_reports.analysis.plenaries import Series
from egci_reports.analysis.year import DiscrepancyAt, SourceNotes
from egci_reports.engine.document.inlines import Name
from egci_reports.kinds.history.missing import MissingRun
from egci_reports.kinds.history.name_lines import NameLine
from egci_reports.kinds.history.register import Register
from egci_reports.kinds.history.series_parts import SeriesPart
from egci_reports.kinds.history.sheets import PlenarySheet
from egci_reports.kinds.history.story import Chapter
from egci_reports.kinds.history.subject_histories import LoneArea, SubjectHistory
from egci_reports.kinds.history.summary import Summary
from egci_reports.records.base import Words
from egci_reports.records.group import GroupFact, KeptUpTo
from egci_reports.records.sources import Source
from egci_reports.records.threads import Mapping as ThreadMapping
from egci_reports.views.contested import Contested
from egci_reports.views.names import Named
from egci_reports.views.officers_texts import OfficersText


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


@dataclass(frozen=True, slots=True)
class History:
    """Everything that the history can say, as far as the records reach."""

    head: HistoryHead
    series: Series
    years: Mapping[int, int]
    """The calendar year of each plenary, by number."""
    founding: tuple[GroupFact, ...]
    working: tuple[GroupFact, ...]
    kept_up_to: KeptUpTo | None
    is_short: bool
    """Whether only the summary, the glance and the story are asked for."""
    summary: Summary | None
    story: tuple[Chapter, ...]
    sheets: tuple[PlenarySheet, ...]
    parts: tuple[SeriesPart, ...]
    mapping: ThreadMapping
    subjects: tuple[SubjectHistory, ...]
    lone_areas: tuple[LoneArea, ...]
    participation: Participation
    register: Register
    names: tuple[NameLine, ...]
    contested: tuple[Contested, ...]
    notes: SourceNotes
    numbers: Mapping[str, int]
    """The plenary that each plenary's, agreement's or event's record goes with, by its address."""
    missing: Mapping[str, tuple[MissingRun, ...]]
    """What the records do not show, by kind."""
    renamed: Mapping[int, tuple[Named, ...]]
    """The new names that each part of the course shows by their short names."""
    texts: Mapping[str, tuple[OfficersText, ...]]
    """Officers' own texts by section."""
    charts: Mapping[str, str]
    """Alt texts of the charts that there are, by name."""
    sources: tuple[Source, ...]
    page: tuple[str, ...]
    """The source that is the page of the group's lead office."""

    @property
    def called(self) -> Mapping[str, str]:
        """What the paper calls sources: "the page", by their ids."""
        return {source.id: source.short for source in self.sources if source.short}

    @property
    def purpose(self) -> GroupFact | None:
        """The first statement on how the group works, which says what it meets for."""
        return self.working[0] if self.working else None

    @property
    def kept_days(self) -> tuple[tuple[date, tuple[str, ...]], ...]:
        """The days up to which records were looked after, each with the fields it holds for."""
        kept: dict[date, list[str]] = {}
        for field in ("plenaries", "developments", "agreements", "events", "names"):
            if day := getattr(self.kept_up_to, field, None):
                kept.setdefault(day, []).append(field)
        return tuple((day, tuple(fields)) for day, fields in kept.items())

    @property
    def occasions_until(self) -> date:
        """The day up to which both agreements and events were looked after; after it none is no finding."""
        kept = self.kept_up_to
        days = [day for day in (kept.agreements, kept.events) if day] if kept else []
        return min(days, default=date.max)

    @property
    def count(self) -> int:
        """How many plenaries were held."""
        return len(self.series.held)

    @property
    def living(self) -> tuple[SubjectHistory, ...]:
        """The subjects that the last plan names."""
        return tuple(one for one in self.subjects if one.is_current)

    @property
    def ended(self) -> tuple[SubjectHistory, ...]:
        """The subjects that it does not name."""
        return tuple(one for one in self.subjects if not one.is_current)

    @property
    def differences(self) -> tuple[DiscrepancyAt, ...]:
        """The discrepancies of the group's records that have a note or a decision: those of weight."""
        own = (at for at in self.notes.discrepancies if at.about.split("#")[0] in self.numbers)
        return tuple(at for at in own if at.discrepancy.note or at.discrepancy.decision)

    @property
    def differing(self) -> frozenset[str]:
        """The addresses of the records on which sources differ."""
        return frozenset(at.about.split("#")[0] for at in self.differences)

    @property
    def lacks_items(self) -> bool:
        """Whether the records of the last plenary lack the items of its plan."""
        return any(
            one.missing.point is MissingPoint.PLAN_ITEMS and one.runs[-1][-1] == self.series.held[-1].number
            for some in self.missing.values()
            for one in some
        )

    @property
    def open_points(self) -> tuple[Contested, ...]:
        """The points to be settled: neither decided nor accepted."""
        return tuple(one for one in self.contested if one.waits)

    @property
    def open_count(self) -> int:
        """How many of them there are."""
        return len(self.open_points)
