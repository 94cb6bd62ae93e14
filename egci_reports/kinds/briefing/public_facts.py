"""Dated public facts near a subject: what may be used in the room, whose it is, and what it rests on."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from egci_reports.records.base import PartialDate
from egci_reports.records.bodies import Side
from egci_reports.records.developments import Belonging, Development
from egci_reports.records.facts import values
from egci_reports.records.grades import SourceGrade
from egci_reports.records.occasions import Agreement, Event, EventKind, Scope
from egci_reports.records.records import Records, address_of
from egci_reports.records.sources import Discrepancy


@dataclass(frozen=True, slots=True)
class PublicFact:
    """A dated public fact; `side` is whose measure it is, None where the record does not say."""

    date: PartialDate
    text: str
    side: Side | None
    as_at: PartialDate | None
    """The day of which its figures speak, where that is not its date."""
    caution: str | None
    grade: SourceGrade | None
    sources: tuple[str, ...]
    about: str
    belongs: Belonging
    """What its source ties it to."""
    threads: tuple[str, ...]
    """Those of the subjects asked for that it is on."""
    weight: int
    """How much speaks for it: official words, figures, an agreement or event on record; less what is another
    forum's plan of everything."""
    is_signing: bool = False
    """Whether its text is the title of what was signed."""

    @property
    def is_ours(self) -> bool:
        """Whether its source ties it to the group."""
        return self.belongs is Belonging.EGCI

    @property
    def is_of_one_side(self) -> bool:
        """Whether it is a measure of Hong Kong or of Guangdong alone."""
        return self.side in (Side.HONG_KONG, Side.GUANGDONG)


@dataclass(frozen=True, slots=True)
class DoubtfulNumber:
    """A number that is not to be used before it is confirmed, and why."""

    value: str
    unit: str
    as_at: PartialDate | None
    why: str
    sources: tuple[str, ...]
    about: str


@dataclass(frozen=True, slots=True)
class Forum:
    """A meeting of another forum on the subject, and what is recorded of it."""

    title: str
    date: PartialDate
    details: tuple[str, ...]
    caution: str | None
    sources: tuple[str, ...]
    about: str


@dataclass(frozen=True, slots=True)
class FactsOn:
    """The public facts near some subjects, oldest first, and what is doubtful among them."""

    facts: tuple[PublicFact, ...]
    doubts: tuple[DoubtfulNumber, ...]
    disputes: tuple[tuple[Discrepancy, str], ...]
    """Points about figures on which sources differ, each with its address."""
    forums: tuple[Forum, ...]

    def of(self, side: Side) -> tuple[PublicFact, ...]:
        """Return the facts that are one side's own."""
        return tuple(fact for fact in self.facts if fact.side is side)

    @property
    def shared(self) -> tuple[PublicFact, ...]:
        """The facts that are not one side's own."""
        return tuple(fact for fact in self.facts if not fact.is_of_one_side)

    def since(self, day: date) -> tuple[PublicFact, ...]:
        """Return the facts that happened after a day, surely so."""
        return tuple(fact for fact in self.facts if fact.date.first > day)


def facts_on(records: Records, threads: Collection[str], among: Collection[str] = ()) -> FactsOn:
    """Return the public facts near any of the threads, as far as the records know them.

    A fact is told in one place: of the threads `among` which each has its place, under the first that its
    record names.
    """
    among = among or threads

    def is_own(one: Development | Event | Agreement) -> bool:
        return next((thread for thread in one.threads if thread in among), None) in threads

    near = list(filter(is_own, records.developments))
    told = {one.adds_to for one in near}
    events, agreements = list(filter(is_own, records.events)), list(filter(is_own, records.agreements))
    pointed = {one.id for one in events if any(_disputes([one]))}
    facts = [_of_development(one, threads, pointed) for one in near]
    facts += [_of_event(one, threads) for one in events if one.id not in told and values(one.date)]
    facts += [_of_agreement(one, threads) for one in agreements if one.id not in told and values(one.date)]
    return FactsOn(
        tuple(sorted(facts, key=lambda fact: (fact.date.first, fact.date.last, fact.about))),
        tuple(_doubts(near)),
        tuple(_disputes([*near, *events])),
        tuple(_forums(events)),
    )


def names_in_facts(records: Records) -> tuple[str, ...]:
    """Return the texts of developments, which have names in the spelling of their sources."""
    return tuple(one.text.rstrip(".") for one in records.developments)


def selected(
    facts: Sequence[PublicFact], most: int, newest: int, since: date | None, least: int
) -> tuple[PublicFact, ...]:
    """Return what a brief shows, oldest first: of the facts after a day the `newest`, then the weightiest.

    Where there are fewer than `least` after it, the newest of those before make up the number. The newest
    fact of each subject is told in any case.
    """
    recent = max(least, sum(since is None or fact.date.last > since for fact in facts))
    found = list(facts[max(0, len(facts) - recent) :])
    rest, last = found[:-newest], found[-newest:]
    best = sorted(rest, key=lambda fact: (fact.weight, fact.date.first), reverse=True)[: most - newest]
    of_each = {thread: fact for fact in facts for thread in fact.threads}
    told = (*last, *best, *of_each.values())
    return tuple(fact for fact in facts if fact in told)


def _of_development(one: Development, near: Collection[str], pointed: Collection[str]) -> PublicFact:
    """Return a development as a fact; `pointed` are the events with a number that sources put differently."""
    when = values(one.date)[0]
    days = {figure.as_at for figure in one.figures}
    day = days.pop() if len(days) == 1 else None  # of several days the text tells
    return PublicFact(
        when,
        one.text,
        one.side,
        None if day == when else day,
        one.caution,
        None if one.is_quotable else one.grade,
        one.sources,
        address_of(one),
        one.belongs,
        _shared(one.threads, near),
        2 * one.is_quotable
        + bool(one.figures)
        + bool(one.adds_to)
        + (one.adds_to in pointed)
        - (one.belongs is Belonging.JOINT_CONFERENCE),
    )


def _of_event(one: Event, near: Collection[str]) -> PublicFact:
    text = " ".join([f"{one.title}{f', {one.place}' if one.place else ''}.", *one.details])
    return PublicFact(
        values(one.date)[0],
        text,
        one.side,
        None,
        one.caution,
        None,
        one.sources,
        address_of(one),
        Belonging.NEITHER if one.scope is Scope.CONTEXT else Belonging.EGCI,
        _shared(one.threads, near),
        2,
    )


def _of_agreement(one: Agreement, near: Collection[str]) -> PublicFact:
    text = str(one.title or one.subject)
    return PublicFact(
        values(one.date)[0],
        text,
        None,
        None,
        None,
        None,
        one.sources,
        address_of(one),
        Belonging.NEITHER if one.scope is Scope.CONTEXT else Belonging.EGCI,
        _shared(one.threads, near),
        3,
        is_signing=True,
    )


def _shared(own: tuple[str, ...], near: Collection[str]) -> tuple[str, ...]:
    return tuple(thread for thread in own if thread in near)


def _doubts(near: Iterable[Development]) -> Iterator[DoubtfulNumber]:
    for one in near:
        for index, figure in enumerate(one.figures):
            if figure.caution:
                day = figure.as_at or values(one.date)[0]
                about = f"{address_of(one)}#figures/{index}"
                yield DoubtfulNumber(figure.value, figure.unit, day, figure.caution, one.sources, about)


def _disputes(near: Iterable[Development | Event]) -> Iterator[tuple[Discrepancy, str]]:
    """Yield points that hang on a number: those with a figure in what they are on."""
    for one in near:
        for index, point in enumerate(one.discrepancies):
            if any(part.isdigit() for part in point.on.split()):
                yield point, f"{address_of(one)}#discrepancies/{index}"


def _forums(events: Iterable[Event]) -> Iterator[Forum]:
    """Yield the meetings of other forums that say how they stand to the subject, the latest first."""
    found = [one for one in events if one.kind is EventKind.CONFERENCE and one.details]
    dated = [(days[0], one) for one in found if (days := values(one.date))]
    for day, one in sorted(dated, key=lambda pair: pair[0].last, reverse=True):
        yield Forum(str(one.title), day, one.details, one.caution, one.sources, address_of(one))
