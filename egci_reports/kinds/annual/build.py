"""The annual report of a year as a paper: its plenary, the day it stands at, and what is blocked."""

from __future__ import annotations

from dataclasses import replace

from egci_reports.analysis.plenaries import Series, series_of
from egci_reports.charts.words import ChartWords
from egci_reports.errors import Finding, UsageError
from egci_reports.kinds.annual.analysis import analyse, own_sources
from egci_reports.kinds.annual.known import carried_on
from egci_reports.kinds.annual.report import report_of
from egci_reports.kinds.interface import Paper, Request
from egci_reports.records.records import Records
from egci_reports.views.returned import uncleared
from egci_reports.views.verbatim import words_of_sources


def annual(records: Records, request: Request, words: ChartWords) -> Paper:  # noqa: ARG001 - a kind's signature
    """Return the annual report of the calendar year `request.subject`.

    Raises UsageError, listing the known years, where the year has no plenary.
    """
    series = series_of(records)
    year = analyse(records, series, _number(series, request.subject), request)
    report = report_of(year)
    day = carried_on(records, year.position, own_sources(year), report.review.facts)
    if day != year.position and year.plenary.meeting.position_as_at is None and year.plenary.is_held:
        year = replace(year, position=day, names=replace(year.names, today=day))
        report = report_of(year)
    return Paper(
        kind="annual",
        stem=request.stem("annual", request.subject),
        template="annual.html",
        slots={"year": request.subject},
        context={"report": report},
        charts={},
        position=report.head.position,
        blocked=tuple(uncleared(report.returned)),
        verbatim=words_of_sources(records),
        texts=year.texts,
    )


def _number(series: Series, subject: str) -> int:
    found = series.in_year(int(subject)) if subject.isdigit() else ()
    if not found:
        known = ", ".join(map(str, series.years))
        raise UsageError(
            Finding("U210", f"no plenary of {subject} is recorded", hint=f"the years recorded are {known}")
        )
    return found[-1].number
