"""The analysis of everything before a plenary, from which its pack is made."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from egci_reports.analysis.lineages import lineages_of
from egci_reports.analysis.occasions import DatedOccasion, dated_occasions
from egci_reports.analysis.plenaries import Plenary, Series, series_of
from egci_reports.analysis.threads import ThreadHistory, thread_histories
from egci_reports.kinds.briefing.ahead import PlenaryAhead, last_known
from egci_reports.kinds.interface import Request
from egci_reports.records.records import Records
from egci_reports.views.names import Names


@dataclass(frozen=True, slots=True)
class BriefingAnalysis:
    """The analysis of everything before the plenary. `held` is the series without it."""

    records: Records
    request: Request
    plenary: Plenary
    before: Plenary
    series: Series
    held: Series
    histories: tuple[ThreadHistory, ...]
    occasions: tuple[DatedOccasion, ...]
    names: Names

    @property
    def position(self) -> date:
        """The day of which the pack speaks: the eve, or the last day up to which the records are known."""
        return self.names.today

    @property
    def last_day(self) -> date:
        """The day of the plenary before; the position where it has none."""
        return self.before.day or self.position


def analyse(standing: PlenaryAhead, request: Request) -> BriefingAnalysis:
    """Return the analysis of everything before a plenary."""
    records, number = standing.records, standing.number
    series = series_of(records)
    plenary, before = series.by_number[number], series.by_number[standing.before.number]
    occasions = dated_occasions(records, series)
    known = request.as_of or last_known(records)
    today = min(known, standing.eve) if standing.eve else known
    return BriefingAnalysis(
        records,
        request,
        plenary,
        before,
        series,
        series.until(before.number),
        tuple(history.until(before.number) for history in thread_histories(records)),
        occasions,
        Names(records, lineages_of(records), today),
    )
