"""The group itself: its names, whose turn it is to host, how far its records are kept."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from egci_reports.records.base import Day, Flag, Id, Line, LocalText, Model, PartialDate
from egci_reports.records.bodies import DatedNote, Side
from egci_reports.records.dated import Dated
from egci_reports.records.office import Office
from egci_reports.records.timetable import TimetableStep


class GroupFact(Model):
    """A statement about the group as a whole."""

    text: Line
    """The statement, in words that may be printed."""
    on: Annotated[PartialDate | None, Dated.HAPPENED] = None
    """The day of which it speaks; none: of all times."""
    person: Id | None = None
    """Who said it."""
    sources: Annotated[tuple[Id, ...], Field(min_length=1)]
    """Sources."""


class KeptUpTo(Model):
    """The day up to which each kind of record was looked after: "none since" is said up to that day only."""

    plenaries: Annotated[Day, Dated.KEPT]
    """Plenaries of the group."""
    agreements: Annotated[Day | None, Dated.KEPT] = None
    """Agreements; none: not looked after beyond the plenaries."""
    events: Annotated[Day | None, Dated.KEPT] = None
    """Events of the group, and dated surroundings."""
    names: Annotated[Day | None, Dated.KEPT] = None
    """Names of bodies, and people in posts."""
    developments: Annotated[Day | None, Dated.KEPT] = None
    """Public developments near the subjects."""
    note: Line | None = None
    """What was looked through, and what was not."""


class Group(Model):
    """The group: its names, its parent, whose turn it is to host, and how it came about."""

    name: LocalText
    """Full name in three languages."""
    short: Line
    """Its abbreviation."""
    parent: Id
    """The body that set it up."""
    leads: Annotated[tuple[Id, ...], Field(min_length=1)]
    """The bodies that provide the secretariat or the lead of a side, one after another."""
    first_host: Side
    """The side that hosted the first plenary; hosts alternate from there."""
    cities: Annotated[dict[Line, Side], Field(max_length=200)]
    """Which side a city belongs to."""
    default_source: Id
    """The source of every fact that names none."""
    kept_up_to: KeptUpTo | None = None
    """Up to which day the records were kept; none: up to the last plenary, as far as anybody knows."""
    founding: tuple[GroupFact, ...] = ()
    """How it came about."""
    working: tuple[GroupFact, ...] = ()
    """How it works."""
    notes: tuple[DatedNote, ...] = ()
    """Notes on the main source that concern all meetings."""
    markings: Annotated[tuple[Line, ...], Field(min_length=1)] = (
        "RESTRICTED",
        "CONFIDENTIAL",
        "SECRET",
        "TOP SECRET",
    )
    """The markings that papers may bear, the lowest first."""
    office: Office | None = None
    """How letters are signed, and where the office is reached; none: not entered."""
    timetable: tuple[TimetableStep, ...] = ()
    """The steps before and after a plenary with their lead times, each below the one it is reckoned from."""
    example: Flag = False
    """Whether the group is made up: every page says so, and nothing of it is mailed."""

    def host_of(self, number: int) -> Side:
        """Return the side whose turn a plenary is: odd numbers the first host, even ones the other side."""
        other = Side.GUANGDONG if self.first_host is Side.HONG_KONG else Side.HONG_KONG
        return self.first_host if number % 2 else other

    def host_city(self, number: int) -> str | None:
        """Return the city whose turn a plenary is: the first of the side; None if it has none."""
        side = self.host_of(number)
        return next((city for city, own in self.cities.items() if own is side), None)
