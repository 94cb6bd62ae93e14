"""Brings together what the annual report of a year says."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from itertools import groupby

from egci_reports.analysis.changes import AreaChanges, HowChanged, area_changes
from egci_reports.analysis.lineages import lineages_of
from egci_reports.analysis.missing import MissingEntry, missing_entries
from egci_reports.analysis.occasions import dated_occasions, latest_day
from egci_reports.analysis.participation import participation_of
from egci_reports.analysis.plenaries import Plenary, Series, series_of
from egci_reports.analysis.threads import ThreadHistory, thread_histories
from egci_reports.analysis.year import ReportYear, report_year
from egci_reports.charts.words import ChartWords
from egci_reports.engine.document.inlines import Name
from egci_reports.errors import Finding, UsageError
from egci_reports.kinds.annual.areas import UnderReview, under_review, worded
from egci_reports.kinds.annual.bodies import bodies_at, rows_of
from egci_reports.kinds.annual.context import Annual, AnnualHead, LookedFor, PlanTable
from egci_reports.kinds.annual.developments import FactOfYear, foremost, public_facts, published
from egci_reports.kinds.annual.known import carried_on
from egci_reports.kinds.annual.news import news_of, standing_of
from egci_reports.kinds.annual.notes import decided_in, fact_notes, notes_of, told_discrepancies
from egci_reports.kinds.annual.open_points import left_open, points_of
from egci_reports.kinds.annual.proceedings import proceedings_of
from egci_reports.kinds.annual.tables import outlines_of, wordings_of
from egci_reports.kinds.interface import Paper, Request
from egci_reports.records.group import GroupFact
from egci_reports.records.occasions import Event, EventKind, Scope
from egci_reports.records.paper_name import PaperName
from egci_reports.records.records import Records, address_of
from egci_reports.views.founding import founding_of
from egci_reports.views.names import Names
from egci_reports.views.occasions import grouped, happened
from egci_reports.views.officers_texts import OfficersText, by_section, officers_texts
from egci_reports.views.plan_views import Plan, Progress
from egci_reports.views.plans import plan_of, progress_on
from egci_reports.views.returned import followed_for, returned_for, uncleared
from egci_reports.views.setting import setting_of
from egci_reports.views.verbatim import words_of_sources

HIGHLIGHTS = 3
"""How many public developments the summary tells."""


@dataclass(frozen=True, slots=True)
class _Year:
    """The analysis of everything up to the report's plenary."""

    records: Records
    request: Request
    series: Series
    report: ReportYear
    courses: tuple[ThreadHistory, ...]
    position: date
    names: Names
    texts: tuple[OfficersText, ...]

    @property
    def plenary(self) -> Plenary:
        return self.report.plenary

    @property
    def before(self) -> Plenary | None:
        return self.report.before

    @property
    def number(self) -> int:
        return self.report.plenary.number

    @property
    def years(self) -> dict[int, int]:
        return {plenary.number: plenary.year or 0 for plenary in self.series.plenaries}


def annual(records: Records, request: Request, words: ChartWords) -> Paper:  # noqa: ARG001 - a kind's signature
    """Return the annual report of the calendar year `request.subject`.

    Raises UsageError, listing the known years, where the year has no plenary.
    """
    series = series_of(records)
    year = _analyse(records, series, _number(series, request.subject), request)
    report = _report(year)
    day = carried_on(records, year.position, _own_sources(year), report.review.facts)
    if day != year.position and year.plenary.meeting.position_as_at is None and year.plenary.is_held:
        year = replace(year, position=day, names=replace(year.names, today=day))
        report = _report(year)
    return Paper(
        kind="annual",
        stem=request.stem("annual", request.subject),
        template="annual.html",
        slots={"year": request.subject},
        context={"report": report},
        charts={},
        position=report.head.position,
        blocked=tuple(uncleared(report.returned)),
        verbatim=words_of_sources(records),
        texts=year.texts,
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
    report = report_year(records, series, number)
    before = report.before.day if report.before else None
    known = latest_day(records, dated_occasions(records, series)) or date.max
    position = report.position_as_at or before or known
    return _Year(
        records,
        request,
        series.until(number),
        report,
        tuple(course.until(number) for course in thread_histories(records)),
        position,
        Names(records, lineages_of(records), position),
        officers_texts(records, PaperName("annual", request.subject).record),
    )


def _own_sources(year: _Year) -> tuple[str, ...]:
    """Return the sources of the plenary and of the group's business around it."""
    stretches = (year.report.leading_up, year.report.afterwards)
    business = (one.record for stretch in stretches for one in stretch.group)
    return tuple(key for one in (year.plenary.meeting, *business) for key in one.sources)


def _report(year: _Year) -> Annual:
    records, meeting, before = year.records, year.plenary.meeting, year.before
    changes = area_changes(year.series, year.courses, before.number, year.number) if before else None
    plan = plan_of(meeting, year.courses, year.series, records.sources, changes)
    plan_before = _plan_before(year, before) if before else None
    progress = progress_on(meeting, plan_before, _courses_held(year), changes, by_section(year.texts))
    review = _review(year, progress)
    participation = participation_of(records, year.series, year.names.lineages)
    events = grouped(happened(year.report.leading_up.group, year.names, records, year.plenary.day))
    after = grouped(happened(year.report.afterwards.group, year.names, records, year.plenary.day))
    notes = notes_of(year.report)
    told = [*(area.facts for area in review.areas), review.beside]
    return Annual(
        head=_head(year),
        plenary=year.plenary,
        before=before,
        series=year.series,
        years=year.years,
        setting=setting_of(records, year.series, year.plenary, before),
        next_host=_host(records, year.number + 1),
        proceedings=proceedings_of(year.plenary, year.names),
        news=news_of(
            year.plenary,
            year.series,
            plan,
            changes,
            review,
            (after, events),
            _foundings(year),
            year.courses,
            year.names,
        ),
        standing=standing_of(plan, year.courses, year.series) if year.plenary.is_held else None,
        founding=_founding(year) if before is None else (),
        plan=plan,
        plan_table=_plan_table(year, plan),
        plan_before=plan_before,
        is_same_plan=bool(changes and changes.is_same_list),
        has_same_subjects=bool(changes and _has_same_subjects(changes)),
        progress=progress,
        review=review,
        highlights=foremost(told if any(told) else [review.around], HIGHLIGHTS),
        looked_for=_looked_for(year),
        returned=returned_for(records, year.plenary, year.names, year.position),
        followed=followed_for(records, year.plenary, year.names, year.position),
        bodies=bodies_at(year.plenary, before, participation, year.names, year.years),
        body_rows=rows_of(participation, year.names, year.years),
        participation=participation,
        wordings=wordings_of(records, plan, year.courses, year.number),
        outlines=outlines_of(year.series),
        own_events=_own_events(year),
        events=events,
        after=after,
        missing=_missing(year),
        points=points_of(records, year.report, year.series, notes, review),
        left_open=left_open(before, plan_before, year.names) if year.plenary.is_held else None,
        discrepancies=told_discrepancies(notes),
        decided=decided_in(year.report.notes),
        fact_notes=fact_notes(meeting),
        texts=by_section(year.texts),
        sources=tuple(records.sources.values()),
        about=address_of(meeting),
    )


def _founding(year: _Year) -> tuple[tuple[GroupFact, bool], ...]:
    """Return how the group came about, each fact with whether a source of a later day has it."""
    records, position = year.records, year.position
    facts = founding_of(records, year.series)
    return tuple((fact, published(records, fact.sources, position) != fact.sources) for fact in facts)


def _head(year: _Year) -> AnnualHead:
    group, request, plenary = year.records.group, year.request, year.plenary
    return AnnualHead(
        year=plenary.year or 0,
        edition=request.edition,
        is_draft=request.is_draft,
        is_proposed=not plenary.is_held,
        position=year.position,
        as_of=request.as_of,
        group=group.name,
        group_name=Name("group", str(group.name), group.short),
        page=year.records.group.default_source,
        made_from=plenary.meeting.sources,
    )


def _courses_held(year: _Year) -> tuple[ThreadHistory, ...]:
    """Return the courses as far as plenaries were held: a proposed plan is no part of the record."""
    last = year.before if year.before and not year.plenary.is_held else year.plenary
    return tuple(course.until(last.number) for course in year.courses)


def _plan_before(year: _Year, before: Plenary) -> Plan:
    courses = tuple(course.until(before.number) for course in year.courses)
    return plan_of(before.meeting, courses, year.series, year.records.sources)


def _has_same_subjects(changes: AreaChanges) -> bool:
    """Return whether two closed plans pair off one to one by sure joins."""
    pairs = (HowChanged.UNCHANGED, HowChanged.REWORDED)
    is_paired = all(change.how in pairs and not change.is_doubtful for change in changes.changes)
    return changes.is_comparable and changes.are_both_closed and is_paired


def _plan_table(year: _Year, plan: Plan) -> PlanTable:
    meeting = year.plenary.meeting
    rows = tuple(
        (
            worded(year.records, meeting, area.area),
            tuple(worded(year.records, meeting, rival, plan.rivals) for rival in area.rivals),
        )
        for area in plan.areas
    )
    answering = {rival for area in plan.areas for rival in area.rivals}
    items = plan.rivals.items if plan.rivals and plan.areas else ()
    alone = tuple(worded(year.records, meeting, one, plan.rivals) for one in items if one not in answering)
    others = [*(other for _, found in rows for other in found), *alone]
    return PlanTable(rows, others[0] if others else None, alone)


def _review(year: _Year, progress: Progress) -> UnderReview:
    before = year.before
    business = (*year.report.leading_up.group, *year.report.afterwards.group)
    return under_review(
        year.records,
        progress,
        before.meeting if before else None,
        year.plenary.meeting,
        _facts(year, before) if before else (),
        {thread for one in business for thread in one.record.threads},
    )


def _events(year: _Year) -> list[Event]:
    business = (*year.report.leading_up.group, *year.report.afterwards.group)
    return [one.record for one in business if isinstance(one.record, Event)]


def _foundings(year: _Year) -> frozenset[str]:
    """Return the addresses of the group's events by which bodies were set up."""
    return frozenset(address_of(one) for one in _events(year) if one.kind is EventKind.FOUNDING)


def _own_events(year: _Year) -> frozenset[str]:
    return frozenset(address_of(one) for one in _events(year) if one.scope is Scope.GROUP)


def _facts(year: _Year, before: Plenary) -> tuple[FactOfYear, ...]:
    occasions = dated_occasions(year.records, series_of(year.records))
    return public_facts(
        year.records,
        [one for one in occasions if not one.is_group],
        year.names,
        (before.day, year.plenary.day),
        year.position if year.plenary.is_held else date.max,
    )


def _looked_for(year: _Year) -> LookedFor:
    """Return up to which days was looked, where that is less than the period of the paper."""
    kept, end = year.records.group.kept_up_to, year.plenary.day or year.position
    if kept is None:
        return LookedFor(None, None)
    occasions = min(kept.agreements or kept.plenaries, kept.events or kept.plenaries)
    developments = kept.developments or kept.plenaries
    return LookedFor(occasions if occasions < end else None, developments if developments < end else None)


def _host(records: Records, number: int) -> str | None:
    """Return the city whose turn a plenary is."""
    side = records.group.host_of(number)
    return next((city for city, own in records.group.cities.items() if own is side), None)


def _missing(year: _Year) -> dict[str, tuple[MissingEntry, ...]]:
    found = missing_entries(year.records, year.plenary.meeting)
    return {kind.value: tuple(points) for kind, points in groupby(found, key=lambda missing: missing.kind)}
