"""Brings together what the history says."""

from __future__ import annotations

from collections.abc import Mapping

from egci_reports.analysis.disputes import disputes_in
from egci_reports.analysis.plenaries import series_of
from egci_reports.analysis.renamings import renamings_of
from egci_reports.analysis.year import SourceNotes, notes_on
from egci_reports.charts.picture import Picture
from egci_reports.charts.words import ChartWords
from egci_reports.engine.document.inlines import Name
from egci_reports.errors import Finding, UsageError
from egci_reports.kinds.history.analysis import HistoryAnalysis, analyse
from egci_reports.kinds.history.charts import charts_of
from egci_reports.kinds.history.context import History, HistoryHead
from egci_reports.kinds.history.dated_facts import dated_facts
from egci_reports.kinds.history.fill_sheets import sheets_of
from egci_reports.kinds.history.fill_summary import summary_of
from egci_reports.kinds.history.missing import missing_of
from egci_reports.kinds.history.name_lines import name_lines
from egci_reports.kinds.history.phases import phases_of
from egci_reports.kinds.history.register import register_of
from egci_reports.kinds.history.series_parts import SeriesPart
from egci_reports.kinds.history.story import around, story_of
from egci_reports.kinds.history.subject_histories import living_of, lone_areas, subjects_of
from egci_reports.kinds.interface import Paper, Request
from egci_reports.records.paper_name import PaperName
from egci_reports.records.records import Records, address_of
from egci_reports.views.contested import contested
from egci_reports.views.founding import founding_of
from egci_reports.views.names import Named
from egci_reports.views.officers_texts import OfficersText, by_section, officers_texts
from egci_reports.views.verbatim import words_of_sources

SHORT = "short"
"""The subject of the history that is summary, glance and story alone."""


def history(records: Records, request: Request, words: ChartWords) -> Paper:
    """Return the history of the group as far as the records reach.

    Raises UsageError where they have no plenary with a year.
    """
    series = series_of(records)
    if not series.years:
        raise UsageError(Finding("U210", "no plenary is recorded", hint="stand at a later day"))
    analysis = analyse(records, series)
    pictures = charts_of(analysis, words)
    texts = officers_texts(records, PaperName("history").record)
    told = _history(analysis, request, pictures, texts)
    return Paper(
        kind="history",
        stem=request.stem("history-short" if request.subject == SHORT else "history"),
        template="history.html",
        slots={"first": str(told.head.first_year), "last": str(told.head.last_year)},
        context={"report": told},
        charts={name: picture.chart for name, picture in pictures.items()},
        position=told.head.position,
        verbatim=words_of_sources(records),
        texts=texts,
    )


def _history(
    analysis: HistoryAnalysis,
    request: Request,
    pictures: Mapping[str, Picture],
    texts: tuple[OfficersText, ...],
) -> History:
    records, series, names = analysis.records, analysis.series, analysis.names
    sheets = sheets_of(analysis)
    register = register_of(records, series, analysis.told, names)
    numbers = _numbers(analysis)
    notes = _notes(analysis, numbers)
    spans = phases_of(records.phases, {s.plenary.number: s for s in sheets if s.plenary.is_held})
    kept = analysis.histories_held
    facts = dated_facts(records, names.today, living_of(kept, analysis.last))
    events = around(records, analysis.told, names.today)
    own = tuple(one for one in analysis.told if one.occasion.is_group)
    subjects = subjects_of(kept, analysis.last, facts, (*own, *events), analysis.held)
    told = {fact.about for some in facts.values() for fact in some}
    dated = [one for one in records.developments if address_of(one) in told]
    disputes = contested((*notes.disputes, *(dispute for one in dated for dispute in disputes_in(one))))
    return History(
        head=_head(analysis, request),
        series=series,
        years=analysis.years,
        founding=founding_of(records, series),
        working=records.group.working,
        kept_up_to=records.group.kept_up_to,
        is_short=request.subject == SHORT,
        summary=summary_of(
            analysis, sheets, subjects, register, tuple(point for point in disputes if point.waits)
        ),
        story=story_of(names, spans, events, kept),
        sheets=sheets,
        parts=analysis.parts,
        mapping=records.areas.mapping,
        subjects=subjects,
        lone_areas=lone_areas(analysis.held),
        participation=analysis.participation,
        register=register,
        names=name_lines(analysis.lineages, names),
        contested=disputes,
        notes=notes,
        numbers=numbers,
        missing=missing_of(records, analysis.held),
        renamed={part.number: _renamed(analysis, part) for part in analysis.parts},
        texts=by_section(texts),
        charts={name: picture.alt for name, picture in pictures.items()},
        sources=tuple(records.sources.values()),
        page=(records.group.default_source,),
    )


def _renamed(analysis: HistoryAnalysis, part: SeriesPart) -> tuple[Named, ...]:
    """Return the new names that the chart of a part's years shows by short names."""
    years = part.series.years
    found = (
        one
        for one in renamings_of(analysis.lineages)
        if years and one.on.first.year in range(years[0], years[-1] + 1)
    )
    named = (analysis.names.named(*one.later) for one in found)
    return tuple(one for one in named if one.name.short)


def _head(analysis: HistoryAnalysis, request: Request) -> HistoryHead:
    group, years = analysis.records.group, analysis.held.years or analysis.series.years
    return HistoryHead(
        first_year=years[0],
        last_year=years[-1],
        edition=request.edition,
        is_draft=request.is_draft,
        position=analysis.names.today,
        as_of=request.as_of,
        group=group.name,
        group_name=Name("group", str(group.name), group.short),
    )


def _notes(analysis: HistoryAnalysis, numbers: Mapping[str, int]) -> SourceNotes:
    """Return the notes on everything that the paper prints, in the order of the plenaries; context last."""
    parts = [*analysis.records.meetings, *(one.occasion.record for one in analysis.told)]
    last = max(numbers.values(), default=0) + 1
    return notes_on(sorted(parts, key=lambda part: numbers.get(address_of(part), last)))


def _numbers(analysis: HistoryAnalysis) -> Mapping[str, int]:
    """Return the plenary that each record of the group's business goes with, by its address."""
    own = {address_of(meeting): meeting.number for meeting in analysis.records.meetings}
    group = (one for one in analysis.told if one.occasion.is_group and one.number is not None)
    return own | {one.told.about: one.number for one in group if one.number is not None}
