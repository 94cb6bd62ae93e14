"""The shipped records, analysed once for all tests of a process."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cache

from egci_reports.analysis.changes import AreaChanges, area_changes
from egci_reports.analysis.hosts import MeetingPlace, places_of
from egci_reports.analysis.lineages import Lineages, lineages_of
from egci_reports.analysis.occasions import DatedOccasion, dated_occasions
from egci_reports.analysis.participation import Participation, participation_of
from egci_reports.analysis.plenaries import Series, series_of
from egci_reports.analysis.threads import ThreadHistory, thread_histories
from egci_reports.records.records import Records
from egci_reports.records.standpoint import as_of
from tests.conftest import REAL
from tests.loading import load_records


@dataclass(frozen=True)
class Analysed:
    """Records with all that is computed of them as a whole."""

    records: Records
    series: Series
    lineages: Lineages
    participation: Participation
    histories: tuple[ThreadHistory, ...]
    places: tuple[MeetingPlace, ...]
    occasions: tuple[DatedOccasion, ...]

    def history(self, thread: str) -> ThreadHistory:
        return next(history for history in self.histories if history.thread.id == thread)

    def changes(self, later: int) -> AreaChanges:
        return area_changes(self.series, self.histories, later - 1, later)


def analyse(records: Records) -> Analysed:
    series = series_of(records)
    lineages = lineages_of(records)
    return Analysed(
        records,
        series,
        lineages,
        participation_of(records, series, lineages),
        thread_histories(records),
        places_of(records),
        dated_occasions(records, series),
    )


NINETEEN = date(2024, 10, 9)
"""The day of the 19th plenary: what was counted by hand from the page was counted up to it."""


@cache
def real() -> Analysed:
    return real_as_of(NINETEEN)


@cache
def real_of_today() -> Analysed:
    return analyse(load_records(REAL))


@cache
def real_as_of(day: date) -> Analysed:
    return analyse(as_of(load_records(REAL), day))
