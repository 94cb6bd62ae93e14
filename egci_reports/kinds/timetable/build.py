"""The timetable of a plenary: each step with its day, reckoned from the date of the plenary."""

from __future__ import annotations

from datetime import date

from egci_reports.analysis.position import position_of
from egci_reports.analysis.timetable import Timetable, timetable_of
from egci_reports.charts.words import ChartWords
from egci_reports.errors import Finding, UsageError
from egci_reports.kinds.interface import Paper, Request
from egci_reports.records.facts import settled
from egci_reports.records.meetings import Meeting
from egci_reports.records.records import Records, address_of


def timetable(records: Records, request: Request, words: ChartWords) -> Paper:  # noqa: ARG001 - a kind's signature
    """Return the timetable of the plenary of the number `request.subject`, as a page.

    Raises UsageError where `reckoned` raises it.
    """
    made = reckoned(records, int(request.subject))
    return Paper(
        kind="timetable",
        stem=request.stem("timetable", str(made.number)),
        template="timetable.html",
        slots={"number": str(made.number)},
        context={"timetable": made, "group": str(records.group.name), "about": f"meetings/{made.number:02d}"},
        charts={},
        position=position_of(records) or made.day,
    )


def reckoned(records: Records, number: int) -> Timetable:
    """Return the timetable of a plenary.

    Raises UsageError where there is no such plenary (U210), no date of it that holds (U331), or no lead times
    on record (U332): no date is invented.
    """
    meeting = records.meeting(number)
    if meeting is None:
        hint = "begin its record: egci-report new meeting"
        raise UsageError(Finding("U210", f"there is no plenary {number} on record", hint=hint))
    if not records.group.timetable:
        hint = "add 'timetable' to group.yaml; egci-report explain group.timetable says what it holds"
        raise UsageError(Finding("U332", "no lead times are on record", hint=hint))
    return timetable_of(records, meeting, _day(meeting))


def _day(meeting: Meeting) -> date:
    day = settled(meeting.date)
    if day is None:
        message = f"the date of plenary {meeting.number} is not settled: nothing follows from it"
        hint = f"enter 'date: YYYY-MM-DD' in data/{address_of(meeting)}.yaml when it is fixed"
        raise UsageError(Finding("U331", message, hint=hint))
    return day
