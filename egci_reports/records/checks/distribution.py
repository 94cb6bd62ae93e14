"""Checks the list of recipients: bodies that exist, addresses for mail, papers that are theirs to read."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from egci_reports.errors import Finding
from egci_reports.records.audience.reader import Audience, may_cross
from egci_reports.records.bodies import Body, Side
from egci_reports.records.checks.inspection import Inspection, Spot
from egci_reports.records.distribution import Channel, Recipient
from egci_reports.records.paper_kinds import PaperKind
from egci_reports.records.records import Records


def check_distribution(inspection: Inspection) -> Iterator[Finding]:
    """Yield a finding for each recipient that is none, is listed twice, unreachable, or may not read."""
    records = inspection.records
    if records.distribution is None:
        return
    seen: set[str] = set()
    for index, recipient in enumerate(records.distribution.recipients):
        spot = Spot("distribution", ("recipients", index))
        body = records.bodies.get(recipient.body)
        if body is not None and (gone := _absence(body, records.distribution.as_at, records)):
            yield inspection.error("C292", spot / "body", *gone)
        yield from _twice(inspection, spot, recipient, seen)
        if body is not None:
            yield from _papers(inspection, spot, recipient, body)
        if recipient.channel is Channel.MAIL and recipient.address is None:
            message = f"mail is to be sent to {recipient.key}, but there is no address"
            yield inspection.error("C294", spot / "channel", message, "add 'address: ...', or write 'draft'")


def _twice(inspection: Inspection, spot: Spot, recipient: Recipient, seen: set[str]) -> Iterator[Finding]:
    key = recipient.key.casefold()
    if key in seen:
        hint = "take one of the two out, or give each its post"
        yield inspection.error("C293", spot / "body", f"{recipient.key!r} is listed twice", hint)
    seen.add(key)


def _papers(inspection: Inspection, spot: Spot, recipient: Recipient, body: Body) -> Iterator[Finding]:
    """Yield a finding for each paper that the recipient may not get, or that is not made as the list says."""
    kinds: set[PaperKind] = set()
    whom = f"{recipient.key} ({body.names[-1].name})"
    for index, one in enumerate(recipient.papers or ()):
        place, audience = spot / "papers" / index, one.made_for(body.side)
        made = ", ".join(one.paper.audiences)
        if body.side is not Side.HONG_KONG and not (
            may_cross(audience, None) and audience in one.paper.audiences
        ):
            said = f"the {one.paper} paper{f' for {audience} readers' if one.audience else ''}"
            message = f"{said} cannot go to {whom}, off the Hong Kong side"
            crosses = [str(each) for each in one.paper.audiences if may_cross(each, None)]
            hint = f"write 'audience: {' or '.join(crosses)}'" if crosses else "take it out of its papers"
            yield inspection.error("C296", place, message, hint)
        elif audience not in one.paper.audiences:
            message = f"no {one.paper} paper is made for {audience} readers, as {whom} is to get it"
            yield inspection.error("C297", place, message, f"it is made for: {made}")
        elif (
            Audience.DEPARTMENT in one.paper.audiences
            and audience is Audience.INTERNAL
            and not (one.reason and recipient.post)
        ):
            message = f"the whole briefing goes to a named post for a reason, and {whom} lacks one of the two"
            hint = "add 'post: ...' and 'reason: ...', or leave the audience out: the department's part goes"
            yield inspection.error("C298", place, message, hint)
        if one.paper in kinds:
            message = f"{whom} gets the {one.paper} paper twice"
            yield inspection.error("C293", place, message, "a holder has one copy: take one out")
        kinds.add(one.paper)


def _absence(body: Body, day: date, records: Records) -> tuple[str, str] | None:
    """Return why a body is no recipient on the day of the list, or is none any more, and what to do."""
    name, last = body.names[-1].name, body.names[-1]
    if body.founded is not None and body.founded.first > day:
        return f"{name} was founded on {body.founded}, after {day}, the day of this list", _instead(
            [records.bodies[key] for key in body.succeeds if key in records.bodies]
        )
    ended = body.dissolved or last.ends
    if ended is not None:
        successors = [other for other in records.bodies.values() if body.id in other.succeeds]
        successors.sort(key=lambda other: other.principal != body.id)
        return f"{name} is no more: it ended on {ended}", _instead(successors)
    if last.starts is not None and last.starts.first > day:
        message = f"the body has been named {name} since {last.starts}, after {day}, the day of this list"
        return message, f"bring the list up to date: as_at: {last.starts.last}, or later"
    return None


def _instead(others: list[Body]) -> str:
    if not others:
        return "take it out; no body is recorded that took its place"
    return f"write {' or '.join(f'{other.id} ({other.names[-1].name})' for other in others)} in its place"
