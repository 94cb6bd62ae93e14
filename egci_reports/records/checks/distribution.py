"""Checks the list of recipients: bodies that exist, once each, and an address where mail is to be sent."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from egci_reports.errors import Finding
from egci_reports.records.bodies import Body
from egci_reports.records.checks.inspection import Inspection, Spot
from egci_reports.records.distribution import Channel, Recipient
from egci_reports.records.records import Records


def check_distribution(inspection: Inspection) -> Iterator[Finding]:
    """Yield a finding for each recipient that is none, is listed twice, or cannot be reached."""
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
        if recipient.channel is Channel.MAIL and recipient.address is None:
            message = f"mail is to be sent to {recipient.key}, but there is no address"
            yield inspection.error("C294", spot / "channel", message, "add 'address: ...', or write 'draft'")


def _twice(inspection: Inspection, spot: Spot, recipient: Recipient, seen: set[str]) -> Iterator[Finding]:
    key = recipient.key.casefold()
    if key in seen:
        hint = "take one of the two out, or give each its post"
        yield inspection.error("C293", spot / "body", f"{recipient.key!r} is listed twice", hint)
    seen.add(key)


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
