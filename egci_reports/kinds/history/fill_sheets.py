"""Fills the sheets of plenaries with what the analysis has of each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from egci_reports.analysis.changes import AreaChange, AreaChanges, area_changes
from egci_reports.analysis.like import called_by
from egci_reports.analysis.lists import AreaListing, ListState, areas_of
from egci_reports.analysis.periods import PeriodRow, periods_of
from egci_reports.analysis.plenaries import Plenary
from egci_reports.analysis.year import notes_on
from egci_reports.kinds.history.analysis import HistoryAnalysis
from egci_reports.kinds.history.register import RegisterEntry, by_plenary
from egci_reports.kinds.history.sheets import PlenarySheet, SheetArea
from egci_reports.records.areas import Area, Grade
from egci_reports.records.facts import settled, sources_of, values
from egci_reports.records.meetings import Meeting
from egci_reports.records.records import address_of
from egci_reports.views.body_changes import BodiesChanged, changed_bodies, changes_between
from egci_reports.views.contested import contested
from egci_reports.views.fact_notes import FactField, FactNote, notes_on_facts
from egci_reports.views.occasions import Occasion, Signing
from egci_reports.views.subjects import in_sentence

_NOTED: tuple[FactField, ...] = (
    "date",
    "venue",
    "reviewed",
    "planned",
    "convenors",
    "hong_kong",
    "guangdong",
    "outcome",
)


def sheets_of(analysis: HistoryAnalysis) -> tuple[PlenarySheet, ...]:
    """Return the sheets of all plenaries in order."""
    told = by_plenary(analysis.told)
    periods = {row.number: row for row in periods_of(analysis.series)}
    return tuple(
        _sheet(plenary, periods[plenary.number], told.get(plenary.number, ()), analysis)
        for plenary in analysis.series.plenaries
    )


def _sheet(
    plenary: Plenary, period: PeriodRow, told: Sequence[RegisterEntry], analysis: HistoryAnalysis
) -> PlenarySheet:
    meeting, number = plenary.meeting, plenary.number
    listing, outcome = areas_of(meeting), settled(meeting.outcome)
    ours, theirs = settled(meeting.hong_kong), settled(meeting.guangdong)
    changes = _changes(plenary, listing, analysis)
    notes = notes_on([meeting])
    column = analysis.participation.by_number.get(number)
    following = analysis.series.by_number[plenary.following] if plenary.following else None
    return PlenarySheet(
        plenary=plenary,
        place=analysis.places[number],
        period=period,
        following_interval=following.interval if following else None,
        outcome=outcome,
        outcome_sources=outcome.sources if outcome else (),
        said=meeting.areas,
        listing=listing,
        areas=_areas(plenary, listing, changes, analysis),
        changes=changes,
        other_lists=tuple(called_by(analysis.records, rivals.sources) for rivals in meeting.areas.rivals),
        hong_kong=tuple(analysis.names.named(e.body, e.name) for e in (column.bodies if column else ())),
        hong_kong_state=column.state if column else ListState.NO_LIST,
        changed=_changed(plenary, analysis),
        hong_kong_others=analysis.names.listed(ours.others if ours else (), plenary.day),
        guangdong=analysis.names.listed(theirs.bodies if theirs else (), plenary.day),
        guangdong_others=analysis.names.listed(theirs.others if theirs else (), plenary.day),
        leads=analysis.names.leads(settled(meeting.convenors) or (), plenary.day),
        signings=tuple(one.told for one in told if isinstance(one.told, Signing)),
        occasions=tuple(one.told for one in told if isinstance(one.told, Occasion)),
        nothing_on=tuple(_nothing_on(plenary, told)),
        contested=contested(notes.disputes),
        notes=notes,
        fact_notes=tuple(_fact_notes(meeting)),
        sources=meeting.sources,
        about=address_of(meeting),
    )


def _changes(plenary: Plenary, listing: AreaListing, analysis: HistoryAnalysis) -> AreaChanges | None:
    if plenary.previous is None or not listing.items:
        return None
    return area_changes(analysis.series, analysis.histories, plenary.previous, plenary.number)


def _areas(
    plenary: Plenary, listing: AreaListing, changes: AreaChanges | None, analysis: HistoryAnalysis
) -> tuple[SheetArea, ...]:
    compared = changes if changes and changes.before.items else None
    return tuple(
        _area(position, area, plenary, compared.at(position) if compared else None, analysis)
        for position, area in enumerate(listing.items, 1)
    )


def _area(
    position: int, area: Area, plenary: Plenary, change: AreaChange | None, analysis: HistoryAnalysis
) -> SheetArea:
    threads = analysis.records.threads
    before = tuple(one for _, one in change.before) if change and _is_alike(plenary, analysis) else ()
    if not all(one.is_quotable for one in (area, *before)):
        before = ()
    return SheetArea(
        position,
        area,
        tuple(in_sentence(threads[join.thread].name) for join in area.threads),
        change,
        before,
        None if change else _reported(area, plenary, analysis),
        bool(change and (change.is_doubtful or _was_doubtful(change, analysis))),
    )


def _was_doubtful(change: AreaChange, analysis: HistoryAnalysis) -> bool:
    """Return whether the plan that last named a subject may have named another."""
    own = (history for history in analysis.histories if history.thread.id in change.threads)
    return change.last_named is not None and any(change.last_named in history.doubtful for history in own)


def _is_alike(plenary: Plenary, analysis: HistoryAnalysis) -> bool:
    """Return whether the areas of a plenary and of the one before rest on one kind of source."""
    before = analysis.series.by_number.get(plenary.previous or 0)
    return before is not None and _source_kind(plenary, analysis) == _source_kind(before, analysis)


def _source_kind(plenary: Plenary, analysis: HistoryAnalysis) -> bool:
    """Return whether the areas of a plenary stand on the main source: wordings of others are no match."""
    meeting = plenary.meeting
    sources = sources_of(meeting.areas.listed) or meeting.sources
    return not sources or analysis.records.group.default_source in sources


def _reported(area: Area, plenary: Plenary, analysis: HistoryAnalysis) -> int | None:
    """Return the plenary before, if its reports or another source's list name a subject of the area."""
    before = analysis.series.by_number.get(plenary.previous or 0)
    if before is None:
        return None
    meeting = before.meeting
    wanted = {join.thread for join in area.threads if join.grade is not Grade.DOUBTFUL}
    named = {thread for report in (*meeting.progress, *meeting.plan_items) for thread in report.threads}
    joins = (join for rival in meeting.areas.rivals for one in rival.items for join in one.threads)
    named |= {join.thread for join in joins if join.grade is not Grade.DOUBTFUL}
    return before.number if wanted & named else None


def _changed(plenary: Plenary, analysis: HistoryAnalysis) -> BodiesChanged | None:
    changes = changes_between(analysis.participation, plenary.previous, plenary.number)
    if changes is None or not changes.are_both_listed:
        return None
    return changed_bodies(changes, analysis.names, analysis.years, plenary.day)


def _nothing_on(plenary: Plenary, told: Sequence[RegisterEntry]) -> Iterator[str]:
    """Yield the kinds of facts of which the record of a plenary held has nothing, in the order of a sheet."""
    meeting = plenary.meeting
    if plenary.is_held:
        known = {
            "convenors": bool(values(meeting.convenors)),
            "hong_kong": bool(values(meeting.hong_kong)),
            "guangdong": bool(values(meeting.guangdong)),
        }
        yield from (key for key, is_known in known.items() if not is_known)
        if not meeting.progress:
            yield "progress"
        if not told:
            yield "occasions"


def _fact_notes(meeting: Meeting) -> Iterator[FactNote]:
    """Yield the notes on all facts, and on other lists of the areas."""
    yield from notes_on_facts(meeting, _NOTED)
    for rivals in meeting.areas.rivals:
        if rivals.note:
            yield FactNote("areas", rivals.note)
