"""What the sheet of a plenary shows of its work plan, of the call for returns, and of actions."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from egci_reports.app.reading.sheets.model import SheetBuilder
from egci_reports.app.reading.sheets.words import day, name_on, partial
from egci_reports.records.clearables import state_in_words
from egci_reports.records.meetings import Meeting, PlanItem
from egci_reports.records.records import Records, day_of
from egci_reports.records.returns import Return


def plan_rows(draft: SheetBuilder, meeting: Meeting) -> None:
    """Add the items of the plan, the call, the returns that came, and the actions agreed with their count."""
    records, when = draft.records, day_of(meeting.date)
    draft.row("Work plan", [_item(records, item, when) for item in meeting.work_plan])
    if meeting.call:
        draft.row("Call", f"{day(meeting.call.on)}, for replies by {day(meeting.call.reply_by)}")
    draft.row("Returns", [_return(records, one, when) for one in records.returns_for(meeting.number)])
    draft.row("Actions", list(_actions(records, meeting)))


def _item(records: Records, item: PlanItem, when: date | None) -> str:
    leads = [name_on(records.bodies[key], when) for key in (item.lead, item.partner) if key]
    target = f", by {partial(item.target)}" if item.target else ""
    return f"{item.item}  {item.text} ({' and '.join(leads)}{target})"


def _return(records: Records, one: Return, when: date | None) -> str:
    came = f"of {day(one.date)}" if one.date else "excused" if one.excused else "not received"
    cleared = f", {state_in_words(one)}" if one.date and not one.is_cleared else ""
    return f"{name_on(records.bodies[one.body], when)}: {came}{cleared}"


def _actions(records: Records, meeting: Meeting) -> Iterator[str]:
    for action in records.actions:
        if action.raised_at == meeting.number:
            closed = f", closed at plenary {action.closed.meeting}" if action.closed else ""
            yield f"{action.id}  {action.text} (due {day(action.due_now)}{closed})"
    if count := meeting.action_count:
        yield (
            f"{count.brought_forward} brought forward, {count.new} new, {count.closed} closed, "
            f"{count.carried_forward} carried forward"
        )
