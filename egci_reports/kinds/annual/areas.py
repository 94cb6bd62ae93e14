"""The plan of the year and of the year before, area by area."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from egci_reports.analysis.changes import AreaChanges
from egci_reports.analysis.lists import ListState, areas_of
from egci_reports.analysis.threads import Course
from egci_reports.kinds.annual.context import Plan, PlanArea, Reviewed
from egci_reports.records.facts import Unstated
from egci_reports.records.meetings import Area, AreaList, Meeting
from egci_reports.records.papers import OwnText
from egci_reports.records.records import address_of


def plan_of(meeting: Meeting, courses: Sequence[Course], changes: AreaChanges | None = None) -> Plan:
    """Return what a plenary's plan says of its areas; `courses` reach as far as the report may look."""
    listing = areas_of(meeting)
    rivals = meeting.areas.rivals[0] if meeting.areas.rivals else None
    silent = meeting.areas.listed if isinstance(meeting.areas.listed, Unstated) else None
    areas = tuple(
        PlanArea(
            position,
            area,
            courses_of(area, courses),
            changes.at(position) if changes else None,
            _matching(area, rivals),
            f"{address_of(meeting)}#areas/listed/{position - 1}",
        )
        for position, area in enumerate(listing.items, 1)
    )
    said = meeting.areas
    return Plan(
        said.said,
        areas,
        listing.state is ListState.CLOSED,
        said.hedge,
        silent.note if silent else None,
        said.frame,
        said.focus,
        said.focus_points,
        rivals,
    )


def courses_of(area: Area, courses: Sequence[Course]) -> tuple[Course, ...]:
    """Return the courses of the subjects an area belongs to."""
    threads = {join.thread for join in area.threads}
    return tuple(course for course in courses if course.thread.id in threads)


def _matching(area: Area, rivals: AreaList | None) -> tuple[Area, ...]:
    threads = {join.thread for join in area.threads}
    items = rivals.items if rivals else ()
    return tuple(rival for rival in items if threads & {join.thread for join in rival.threads})


def reviewed_areas(
    now: Meeting,
    plan_before: Plan,
    changes: AreaChanges,
    texts: Mapping[str, tuple[OwnText, ...]],
) -> tuple[Reviewed, ...]:
    """Return the areas of the plan before, with what this plenary's entry reports on each."""
    found = []
    for area in plan_before.areas:
        threads = [join.thread for join in area.area.threads]
        change = next((c for c in changes.changes if any(p == area.position for p, _ in c.before)), None)
        reports = tuple(report for report in now.progress if set(threads) & set(report.threads))
        own = tuple(text for thread in threads for text in texts.get(f"progress/{thread}", ()))
        names = ", ".join(course.thread.name for course in area.courses) or str(area.area.wording)
        found.append(
            Reviewed(area.position, area.area, names, area.courses, change, reports, own, area.about)
        )
    return tuple(found)
