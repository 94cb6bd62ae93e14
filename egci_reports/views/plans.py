"""The plan of the year and of the year before, area by area, and the progress reported between them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from egci_reports.analysis.changes import AreaChange, AreaChanges
from egci_reports.analysis.entries import terms_of
from egci_reports.analysis.lists import ListState, areas_of
from egci_reports.analysis.plenaries import Series
from egci_reports.analysis.threads import ThreadHistory
from egci_reports.records.areas import Area, AreaList
from egci_reports.records.facts import Unstated, sources_of
from egci_reports.records.meetings import Meeting
from egci_reports.records.records import address_of
from egci_reports.records.sources import Source
from egci_reports.views.officers_texts import OfficersText
from egci_reports.views.plan_views import (
    ComparedAreas,
    Plan,
    PlanArea,
    Progress,
    Reviewed,
)
from egci_reports.views.subjects import subject_of


def plan_of(
    meeting: Meeting,
    histories: Sequence[ThreadHistory],
    series: Series,
    sources: Mapping[str, Source],
    changes: AreaChanges | None = None,
) -> Plan:
    """Return what a plenary's plan says of its areas; histories and series end where the paper does."""
    listing, said = areas_of(meeting), meeting.areas
    rivals = said.rivals[0] if said.rivals else None
    silent = said.listed if isinstance(said.listed, Unstated) else None
    areas = tuple(
        _plan_area(position, area, histories, changes, rivals, meeting)
        for position, area in enumerate(listing.items, 1)
    )
    return Plan(
        said.said,
        areas,
        listing.state is ListState.CLOSED,
        said.hedge,
        silent.note if silent else None,
        said.frame,
        terms_of(series, meeting.number),
        said.focus_points,
        rivals,
        _short(rivals.sources if rivals else (), sources),
        _short(sources_of(said.listed), sources),
        sources_of(said.listed),
    )


def _short(keys: Sequence[str], sources: Mapping[str, Source]) -> str | None:
    source = sources.get(keys[0]) if keys else None
    return source.short if source else None


def _plan_area(
    position: int,
    area: Area,
    histories: Sequence[ThreadHistory],
    changes: AreaChanges | None,
    rivals: AreaList | None,
    meeting: Meeting,
) -> PlanArea:
    change = changes.at(position) if changes else None
    return PlanArea(
        position,
        area,
        tuple(history.thread.name for history in _histories_of(area, histories)),
        change,
        change.before if change else (),
        _matching(area, rivals),
        f"{address_of(meeting)}#areas/listed/{position - 1}",
    )


def _histories_of(area: Area, histories: Sequence[ThreadHistory]) -> tuple[ThreadHistory, ...]:
    """Return the histories of the subjects an area belongs to."""
    threads = {join.thread for join in area.threads}
    return tuple(history for history in histories if history.thread.id in threads)


def _matching(area: Area, rivals: AreaList | None) -> tuple[Area, ...]:
    threads = {join.thread for join in area.threads}
    items = rivals.items if rivals else ()
    return tuple(rival for rival in items if threads & {join.thread for join in rival.threads})


def progress_on(
    now: Meeting,
    plan_before: Plan | None,
    histories: Sequence[ThreadHistory],
    changes: AreaChanges | None,
    texts: Mapping[str, tuple[OfficersText, ...]],
) -> Progress:
    """Return the areas of the plan before, with what this plenary's entry reports on each."""
    areas = tuple(
        _reviewed(now, area, histories, changes, texts) for area in (plan_before.areas if plan_before else ())
    )
    told = {report for area in areas for report in area.reports}
    general = tuple(report for report in now.progress if report not in told)
    has_own = any(section.split("/")[0] == "progress" for section in texts)
    return Progress(areas, general, bool(now.progress) or has_own)


def _reviewed(
    now: Meeting,
    area: PlanArea,
    histories: Sequence[ThreadHistory],
    changes: AreaChanges | None,
    texts: Mapping[str, tuple[OfficersText, ...]],
) -> Reviewed:
    threads = [join.thread for join in area.area.threads]
    own = _histories_of(area.area, histories)
    found = changes.changes if changes else ()
    return Reviewed(
        area.position,
        area.area,
        ", ".join(area.subjects) or str(area.area.wording),
        tuple(subject_of(history) for history in own),
        next((c for c in found if any(place == area.position for place, _ in c.before)), None),
        tuple(report for report in now.progress if set(threads) & set(report.threads)),
        tuple(text for thread in threads for text in texts.get(f"progress/{thread}", ())),
        area.about,
    )


def _compared(change: AreaChange, plan: Plan, histories: Sequence[ThreadHistory]) -> ComparedAreas:
    areas = [area for _, area in (*change.after, *change.before)]
    subjects = dict.fromkeys(
        history.thread.name for area in areas for history in _histories_of(area, histories)
    )
    rivals = dict.fromkeys(rival for _, area in change.after for rival in _matching(area, plan.rivals))
    return ComparedAreas(change, tuple(subjects), tuple(rivals))
