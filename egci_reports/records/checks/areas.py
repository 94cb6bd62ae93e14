"""Checks the areas of co-operation: counts against lists, open lists, and their threads."""

from __future__ import annotations

import re
from collections.abc import Iterator

from egci_reports.errors import Finding
from egci_reports.records.areas import Area, AreaList, Grade, Join, PlenaryAreas
from egci_reports.records.checks.inspection import Inspection, Spot, claims, spot_of
from egci_reports.records.grades import SourceGrade
from egci_reports.records.meetings import Meeting
from egci_reports.records.sources import Reading

_OPENS = re.compile(r"\bsuch(?: \w+)? as\b|\betc\b|\bamong others\b|\band others\b", re.IGNORECASE)
"""Words that leave a list open."""


def check_areas(inspection: Inspection) -> Iterator[Finding]:
    """Yield what is wrong with the lists of areas, and areas and threads that are joined to nothing."""
    for meeting in inspection.records.meetings:
        spot = spot_of(meeting) / "areas"
        yield from _count(inspection, spot, meeting.areas)
        yield from _open(inspection, spot, meeting)
        yield from _ungraded(inspection, spot, meeting)
    for spot, area in threadless(inspection):
        message = f"the area {str(area.wording)!r} belongs to no thread"
        hint = "add 'threads: [...]'; if it begins something new, add the thread to areas.yaml"
        yield inspection.warning("C306", spot / "wording", message, hint)
    for spot, area in inspection.of_kind(Area):
        if area.grade is SourceGrade.MACHINE and any(join.grade is Grade.SAME for join in area.threads):
            message = "words of a machine translation are joined to a thread as the same words"
            hint = "write '{thread: ..., grade: judged, reason: ...}': the words are the translator's"
            yield inspection.warning("C330", spot / "threads", message, hint)
    for spot, join in inspection.of_kind(Join):
        if join.grade is not Grade.SAME and join.reason is None:
            message = f"joined to the thread {join.thread!r} as {join.grade.value!r}, without a reason"
            hint = "add 'reason: ...': it is printed where the joins are explained"
            yield inspection.error("C263", spot / "grade", message, hint)
    yield from _unused(inspection)


def threadless(inspection: Inspection) -> Iterator[tuple[Spot, Area]]:
    """Yield the areas that belong to no thread, each with its spot; focus points need none."""
    lists: list[tuple[Spot, tuple[Area, ...]]] = []
    for meeting in inspection.records.meetings:
        lists += claims(spot_of(meeting) / "areas" / "listed", meeting.areas.listed)
    lists += ((spot / "items", rival.items) for spot, rival in inspection.of_kind(AreaList))
    for spot, areas in lists:
        yield from ((spot / index, area) for index, area in enumerate(areas) if not area.threads)


def _count(inspection: Inspection, spot: Spot, areas: PlenaryAreas) -> Iterator[Finding]:
    if areas.said is not None and areas.closed:
        for _, listed in claims(spot / "listed", areas.listed):
            if len(listed) != areas.said:
                message = f"the text states {areas.said} areas, {len(listed)} are listed"
                hint = "mend the number or the list; write 'closed: false' if the words leave the list open"
                yield inspection.error("C260", spot / "said", message, hint)
    points = areas.focus_points
    if points is not None and points.said is not None and points.said != len(points.items):
        message = f"the text states {points.said} focus points, {len(points.items)} are listed"
        yield inspection.error("C264", spot / "focus_points" / "said", message, "mend the number or the list")


def _ungraded(inspection: Inspection, spot: Spot, meeting: Meeting) -> Iterator[Finding]:
    """Warn of areas that count as read whole though their sources were not, or are partly machine words."""
    sources = inspection.records.sources
    for place, areas in claims(spot / "listed", meeting.areas.listed):
        by_machine = {
            key
            for area in areas
            if area.grade is SourceGrade.MACHINE
            for key in area.sources or meeting.sources
        }
        for index, area in enumerate(areas):
            named = area.sources or meeting.sources
            if area.grade is not None or not named:
                continue
            is_partly = all(key in sources and sources[key].read is Reading.FIRST_PART for key in named)
            if is_partly or set(named) <= by_machine:
                why = "was read in its first part only" if is_partly else "is a machine translation elsewhere"
                said = f"the words {str(area.wording)!r} count as official and read whole"
                hint = f"say by 'grade' what they rest on, one of: {', '.join(SourceGrade)}"
                message = f"{said}, and their source {why}"
                yield inspection.warning("C321", place / index / "wording", message, hint)


def _open(inspection: Inspection, spot: Spot, meeting: Meeting) -> Iterator[Finding]:
    areas = meeting.areas
    if not areas.closed:
        if areas.hedge is None:
            hint = "add 'hedge: such as', in the source's words"
            message = "the list is open, but the words that leave it open are not quoted"
            yield inspection.error("C262", spot / "closed", message, hint)
        return
    words = [(spot / "hedge", areas.hedge)] if areas.hedge is not None else []
    outcomes = claims(spot_of(meeting) / "outcome", meeting.outcome)
    words += [(place / "words", outcome.words) for place, outcome in outcomes]
    for place, text in words:
        opening = _OPENS.search(text)
        if opening is not None:
            message = f"{opening.group()!r} leaves the list of areas open, but it is recorded as closed"
            yield inspection.error("C261", place, message, "write 'closed: false' under areas")
            return


def _unused(inspection: Inspection) -> Iterator[Finding]:
    if inspection.broken:
        return
    used = {join.thread for _, join in inspection.of_kind(Join)}
    for _, node in inspection.nodes:
        used.update(key for key in getattr(node, "threads", ()) if isinstance(key, str))
    for index, thread in enumerate(inspection.records.areas.threads):
        if thread.id not in used:
            hint = "join a wording to it, or take it out"
            spot = Spot("areas") / "threads" / index
            yield inspection.warning("C307", spot, f"nothing belongs to the thread {thread.id!r}", hint)
