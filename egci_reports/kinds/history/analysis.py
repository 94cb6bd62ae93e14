"""The analysis of all that is recorded, from which the history is made."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from egci_reports.analysis.hosts import MeetingPlace, places_of
from egci_reports.analysis.lineages import Lineage, lineages_of
from egci_reports.analysis.lists import areas_of
from egci_reports.analysis.occasions import DatedOccasion, dated_occasions, latest_day
from egci_reports.analysis.participation import Participation, participation_of
from egci_reports.analysis.plenaries import Series
from egci_reports.analysis.threads import ThreadHistory, thread_histories
from egci_reports.kinds.history.name_lines import lineages_spoken_of
from egci_reports.kinds.history.register import RegisterEntry, register_entries
from egci_reports.kinds.history.series_parts import SeriesPart, WideTables, parts_of
from egci_reports.records.records import Records
from egci_reports.views.names import Names


@dataclass(frozen=True)
class HistoryAnalysis:
    """The analysis of all that is recorded, each part worked out once."""

    records: Records
    series: Series
    held: Series
    """The plenaries held: what is to come is in no count."""
    names: Names
    histories: tuple[ThreadHistory, ...]
    participation: Participation
    occasions: tuple[DatedOccasion, ...]
    told: tuple[RegisterEntry, ...]
    lineages: tuple[Lineage, ...]
    """Those of the bodies that the history speaks of."""

    @cached_property
    def last(self) -> int:
        """The number of the last plenary held; 0 if there is none."""
        return max((plenary.number for plenary in self.held.plenaries), default=0)

    @cached_property
    def histories_held(self) -> tuple[ThreadHistory, ...]:
        """The histories of the threads as far as plenaries were held."""
        return tuple(history.until(self.last) for history in self.histories)

    @cached_property
    def places(self) -> Mapping[int, MeetingPlace]:
        """Where each plenary met, by its number."""
        return {place.number: place for place in places_of(self.records)}

    @cached_property
    def years(self) -> Mapping[int, int]:
        """The year of each plenary, by its number; 0 of one without a date."""
        return {plenary.number: plenary.year or 0 for plenary in self.series.plenaries}

    @cached_property
    def parts(self) -> tuple[SeriesPart, ...]:
        """The plenaries held, in parts that fit across a page."""
        areas = {plenary.number: len(areas_of(plenary.meeting).items) for plenary in self.held.plenaries}
        return parts_of(WideTables(self.held, self.histories_held, self.participation, areas, self.years))


def analyse(records: Records, series: Series) -> HistoryAnalysis:
    """Return what there is on record, and what it comes to."""
    occasions = dated_occasions(records, series)
    lineages = lineages_of(records)
    names = Names(records, lineages, latest_day(records, occasions) or date.max)
    return HistoryAnalysis(
        records,
        series,
        Series(series.held),
        names,
        thread_histories(records),
        participation_of(records, series, lineages),
        occasions,
        register_entries(records, series, occasions, names),
        lineages_spoken_of(records, names),
    )
