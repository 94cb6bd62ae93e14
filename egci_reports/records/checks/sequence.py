"""Checks the row of plenaries: numbers without gaps, dates in their order, one a year."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from datetime import date
from itertools import pairwise

from egci_reports.errors import Finding
from egci_reports.records.checks.inspection import Inspection, Spot, claims, spot_of
from egci_reports.records.meetings import Meeting
from egci_reports.records.records import day_of

Dated = tuple[Meeting, date]


def check_sequence(inspection: Inspection) -> Iterator[Finding]:
    """Yield a finding for each plenary whose number and date do not fit those of the others."""
    yield from _gaps(inspection)
    dated = [(m, day) for m in inspection.records.meetings if (day := day_of(m.date)) is not None]
    ordered = _in_order(dated)
    for meeting, day in dated:
        if (meeting, day) not in ordered:
            yield _out_of_order(inspection, meeting, day, ordered)
    yield from _years(inspection, ordered)


def _date(meeting: Meeting) -> Spot:
    return next((spot for spot, _ in claims(spot_of(meeting) / "date", meeting.date)), spot_of(meeting))


def _gaps(inspection: Inspection) -> Iterator[Finding]:
    numbers = sorted(inspection.numbers)
    meetings = {meeting.number: meeting for meeting in inspection.records.meetings}
    for before, after in pairwise(numbers):
        if after - before > 1 and after in meetings:
            missing = ", ".join(str(number) for number in range(before + 1, after))
            hint = f"add meetings/{before + 1:02d}.yaml, or mend the number"
            spot = spot_of(meetings[after]) / "number"
            yield inspection.warning(
                "C304", spot, f"plenary {missing} is missing before plenary {after}", hint
            )


def _in_order(dated: list[Dated]) -> list[Dated]:
    """Return the longest run of plenaries whose dates rise with their numbers; others are out of order."""
    tails: list[date] = []
    lengths: list[int] = []
    for _, day in dated:
        place = bisect_left(tails, day)
        tails[place : place + 1] = [day]
        lengths.append(place + 1)
    wanted = len(tails)
    kept: list[Dated] = []
    for item, length in zip(reversed(dated), reversed(lengths), strict=True):
        if length == wanted and (not kept or item[1] < kept[-1][1]):
            kept.append(item)
            wanted -= 1
    return kept[::-1]


def _out_of_order(inspection: Inspection, meeting: Meeting, day: date, ordered: list[Dated]) -> Finding:
    before = [item for item in ordered if item[0].number < meeting.number and item[1] >= day]
    after = [item for item in ordered if item[0].number > meeting.number and item[1] <= day]
    other, its_day = before[0] if before else after[0]
    message = f"plenary {meeting.number} is dated {day}, plenary {other.number} {its_day}"
    return inspection.error("C251", _date(meeting), message, "dates rise with the numbers: mend one of them")


def _years(inspection: Inspection, ordered: list[Dated]) -> Iterator[Finding]:
    """Find two plenaries in one year, and a number that does not rise with the year.

    A plenary that only returns to the step of those before an odd one is not reported again.
    """
    steps = [day.year - meeting.number for meeting, day in ordered]
    for index in range(1, len(ordered)):
        (before, then), (meeting, day) = ordered[index - 1], ordered[index]
        if then.year == day.year:
            message = f"plenaries {before.number} and {meeting.number} are both in {day.year}"
            yield inspection.error(
                "C250", _date(meeting), message, "the group meets once a year: mend a date"
            )
        elif steps[index] != steps[index - 1] and (index == 1 or steps[index] != steps[index - 2]):
            years, numbers = day.year - then.year, meeting.number - before.number
            message = (
                f"plenary {meeting.number} is in {day.year}, plenary {before.number} in {then.year}: "
                f"{numbers} by number, {years} by year"
            )
            hint = "see that the date and the number are right; a year without a plenary is possible"
            yield inspection.warning("C303", _date(meeting), message, hint)
