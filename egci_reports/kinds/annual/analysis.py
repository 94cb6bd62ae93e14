"""The analysis of everything up to the plenary that an annual report is on."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from egci_reports.analysis.lineages import lineages_of
from egci_reports.analysis.occasions import dated_occasions, latest_day
from egci_reports.analysis.plenaries import Plenary, Series, series_of
from egci_reports.analysis.threads import ThreadHistory, thread_histories
from egci_reports.analysis.year import ReportYear, report_year
from egci_reports.kinds.annual.developments import FactOfYear
from egci_reports.kinds.annual.find_developments import public_facts
from egci_reports.kinds.interface import Request
from egci_reports.records.occasions import Event, EventKind, Scope
from egci_reports.records.paper_name import PaperName
from egci_reports.records.records import Records, address_of
from egci_reports.views.names import Names
from egci_reports.views.officers_texts import OfficersText, officers_texts
from egci_reports.views.plan_views import Plan
from egci_reports.views.plans import plan_of


@dataclass(frozen=True, slots=True)
class AnnualAnalysis:
    """The analysis of everything up to the report's plenary."""

    records: Records
    request: Request
    series: Series
    report: ReportYear
    histories: tuple[ThreadHistory, ...]
    position: date
    names: Names
    texts: tuple[OfficersText, ...]

    @property
    def plenary(self) -> Plenary:
        """The plenary that the report is on."""
        return self.report.plenary

    @property
    def before(self) -> Plenary | None:
        """The plenary before, if there is one."""
        return self.report.before

    @property
    def number(self) -> int:
        """The number of the plenary."""
        return self.report.plenary.number

    @property
    def years(self) -> dict[int, int]:
        """The year of each plenary, by its number; 0 of one without a date."""
        return {plenary.number: plenary.year or 0 for plenary in self.series.plenaries}


def analyse(records: Records, series: Series, number: int, request: Request) -> AnnualAnalysis:
    """Return what there is on record up to a plenary, and what it comes to."""
    report = report_year(records, series, number)
    before = report.before.day if report.before else None
    known = latest_day(records, dated_occasions(records, series)) or date.max
    position = report.position_as_at or before or known
    return AnnualAnalysis(
        records,
        request,
        series.until(number),
        report,
        tuple(history.until(number) for history in thread_histories(records)),
        position,
        Names(records, lineages_of(records), position),
        officers_texts(records, PaperName("annual", request.subject).record),
    )


def own_sources(year: AnnualAnalysis) -> tuple[str, ...]:
    """Return the sources of the plenary and of the group's business around it."""
    stretches = (year.report.leading_up, year.report.afterwards)
    business = (one.record for stretch in stretches for one in stretch.group)
    return tuple(key for one in (year.plenary.meeting, *business) for key in one.sources)


def histories_held(year: AnnualAnalysis) -> tuple[ThreadHistory, ...]:
    """Return the histories as far as plenaries were held: a proposed plan is no part of the record."""
    last = year.before if year.before and not year.plenary.is_held else year.plenary
    return tuple(history.until(last.number) for history in year.histories)


def agreed_before(year: AnnualAnalysis, before: Plenary) -> Plan:
    """Return the plan that was agreed at the plenary before, as the records then told its subjects."""
    histories = tuple(history.until(before.number) for history in year.histories)
    return plan_of(before.meeting, histories, year.series, year.records.sources)


def _events(year: AnnualAnalysis) -> list[Event]:
    business = (*year.report.leading_up.group, *year.report.afterwards.group)
    return [one.record for one in business if isinstance(one.record, Event)]


def foundings(year: AnnualAnalysis) -> frozenset[str]:
    """Return the addresses of the group's events by which bodies were set up."""
    return frozenset(address_of(one) for one in _events(year) if one.kind is EventKind.FOUNDING)


def own_events(year: AnnualAnalysis) -> frozenset[str]:
    """Return the addresses of the events that were of the group as a whole."""
    return frozenset(address_of(one) for one in _events(year) if one.scope is Scope.GROUP)


def public_facts_of(year: AnnualAnalysis, before: Plenary) -> tuple[FactOfYear, ...]:
    """Return the public developments between the plenary before and this one."""
    occasions = dated_occasions(year.records, series_of(year.records))
    return public_facts(
        year.records,
        [one for one in occasions if not one.is_group],
        year.names,
        (before.day, year.plenary.day),
        year.position if year.plenary.is_held else date.max,
    )
