"""Brings together what the history says."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from egci_reports.analysis.disputes import disputes_in
from egci_reports.analysis.hosts import MeetingPlace, places_of
from egci_reports.analysis.lineages import Lineage, lineages_of
from egci_reports.analysis.lists import areas_of
from egci_reports.analysis.occasions import DatedOccasion, dated_occasions, latest_day
from egci_reports.analysis.participation import Participation, participation_of
from egci_reports.analysis.periods import periods_of
from egci_reports.analysis.plenaries import Series, series_of
from egci_reports.analysis.renamings import renamings_of
from egci_reports.analysis.threads import ThreadHistory, thread_histories
from egci_reports.analysis.year import SourceNotes, notes_on
from egci_reports.charts.picture import Picture
from egci_reports.charts.words import ChartWords
from egci_reports.engine.document.inlines import Name
from egci_reports.errors import Finding, UsageError
from egci_reports.kinds.history.charts import HistoryFigures, charts_of
from egci_reports.kinds.history.context import History, HistoryHead
from egci_reports.kinds.history.dated_facts import dated_facts
from egci_reports.kinds.history.fill_sheets import Ground, sheets_of
from egci_reports.kinds.history.missing import missing_of
from egci_reports.kinds.history.name_lines import lineages_spoken_of, name_lines
from egci_reports.kinds.history.phases import phases_of
from egci_reports.kinds.history.register import RegisterEntry, by_plenary, register_entries, register_of
from egci_reports.kinds.history.story import around, story_of
from egci_reports.kinds.history.subject_histories import living_of, lone_areas, subjects_of
from egci_reports.kinds.history.summary import Recalled, summary_of
from egci_reports.kinds.history.windows import PlenaryWindow, Width, windows_of
from egci_reports.kinds.interface import Paper, Request
from egci_reports.records.paper_name import PaperName
from egci_reports.records.records import Records, address_of
from egci_reports.views.contested import contested
from egci_reports.views.founding import founding_of
from egci_reports.views.names import Named, Names
from egci_reports.views.officers_texts import OfficersText, by_section, officers_texts
from egci_reports.views.verbatim import words_of_sources

SHORT = "short"
"""The subject of the history that is summary, glance and story alone."""


@dataclass(frozen=True, slots=True)
class _Whole:
    """The analysis of all that is recorded, each part worked out once."""

    records: Records
    request: Request
    series: Series
    held: Series
    """The plenaries held: what is to come is in no count."""
    last: int
    """The number of the last of them; 0 if there is none."""
    names: Names
    courses: tuple[ThreadHistory, ...]
    places: Mapping[int, MeetingPlace]
    participation: Participation
    occasions: tuple[DatedOccasion, ...]
    told: tuple[RegisterEntry, ...]
    lineages: tuple[Lineage, ...]
    windows: tuple[PlenaryWindow, ...]
    years: Mapping[int, int]
    own: tuple[OfficersText, ...]


def history(records: Records, request: Request, words: ChartWords) -> Paper:
    """Return the history of the group as far as the records reach.

    Raises UsageError where they have no plenary with a year.
    """
    series = series_of(records)
    if not series.years:
        raise UsageError(Finding("U210", "no plenary is recorded", hint="stand at a later day"))
    whole = _analyse(records, request, series)
    pictures = charts_of(HistoryFigures(whole.windows, whole.places, whole.occasions, whole.lineages, words))
    told = _history(whole, pictures)
    return Paper(
        kind="history",
        stem=request.stem("history-short" if request.subject == SHORT else "history"),
        template="history.html",
        slots={"first": str(told.head.first_year), "last": str(told.head.last_year)},
        context={"report": told},
        charts={name: picture.chart for name, picture in pictures.items()},
        position=told.head.position,
        verbatim=words_of_sources(records),
        texts=whole.own,
    )


def _analyse(records: Records, request: Request, series: Series) -> _Whole:
    occasions = dated_occasions(records, series)
    lineages = lineages_of(records)
    names = Names(records, lineages, latest_day(records, occasions) or date.max)
    last = max((plenary.number for plenary in series.held), default=0)
    held = Series(series.held)
    courses = thread_histories(records)
    kept = tuple(course.until(last) for course in courses)
    participation = participation_of(records, series, lineages)
    years = {plenary.number: plenary.year or 0 for plenary in series.plenaries}
    areas = {p.number: len(areas_of(p.meeting).items) for p in held.plenaries}
    return _Whole(
        records,
        request,
        series,
        held,
        last,
        names,
        courses,
        {place.number: place for place in places_of(records)},
        participation,
        occasions,
        register_entries(records, series, occasions, names),
        lineages_spoken_of(records, names),
        windows_of(Width(held, kept, participation, areas, years)),
        years,
        officers_texts(records, PaperName("history").record),
    )


def _history(whole: _Whole, pictures: Mapping[str, Picture]) -> History:
    records, series, names = whole.records, whole.series, whole.names
    sheets = sheets_of(_ground(whole))
    register = register_of(records, series, whole.told, names)
    numbers = _numbers(whole)
    notes = _notes(whole, numbers)
    spans = phases_of(records.phases, {s.plenary.number: s for s in sheets if s.plenary.is_held})
    kept = tuple(course.until(whole.last) for course in whole.courses)
    facts = dated_facts(records, names.today, living_of(kept, whole.last))
    events = around(records, whole.told, names.today)
    own = tuple(one for one in whole.told if one.occasion.is_group)
    subjects = subjects_of(kept, whole.last, facts, (*own, *events))
    told = {fact.about for some in facts.values() for fact in some}
    dated = [one for one in records.developments if address_of(one) in told]
    disputes = contested((*notes.disputes, *(dispute for one in dated for dispute in disputes_in(one))))
    return History(
        head=_head(whole),
        series=series,
        years=whole.years,
        founding=founding_of(records, series),
        working=records.group.working,
        kept_up_to=records.group.kept_up_to,
        is_short=whole.request.subject == SHORT,
        summary=summary_of(
            Recalled(
                records,
                series,
                sheets,
                subjects,
                register,
                whole.participation,
                names,
                whole.places,
                whole.occasions,
            ),
            tuple(point for point in disputes if point.waits),
        ),
        story=story_of(names, spans, events, kept),
        sheets=sheets,
        windows=whole.windows,
        mapping=records.areas.mapping,
        subjects=subjects,
        lone_areas=lone_areas(whole.held),
        participation=whole.participation,
        register=register,
        names=name_lines(whole.lineages, names),
        contested=disputes,
        notes=notes,
        numbers=numbers,
        missing=missing_of(records, whole.held),
        renamed={window.part: _renamed(whole, window) for window in whole.windows},
        texts=by_section(whole.own),
        charts={name: picture.alt for name, picture in pictures.items()},
        sources=tuple(records.sources.values()),
        page=(records.group.default_source,),
    )


def _renamed(whole: _Whole, window: PlenaryWindow) -> tuple[Named, ...]:
    """Return the new names that the course of a window's years shows by short names."""
    years = window.series.years
    found = (
        one
        for one in renamings_of(whole.lineages)
        if years and one.on.first.year in range(years[0], years[-1] + 1)
    )
    named = (whole.names.named(*one.later) for one in found)
    return tuple(one for one in named if one.name.short)


def _head(whole: _Whole) -> HistoryHead:
    group, years = whole.records.group, whole.held.years or whole.series.years
    return HistoryHead(
        first_year=years[0],
        last_year=years[-1],
        edition=whole.request.edition,
        is_draft=whole.request.is_draft,
        position=whole.names.today,
        as_of=whole.request.as_of,
        group=group.name,
        group_name=Name("group", str(group.name), group.short),
    )


def _ground(whole: _Whole) -> Ground:
    return Ground(
        whole.records,
        whole.series,
        whole.courses,
        whole.names,
        whole.places,
        {row.number: row for row in periods_of(whole.series)},
        whole.participation,
        by_plenary(whole.told),
        whole.years,
    )


def _notes(whole: _Whole, numbers: Mapping[str, int]) -> SourceNotes:
    """Return the notes on everything that the paper prints, in the order of the plenaries; context last."""
    parts = [*whole.records.meetings, *(one.occasion.record for one in whole.told)]
    last = max(numbers.values(), default=0) + 1
    return notes_on(sorted(parts, key=lambda part: numbers.get(address_of(part), last)))


def _numbers(whole: _Whole) -> Mapping[str, int]:
    """Return the plenary that each record of the group's business goes with, by its address."""
    own = {address_of(meeting): meeting.number for meeting in whole.records.meetings}
    group = (one for one in whole.told if one.occasion.is_group and one.number is not None)
    return own | {one.told.about: one.number for one in group if one.number is not None}
