"""What the summary of the annual report tells: the few things that stand out beside the years before."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from egci_reports.analysis import claims
from egci_reports.analysis.body_changes import BodyChanges
from egci_reports.analysis.changes import AreaChanges, HowChanged
from egci_reports.analysis.entries import verb_points
from egci_reports.analysis.lists import ListState, areas_of
from egci_reports.analysis.plenaries import Plenary, Series
from egci_reports.analysis.threads import ThreadHistory
from egci_reports.kinds.annual.bodies import Bodies
from egci_reports.kinds.annual.highlight_kinds import (
    AgreementAfter,
    AllVerbs,
    ChangedAreas,
    FirstAreas,
    FirstBodies,
    Highlight,
    LongestSubject,
    NewLead,
    NewTerms,
    OpenAreas,
    OtherBodies,
    OutstandingInterval,
    PeriodsMatch,
    RivalWordings,
    SameAreas,
    SameBodies,
    SameSubjects,
    VideoMeeting,
)
from egci_reports.records.records import Records
from egci_reports.views.names import Names
from egci_reports.views.occasions import Signing
from egci_reports.views.plan_views import Plan
from egci_reports.views.setting import MeetingSetting


def of_areas(changes: AreaChanges, plan: Plan, before: Plenary, series: Series) -> Iterator[Highlight]:
    """Yield what stands out in the areas against the list before."""
    if not plan.areas:
        return
    year, total = before.year or 0, len(plan.areas)
    if not plan.is_closed:
        yield OpenAreas(total)
    if not changes.before.items:
        earlier = (plenary for plenary in series.plenaries if plenary.number < changes.later)
        if not any(areas_of(plenary.meeting).items for plenary in earlier):
            yield FirstAreas(total)
    elif changes.is_same_list:
        yield SameAreas(total, year)
    elif changes.is_one_to_one:
        reworded = changes.of(HowChanged.REWORDED)
        yield SameSubjects(
            areas=total,
            reworded=len(reworded),
            words_added=sum(change.diff.added for change in reworded if change.diff),
            words_left_out=sum(change.diff.removed for change in reworded if change.diff),
            year=year,
        )
    elif changes.are_both_closed:
        fresh = changes.of(HowChanged.NEW, HowChanged.FIRST_NAMED, HowChanged.NAMED_AGAIN)
        yield ChangedAreas(
            areas=total,
            going_on=total - len(fresh),
            new=len(fresh),
            no_longer_listed=len(changes.of(HowChanged.NO_LONGER_LISTED)),
            doubtful=sum(len(change.after) for change in changes.changes if change.is_doubtful),
            year=year,
        )


def of_plan(plan: Plan) -> Iterator[Highlight]:
    """Yield that the areas have two wordings, and that terms are named for the first time."""
    if plan.rivals is not None and plan.areas:
        yield RivalWordings(len(plan.areas))
    if plan.first_terms:
        yield NewTerms(len(plan.first_terms))


def of_subjects(plan: Plan, courses: Sequence[ThreadHistory], series: Series) -> Iterator[Highlight]:
    """Yield the subjects named longest without a break, and that every area opens with a verb again."""
    number = series.plenaries[-1].number
    runs = [(course, run) for course in courses if (run := course.run_to(number)) and run.length > 2]
    longest = claims.longest(runs, lambda pair: pair[1].length)
    for course, run in longest[:1]:
        year = series.by_number[run.first].year or 0
        yield LongestSubject(course.thread.name, run.length, year, is_only=len(longest) == 1)
    points = verb_points(series)
    now = next((point for point in points if point.number == number), None)
    last, before = claims.last_before(points, number), series.before(number)
    if plan.areas and now and now.holds and last and before and last.number != before.number:
        yield AllVerbs(series.by_number[last.number].year or 0)


def of_bodies(bodies: Bodies, before: Plenary, number: int) -> Iterator[Highlight]:
    """Yield how the list of Hong Kong bodies stands to the one before."""
    changed, known = bodies.raw_changes, bodies.participation
    column = known.by_number.get(number)
    if changed is None or column is None or column.state is not ListState.CLOSED:
        return
    size, year = len(column.bodies), before.year or 0
    earlier = known.by_number.get(before.number)
    if known.lists[0].number == number:
        yield FirstBodies(size)
    elif changed.is_same_set:
        yield SameBodies(size, year)
    elif earlier is not None and earlier.bodies:
        yield OtherBodies(size, len(earlier.bodies), year)


def of_lead(
    records: Records, changed: BodyChanges | None, names: Names, plenary: Plenary
) -> Iterator[Highlight]:
    """Yield that the lead office stands under a new name, with the days since it was set up."""
    for entry in changed.renamed if changed else ():
        body = entry.body
        if body.id in records.group.leads and body.founded and body.founded.is_whole and plenary.day:
            days = (plenary.day - body.founded.first).days
            yield NewLead(names.named(body, entry.name), days)


def of_setting(
    setting: MeetingSetting, series: Series, signed_after: Sequence[Signing]
) -> Iterator[Highlight]:
    """Yield what stands out in form, periods and time."""
    if setting.place.is_video:
        yield VideoMeeting(len(setting.tally.video))
    if setting.matching:
        yield PeriodsMatch(setting.matching)
    if setting.interval:
        own, ties = setting.interval, series.intervals
        for stands_out, all_such, is_long in (
            (setting.is_longest, ties.longest, True),
            (setting.is_shortest, ties.shortest, False),
        ):
            if stands_out and len(all_such) == 1:
                yield OutstandingInterval(own.days, own.earlier, is_longest=is_long)
    for signing in signed_after:
        if signing.is_government and signing.days:
            yield AgreementAfter(signing.date.first, signing.days)
