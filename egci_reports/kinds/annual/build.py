"""Brings together what the annual report of a year says."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from egci_reports.analysis.changes import AreaChanges, area_changes
from egci_reports.analysis.lineages import lineages_of
from egci_reports.analysis.missing import MissingEntry, missing_entries
from egci_reports.analysis.occasions import dated_occasions, latest_day, signings
from egci_reports.analysis.participation import participation_of
from egci_reports.analysis.plenaries import Plenary, Series, series_of
from egci_reports.analysis.threads import ThreadHistory, thread_histories
from egci_reports.analysis.year import ReportYear, report_year
from egci_reports.charts.picture import Picture
from egci_reports.charts.words import ChartWords
from egci_reports.engine.document.inlines import Name
from egci_reports.errors import Finding, UsageError
from egci_reports.kinds.annual import highlights
from egci_reports.kinds.annual.bodies import Bodies, bodies_at
from egci_reports.kinds.annual.charts import charts_of
from egci_reports.kinds.annual.context import Annual, AnnualHead
from egci_reports.kinds.annual.highlight_kinds import Highlight
from egci_reports.kinds.annual.notes import decided_in, fact_notes, general_notes, notes_of
from egci_reports.kinds.annual.proceedings import proceedings_of
from egci_reports.kinds.interface import Paper, Request
from egci_reports.records.facts import settled
from egci_reports.records.paper_name import PaperName
from egci_reports.records.records import Records, address_of
from egci_reports.views.founding import founding_of
from egci_reports.views.names import Names
from egci_reports.views.occasions import Happened, Signing, grouped, happened
from egci_reports.views.officers_texts import OfficersText, by_section, officers_texts
from egci_reports.views.plan_views import Plan
from egci_reports.views.plans import comparison_of, fresh_subjects, plan_of, progress_on
from egci_reports.views.returned import followed_for, returned_for, uncleared
from egci_reports.views.setting import MeetingSetting, setting_of
from egci_reports.views.undecided import undecided
from egci_reports.views.verbatim import words_of_sources


@dataclass(frozen=True, slots=True)
class _Year:
    """The analysis of everything up to the report's plenary."""

    records: Records
    request: Request
    series: Series
    report: ReportYear
    courses: tuple[ThreadHistory, ...]
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


def annual(records: Records, request: Request, words: ChartWords) -> Paper:
    """Return the annual report of the calendar year `request.subject`.

    Raises UsageError, listing the known years, where the year has no plenary.
    """
    series = series_of(records)
    year = _analyse(records, series, _number(series, request.subject), request)
    report, pictures = _report(year, words)
    return Paper(
        kind="annual",
        stem=request.stem("annual", request.subject),
        template="annual.html",
        slots={"year": request.subject},
        context={"report": report},
        charts={name: picture.chart for name, picture in pictures.items()},
        position=report.head.position,
        disputes=tuple(_disputes(year.report)),
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


def _disputes(report: ReportYear) -> Iterator[Finding]:
    where = f"the plenary of {report.plenary.year}"
    return (undecided(one.field, where, one.about) for one in report.notes.open_disputes)


def _analyse(records: Records, series: Series, number: int, request: Request) -> _Year:
    today = latest_day(records, dated_occasions(records, series)) or date.max
    return _Year(
        records,
        request,
        series.until(number),
        report_year(records, series, number),
        tuple(course.until(number) for course in thread_histories(records)),
        Names(records, lineages_of(records), today),
        officers_texts(records, PaperName("annual", request.subject).record),
    )


def _report(year: _Year, words: ChartWords) -> tuple[Annual, Mapping[str, Picture]]:
    records, meeting, before = year.records, year.plenary.meeting, year.before
    changes = area_changes(year.series, year.courses, before.number, year.number) if before else None
    plan = plan_of(meeting, year.courses, year.series, records.sources, changes)
    plan_before = _plan_before(year, before) if before else None
    setting = setting_of(records, year.series, year.plenary, before)
    participation = participation_of(records, year.series, year.names.lineages)
    bodies = bodies_at(year.plenary, before, participation, year.names, year.years)
    events = grouped(happened(year.report.leading_up.group, year.names, records, year.plenary.day))
    after = grouped(happened(year.report.afterwards.group, year.names, records, year.plenary.day))
    surroundings = (*year.report.leading_up.context, *year.report.afterwards.context)
    position = _position(year)
    pictures = charts_of(records, year.series, year.courses, participation, changes, words)
    texts = by_section(year.texts)
    report = Annual(
        head=_head(year),
        plenary=year.plenary,
        before=before,
        series=year.series,
        years=year.years,
        setting=setting,
        proceedings=proceedings_of(year.plenary, year.series, year.names),
        highlights=_highlights(year, plan, changes, setting, bodies, after),
        founding=founding_of(records, year.series),
        earlier_signings=_earlier(year),
        plan=plan,
        plan_before=plan_before,
        progress=progress_on(meeting, plan_before, _courses_held(year), changes, texts),
        returned=returned_for(records, year.plenary, year.names, position),
        followed=followed_for(records, year.plenary, year.names, position),
        comparison=comparison_of(plan, changes, year.courses),
        fresh=fresh_subjects(plan, plan_before, year.courses),
        courses=_by_presence(year.courses, year.number),
        bodies=bodies,
        events=events,
        after=after,
        context=happened(surroundings, year.names, records, None),
        missing=_missing(year),
        notes=notes_of(year.report),
        decided=decided_in(year.report.notes),
        fact_notes=fact_notes(meeting),
        general_notes=general_notes(records, year.plenary.day or year.names.today),
        signing_years=_signing_years(year),
        outcome_before=settled(before.meeting.outcome) if before else None,
        texts=texts,
        charts={name: picture.alt for name, picture in pictures.items()},
        sources=tuple(records.sources.values()),
        about=address_of(meeting),
    )
    return report, pictures


def _position(year: _Year) -> date:
    """Return the day of which the report speaks."""
    before = year.before.day if year.before else None
    return year.report.position_as_at or before or year.names.today


def _head(year: _Year) -> AnnualHead:
    records, request, plenary = year.records, year.request, year.plenary
    group = records.group
    position = _position(year)
    parent_day = plenary.day or position
    return AnnualHead(
        year=plenary.year or 0,
        edition=request.edition,
        is_draft=request.is_draft,
        is_proposed=not plenary.is_held,
        position=position,
        names_as_at=year.names.today,
        as_of=request.as_of,
        group=group.name,
        group_name=Name("group", str(group.name), group.short),
        parent=year.names.body(group.parent, parent_day),
        main_source=group.default_source,
    )


def _courses_held(year: _Year) -> tuple[ThreadHistory, ...]:
    """Return the courses as far as plenaries were held: a proposed plan is no part of the record."""
    last = year.before if year.before and not year.plenary.is_held else year.plenary
    return tuple(course.until(last.number) for course in year.courses)


def _plan_before(year: _Year, before: Plenary) -> Plan:
    courses = tuple(course.until(before.number) for course in year.courses)
    return plan_of(before.meeting, courses, year.series, year.records.sources)


def _highlights(
    year: _Year,
    plan: Plan,
    changes: AreaChanges | None,
    setting: MeetingSetting,
    bodies: Bodies,
    after: Happened,
) -> tuple[Highlight, ...]:
    if year.before is None or changes is None or not year.plenary.is_held:
        return ()
    return (
        *highlights.of_areas(changes, plan, year.before, year.series),
        *highlights.of_plan(plan),
        *highlights.of_subjects(plan, year.courses, year.series),
        *highlights.of_bodies(bodies, year.before, year.number),
        *highlights.of_lead(year.records, bodies.raw_changes, year.names, year.plenary),
        *highlights.of_setting(setting, year.series, after.signings),
    )


def _earlier(year: _Year) -> tuple[Signing, ...]:
    """Return the agreements between governments signed up to the plenary before."""
    if year.before is None or year.before.day is None:
        return ()
    known = signings(dated_occasions(year.records, year.series))
    early = [occasion for occasion in known if occasion.last <= year.before.day]
    told = happened(early, year.names, year.records, None)
    return tuple(one for one in told if isinstance(one, Signing))


def _by_presence(courses: Sequence[ThreadHistory], number: int) -> tuple[ThreadHistory, ...]:
    """Return the subjects named so far, those that this plenary names first."""
    return tuple(sorted((c for c in courses if c.numbers), key=lambda course: course.last != number))


def _missing(year: _Year) -> dict[str, tuple[MissingEntry, ...]]:
    found = missing_entries(year.records, year.plenary.meeting)
    return {kind.value: tuple(points) for kind, points in groupby(found, key=lambda missing: missing.kind)}


def _signing_years(year: _Year) -> tuple[int, ...]:
    known = signings(dated_occasions(year.records, series_of(year.records)))
    years = (occasion.last.year for occasion in known)
    return tuple(dict.fromkeys(one for one in years if one <= (year.plenary.year or 0)))
