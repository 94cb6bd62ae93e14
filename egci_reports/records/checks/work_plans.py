"""Checks the items of work plans and the calls for returns on them."""

from __future__ import annotations

from collections.abc import Iterator

from egci_reports.errors import Finding
from egci_reports.records.checks.inspection import Inspection, Spot, spot_of
from egci_reports.records.facts import values
from egci_reports.records.meetings import Meeting, PlanItem
from egci_reports.records.records import day_of, meeting_before


def check_work_plans(inspection: Inspection) -> Iterator[Finding]:
    """Yield a finding for each item without a leader or with a wrong area, and each call out of time."""
    for meeting in inspection.records.meetings:
        spot = spot_of(meeting)
        for index, item in enumerate(meeting.work_plan):
            yield from _item(inspection, spot / "work_plan" / index, meeting, item)
        yield from _call(inspection, spot / "call", meeting)


def _item(inspection: Inspection, spot: Spot, meeting: Meeting, item: PlanItem) -> Iterator[Finding]:
    if item.lead is None and item.partner is None:
        hint = "add 'lead: ...', the Hong Kong body, or 'partner: ...' if Guangdong leads it alone"
        yield inspection.error("C410", spot / "item", f"nobody leads the item {item.item}", hint)
    counts = {len(areas) for areas in values(meeting.areas.listed)}
    if meeting.areas.closed and counts and item.area > max(counts):
        message = f"the item {item.item} is of area {item.area}, and {max(counts)} are listed"
        yield inspection.error("C411", spot / "area", message, "areas are counted from 1, as listed")
    before = meeting_before(inspection.records, meeting.number)
    if item.continues is not None and (
        before is None or item.continues not in {one.item for one in before.work_plan}
    ):
        message = f"the plan before has no item {item.continues}"
        hint = "mend the number, or take the line out if the item is new"
        yield inspection.error("C412", spot / "continues", message, hint)


def _call(inspection: Inspection, spot: Spot, meeting: Meeting) -> Iterator[Finding]:
    call, day = meeting.call, day_of(meeting.date)
    if call is None:
        return
    if call.reply_by < call.on:
        message = f"returns are asked for by {call.reply_by}, before the call of {call.on}"
        yield inspection.error("C413", spot / "reply_by", message, "mend one of the two dates")
    elif day is not None and day < call.reply_by:
        message = f"returns are asked for by {call.reply_by}, after the plenary of {day}"
        yield inspection.error("C413", spot / "reply_by", message, "mend one of the two dates")
