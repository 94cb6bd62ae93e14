"""What is new in a year, by weight: agreements and proposals first, then frame and subjects, then form.

A thing is new only against all that the records know before it; what hangs on a doubtful join is no news.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from egci_reports.analysis.changes import AreaChanges
from egci_reports.analysis.lists import areas_of
from egci_reports.analysis.plenaries import Plenary, Series
from egci_reports.analysis.threads import ThreadHistory
from egci_reports.kinds.annual.areas import UnderReview, named_threads
from egci_reports.kinds.annual.news_kinds import (
    FirstAreas,
    FirstByVideo,
    FirstFocusPoints,
    Founded,
    MoreParties,
    NewAgreements,
    NewFramework,
    News,
    OtherSubjects,
    Proposed,
    SubjectsInEveryPlan,
)
from egci_reports.kinds.annual.open_points import proposals_at
from egci_reports.records.areas import Area
from egci_reports.records.facts import settled
from egci_reports.records.meetings import Meeting
from egci_reports.views.names import Names
from egci_reports.views.occasions import Occasions, Signing
from egci_reports.views.plan_views import Plan
from egci_reports.views.subjects import in_sentence

MOST = 3
"""How many things the summary calls new."""


def news_of(
    plenary: Plenary,
    series: Series,
    plan: Plan,
    changes: AreaChanges | None,
    review: UnderReview,
    groups: Sequence[Occasions],
    founded_by: Collection[str],
    histories: Sequence[ThreadHistory],
    names: Names,
) -> tuple[News, ...]:
    """Return what is new at a plenary held, the weightiest three; the series ends with it.

    `founded_by` are the addresses of events by which bodies were set up. An agreement of the year before was
    news in the paper of that year.
    """
    if not plenary.is_held:
        return ()
    signings = [one for told in groups for one in told.signings if one.date.year == plenary.year]
    founded = [one for told in groups for one in told.occasions if one.about in founded_by]
    found = [
        *_signed(signings, is_government=True),
        *(Founded(one) for one in founded),
        *map(Proposed, proposals_at(plenary, names)),
        *_signed(signings, is_government=False),
        *_framed(plenary, series, plan),
        *_first_areas(plenary, series, histories),
        *_subjects(plenary, series, changes, review, histories),
        *_focus(plenary, series),
        *_video(plenary, series),
        *_parties(plenary, series),
    ]
    return tuple(found[:MOST])


def _signed(signings: Sequence[Signing], *, is_government: bool) -> Iterator[News]:
    own = tuple(one for one in signings if one.is_government is is_government)
    if own:
        yield NewAgreements(own, is_government)


def _earlier(plenary: Plenary, series: Series) -> tuple[Plenary, ...]:
    return tuple(one for one in series.plenaries if one.number < plenary.number)


def _framed(plenary: Plenary, series: Series, plan: Plan) -> Iterator[News]:
    earlier = _earlier(plenary, series)
    if not earlier:
        return
    frames = {one.meeting.areas.frame for one in earlier}
    frame = plan.frame if plan.frame not in frames else None
    terms = tuple(term.text for term in plan.first_terms)
    if frame or terms:
        yield NewFramework(frame, terms)


def _first_areas(plenary: Plenary, series: Series, histories: Sequence[ThreadHistory]) -> Iterator[News]:
    earlier = _earlier(plenary, series)
    areas = areas_of(plenary.meeting).items
    if earlier and areas and not any(areas_of(one.meeting).items for one in earlier):
        known = {key for one in earlier for key, sure in named_threads(one.meeting).items() if sure}
        named = {thread for thread, sure in named_threads(plenary.meeting).items() if sure}
        own = (history.thread for history in histories if history.thread.id in known & named)
        yield FirstAreas(tuple(in_sentence(thread.name) for thread in own))


def _subjects(
    plenary: Plenary,
    series: Series,
    changes: AreaChanges | None,
    review: UnderReview,
    histories: Sequence[ThreadHistory],
) -> Iterator[News]:
    if changes is None or not changes.is_comparable:
        return
    names = {history.thread.id: history.thread.name for history in histories}
    named = [(one.year or 0, named_threads(one.meeting)) for one in _earlier(plenary, series)]
    now = named_threads(plenary.meeting)
    fresh: list[str] = []
    again: list[tuple[str, int, bool]] = []
    for change in changes.changes:
        if change.before:
            continue
        for thread in filter(now.get, change.threads):
            sure = [year for year, threads in named if threads.get(thread)]
            if sure:
                last = [year for year, threads in named if thread in threads][-1]
                again.append((in_sentence(names[thread]), last, last != sure[-1]))
            elif not any(thread in threads for _, threads in named):
                fresh.append(in_sentence(names[thread]))
    ended = tuple(_name(one, names) for one in _ended(review))
    if fresh or again or ended:
        yield OtherSubjects(changes.are_both_closed, tuple(fresh), tuple(again), ended)


def _ended(review: UnderReview) -> Iterator[Area]:
    for one in review.areas:
        if one.goes_on.way == "ended":
            yield one.reviewed.area


def _name(area: Area, names: dict[str, str]) -> str:
    is_sure = area.threads and not area.is_doubtful
    return in_sentence(names[area.threads[0].thread]) if is_sure else f"“{area.wording}”"


def _focus(plenary: Plenary, series: Series) -> Iterator[News]:
    points = plenary.meeting.areas.focus_points
    if points and not any(one.meeting.areas.focus_points for one in _earlier(plenary, series)):
        yield FirstFocusPoints(len(points.items))


def _video(plenary: Plenary, series: Series) -> Iterator[News]:
    if plenary.meeting.venue is None and all(
        one.meeting.venue is not None for one in _earlier(plenary, series)
    ):
        yield FirstByVideo()


def _parties(plenary: Plenary, series: Series) -> Iterator[News]:
    earlier = _earlier(plenary, series)
    guangdong, others = _named(plenary.meeting)
    before = [_named(one.meeting) for one in earlier]
    is_most = guangdong > max((count for count, _ in before), default=0) and guangdong > 1
    is_first = bool(others) and not any(count for _, count in before)
    if earlier and (is_most or is_first):
        yield MoreParties(is_most, is_first)


def _named(meeting: Meeting) -> tuple[int, int]:
    """Return how many Guangdong bodies are named, and how many participants that are no departments."""
    sides = [settled(fact) for fact in (meeting.hong_kong, meeting.guangdong)]
    guangdong = len(sides[1].bodies) if sides[1] else 0
    return guangdong, sum(len(side.others) for side in sides if side)


def standing_of(plan: Plan, histories: Sequence[ThreadHistory], series: Series) -> SubjectsInEveryPlan | None:
    """Return since when the subjects of a plan stand in every plan; doubtful joins do not count."""
    number = series.plenaries[-1].number
    names = {area_name for area in plan.areas for area_name in area.subjects}
    found = []
    for history in histories:
        run = history.run_to(number) if history.thread.name in names else None
        if run is not None and run.length > 1:
            numbers = {naming.number for naming in history.namings if naming.is_doubtful}
            if not numbers & set(range(run.first, run.last + 1)):
                found.append((history.thread.name, run.first))
    if not found or not plan.is_closed:
        return None
    first = max(start for _, start in found)
    subjects = tuple(in_sentence(name) for name, _ in found)
    return SubjectsInEveryPlan(subjects, series.by_number[first].year or 0)
