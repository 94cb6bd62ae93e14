"""The sheet of each plenary: the same facts in the same order, whatever a year has of them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from egci_reports.analysis.changes import AreaChange, AreaChanges, area_changes
from egci_reports.analysis.hosts import MeetingPlace
from egci_reports.analysis.lists import AreaListing, ListState, areas_of
from egci_reports.analysis.participation import Participation
from egci_reports.analysis.periods import PeriodRow
from egci_reports.analysis.plenaries import Plenary, Series
from egci_reports.analysis.threads import ThreadHistory
from egci_reports.analysis.year import SourceNotes, notes_on
from egci_reports.kinds.history.register import RegisterEntry
from egci_reports.kinds.history.spoken import in_sentence
from egci_reports.records.facts import Fact, settled, sources_of, values
from egci_reports.records.meetings import Area, Delegation, Grade, Meeting, Outcome, PlenaryAreas
from egci_reports.records.records import Records, address_of
from egci_reports.views.body_changes import BodiesChanged, changed_bodies, changes_between
from egci_reports.views.contested import Contested, contested
from egci_reports.views.fact_notes import FactField, FactNote, notes_on_facts
from egci_reports.views.names import Named, Names, OfficeHolder
from egci_reports.views.occasions import Occasion, Signing


@dataclass(frozen=True, slots=True)
class SheetArea:
    """An area on a sheet: its words, its subjects with their grades, how it stands to the list before."""

    position: int
    area: Area
    subjects: tuple[str, ...]
    """The names of its subjects, as they stand in a sentence."""
    change: AreaChange | None
    before: tuple[Area, ...]
    """The areas of the list before that it belongs with, if the two lists are of one kind of source."""
    reported: int | None
    """The plenary before, where its reports or another source, and not its own list, name its subject."""

    @property
    def may_be_compared(self) -> bool:
        """Whether its wording may be set against the one before."""
        return bool(self.before)


@dataclass(frozen=True, slots=True)
class PlenarySheet:
    """The sheet of a plenary: the same facts of each, in the same order."""

    plenary: Plenary
    place: MeetingPlace
    period: PeriodRow
    following_interval: int | None
    outcome: Outcome | None
    outcome_sources: tuple[str, ...]
    said: PlenaryAreas
    listing: AreaListing
    areas: tuple[SheetArea, ...]
    changes: AreaChanges | None
    other_lists: tuple[str | None, ...]
    """What papers call the sources of other lists of the same areas, in the order of `said.rivals`."""
    hong_kong: tuple[Named, ...]
    hong_kong_state: ListState
    changed: BodiesChanged | None
    hong_kong_others: tuple[Named, ...]
    guangdong: tuple[Named, ...]
    guangdong_others: tuple[Named, ...]
    leads: tuple[OfficeHolder, ...]
    signings: tuple[Signing, ...]
    occasions: tuple[Occasion, ...]
    nothing_on: tuple[str, ...]
    """The kinds of facts of which nothing is recorded, by the keys of words."""
    contested: tuple[Contested, ...]
    notes: SourceNotes
    fact_notes: tuple[FactNote, ...]
    sources: tuple[str, ...]
    about: str

    @property
    def meeting(self) -> Meeting:
        """The record of the plenary."""
        return self.plenary.meeting

    @property
    def anchor(self) -> str:
        """The name by which references find the sheet."""
        return f"sheet-{self.plenary.number}"

    @property
    def is_open(self) -> bool:
        """Whether there are more areas than those named."""
        return self.listing.state is ListState.OPEN

    @property
    def is_same_list(self) -> bool:
        """Whether the areas are those of the plenary before, word for word."""
        return bool(self.changes and self.changes.is_same_list)

    @property
    def is_unlike(self) -> bool:
        """Whether no area may be set against that of the plenary before, though each has the same subject."""
        return bool(self.areas) and all(
            area.change is not None and area.change.before and not area.may_be_compared for area in self.areas
        )

    @property
    def area_sources(self) -> tuple[str, ...]:
        """What the areas rest on, but for those that have a source of their own."""
        return sources_of(self.meeting.areas.listed) or self.sources

    @property
    def government_count(self) -> int:
        """How many agreements between government bodies go with the plenary."""
        return sum(signing.is_government for signing in self.signings)

    @property
    def industry_count(self) -> int:
        """How many agreements of industry bodies go with it."""
        return len(self.signings) - self.government_count

    @property
    def has_occasions(self) -> bool:
        """Whether an agreement or an event goes with it."""
        return bool(self.signings or self.occasions)

    @property
    def area_count(self) -> int:
        """How many areas are named."""
        return len(self.areas)

    @property
    def body_count(self) -> int:
        """How many Hong Kong bodies are listed."""
        return len(self.hong_kong)

    @property
    def lead_sources(self) -> tuple[str, ...]:
        """What the names of the heads of the two sides rest on."""
        return sources_of(self.meeting.convenors) or self.sources

    @property
    def hong_kong_opening(self) -> str | None:
        """Why the Hong Kong list may not be whole, in our words; None where none is given."""
        return _opening(self.meeting.hong_kong)

    @property
    def guangdong_opening(self) -> str | None:
        """Why the Guangdong list may not be whole, in our words; None where none is given."""
        return _opening(self.meeting.guangdong)

    @property
    def hong_kong_sources(self) -> tuple[str, ...]:
        """What the list of Hong Kong bodies rests on."""
        return sources_of(self.meeting.hong_kong) or self.sources

    @property
    def guangdong_sources(self) -> tuple[str, ...]:
        """What the list of Guangdong bodies rests on."""
        return sources_of(self.meeting.guangdong) or self.sources


def _opening(fact: Fact[Delegation]) -> str | None:
    delegation = settled(fact)
    return delegation.open_because if delegation else None


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


@dataclass(frozen=True, slots=True)
class Ground:
    """What all sheets are made from, worked out once for all of them."""

    records: Records
    series: Series
    courses: tuple[ThreadHistory, ...]
    names: Names
    places: Mapping[int, MeetingPlace]
    periods: Mapping[int, PeriodRow]
    participation: Participation
    told: Mapping[int, tuple[RegisterEntry, ...]]
    years: Mapping[int, int]


def sheets_of(ground: Ground) -> tuple[PlenarySheet, ...]:
    """Return the sheets of all plenaries in order."""
    return tuple(_sheet(plenary, ground) for plenary in ground.series.plenaries)


def _sheet(plenary: Plenary, ground: Ground) -> PlenarySheet:
    meeting, number = plenary.meeting, plenary.number
    listing, outcome = areas_of(meeting), settled(meeting.outcome)
    told = ground.told.get(number, ())
    changes = _changes(plenary, listing, ground)
    notes = notes_on([meeting])
    column = ground.participation.by_number.get(number)
    following = ground.series.by_number[plenary.following] if plenary.following else None
    return PlenarySheet(
        plenary=plenary,
        place=ground.places[number],
        period=ground.periods[number],
        following_interval=following.interval if following else None,
        outcome=outcome,
        outcome_sources=outcome.sources if outcome else (),
        said=meeting.areas,
        listing=listing,
        areas=_areas(plenary, listing, changes, ground),
        changes=changes,
        other_lists=tuple(_short(rivals.sources, ground.records) for rivals in meeting.areas.rivals),
        hong_kong=tuple(ground.names.named(e.body, e.name) for e in (column.bodies if column else ())),
        hong_kong_state=column.state if column else ListState.NO_LIST,
        changed=_changed(plenary, ground),
        hong_kong_others=_others(settled(meeting.hong_kong), plenary, ground.names),
        guangdong=_guangdong(plenary, ground.names),
        guangdong_others=_others(settled(meeting.guangdong), plenary, ground.names),
        leads=tuple(_leads(plenary, ground.names)),
        signings=tuple(one.told for one in told if isinstance(one.told, Signing)),
        occasions=tuple(one.told for one in told if isinstance(one.told, Occasion)),
        nothing_on=tuple(_nothing_on(plenary, told)),
        contested=contested(notes.disputes),
        notes=notes,
        fact_notes=tuple(_fact_notes(meeting)),
        sources=meeting.sources,
        about=address_of(meeting),
    )


def _changes(plenary: Plenary, listing: AreaListing, ground: Ground) -> AreaChanges | None:
    if plenary.previous is None or not listing.items:
        return None
    return area_changes(ground.series, ground.courses, plenary.previous, plenary.number)


def _areas(
    plenary: Plenary, listing: AreaListing, changes: AreaChanges | None, ground: Ground
) -> tuple[SheetArea, ...]:
    compared = changes if changes and changes.before.items else None
    return tuple(
        _area(position, area, plenary, compared.at(position) if compared else None, ground)
        for position, area in enumerate(listing.items, 1)
    )


def _area(
    position: int, area: Area, plenary: Plenary, change: AreaChange | None, ground: Ground
) -> SheetArea:
    threads = ground.records.threads
    before = tuple(one for _, one in change.before) if change and _is_alike(plenary, ground) else ()
    if not all(one.is_quotable for one in (area, *before)):
        before = ()
    return SheetArea(
        position,
        area,
        tuple(in_sentence(threads[join.thread].name) for join in area.threads),
        change,
        before,
        None if change else _reported(area, plenary, ground),
    )


def _is_alike(plenary: Plenary, ground: Ground) -> bool:
    """Return whether the areas of a plenary and of the one before rest on one kind of source."""
    before = ground.series.by_number.get(plenary.previous or 0)
    return before is not None and _source_kind(plenary, ground) == _source_kind(before, ground)


def _source_kind(plenary: Plenary, ground: Ground) -> bool:
    """Return whether the areas of a plenary stand on the main source: wordings of others are no match."""
    meeting = plenary.meeting
    sources = sources_of(meeting.areas.listed) or meeting.sources
    return not sources or ground.records.group.default_source in sources


def _reported(area: Area, plenary: Plenary, ground: Ground) -> int | None:
    """Return the plenary before, if its reports or another source's list name a subject of the area."""
    before = ground.series.by_number.get(plenary.previous or 0)
    if before is None:
        return None
    meeting = before.meeting
    wanted = {join.thread for join in area.threads}
    named = {thread for report in (*meeting.progress, *meeting.plan_items) for thread in report.threads}
    joins = (join for rival in meeting.areas.rivals for one in rival.items for join in one.threads)
    named |= {join.thread for join in joins if join.grade is not Grade.DOUBTFUL}
    return before.number if wanted & named else None


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


def _leads(plenary: Plenary, names: Names) -> Iterator[OfficeHolder]:
    for lead in settled(plenary.meeting.convenors) or ():
        yield names.person(lead.person, plenary.day, lead.verb or "")


def _others(delegation: Delegation | None, plenary: Plenary, names: Names) -> tuple[Named, ...]:
    """Return the participants of a side that are no departments."""
    if delegation is None or plenary.day is None:
        return ()
    return tuple(names.body(entry.body, plenary.day, entry.printed) for entry in delegation.others)


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
