"""Checks returns: items that are the department's, and entries that say all they must."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from egci_reports.errors import Finding
from egci_reports.records.checks.inspection import Inspection, Spot
from egci_reports.records.meetings import PlanItem
from egci_reports.records.owners import owner_on
from egci_reports.records.plans import plan_of
from egci_reports.records.records import meeting_before
from egci_reports.records.returns import ItemReturn, ItemStatus, Return

_WANTS_REASON = (ItemStatus.BEHIND_SCHEDULE, ItemStatus.CEASED)


def check_returns(inspection: Inspection) -> Iterator[Finding]:
    """Yield a finding for each entry that is not the department's, contradicts itself, or is not whole."""
    for spot, one in inspection.of_kind(Return):
        before = meeting_before(inspection.records, one.plenary)
        plan = {item.item: item for item in plan_of(before)}
        for index, entry in enumerate(one.items):
            place = spot / "items" / index
            yield from _owned(inspection, place, one, entry, plan)
            yield from _whole(inspection, place, one, entry)
            yield from _figures(inspection, place / "figures", one, entry)
            yield from _repeated(inspection, place, one, entry, plan.get(entry.item))
        if one.nil and any(entry.progress or entry.status for entry in one.items):
            message = "the return is nil, and reports progress"
            yield inspection.error("C403", spot / "nil", message, "take 'nil: true' out, or the entries")


def _owned(
    inspection: Inspection, spot: Spot, one: Return, entry: ItemReturn, plan: Mapping[str, PlanItem]
) -> Iterator[Finding]:
    item = plan.get(entry.item)
    if item is None:
        if f"meetings/{one.plenary - 1:02d}" not in inspection.broken:
            message = f"the plan under review has no item {entry.item}"
            hint = f"its items are {', '.join(plan) or 'not on file'}"
            yield inspection.error("C401", spot / "item", message, hint)
        return
    bodies = inspection.records.bodies
    if item.lead is None and item.partner is None:
        return  # an area stands for the item: whoever is asked may report on it
    if item.lead is None or owner_on(bodies, item.lead) != owner_on(bodies, one.body):
        leader = item.lead or item.partner or "nobody"
        message = f"the item {entry.item} is led by {leader}, not by {one.body}"
        yield inspection.error("C402", spot / "item", message, "move the entry to that body's return")


def _whole(inspection: Inspection, spot: Spot, one: Return, entry: ItemReturn) -> Iterator[Finding]:
    said = entry.progress or entry.figures or entry.status
    if entry.nil and said:
        message = f"item {entry.item} is nil, and reports something"
        yield inspection.error("C403", spot / "nil", message, "take 'nil: true' out, or what is reported")
        return
    if one.date is None:
        return
    if entry.progress and entry.status is None:
        message = f"item {entry.item} reports progress, but not how it stands"
        yield inspection.error("C404", spot / "item", message, "add 'status: ...', for example on-schedule")
    if entry.status in _WANTS_REASON and entry.reason is None:
        message = f"item {entry.item} is {entry.status.value}, without a reason"
        hint = "add 'reason: ...'; for what was superseded, it says by what"
        yield inspection.error("C405", spot / "status", message, hint)
    if entry.status is ItemStatus.BEHIND_SCHEDULE and entry.new_date is None:
        message = f"item {entry.item} is behind schedule, without a new date"
        yield inspection.error("C406", spot / "status", message, "add 'new_date: ...'")


def _figures(inspection: Inspection, spot: Spot, one: Return, entry: ItemReturn) -> Iterator[Finding]:
    for index, figure in enumerate(entry.figures):
        if one.date is not None and figure.as_at > one.date:
            message = f"a figure as at {figure.as_at} in a return of {one.date}"
            yield inspection.error("C407", spot / index / "as_at", message, "mend one of the two dates")


def _repeated(
    inspection: Inspection, spot: Spot, one: Return, entry: ItemReturn, item: PlanItem | None
) -> Iterator[Finding]:
    """Find progress in the very words of the return before: last year's text is no report of this year."""
    if item is None or item.continues is None or entry.progress is None:
        return
    before = meeting_before(inspection.records, one.plenary)
    earlier = inspection.records.returns_for(before.number) if before else ()
    texts = {old.progress for past in earlier if (old := past.on_item(item.continues)) is not None}
    if entry.progress in texts:
        message = f"the progress on item {entry.item} is word for word that of the return before"
        yield inspection.warning("C311", spot / "progress", message, "ask the department to confirm it")
