"""Checks that bodies and posts existed on the days on which the records name them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from typing import Any

from pydantic import BaseModel

from egci_reports.errors import Finding
from egci_reports.records.actions import Action
from egci_reports.records.base import PartialDate
from egci_reports.records.bodies import Body, BodyName, Person, Post, Side
from egci_reports.records.briefs import ItemBrief
from egci_reports.records.checks.dates import is_sound
from egci_reports.records.checks.inspection import Inspection, Spot, claims, spot_of
from egci_reports.records.checks.lineages import kin_of
from egci_reports.records.developments import Development
from egci_reports.records.facts import Disputed, Stated, Unstated
from egci_reports.records.meetings import Listed, Meeting, PlanItem
from egci_reports.records.notes import MeetingNotes
from egci_reports.records.occasions import Agreement, Event
from egci_reports.records.packs import AgendaItem, Delegate, PackWords
from egci_reports.records.returns import Return

Days = tuple[date, date]
"""The first and the last day that a date can mean."""


def check_existence(inspection: Inspection) -> Iterator[Finding]:
    """Yield a finding for each body or person named on a day on which the records know of none such."""
    records = inspection.records
    entries: tuple[Meeting | Agreement | Event | Development, ...] = (
        *records.meetings,
        *records.agreements,
        *records.events,
        *records.developments,
    )
    for entry in entries:
        days = _days(entry.date)
        if not days:
            continue
        for spot, node in inspection.inside(entry):
            if isinstance(node, Listed):
                yield from _body(inspection, spot / "body", node.body, days)
            elif isinstance(node, PlanItem):
                yield from _leads(inspection, spot, node, days)
            elif getattr(node, "person", None) is not None:
                yield from _person(inspection, spot / "person", node, days)
        for index, key in enumerate(entry.bodies if isinstance(entry, Development) else ()):
            yield from _body(inspection, spot_of(entry) / "bodies" / index, key, days)
    yield from _owners(inspection)
    yield from _at_the_table(inspection)
    for meeting in records.meetings:
        for field, strangers in _STRANGERS.items():
            for spot, delegation in claims(spot_of(meeting) / field, getattr(meeting, field)):
                yield from _side(inspection, spot / "bodies", delegation.bodies, strangers)
                yield from _side(inspection, spot / "others", delegation.others, strangers)


_DAY = timedelta(days=1)
_NEITHER = (Side.CENTRAL, Side.JOINT)
_STRANGERS = {"hong_kong": (Side.GUANGDONG, Side.CENTRAL), "guangdong": (Side.HONG_KONG,)}


def _leads(inspection: Inspection, spot: Spot, item: PlanItem, days: list[Days]) -> Iterator[Finding]:
    for field, key, side in (("lead", item.lead, "hong_kong"), ("partner", item.partner, "guangdong")):
        if key is not None:
            yield from _body(inspection, spot / field, key, days)
            yield from _stranger(inspection, spot / field, key, _STRANGERS[side])


def _owners(inspection: Inspection) -> Iterator[Finding]:
    """Find returns of bodies, and actions given to bodies, that were not there on the day."""
    for spot, one in inspection.of_kind(Return):
        if one.date is not None:
            yield from _body(inspection, spot / "body", one.body, [(one.date, one.date)])
        yield from _stranger(inspection, spot / "body", one.body, _STRANGERS["hong_kong"])
    for spot, action in inspection.of_kind(Action):
        meeting = inspection.records.meeting(action.raised_at)
        if meeting is not None and (days := _days(meeting.date)):
            yield from _body(inspection, spot / "owner", action.owner, days)


def _at_the_table(inspection: Inspection) -> Iterator[Finding]:
    """Find bodies in officers' words that are not there on the eve of their plenary, or on neither side."""
    own = inspection.records
    records: tuple[PackWords | ItemBrief | MeetingNotes, ...] = (*own.packs, *own.briefs, *own.notes)
    for record in records:
        # before the first plenary there is no pack at all, which is told elsewhere
        meeting = inspection.records.meeting(record.plenary) if record.plenary > 1 else None
        eves = [(first - _DAY, last - _DAY) for first, last in _days(meeting.date)] if meeting else []
        for spot, node in inspection.inside(record):
            field = "body" if isinstance(node, Delegate) else "lead"
            key = getattr(node, field, None)
            if key is None or not isinstance(node, Delegate | AgendaItem | ItemBrief):
                continue
            ours = isinstance(node, ItemBrief)
            yield from _stranger(
                inspection, spot / field, key, (Side.GUANGDONG, *_NEITHER) if ours else _NEITHER
            )
            if eves:
                yield from _body(inspection, spot / field, key, eves)


def _days(fact: Stated[Any] | Disputed[Any] | Unstated) -> list[Days]:
    return [
        (value.first, value.last) if isinstance(value, PartialDate) else (value, value)
        for _, value in claims(Spot(""), fact)
    ]


def _overlaps(span: BodyName | Post, days: Days) -> bool:
    return (span.starts is None or span.starts.first <= days[1]) and (
        span.ends is None or days[0] <= span.ends.last
    )


def name_in(body: Body, days: Days) -> BodyName | None:
    """Return the name of a body that existed on one of the days, else None."""
    if body.founded is not None and body.founded.first > days[1]:
        return None
    if body.dissolved is not None and body.dissolved.last <= days[0]:
        return None
    return next((name for name in body.names if _overlaps(name, days)), None)


def _body(inspection: Inspection, spot: Spot, key: str, days: list[Days]) -> Iterator[Finding]:
    body = inspection.records.bodies.get(key)
    if body is None or not is_sound(body) or any(name_in(body, some) for some in days):
        return
    first, last = days[0]
    when = f"on {first}" if first == last else f"between {first} and {last}"
    relatives = kin_of(inspection.records.bodies, body)
    kin = next(((b, name) for b in relatives if (name := name_in(b, days[0])) is not None), None)
    message = f"{body.names[-1].name} is named, but the records know no such body {when}"
    if kin is not None:
        hint = f"in its place there was {kin[1].name}: write {kin[0].id!r}"
    else:
        hint = f"see the dates of {key!r} in bodies.yaml"
    yield inspection.error("C220", spot, message, hint)


def _person(inspection: Inspection, spot: Spot, node: BaseModel, days: list[Days]) -> Iterator[Finding]:
    person = inspection.records.people.get(getattr(node, "person", ""))
    if person is None or not person.posts or not is_sound(person):
        return
    if any(_held(post, some) for post in person.posts for some in days):
        return
    message = f"{person.name} is named on {days[0][0]}, but no post of that day is recorded"
    place = inspection.records.places.find(f"people/{person.id}")
    where = f" in {place.file}:{place.line}" if place else ""
    hint = f"recorded: {_posts(person)}; add the day to 'seen' of the post, or another post{where}"
    yield inspection.error("C221", spot, message, hint)


def _held(post: Post, days: Days) -> bool:
    if post.starts is None and post.ends is None:
        return not post.seen or any(s.first <= days[1] and days[0] <= s.last for s in post.seen)
    return _overlaps(post, days)


def _posts(person: Person) -> str:
    def span(post: Post) -> str:
        if post.starts is None and post.ends is None:
            return f"{post.title} (seen {', '.join(str(seen) for seen in post.seen)})"
        return f"{post.title} ({post.starts or '...'} to {post.ends or '...'})"

    return ", ".join(span(post) for post in person.posts)


def _side(
    inspection: Inspection, spot: Spot, listed: Iterable[Listed], strangers: tuple[Side, ...]
) -> Iterator[Finding]:
    for index, entry in enumerate(listed):
        yield from _stranger(inspection, spot / index, entry.body, strangers)


def _stranger(inspection: Inspection, spot: Spot, key: str, strangers: tuple[Side, ...]) -> Iterator[Finding]:
    body = inspection.records.bodies.get(key)
    if body is not None and body.side in strangers:
        message = f"{body.names[-1].name} belongs to the side {body.side.value!r}"
        hint = "list it with that side, or mend its side in bodies.yaml"
        yield inspection.error("C222", spot, message, hint)
