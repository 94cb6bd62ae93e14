"""The day of which the records speak: the position date, or the last day that they know."""

from __future__ import annotations

from datetime import date

from egci_reports.analysis.occasions import dated_occasions, latest_day
from egci_reports.analysis.plenaries import series_of
from egci_reports.records.records import Records


def position_of(records: Records) -> date | None:
    """Return the cut-off date of the last plenary's report, else the last day that the records know.

    The clock is never read. None where the records know no day.
    """
    if records.meetings and records.meetings[-1].position_as_at:
        return records.meetings[-1].position_as_at
    days = [latest_day(records, dated_occasions(records, series_of(records)))]
    days += [one.date for one in records.returns]
    days += [note.on for action in records.actions for note in action.progress]
    return max((day for day in days if day is not None), default=None)
