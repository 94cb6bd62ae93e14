"""The sources of the records, the group itself, its threads of work and its phases."""

from __future__ import annotations

import re
from enum import StrEnum
from typing import Annotated
from urllib.parse import quote, unquote

from pydantic import Field

from egci_reports.records.base import Day, Flag, Id, Line, LocalText, Model, PartialDate, PlenaryNumber
from egci_reports.records.bodies import DatedNote, Side
from egci_reports.records.dated import Dated, Undated
from egci_reports.records.facts import Decision
from egci_reports.records.office import Office
from egci_reports.records.text_form import TextForm
from egci_reports.records.timetable import TimetableStep


class Reading(StrEnum):
    """How much of a source was read."""

    WHOLE = "whole"
    FIRST_PART = "first-part"


class Source(Model):
    """A page, release, speech or report that the records rest on."""

    id: Id
    """Its id, for life."""
    title: Line
    """Its title, in its own language; where it has none, or none was read, what it is, in square brackets."""
    publisher: Line | None
    """Who published it; none only at a standpoint, which does not know later names."""
    url: Annotated[
        str,
        TextForm(r"^https?://\S+$", "write the whole address, beginning with https://", longest=2000),
    ]
    """Its address."""
    date: Annotated[PartialDate | None, Undated("no source keeps its date at a standpoint")] = None
    """Its date; none: undated."""
    language: Annotated[
        str,
        TextForm(
            r"^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$",
            "write the tag of a language: en, zh-Hant, zh-Hans, ja",
            longest=35,
        ),
    ] = "en"
    """Its language, as a BCP 47 tag: en, zh-Hant, zh-Hans, ja."""
    read: Reading = Reading.WHOLE
    """How much of it was read."""
    reprint: Flag = False
    """Whether the address is that of a mirror or reprint, not the publisher's own."""
    short: Line | None = None
    """What papers call it after its first citation: the page."""
    note: Line | None = None
    """A note for the notes on sources."""

    @property
    def address(self) -> str:
        """Its address as it is printed: without the scheme, Chinese in its characters (RFC 3987, 3.2)."""
        return _ENCODED.sub(lambda found: _decoded(found[0]), self.url.partition("://")[2])


_ENCODED = re.compile("(?:%[89A-Fa-f][0-9A-Fa-f])+")


def _decoded(encoded: str) -> str:
    try:
        characters = unquote(encoded, errors="strict")
    except UnicodeDecodeError:
        return encoded
    return "".join(one if "\u4e00" <= one <= "\u9fff" else quote(one) for one in characters)


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


class Thread(Model):
    """A subject of co-operation followed through the years, whatever its wording."""

    id: Id
    """Its id, for life; never printed."""
    name: Line
    """A short neutral name for rows of tables and charts."""
    note: Line | None = None
    """What belongs to it and what does not."""
    written_for: Annotated[int | None, Dated.UPKEEP] = None
    """The last plenary that name and note were written for."""


class Mapping(Model):
    """Who joined the wordings to threads, and when."""

    by: Line
    """Who."""
    on: Annotated[Day, Undated("what is kept of the threads rests on the mapping")]
    """When."""
    note: Line
    """What the mapping rests on."""
    written_for: Annotated[int | None, Dated.UPKEEP] = None
    """The last plenary whose wordings were joined."""


class Areas(Model):
    """areas.yaml: the threads, in the order in which papers list them."""

    mapping: Mapping
    """Whose judgement the mapping is."""
    threads: tuple[Thread, ...]
    """The threads."""


class Phase(Model):
    """A stretch of plenaries that the history tells together."""

    id: Id
    """Its id."""
    title: Line
    """Its heading."""
    first: PlenaryNumber
    """Number of its first plenary."""
    last: PlenaryNumber | None = None
    """Number of its last plenary; none: it runs on."""
    text: Line
    """What marks it, from the records alone."""
    written_for: Annotated[int | None, Dated.UPKEEP] = None
    """The last plenary that title and text were written for, if the phase runs on."""


class Slip(Model):
    """Words that a source prints wrongly, and the right form, which papers use."""

    printed: Line
    """The words as printed."""
    right: Line
    """The right form."""
    reason: Line
    """Why."""
    since: Annotated[Day | None, Dated.BEGINS] = None
    """The day from which the printed words can have stood there, if they name something later."""
    sources: tuple[Id, ...] = ()
    """The source that prints it; none: the default source."""


class Version(Model):
    """How one source puts a point that sources put differently."""

    words: Line
    """What it says, in its words or summed up."""
    people: tuple[Id, ...] = ()
    """Persons of whom it speaks, who took no part in what is recorded."""
    sources: Annotated[tuple[Id, ...], Field(min_length=1)]
    """The sources."""


class Discrepancy(Model):
    """A point that sources put differently without a value of a record hanging on it."""

    on: Line
    """The point: the name of the document signed."""
    versions: Annotated[tuple[Version, ...], Field(min_length=1)]
    """How each source puts it."""
    note: Line | None = None
    """What is known besides."""
    decision: Decision | None = None
    """Which form papers use, by whom, when and why."""
