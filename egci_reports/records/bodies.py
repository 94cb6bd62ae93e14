"""Bodies (bureaux, departments, councils, companies), their names by date, and people with their posts."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import Annotated

from pydantic import Field

from egci_reports.records.base import Count, Day, Flag, Id, Line, LocalText, Model, PartialDate
from egci_reports.records.dated import Dated
from egci_reports.records.grades import Graded


class Side(StrEnum):
    """Where a body belongs."""

    HONG_KONG = "hong-kong"
    GUANGDONG = "guangdong"
    CENTRAL = "central"
    JOINT = "joint"


class BodyKind(StrEnum):
    """What a body is; decides the protocol order of kinds."""

    BUREAU = "bureau"
    DEPARTMENT = "department"
    STATUTORY = "statutory-body"
    COMPANY = "company"
    ASSOCIATION = "association"
    CENTRE = "centre"  # a centre whose legal form the sources do not state
    COMMITTEE = "committee"


class Language(StrEnum):
    """The three languages of a name."""

    EN = "en"
    TC = "tc"
    SC = "sc"


class BodyName(Graded):
    """A name that a body bore from one date to another."""

    name: LocalText
    """The name in up to three languages."""
    short: Line | None = None
    """Its abbreviation in English: DPO."""
    short_tc: Line | None = None
    """Its abbreviation in Traditional Chinese."""
    article: Flag = True
    """Whether "the" stands before it in English: not before Invest Hong Kong."""
    starts: Annotated[PartialDate | None, Dated.BEGINS] = None
    """The first day, as far as known; none: not known, or before the records."""
    ends: Annotated[PartialDate | None, Dated.ENDS] = None
    """The last day, as far as known; none: still in use, or not known."""
    seen: Annotated[tuple[PartialDate, ...], Dated.SEEN] = ()
    """Days on which a source has the name; where no start is known, the name is unknown before the first."""
    sources: tuple[Id, ...] = ()
    """Sources of the name and its dates."""
    unverified: tuple[Language, ...] = ()
    """Languages whose form no source read has: it rests on general knowledge, and is to be checked."""

    def covers(self, day: date) -> bool:
        """Whether the name may have been in use on a day; partial dates count as far as they can reach."""
        return (self.starts is None or self.starts.first <= day) and (
            self.ends is None or day <= self.ends.last
        )


class DatedNote(Model):
    """A note that is true from a day on; before that day it is not shown."""

    text: Line
    """The note, in words that may be printed."""
    ask: Line | None = None
    """What the editor of the group's page is asked to do about it, for the list that is sent there."""
    since: Annotated[Day | None, Dated.BEGINS] = None
    """The day from which it is true; none: always."""
    written_for: Annotated[int | None, Dated.UPKEEP] = None
    """The last plenary that it was written for; a later one that was held makes `check` ask for a look."""
    sources: tuple[Id, ...] = ()
    """Its sources."""


class Body(Model):
    """A body. A renaming adds a name; a merger, split or re-founding is a new body that succeeds others."""

    id: Id
    """Its id, for life."""
    side: Side
    """Hong Kong, Guangdong, the Central Government or joint."""
    kind: BodyKind
    """Bureau, department, statutory body, company, association or committee."""
    names: Annotated[tuple[BodyName, ...], Field(min_length=1)]
    """Its names, oldest first."""
    aliases: tuple[Line, ...] = ()
    """Other forms found in sources, by which it is recognised: Guangdong Information Industry Department."""
    succeeds: tuple[Id, ...] = ()
    """Bodies whose work it took over when it was founded."""
    principal: Id | None = None
    """Which of those it continues: its lineage. Only where a source says so."""
    founded: Annotated[PartialDate | None, Dated.BEGINS] = None
    """The day it was set up, as far as known."""
    dissolved: Annotated[PartialDate | None, Dated.ENDS] = None
    """The day from which it no longer existed, as far as known."""
    protocol: Count = 1000
    """Place in lists in protocol order, low numbers first."""
    as_named: Flag = False
    """Two names remain possible on some days: print the one that the day's source uses."""
    notes: tuple[DatedNote, ...] = ()
    """Notes for the annex on names."""

    def name_on(self, day: date) -> BodyName | None:
        """Return the name in use on a day; None before the first and after the last."""
        return next((name for name in self.names if name.covers(day)), None)


class Post(Model):
    """A post that a person held, as far as the sources tell."""

    title: LocalText
    """The title in the source's words."""
    body: Id | None = None
    """The body the post belongs to."""
    starts: Annotated[PartialDate | None, Dated.BEGINS] = None
    """First day, where known."""
    ends: Annotated[PartialDate | None, Dated.ENDS] = None
    """Last day, where known."""
    seen: Annotated[tuple[PartialDate, ...], Dated.SEEN] = ()
    """Days on which a source names the person in this post."""
    acting: Flag = False
    """Whether the post was held in an acting capacity."""
    sources: tuple[Id, ...] = ()
    """Sources."""
    doubt: Line | None = None
    """What is to be said with the title wherever it is printed, because another source speaks against it."""
    note: Line | None = None
    """A note on the title."""

    def covers(self, day: date) -> bool:
        """Whether the post may have been held on a day; one known only from days seen covers those."""
        if self.starts is None and self.ends is None:
            return any(seen.first <= day <= seen.last for seen in self.seen)
        return (self.starts is None or self.starts.first <= day) and (
            self.ends is None or day <= self.ends.last
        )


class Person(Model):
    """A person named in a source."""

    id: Id
    """The person's id, for life."""
    name: LocalText
    """Full name without title: Tony Wong, Qu Xiaojie."""
    honorific: Line | None = None
    """Mr, Ms, Ir, Dr: as a source has it; none: no source read has one, and papers print the name alone."""
    surname: Line
    """For later mentions: Wong, Qu."""
    side: Side
    """Hong Kong, Guangdong or the Central Government."""
    aliases: tuple[Line, ...] = ()
    """Other spellings found in sources."""
    sources: tuple[Id, ...] = ()
    """Sources of the forms of the name."""
    unverified: tuple[Language, ...] = ()
    """Languages whose form no source read has: it rests on general knowledge, and is to be checked."""
    posts: tuple[Post, ...] = ()
    """Posts, oldest first."""

    @property
    def full_name(self) -> str:
        """The whole name, after its honorific if a source has one: Mr Tony Wong."""
        return f"{self.honorific} {self.name}" if self.honorific else str(self.name)

    @property
    def mention(self) -> str:
        """What the person is called once introduced: Mr Wong; without an honorific the whole name."""
        return f"{self.honorific} {self.surname}" if self.honorific else str(self.name)
