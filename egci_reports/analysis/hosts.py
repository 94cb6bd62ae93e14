"""Which side hosted each plenary, whether the turns were kept, and what hangs on a disputed place."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from egci_reports.analysis.plenaries import Plenary, Series
from egci_reports.records.bodies import Side
from egci_reports.records.facts import values
from egci_reports.records.group import Group
from egci_reports.records.meetings import Mode
from egci_reports.records.records import Records


class Turn(StrEnum):
    """Whether the host's turn agrees with the rotation."""

    KEPT = "kept"
    BROKEN = "broken"
    UNKNOWN = "unknown"  # the city is of no known side


@dataclass(frozen=True, slots=True)
class PossiblePlace:
    """One possible place of a plenary in person: its city, the site in it, the host side, the turn."""

    city: str
    site: str | None
    side: Side | None
    turn: Turn


@dataclass(frozen=True, slots=True)
class MeetingPlace:
    """Where a plenary met: by video conference, or in one place, or (undecided) in one of several."""

    number: int
    is_video: bool
    placings: tuple[PossiblePlace, ...] = ()

    @property
    def settled(self) -> PossiblePlace | None:
        """The place if it is not in dispute."""
        return self.placings[0] if len(self.placings) == 1 else None

    @property
    def is_disputed(self) -> bool:
        """Whether several places are possible."""
        return len(self.placings) > 1


@dataclass(frozen=True, slots=True)
class HostTally:
    """How many plenaries met in each city (most first), by video, in a disputed or an unknown place."""

    cities: tuple[tuple[str, int], ...]
    video: tuple[int, ...]
    disputed: tuple[int, ...]
    unknown: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Rotation:
    """Numbers of the plenaries in person that kept the turns, that broke them, and that are open."""

    kept: tuple[int, ...]
    broken: tuple[int, ...]
    open: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class HostReading:
    """What follows if a disputed plenary met in one of the places claimed.

    `cities` counts the plenaries in person up to it, other disputed ones left out (`left_out`). `running`
    are the plenaries in person one after the other in that city, this one last. `previous` is the last one
    in that city before it, `days` the days since.
    """

    placing: PossiblePlace
    cities: tuple[tuple[str, int], ...]
    left_out: tuple[int, ...]
    running: tuple[int, ...]
    previous: int | None
    days: int | None


def places_of(records: Records) -> tuple[MeetingPlace, ...]:
    """Return where each plenary met, in order; the side is that of the city."""
    return tuple(
        MeetingPlace(meeting.number, is_video=True)
        if meeting.mode is Mode.VIDEO
        else MeetingPlace(
            meeting.number,
            is_video=False,
            placings=tuple(
                _placing(records.group, meeting.number, venue.city, venue.site)
                for venue in (values(meeting.venue) if meeting.venue else ())
            ),
        )
        for meeting in records.meetings
    )


def _placing(group: Group, number: int, city: str, site: str | None) -> PossiblePlace:
    side = group.cities.get(city)
    if side is None:
        return PossiblePlace(city, site, None, Turn.UNKNOWN)
    return PossiblePlace(city, site, side, Turn.KEPT if side is group.host_of(number) else Turn.BROKEN)


def tally_hosts(places: Sequence[MeetingPlace]) -> HostTally:
    """Count plenaries by city."""
    return HostTally(
        _by_city(places),
        tuple(place.number for place in places if place.is_video),
        tuple(place.number for place in places if place.is_disputed),
        tuple(place.number for place in places if not place.is_video and not place.placings),
    )


def _by_city(places: Sequence[MeetingPlace]) -> tuple[tuple[str, int], ...]:
    counts = Counter(place.settled.city for place in places if place.settled)
    return tuple(sorted(counts.items(), key=lambda item: (-item[1], item[0])))


def rotation(places: Sequence[MeetingPlace]) -> Rotation:
    """Return which plenaries in person kept the turns."""
    met = [place for place in places if place.placings]
    return Rotation(
        tuple(place.number for place in met if {p.turn for p in place.placings} == {Turn.KEPT}),
        tuple(place.number for place in met if {p.turn for p in place.placings} == {Turn.BROKEN}),
        tuple(place.number for place in met if len({p.turn for p in place.placings} | {Turn.UNKNOWN}) != 2),
    )


def readings(places: Sequence[MeetingPlace], series: Series, number: int) -> tuple[HostReading, ...]:
    """Return what follows from each place claimed for a plenary; nothing if its place is not in dispute."""
    known = [place for place in places if place.number <= number]
    disputed = next((place for place in known if place.number == number and place.is_disputed), None)
    if disputed is None:
        return ()
    earlier = [place for place in known if place.number < number and not place.is_video]
    return tuple(_reading(placing, earlier, series.by_number, number) for placing in disputed.placings)


def _reading(
    placing: PossiblePlace, earlier: Sequence[MeetingPlace], plenaries: Mapping[int, Plenary], number: int
) -> HostReading:
    here = MeetingPlace(number, is_video=False, placings=(placing,))
    running = [number]
    for place in reversed(earlier):
        if place.settled is None or place.settled.city != placing.city:
            break
        running.insert(0, place.number)
    there = [p.number for p in earlier if p.settled and p.settled.city == placing.city]
    return HostReading(
        placing,
        _by_city([*earlier, here]),
        tuple(place.number for place in earlier if place.settled is None),
        tuple(running),
        there[-1] if there else None,
        _days(plenaries, there[-1] if there else None, number),
    )


def _days(plenaries: Mapping[int, Plenary], earlier: int | None, later: int) -> int | None:
    first = plenaries[earlier].day if earlier is not None else None
    last = plenaries[later].day
    return (last - first).days if first and last else None
