"""The plan that returns report on: its items on file, or one for each area where no items are."""

from __future__ import annotations

from egci_reports.records.facts import settled
from egci_reports.records.meetings import Meeting, PlanItem


def plan_of(meeting: Meeting | None) -> tuple[PlanItem, ...]:
    """Return the items of the plan agreed at a plenary.

    Where no work plan is on file, each area stands for an item without a lead: departments are asked whether
    they lead it, support it or take no part.
    """
    if meeting is None or meeting.work_plan:
        return meeting.work_plan if meeting else ()
    areas = settled(meeting.areas.listed) or ()
    return tuple(
        PlanItem(item=str(place), text=str(area.wording), area=place, sources=area.sources, grade=area.grade)
        for place, area in enumerate(areas, start=1)
    )
