"""What the record of a plenary does not say, each point with its kind, so that a paper says it once."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from egci_reports.analysis.lists import ListState, areas_of
from egci_reports.analysis.periods import PeriodForm, period_of
from egci_reports.records.facts import Disputed, Stated, Unstated, UnstatedReason, settled, values
from egci_reports.records.meetings import Meeting, Status
from egci_reports.records.records import Records, address_of
from egci_reports.records.sources import Reading


class Kind(StrEnum):
    """Why something is missing; in the order in which papers list it."""

    NOT_RECORDED = "not-recorded"
    NOT_STATED = "not-stated"
    NO_LIST = "no-list"
    OPEN_LIST = "open-list"
    NOT_SEEN = "not-seen"
    NOT_NOTED = "not-noted"
    NONE_CALLED_FOR = "none-called-for"


class MissingPoint(StrEnum):
    """What is missing; the template has words for each."""

    DATE = "date"
    VENUE = "venue"
    SITE = "site"  # the place within the city
    HOST = "host"  # which side hosted a video conference
    REVIEWED = "reviewed"  # the period reviewed
    REVIEWED_BASIS = "reviewed-basis"  # what a split year reviewed covers
    PROGRESS = "progress"  # what was reported
    PLANNED = "planned"  # the period planned for
    PLANNED_BASIS = "planned-basis"  # what a split year planned for covers
    OUTCOME = "outcome"
    AREAS = "areas"  # which areas
    AREA_COUNT = "area-count"  # how many areas
    PLAN_ITEMS = "plan-items"  # items, lead bodies and dates below the level of an area
    CONVENORS = "convenors"
    HONG_KONG = "hong-kong"
    HONG_KONG_COMPLETE = "hong-kong-complete"  # whether the list of Hong Kong bodies is complete
    GUANGDONG = "guangdong"
    SOURCE_REST = "source-rest"  # the rest of a source of which the first part was read
    RETURNS = "returns"  # returns of bureaux and departments


@dataclass(frozen=True, slots=True)
class MissingEntry:
    """One point that the record of a plenary does not give.

    `about` is its address. `value` is what belongs in its words: the period reviewed, the number of areas
    stated, the id of a source. `note` is the record's own note, `sources` those read for it.
    """

    kind: Kind
    point: MissingPoint
    about: str
    value: str | None = None
    note: str | None = None
    sources: tuple[str, ...] = ()


def missing_entries(records: Records, meeting: Meeting) -> tuple[MissingEntry, ...]:
    """Return what is missing about a plenary, by kind; within a kind in the order of `MissingPoint`.

    Disputed facts are not missing. A plenary to come misses only what is already unstated about it. Where
    records were put together for readers off the Hong Kong side nothing is missing: what they do not have may
    only be left out.
    """
    if not records.audience.is_own_side:
        return ()
    found = [*_facts(meeting), *_bases(meeting)]
    if meeting.status is Status.HELD:
        returns = records.returns_for(meeting.number)
        found += [*_place(meeting), *_lists(meeting), *_sources(records, meeting)]
        found += _contents(meeting, is_reported=bool(meeting.progress or returns))
        if meeting.call is None and not returns:
            found.append(
                MissingEntry(
                    Kind.NONE_CALLED_FOR, MissingPoint.RETURNS, address_of(meeting), _period(meeting)
                )
            )
    kinds, points = list(Kind), list(MissingPoint)
    return tuple(sorted(found, key=lambda missing: (kinds.index(missing.kind), points.index(missing.point))))


def _facts(meeting: Meeting) -> Iterator[MissingEntry]:
    """Yield what the record itself marks as not stated."""
    facts = {
        MissingPoint.DATE: ("date", meeting.date),
        MissingPoint.VENUE: ("venue", meeting.venue),
        MissingPoint.REVIEWED: ("reviewed", meeting.reviewed),
        MissingPoint.PLANNED: ("planned", meeting.planned),
        MissingPoint.OUTCOME: ("outcome", meeting.outcome),
        MissingPoint.AREAS: ("areas/listed", meeting.areas.listed),
        MissingPoint.CONVENORS: ("convenors", meeting.convenors),
        MissingPoint.HONG_KONG: ("hong_kong", meeting.hong_kong),
        MissingPoint.GUANGDONG: ("guangdong", meeting.guangdong),
    }
    said = str(meeting.areas.said) if meeting.areas.said is not None else None
    for point, (path, fact) in facts.items():
        if isinstance(fact, Unstated):
            value = said if point is MissingPoint.AREAS else None
            is_part = point is MissingPoint.AREAS and bool(meeting.areas.rivals)
            yield MissingEntry(
                Kind.OPEN_LIST if is_part else _kind(fact.unstated),
                point,
                f"{address_of(meeting)}#{path}",
                value,
                fact.note,
                fact.sources,
            )


def _kind(silence: UnstatedReason) -> Kind:
    return Kind(silence.value)


def _place(meeting: Meeting) -> Iterator[MissingEntry]:
    address = f"{address_of(meeting)}#venue"
    venues = values(meeting.venue) if meeting.venue else ()
    if venues and not any(venue.site for venue in venues):
        city = venues[0].city if len(venues) == 1 else None
        yield MissingEntry(Kind.NOT_RECORDED, MissingPoint.SITE, address, city)
    if meeting.venue is None:
        yield MissingEntry(Kind.NOT_RECORDED, MissingPoint.HOST, address)


def _contents(meeting: Meeting, *, is_reported: bool) -> Iterator[MissingEntry]:
    address, period = address_of(meeting), _period(meeting)
    if not is_reported and not isinstance(meeting.reviewed, Disputed):
        yield MissingEntry(Kind.NOT_RECORDED, MissingPoint.PROGRESS, f"{address}#progress", period)
    if not meeting.plan_items and not meeting.work_plan:
        planned = settled(meeting.planned)
        yield MissingEntry(Kind.NOT_RECORDED, MissingPoint.PLAN_ITEMS, f"{address}#plan_items", planned)
    if meeting.areas.said is None:
        is_open = areas_of(meeting).state is ListState.OPEN
        kind = Kind.OPEN_LIST if is_open else Kind.NOT_STATED
        yield MissingEntry(kind, MissingPoint.AREA_COUNT, f"{address}#areas/said")


def _bases(meeting: Meeting) -> Iterator[MissingEntry]:
    """Yield the split years: no source says where they begin and end."""
    for point, path, fact in (
        (MissingPoint.REVIEWED_BASIS, "reviewed", meeting.reviewed),
        (MissingPoint.PLANNED_BASIS, "planned", meeting.planned),
    ):
        period = period_of(fact)
        if period.form is PeriodForm.SPLIT:
            yield MissingEntry(Kind.NOT_STATED, point, f"{address_of(meeting)}#{path}", period.text)


def _lists(meeting: Meeting) -> Iterator[MissingEntry]:
    for point, path, fact in (
        (MissingPoint.HONG_KONG, "hong_kong", meeting.hong_kong),
        (MissingPoint.GUANGDONG, "guangdong", meeting.guangdong),
    ):
        address = f"{address_of(meeting)}#{path}"
        if isinstance(fact, Stated) and fact.value.opening:
            yield MissingEntry(Kind.OPEN_LIST, point, address, note=fact.value.opening, sources=fact.sources)
        elif isinstance(fact, Stated) and point is MissingPoint.HONG_KONG:
            yield MissingEntry(Kind.NOT_STATED, MissingPoint.HONG_KONG_COMPLETE, address)


def _sources(records: Records, meeting: Meeting) -> Iterator[MissingEntry]:
    for key in meeting.sources:
        source = records.sources.get(key)
        if source is not None and source.read is Reading.FIRST_PART:
            yield MissingEntry(
                Kind.NOT_SEEN, MissingPoint.SOURCE_REST, f"sources/{key}", key, source.note, sources=(key,)
            )


def _period(meeting: Meeting) -> str | None:
    return settled(meeting.reviewed)
