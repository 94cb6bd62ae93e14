"""Agreements that were signed, and events: forums, exchanges, ceremonies, and dated surroundings."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from pydantic import Field

from egci_reports.records.base import Flag, Id, Line, LocalText, Model, PartialDate, PlainText, PlenaryNumber
from egci_reports.records.bodies import Side
from egci_reports.records.dated import Dated
from egci_reports.records.facts import Fact
from egci_reports.records.meetings import Listed
from egci_reports.records.sources import Discrepancy, Slip


class Scope(StrEnum):
    """Whether something is the group's own business, was held beside a plenary, or is a dated surrounding."""

    GROUP = "group"
    BESIDE = "beside"  # held beside a plenary, by a source that does not call it the group's
    CONTEXT = "context"


class Level(StrEnum):
    """Between whom an agreement is."""

    GOVERNMENT = "government"
    INDUSTRY = "industry"


class Relation(StrEnum):
    """How something stands to a plenary."""

    DURING = "during"
    SAME_DAY = "same-day"
    AFTER = "after"
    BETWEEN = "between"


class Tie(Model):
    """The plenary to which something belongs."""

    meeting: PlenaryNumber
    """Its number."""
    relation: Relation
    """During it, on the same day, after it, or between it and the next."""
    words: Line | None = None
    """The source's words on it."""


class Witness(Model):
    """Somebody who witnessed a signing, or took part in an event, with the post printed."""

    person: Id
    """Who."""
    printed: Line | None = None
    """The post as printed, where it differs from the record of the person."""
    role: Line | None = None
    """What the source says the person did: delivered a speech."""


class Agreement(Model):
    """An agreement, arrangement or memorandum."""

    id: Id
    """Its id, for life."""
    title: LocalText | None = None
    """Its title as printed (right form; slips are listed apart); none where only its subject is given."""
    subject: Line | None = None
    """What it is on, where the source gives no title."""
    level: Level
    """Between governments or industry bodies."""
    scope: Scope = Scope.GROUP
    """Recorded as the group's business, held beside a plenary, or context."""
    date: Annotated[Fact[PartialDate], Dated.HAPPENED]
    """The day it was signed."""
    place: Line | None = None
    """Where."""
    parties: tuple[Annotated[Listed, PlainText("body")], ...] = ()
    """Who signed, in the order of the source."""
    witnesses: tuple[Witness, ...] = ()
    """Named witnesses."""
    witnessed_by: Line | None = None
    """Witnesses in the source's words: government leaders in both places."""
    occasion: Line | None = None
    """The occasion, in full: the Tenth Plenary of the Hong Kong/Guangdong Co-operation Joint Conference."""
    tie: Tie | None = None
    """The plenary it belongs to."""
    content: tuple[Line, ...] = ()
    """What it provides, as far as recorded."""
    captions: tuple[Line, ...] = ()
    """Captions, as printed."""
    threads: tuple[Id, ...] = ()
    """Threads it touches."""
    slips: tuple[Slip, ...] = ()
    """Slips of the source."""
    discrepancies: tuple[Discrepancy, ...] = ()
    """Points on which sources differ."""
    sources: Annotated[tuple[Id, ...], Field(min_length=1)]
    """Sources."""


class Attendance(Model):
    """How many took part, with the basis of the count."""

    number: Annotated[int, Field(ge=1, le=10_000_000)]
    """The number."""
    about: Flag = False
    """Whether the source says "about"."""
    basis: Line
    """Who is counted, in the source's words."""


class EventKind(StrEnum):
    """What kind of event."""

    FORUM = "forum"
    EXCHANGE = "exchange"
    CEREMONY = "ceremony"
    FOUNDING = "founding"
    CONFERENCE = "conference"
    LAUNCH = "launch"
    PUBLICATION = "publication"
    APPOINTMENT = "appointment"


class Event(Model):
    """A forum, exchange or ceremony of the group, or a dated surrounding (scope: context)."""

    id: Id
    """Its id, for life."""
    kind: EventKind
    """What kind."""
    title: LocalText
    """Its title, or what happened, in words that may be printed."""
    clause: Line | None = None
    """What happened, as a clause to go on from a date in a sentence: the scheme was launched."""
    quoted: Flag = False
    """Whether the title is a title as printed, to be set in quotation marks."""
    scope: Scope = Scope.GROUP
    """Recorded as the group's business, held beside a plenary, or context."""
    side: Side | None = None
    """Whose measure it is, where it is one side's own; none: of both sides, of others, or not known."""
    date: Annotated[Fact[PartialDate], Dated.HAPPENED]
    """The day, as far as known."""
    place: Line | None = None
    """Where."""
    tie: Tie | None = None
    """The plenary it belongs to."""
    theme: Line | None = None
    """Its theme, as printed."""
    attendance: Attendance | None = None
    """How many took part."""
    people: tuple[Witness, ...] = ()
    """Persons named, with what they did."""
    others: Line | None = None
    """Unnamed participants, in the source's words: five guest speakers from Hong Kong and Guangdong."""
    details: tuple[Line, ...] = ()
    """What else is recorded, in words that may be printed."""
    captions: tuple[Line, ...] = ()
    """Captions, as printed."""
    threads: tuple[Id, ...] = ()
    """Threads it touches."""
    caution: Line | None = None
    """What the source does not say about it."""
    slips: tuple[Slip, ...] = ()
    """Slips of the source."""
    discrepancies: tuple[Discrepancy, ...] = ()
    """Points on which sources differ."""
    sources: Annotated[tuple[Id, ...], Field(min_length=1)]
    """Sources."""
