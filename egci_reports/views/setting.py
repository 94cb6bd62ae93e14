"""Where and when the plenary met in the series: place and its dispute, interval, periods."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from egci_reports.analysis.hosts import (
    HostReading,
    HostTally,
    MeetingPlace,
    Rotation,
    places_of,
    readings,
    rotation,
    tally_hosts,
)
from egci_reports.analysis.periods import PeriodRow, periods_of
from egci_reports.analysis.plenaries import Interval, Plenary, Series
from egci_reports.records.facts import Disputed
from egci_reports.records.records import Records


@dataclass(frozen=True, slots=True)
class RivalPlace:
    """A place that a source claims, with its words and what follows if it is right."""

    city: str
    words: str | None
    sources: tuple[str, ...]
    reading: HostReading


@dataclass(frozen=True, slots=True)
class MeetingSetting:
    """Where and when the plenary met, in the series.

    `proposed_city` is the city whose turn it is, for a plenary to come without a place.
    """

    place: MeetingPlace
    before: MeetingPlace | None
    rivals: tuple[RivalPlace, ...]
    note: str | None
    proposed_city: str | None
    tally: HostTally
    rotation: Rotation
    interval: Interval | None
    periods: tuple[PeriodRow, ...]
    places: Mapping[int, MeetingPlace]
    """All places up to this year, by number."""

    @property
    def period(self) -> PeriodRow:
        """The periods of this plenary."""
        return self.periods[-1]

    @property
    def period_before(self) -> PeriodRow:
        """The periods of the plenary before; raises IndexError for the first."""
        return self.periods[-2]

    @property
    def video_count(self) -> int:
        """How many plenaries met by video conference up to this one."""
        return len(self.tally.video)


def setting_of(records: Records, series: Series, plenary: Plenary, before: Plenary | None) -> MeetingSetting:
    """Return the setting of a plenary; the series ends with it."""
    number = plenary.number
    places = tuple(place for place in places_of(records) if place.number <= number)
    by_number = {place.number: place for place in places}
    place, venue = by_number[number], plenary.meeting.venue
    periods = periods_of(series)
    return MeetingSetting(
        place,
        by_number.get(before.number) if before else None,
        _rivals(plenary, places, series),
        venue.note if isinstance(venue, Disputed) else None,
        None if place.placings or place.is_video else records.group.host_city(number),
        tally_hosts(places),
        rotation(places),
        next((one for one in series.intervals.all if one.later == number), None),
        periods,
        by_number,
    )


def _rivals(plenary: Plenary, places: Sequence[MeetingPlace], series: Series) -> tuple[RivalPlace, ...]:
    venue = plenary.meeting.venue
    if not isinstance(venue, Disputed) or venue.decided:
        return ()
    found = readings(places, series, plenary.number)
    return tuple(
        RivalPlace(reading.placing.city, claim.words, claim.sources, reading)
        for reading, claim in zip(found, venue.disputed, strict=True)
    )
