"""The registers of the history: agreements, events and surroundings by date, and the people named."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

from egci_reports.analysis.occasions import DatedOccasion
from egci_reports.analysis.plenaries import Plenary, Series
from egci_reports.records.bodies import Language, Person, Side
from egci_reports.records.facts import settled, sources_of
from egci_reports.records.occasions import Agreement
from egci_reports.records.records import Records, address_of
from egci_reports.views.names import Names
from egci_reports.views.occasions import Occasion, Signing, happened

MentionKind = Literal["convenor", "speaker", "witness", "guest"]


@dataclass(frozen=True, slots=True)
class RegisterEntry:
    """An agreement or event as papers tell it, with the number of the plenary it goes with."""

    number: int | None
    occasion: DatedOccasion
    told: Signing | Occasion


@dataclass(frozen=True, slots=True)
class PersonMention:
    """That a source names a person: on which day, with which post, and what it says the person did.

    `verb` is "" where it does not say. `number` is that of the plenary it goes with; `count` tells how
    often it is said.
    """

    kind: MentionKind
    day: date | None
    post: str
    verb: str
    number: int | None
    sources: tuple[str, ...]
    count: int = 1


@dataclass(frozen=True, slots=True)
class PersonEntry:
    """A person with all mentions by date; `chinese` where a source has the name."""

    name: str
    surname: str
    chinese: str | None
    side: Side
    mentions: tuple[PersonMention, ...]
    about: str


@dataclass(frozen=True, slots=True)
class Register:
    """What was signed, what took place, who is named."""

    governments: tuple[Signing, ...]
    industry: tuple[Signing, ...]
    occasions: tuple[Occasion, ...]
    context: tuple[Signing | Occasion, ...]
    people: tuple[PersonEntry, ...]

    @property
    def government_count(self) -> int:
        """How many agreements there are between government bodies."""
        return len(self.governments)

    @property
    def industry_count(self) -> int:
        """How many there are between industry bodies."""
        return len(self.industry)

    @property
    def occasion_count(self) -> int:
        """How many forums, exchanges and ceremonies there are."""
        return len(self.occasions)

    @property
    def is_empty(self) -> bool:
        """Whether no agreement and no event is recorded."""
        return not (self.governments or self.industry or self.occasions)


def register_entries(
    records: Records, series: Series, occasions: Sequence[DatedOccasion], names: Names
) -> tuple[RegisterEntry, ...]:
    """Return all agreements and events by date, each with the plenary it goes with.

    That is the plenary to which the record ties it, else the last one held by its day.
    """
    dated = sorted((p.day, p.number) for p in series.plenaries if p.day is not None and p.is_held)
    found = []
    index = 0
    for occasion in occasions:
        while index < len(dated) and dated[index][0] <= occasion.last:
            index += 1
        tie = occasion.record.tie
        number = tie.meeting if tie else dated[index - 1][1] if index else None
        plenary = series.by_number.get(number) if number else None
        told = happened([occasion], names, records, plenary.day if plenary else None)
        found.append(RegisterEntry(number, occasion, told[0]))
    return tuple(found)


def register_of(records: Records, series: Series, told: Sequence[RegisterEntry], names: Names) -> Register:
    """Sort what was told into registers, and collect the people named."""
    group = [one for one in told if one.occasion.is_group]
    signings = [(one.occasion, one.told) for one in group if isinstance(one.told, Signing)]
    return Register(
        tuple(signing for occasion, signing in signings if occasion.is_government),
        tuple(signing for occasion, signing in signings if not occasion.is_government),
        tuple(one.told for one in group if isinstance(one.told, Occasion)),
        tuple(one.told for one in told if not one.occasion.is_group),
        people_of(records, series, group, names),
    )


def people_of(
    records: Records, series: Series, group: Sequence[RegisterEntry], names: Names
) -> tuple[PersonEntry, ...]:
    """Return the people named in entries, at signings and at events: Hong Kong first, then by surname."""
    mentions: dict[str, list[PersonMention]] = {}
    for plenary in series.plenaries:
        for key, mention in _at_plenary(plenary, names):
            mentions.setdefault(key, []).append(mention)
    for one in group:
        for key, mention in _at_occasion(one, names):
            mentions.setdefault(key, []).append(mention)
    order = list(Side)
    people = sorted(
        (records.people[key] for key in mentions), key=lambda p: (order.index(p.side), p.surname, p.id)
    )
    return tuple(_entry(person, mentions[person.id]) for person in people)


def _entry(person: Person, mentions: list[PersonMention]) -> PersonEntry:
    said: dict[PersonMention, list[PersonMention]] = {}
    for mention in sorted(mentions, key=lambda mention: mention.day or date.min):
        said.setdefault(replace(mention, sources=()), []).append(mention)
    known = (
        replace(one, sources=tuple(dict.fromkeys(s for m in some for s in m.sources)), count=len(some))
        for one, some in said.items()
    )
    chinese = None if Language.TC in person.unverified else person.name.tc
    name = f"{person.honorific} {person.name}"
    return PersonEntry(name, person.surname, chinese, person.side, tuple(known), address_of(person))


def _at_plenary(plenary: Plenary, names: Names) -> Iterator[tuple[str, PersonMention]]:
    meeting = plenary.meeting

    def mention(
        kind: MentionKind, person: str, verb: str, sources: tuple[str, ...]
    ) -> tuple[str, PersonMention]:
        post = names.person(person, plenary.day).post
        return person, PersonMention(kind, plenary.day, post, verb, plenary.number, sources)

    for lead in settled(meeting.convenors) or ():
        yield mention("convenor", lead.person, lead.verb or "", sources_of(meeting.convenors))
    for report in (*meeting.statements, *meeting.progress, *meeting.plan_items):
        if report.person is not None:
            yield mention("speaker", report.person, "", report.sources)


def _at_occasion(one: RegisterEntry, names: Names) -> Iterator[tuple[str, PersonMention]]:
    record, day = one.occasion.record, one.occasion.last
    people = record.witnesses if isinstance(record, Agreement) else record.people
    kind: MentionKind = "witness" if isinstance(record, Agreement) else "guest"
    for person in people:
        held = names.person(person.person, day, person.role or "", person.printed)
        yield person.person, PersonMention(kind, day, held.post, held.verb, one.number, record.sources)


def by_plenary(told: Iterable[RegisterEntry]) -> Mapping[int, tuple[RegisterEntry, ...]]:
    """Return the group's own agreements and events by the number of the plenary they go with."""
    found: dict[int, list[RegisterEntry]] = {}
    for one in told:
        if one.number is not None and one.occasion.is_group:
            found.setdefault(one.number, []).append(one)
    return {number: tuple(some) for number, some in found.items()}
