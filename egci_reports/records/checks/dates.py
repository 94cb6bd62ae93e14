"""Checks that spans of time run forwards and lie within what they belong to."""

from __future__ import annotations

from collections.abc import Iterator

from egci_reports.errors import Finding
from egci_reports.records.bodies import Body, BodyName, Person, Post
from egci_reports.records.checks.inspection import Inspection, Spot
from egci_reports.records.meetings import Meeting
from egci_reports.records.records import day_of


def check_dates(inspection: Inspection) -> Iterator[Finding]:
    """Yield a finding for each span that ends before it starts, and each date outside its frame.

    A partial date counts as wrong only where no day that it can mean is right.
    """
    for spot, name in inspection.of_kind(BodyName):
        yield from _backwards(inspection, spot, name)
    for spot, post in inspection.of_kind(Post):
        yield from _backwards(inspection, spot, post)
        yield from _seen(inspection, spot, post)
    for spot, body in inspection.of_kind(Body):
        yield from _lifetime(inspection, spot, body)
    for spot, meeting in inspection.of_kind(Meeting):
        day = day_of(meeting.date)
        if meeting.position_as_at is not None and day is not None and meeting.position_as_at < day:
            message = f"the position as at {meeting.position_as_at} lies before the plenary of {day}"
            hint = "give the cut-off date of the year's report, or take the line out"
            yield inspection.error("C213", spot / "position_as_at", message, hint)


def is_backwards(span: BodyName | Post) -> bool:
    """Whether a span ends before it starts, whatever its partial dates mean."""
    return span.starts is not None and span.ends is not None and span.ends.last < span.starts.first


def is_sound(record: Body | Person) -> bool:
    """Whether the dates of a body or a person run forwards, so that something can be read from them."""
    if isinstance(record, Person):
        return not any(is_backwards(post) for post in record.posts)
    founded, dissolved = record.founded, record.dissolved
    forwards = founded is None or dissolved is None or founded.first <= dissolved.last
    return forwards and not any(is_backwards(name) for name in record.names)


def _backwards(inspection: Inspection, spot: Spot, span: BodyName | Post) -> Iterator[Finding]:
    if is_backwards(span):
        message = f"it ends ({span.ends}) before it starts ({span.starts})"
        yield inspection.error("C210", spot / "ends", message, "mend one of the two dates")


def _seen(inspection: Inspection, spot: Spot, post: Post) -> Iterator[Finding]:
    for index, seen in enumerate(post.seen):
        early = post.starts is not None and seen.last < post.starts.first
        late = post.ends is not None and seen.first > post.ends.last
        if early or late:
            message = f"seen in the post on {seen}, {'before it starts' if early else 'after it ends'}"
            hint = f"mend this date, or the {'start' if early else 'end'} of the post"
            yield inspection.error("C214", spot / "seen" / index, message, hint)


def _lifetime(inspection: Inspection, spot: Spot, body: Body) -> Iterator[Finding]:
    founded, dissolved = body.founded, body.dissolved
    if founded is not None and dissolved is not None and dissolved.last < founded.first:
        message = f"dissolved ({dissolved}) before it was founded ({founded})"
        yield inspection.error("C211", spot / "dissolved", message, "mend one of the two dates")
        return
    for index, name in enumerate(body.names):
        inside = spot / "names" / index
        if founded is not None and name.starts is not None and name.starts.last < founded.first:
            message = f"the name is in use from {name.starts}, but the body was founded on {founded}"
            hint = "mend one of the two dates; a body before the founding is a body of its own"
            yield inspection.error("C212", inside / "starts", message, hint)
        if dissolved is None:
            continue
        for field, date in (("starts", name.starts), ("ends", name.ends)):
            if date is not None and date.first > dissolved.last:
                message = f"the name {field} on {date}, but the body was dissolved on {dissolved}"
                hint = "mend one of the two dates; a body that took over is a body of its own"
                yield inspection.error("C212", inside / field, message, hint)
                break
