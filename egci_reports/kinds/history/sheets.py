"""The sheet of each plenary: the same facts in the same order, whatever a year has of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from egci_reports.analysis.changes import AreaChanges, area_changes
from egci_reports.analysis.hosts import Place
from egci_reports.analysis.lists import AreaListing, ListState, areas_of
from egci_reports.analysis.participation import Participation
from egci_reports.analysis.periods import PeriodRow
from egci_reports.analysis.plenaries import Plenary, Series
from egci_reports.analysis.threads import Course
from egci_reports.analysis.year import notes_on
from egci_reports.kinds.body_changes import BodiesChanged, changed_bodies, changes_between
from egci_reports.kinds.history.contested import contested
from egci_reports.kinds.history.context import FactNote, NoteField, Sheet, SheetArea
from egci_reports.kinds.history.register import Told
from egci_reports.kinds.names import Holder, Named, Names
from egci_reports.kinds.occasions import Occasion, Signing
from egci_reports.records.facts import Disputed, settled
from egci_reports.records.meetings import Meeting
from egci_reports.records.records import Records, address_of

_NOTED: tuple[NoteField, ...] = (
    "date",
    "venue",
    "reviewed",
    "planned",
    "convenors",
    "hong_kong",
    "guangdong",
    "outcome",
)


@dataclass(frozen=True, slots=True)
class Ground:
    """What all sheets are made from, worked out once for all of them."""

    records: Records
    series: Series
    courses: tuple[Course, ...]
    names: Names
    places: Mapping[int, Place]
    periods: Mapping[int, PeriodRow]
    participation: Participation
    told: Mapping[int, tuple[Told, ...]]
    years: Mapping[int, int]


def sheets_of(ground: Ground) -> tuple[Sheet, ...]:
    """Return the sheets of all plenaries in order."""
    return tuple(_sheet(plenary, ground) for plenary in ground.series.plenaries)


def _sheet(plenary: Plenary, ground: Ground) -> Sheet:
    meeting, number = plenary.meeting, plenary.number
    listing, outcome = areas_of(meeting), settled(meeting.outcome)
    told = ground.told.get(number, ())
    notes = notes_on([meeting])
    column = ground.participation.by_number.get(number)
    guangdong = settled(meeting.guangdong)
    following = ground.series.by_number[plenary.following] if plenary.following else None
    return Sheet(
        plenary=plenary,
        place=ground.places[number],
        period=ground.periods[number],
        following_interval=following.interval if following else None,
        outcome=outcome,
        outcome_sources=outcome.sources if outcome else (),
        said=meeting.areas,
        listing=listing,
        areas=_areas(listing, _changes(plenary, listing, ground), ground),
        other_lists=tuple(_short(rivals.sources, ground.records) for rivals in meeting.areas.rivals),
        hong_kong=tuple(ground.names.named(e.body, e.name) for e in (column.bodies if column else ())),
        hong_kong_state=column.state if column else ListState.NO_LIST,
        changed=_changed(plenary, ground),
        guangdong=_guangdong(plenary, ground.names),
        guangdong_hedge=guangdong.hedge if guangdong else None,
        leads=tuple(_leads(plenary, ground.names)),
        signings=tuple(one.told for one in told if isinstance(one.told, Signing)),
        occasions=tuple(one.told for one in told if isinstance(one.told, Occasion)),
        people=_people(plenary, told, ground.names),
        contested=contested(notes.disputes, number),
        notes=notes,
        fact_notes=tuple(_fact_notes(meeting)),
        sources=meeting.sources,
        about=address_of(meeting),
    )


def _changes(plenary: Plenary, listing: AreaListing, ground: Ground) -> AreaChanges | None:
    if plenary.previous is None or not listing.items:
        return None
    return area_changes(ground.series, ground.courses, plenary.previous, plenary.number)


def _areas(listing: AreaListing, changes: AreaChanges | None, ground: Ground) -> tuple[SheetArea, ...]:
    threads = ground.records.threads
    return tuple(
        SheetArea(
            position,
            area,
            tuple((threads[join.thread].name, join.grade) for join in area.threads),
            changes.at(position) if changes and changes.before.items else None,
        )
        for position, area in enumerate(listing.items, 1)
    )


def _short(sources: Sequence[str], records: Records) -> str | None:
    source = records.sources.get(sources[0])
    return source.short if source else None


def _changed(plenary: Plenary, ground: Ground) -> BodiesChanged | None:
    changes = changes_between(ground.participation, plenary.previous, plenary.number)
    if changes is None or not changes.are_both_listed:
        return None
    return changed_bodies(changes, ground.names, ground.years)


def _guangdong(plenary: Plenary, names: Names) -> tuple[Named, ...]:
    delegation, day = settled(plenary.meeting.guangdong), plenary.day
    if delegation is None or day is None:
        return ()
    return tuple(names.body(entry.body, day, entry.printed) for entry in delegation.bodies)


def _leads(plenary: Plenary, names: Names) -> Iterator[Holder]:
    for lead in settled(plenary.meeting.convenors) or ():
        yield names.person(lead.person, plenary.day, lead.verb)


def _people(plenary: Plenary, told: Iterable[Told], names: Names) -> tuple[Holder, ...]:
    """Return everybody named beside those who led: speakers, witnesses, guests, each once."""
    meeting = plenary.meeting
    reports = (*meeting.statements, *meeting.progress, *meeting.plan_items)
    found = [names.person(one.person, plenary.day) for one in reports if one.person]
    for one in told:
        found += one.told.witnesses if isinstance(one.told, Signing) else one.told.people
    leads = {lead.name for lead in _leads(plenary, names)}
    by_name = {holder.name: Holder(holder.name, holder.post, "") for holder in reversed(found)}
    return tuple(holder for holder in reversed(by_name.values()) if holder.name not in leads)


def _fact_notes(meeting: Meeting) -> Iterator[FactNote]:
    """Yield the notes on facts that are stated or silent; those on disputes stand with them."""
    for field in _NOTED:
        fact = getattr(meeting, field)
        if fact is not None and not isinstance(fact, Disputed) and fact.note:
            yield FactNote(field, fact.note)
    listed = meeting.areas.listed
    if not isinstance(listed, Disputed) and listed.note:
        yield FactNote("areas", listed.note)
    for rivals in meeting.areas.rivals:
        if rivals.note:
            yield FactNote("areas", rivals.note)
