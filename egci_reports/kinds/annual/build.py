"""Brings together what the annual report of a year says."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from egci_reports.analysis.body_changes import BodyChanges, body_changes
from egci_reports.analysis.changes import AreaChanges, area_changes
from egci_reports.analysis.happenings import happenings_of
from egci_reports.analysis.hosts import Place, expected_host, places_of, readings
from egci_reports.analysis.lineages import Lineages, lineages_of
from egci_reports.analysis.participation import Participation, participation_of
from egci_reports.analysis.periods import match_runs, periods_of
from egci_reports.analysis.plenaries import Plenary, Series, series_of
from egci_reports.analysis.silences import Missing, silences_of
from egci_reports.analysis.threads import Course, courses_of
from egci_reports.analysis.year import ReportYear, notes_on, report_year
from egci_reports.errors import Finding, UsageError
from egci_reports.kinds.annual import highlights
from egci_reports.kinds.annual.areas import plan_of, reviewed_areas
from egci_reports.kinds.annual.context import (
    Annual,
    BodyRow,
    Highlight,
    Plan,
    RivalPlace,
    Signing,
)
from egci_reports.kinds.annual.happened import grouped, happened, joint_witnesses
from egci_reports.kinds.interface import Paper, Request
from egci_reports.kinds.names import Names, NameView
from egci_reports.records.facts import Disputed, Stated, settled
from egci_reports.records.papers import OwnText
from egci_reports.records.records import Records


@dataclass(frozen=True, slots=True)
class _Year:
    """The analysis of everything up to the report's plenary."""

    records: Records
    series: Series
    report: ReportYear
    courses: tuple[Course, ...]
    lineages: Lineages
    participation: Participation
    places: tuple[Place, ...]
    names: Names
    texts: Mapping[str, tuple[OwnText, ...]]

    @property
    def plenary(self) -> Plenary:
        return self.report.plenary

    @property
    def number(self) -> int:
        return self.report.plenary.number

    @property
    def before(self) -> Plenary | None:
        return self.report.before


def annual(records: Records, request: Request) -> Paper:
    """Return the annual report of the calendar year `request.subject`.

    Raises UsageError, listing the known years, where the year has no plenary.
    """
    series = series_of(records)
    number = _number(series, request.subject)
    year = _analyse(records, series, number, request)
    context = _context(year, request)
    blocked = tuple(
        Finding(
            "E601",
            f"the {dispute.field} of plenary {number} is in dispute and undecided",
            records.places.find(dispute.about),
            "record a decision, or make a draft",
        )
        for dispute in year.report.notes.open_disputes
    )
    return Paper(
        kind="annual",
        stem=f"annual-{request.subject}",
        template="annual.html",
        slots={"year": request.subject},
        context={"paper": context},
        charts={},
        position=context.position,
        blocked=blocked,
    )


def _number(series: Series, subject: str) -> int:
    found = series.in_year(int(subject)) if subject.isdigit() else ()
    if not found:
        known = ", ".join(map(str, series.years))
        raise UsageError(
            Finding("U210", f"no plenary of {subject} is recorded", hint=f"the years recorded are {known}")
        )
    return found[-1].number


def _analyse(records: Records, series: Series, number: int, request: Request) -> _Year:
    until = series.until(number)
    lineages = lineages_of(records)
    happenings = happenings_of(records, series)
    days = [p.day for p in series.plenaries if p.day] + [h.last for h in happenings]
    own = records.papers.get(f"annual-{request.subject}")
    texts = sorted(own.texts, key=lambda text: text.section) if own else []
    return _Year(
        records,
        until,
        report_year(records, series, number),
        _until(courses_of(records), number),
        lineages,
        participation_of(records, until, lineages),
        tuple(place for place in places_of(records) if place.number <= number),
        Names(records, lineages, max(days, default=date.max)),
        {section: tuple(found) for section, found in groupby(texts, key=lambda text: text.section)},
    )


def _context(year: _Year, request: Request) -> Annual:
    records, report, meeting = year.records, year.report, year.plenary.meeting
    before = year.before
    changes = area_changes(year.series, year.courses, before.number, year.number) if before else None
    plan = plan_of(meeting, year.courses, changes)
    plan_before = plan_of(before.meeting, _until(year.courses, before.number)) if before else None
    changed = body_changes(year.participation, before.number, year.number) if before else None
    held = year.plenary.is_held
    periods = periods_of(year.series)
    events = grouped(happened(report.leading_up.group, year.names, records, year.plenary.day))
    after = grouped(happened(report.afterwards.group, year.names, records, year.plenary.day))
    surroundings = [*report.leading_up.context, *report.afterwards.context]
    place = next(place for place in year.places if place.number == year.number)
    outcome, leads = settled(meeting.outcome), settled(meeting.convenors) or ()
    venue = meeting.venue
    videos = sum(place.is_video for place in year.places)
    return Annual(
        year=year.plenary.year or 0,
        edition=request.edition,
        is_proposed=not held,
        position=report.position_as_at or (before.day if before and before.day else date.max),
        open_points=len(report.notes.open_disputes),
        group=records.group.name,
        group_name=NameView("group", str(records.group.name), records.group.short),
        main_source=records.group.default_source,
        plenary=year.plenary,
        before=before,
        series=year.series,
        place=place,
        place_before=next((p for p in year.places if before and p.number == before.number), None),
        rivals=_rivals(year),
        place_note=venue.note if isinstance(venue, Disputed) else None,
        proposed_host=_city(records, year.number) if not place.placings and not place.is_video else None,
        videos=videos,
        periods=periods[-1],
        reviewed_sources=meeting.reviewed.sources if isinstance(meeting.reviewed, Stated) else (),
        matching=match_runs(periods, year.number)[-1].run.length if periods[-1].matches else 0,
        outcome=outcome,
        leads=tuple(year.names.person(lead.person, year.plenary.day, lead.verb) for lead in leads),
        lead_sources=meeting.convenors.sources if isinstance(meeting.convenors, Stated) else (),
        statements=meeting.statements,
        plan_items=meeting.plan_items,
        reports=meeting.progress,
        highlights=_highlights(year, plan, changes, changed, videos, after.signings),
        founding=tuple(
            fact
            for fact in records.group.founding
            if fact.on is None or year.plenary.day is None or fact.on.last <= year.plenary.day
        ),
        earlier_signings=_earlier(year),
        witnesses=events.signings[0].witnesses if joint_witnesses(events.signings) else (),
        plan=plan,
        plan_before=plan_before,
        reviewed_areas=reviewed_areas(meeting, plan_before, changes, year.texts)
        if plan_before and changes
        else (),
        changes=changes,
        subjects=_subjects(plan, long=True),
        new_subjects=_subjects(plan, long=False),
        participation=year.participation,
        bodies=_bodies(year),
        bodies_changed=changed,
        body_names=_body_names(year, changed),
        guangdong=_guangdong(year),
        guangdong_hedge=meeting.guangdong.value.hedge if isinstance(meeting.guangdong, Stated) else None,
        guangdong_sources=meeting.guangdong.sources if isinstance(meeting.guangdong, Stated) else (),
        events=events,
        after=after,
        context=happened(surroundings, year.names, records, None),
        missing=_missing(records, year),
        notes=notes_on([meeting, *(h.record for h in (*report.leading_up.group, *report.afterwards.group))]),
        general_notes=tuple(note for note in records.group.notes),
        texts=year.texts,
        charts={},
        sources=tuple(records.sources.values()),
    )


def _until(courses: Sequence[Course], number: int) -> tuple[Course, ...]:
    return tuple(course.until(number) for course in courses)


def _highlights(
    year: _Year,
    plan: Plan,
    changes: AreaChanges | None,
    changed: BodyChanges | None,
    videos: int,
    after: Sequence[Signing],
) -> tuple[Highlight, ...]:
    before = year.before
    if before is None or changes is None:
        return ()
    own = [course for area in plan.areas for course in area.courses]
    periods = periods_of(year.series)
    return (
        *highlights.of_areas(changes, plan, before, year.series),
        *highlights.of_subjects(own, year.series, year.number),
        *highlights.of_bodies(changed, year.participation, before, year.number),
        *highlights.of_lead(year.records, changed, year.names, year.plenary.day),
        *highlights.of_series(year.plenary, year.series, periods, videos, after),
    )


def _city(records: Records, number: int) -> str | None:
    """Return the city whose turn it is to host."""
    side = expected_host(records.group, number)
    return next((city for city, own in records.group.cities.items() if own is side), None)


def _rivals(year: _Year) -> tuple[RivalPlace, ...]:
    venue = year.plenary.meeting.venue
    if not isinstance(venue, Disputed) or venue.decided:
        return ()
    found = readings(year.places, year.series, year.number)
    return tuple(
        RivalPlace(reading.placing.city, claim.sources, reading)
        for reading, claim in zip(found, venue.disputed, strict=True)
    )


def _earlier(year: _Year) -> tuple[Signing, ...]:
    if year.before is None or year.before.day is None:
        return ()
    found = [h for h in happenings_of(year.records, year.series) if h.is_group and h.is_government]
    early = [h for h in found if h.last <= year.before.day]
    told = happened(early, year.names, year.records, None)
    return tuple(one for one in told if isinstance(one, Signing))


def _subjects(plan: Plan, *, long: bool) -> tuple[Course, ...]:
    courses = {course.thread.id: course for area in plan.areas for course in area.courses}
    return tuple(course for course in courses.values() if (len(course.numbers) > 1) is long)


def _bodies(year: _Year) -> tuple[BodyRow, ...]:
    column = year.participation.by_number.get(year.number)
    found = []
    for entry in column.bodies if column else ():
        row = year.participation.row_of(entry.lineage)
        if row is None:
            continue
        first = row.by_name[0]
        earlier = None if first.name.name == entry.name.name else year.names.named(first.body, first.name)
        found.append(
            BodyRow(
                year.names.named(entry.body, entry.name),
                earlier,
                row,
                year.series.by_number[row.first].year or 0,
                entry.running,
            )
        )
    return tuple(found)


def _body_names(year: _Year, changed: BodyChanges | None) -> dict[str, NameView]:
    if changed is None:
        return {}
    lists = (changed.again, changed.new, changed.back, changed.no_longer, changed.not_named)
    entries = (entry for found in lists for entry in found)
    return {entry.body.id: year.names.named(entry.body, entry.name) for entry in entries}


def _guangdong(year: _Year) -> tuple[NameView, ...]:
    delegation = settled(year.plenary.meeting.guangdong)
    day = year.plenary.day
    if delegation is None or day is None:
        return ()
    return tuple(year.names.body(entry.body, day, entry.printed) for entry in delegation.bodies)


def _missing(records: Records, year: _Year) -> dict[str, tuple[Missing, ...]]:
    found = silences_of(records, year.plenary.meeting)
    return {kind.value: tuple(points) for kind, points in groupby(found, key=lambda missing: missing.kind)}
