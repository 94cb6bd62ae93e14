"""Checks each plenary by itself: date, venue, city and what `new meeting` proposed."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import get_close_matches

from egci_reports.errors import Finding
from egci_reports.records.checks.inspection import Inspection, Spot, claims, spot_of
from egci_reports.records.facts import Stated, Unstated, settled
from egci_reports.records.meetings import Meeting, Mode, Status

_SATURDAY = 5


def check_meetings(inspection: Inspection) -> Iterator[Finding]:
    """Yield what is wrong or odd about each plenary by itself."""
    for meeting in inspection.records.meetings:
        spot = spot_of(meeting)
        yield from _status(inspection, spot, meeting)
        yield from _venue(inspection, spot, meeting)
        yield from _host(inspection, spot, meeting)
        for place, day in claims(spot / "date", meeting.date):
            if day.weekday() >= _SATURDAY:
                message = f"{day} was a {'Saturday' if day.weekday() == _SATURDAY else 'Sunday'}"
                yield inspection.warning("C305", place, message, "see that day and month are right")


def _status(inspection: Inspection, spot: Spot, meeting: Meeting) -> Iterator[Finding]:
    if meeting.status is Status.HELD:
        if meeting.proposed:
            message = f"the plenary was held, but {', '.join(meeting.proposed)} is only proposed"
            hint = "confirm these fields by the source, then take the line 'proposed' out"
            yield inspection.error("C255", spot / "proposed", message, hint)
        if isinstance(meeting.date, Unstated):
            hint = "write the day, or 'status: planned'"
            yield inspection.error("C257", spot / "date", "a plenary that was held needs its date", hint)
        return
    later = [m for m in inspection.records.meetings if m.status is Status.HELD and m.number > meeting.number]
    if later:
        message = f"plenary {meeting.number} is planned, but plenary {later[-1].number} after it was held"
        hint = "write 'status: held', or mend the number"
        yield inspection.error("C256", spot / "status", message, hint)
    elif not isinstance(meeting.outcome, Unstated):
        message = f"plenary {meeting.number} is to come, but its outcome is on record"
        hint = "write 'status: held' if it has met, or take the outcome out"
        yield inspection.error("C258", spot / "outcome", message, hint)


def _venue(inspection: Inspection, spot: Spot, meeting: Meeting) -> Iterator[Finding]:
    if meeting.mode is Mode.VIDEO:
        if meeting.venue is not None and not isinstance(meeting.venue, Unstated):
            message = "a video conference has no venue"
            hint = "take the venue out, or write 'mode: in-person'"
            yield inspection.error("C253", spot / "venue", message, hint)
        return
    if meeting.venue is None:
        message = "the venue of a plenary held in person is missing"
        hint = "add 'venue: {city: ...}', or 'venue: {unstated: not-stated}' if the sources do not say"
        yield inspection.error("C252", spot / "mode", message, hint)
        return
    cities = inspection.records.group.cities
    for place, venue in claims(spot / "venue", meeting.venue):
        if venue.city not in cities:
            near = get_close_matches(venue.city, cities, n=1, cutoff=0.6)
            hint = f"did you mean {near[0]!r}?" if near else "add it to 'cities' in group.yaml, with its side"
            message = f"{venue.city!r} is no city of the group"
            yield inspection.error("C254", place / "city", message, hint)


def _host(inspection: Inspection, spot: Spot, meeting: Meeting) -> Iterator[Finding]:
    """Warn of a host out of turn; a dispute about the venue is told of elsewhere."""
    if meeting.mode is Mode.VIDEO or meeting.venue is None:
        return
    venue = settled(meeting.venue)
    group = inspection.records.group
    side = group.cities.get(venue.city) if venue is not None else None
    expected = group.host_of(meeting.number)
    if venue is not None and side is not None and side is not expected:
        message = f"{venue.city} hosts plenary {meeting.number}, but by turns it falls to {expected.value}"
        hint = "see that the source says so; if sources differ, record the dispute"
        place = spot / "venue" / "value" / "city" if isinstance(meeting.venue, Stated) else spot / "venue"
        yield inspection.warning("C302", place, message, hint)
