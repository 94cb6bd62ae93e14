"""What the summary of the annual report tells: the few things that stand out beside the years before."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from egci_reports.analysis import claims
from egci_reports.analysis.body_changes import BodyChanges
from egci_reports.analysis.changes import AreaChanges, AreaFate
from egci_reports.analysis.entries import verb_points
from egci_reports.analysis.lists import ListState
from egci_reports.analysis.participation import Participation
from egci_reports.analysis.periods import PeriodRow, match_runs
from egci_reports.analysis.plenaries import Plenary, Series
from egci_reports.analysis.threads import Course
from egci_reports.kinds.annual.context import Highlight, Plan, Signing
from egci_reports.kinds.names import Names
from egci_reports.records.records import Records


def of_areas(changes: AreaChanges, plan: Plan, before: Plenary, series: Series) -> Iterator[Highlight]:
    """Yield what stands out in the areas against the list before."""
    if not plan.areas:
        return
    year, total = before.year or 0, len(plan.areas)
    if not plan.is_closed:
        yield Highlight("open-areas", count=total)
    elif not changes.before.items:
        earlier = (p for p in series.plenaries if p.number < changes.later)
        if not any(p.meeting.areas.said is not None and changes.before.items for p in earlier):
            yield Highlight("first-areas")
    elif changes.is_same_list:
        yield Highlight("same-areas", count=total, year=year)
    elif changes.is_one_to_one:
        reworded = changes.of(AreaFate.REWORDED)
        yield Highlight(
            "same-subjects",
            count=len(reworded),
            total=total,
            added=sum(change.diff.added for change in reworded if change.diff),
            ended=sum(change.diff.removed for change in reworded if change.diff),
        )
    elif changes.are_both_closed:
        fresh = changes.of(AreaFate.NEW, AreaFate.FIRST_NAMED, AreaFate.NAMED_AGAIN)
        yield Highlight(
            "changed-areas",
            count=total - len(fresh),
            total=total,
            added=len(fresh),
            ended=len(changes.of(AreaFate.NO_LONGER_LISTED)),
            year=year,
        )


def of_subjects(courses: Sequence[Course], series: Series, number: int) -> Iterator[Highlight]:
    """Yield the subjects named longest without a break, and that every area opens with a verb."""
    runs = [(course, run) for course in courses if (run := course.run_to(number)) and run.length >= 3]
    longest = claims.longest(runs, lambda pair: pair[1].length)
    for course, run in longest[:1]:
        year = series.by_number[run.first].year or 0
        yield Highlight(
            "longest-subject",
            count=run.length,
            year=year,
            subject=course.thread.name,
            is_only=len(longest) == 1,
        )
    points = verb_points(series)
    now = next((point for point in points if point.number == number), None)
    last = claims.last_before(points, number)
    before = series.before(number)
    if now and now.holds and last and before and last.number != before.number:
        yield Highlight("all-verbs", year=series.by_number[last.number].year or 0)


def of_bodies(
    changed: BodyChanges | None, participation: Participation, before: Plenary, number: int
) -> Iterator[Highlight]:
    """Yield how the list of Hong Kong bodies stands to the one before."""
    column = participation.by_number.get(number)
    if changed is None or column is None or column.state is not ListState.CLOSED:
        return
    size, year = len(column.bodies), before.year or 0
    earlier = participation.by_number.get(before.number)
    if participation.lists[0].number == number:
        yield Highlight("first-bodies", count=size)
    elif changed.is_same_set:
        yield Highlight("same-bodies", count=size, year=year)
    elif earlier is not None and earlier.bodies:
        yield Highlight("other-bodies", count=size, total=len(earlier.bodies), year=year)


def of_lead(
    records: Records, changed: BodyChanges | None, names: Names, day: date | None
) -> Iterator[Highlight]:
    """Yield that the lead office stands under a new name, with the days since it was set up."""
    for entry in changed.renamed if changed else ():
        body = entry.body
        if body.id in records.group.leads and body.founded and body.founded.is_whole and day:
            yield Highlight(
                "new-lead",
                count=(day - body.founded.first).days,
                name=names.named(body, entry.name),
            )


def of_series(
    plenary: Plenary,
    series: Series,
    periods: Sequence[PeriodRow],
    videos: int,
    signed_after: Sequence[Signing],
) -> Iterator[Highlight]:
    """Yield what stands out in form, periods and time."""
    if plenary.meeting.venue is None:
        yield Highlight("video", count=videos)
    row = next(row for row in periods if row.number == plenary.number)
    if row.matches:
        run = match_runs(periods, plenary.number)[-1].run
        yield Highlight("periods-match", count=run.length)
    intervals = series.intervals
    own = next((i for i in intervals.all if i.later == plenary.number), None)
    if own and len(intervals.all) >= 3:
        for found, longest in ((intervals.longest, True), (intervals.shortest, False)):
            if found == (own,):
                yield Highlight("interval", count=own.days, number=own.earlier, is_only=longest)
    for signing in signed_after:
        if signing.is_government and signing.days:
            yield Highlight("agreement-after", count=signing.days, day=signing.date.first)
