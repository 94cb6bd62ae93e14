"""The registers of the history: agreements, events and surroundings by date, and the people named."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from egci_reports.analysis.occasions import DatedOccasion
from egci_reports.analysis.plenaries import Plenary, Series
from egci_reports.records.base import PartialDate
from egci_reports.records.bodies import Language, Person, Side
from egci_reports.records.facts import settled, sources_of
from egci_reports.records.occasions import Agreement
from egci_reports.records.records import Records, address_of
from egci_reports.views.names import Names
from egci_reports.views.occasions import Occasion, Signing, occasions_of

MentionKind = Literal["convenor", "speaker", "witness", "guest", "group"]


@dataclass(frozen=True, slots=True)
class RegisterEntry:
    """An agreement or event as papers tell it, with the number of the plenary it goes with."""

    number: int | None
    occasion: DatedOccasion
    told: Signing | Occasion


@dataclass(frozen=True, slots=True)
class Involvement:
    """What a source says a person did: as what, with which verb ("" where it has none), how often."""

    kind: MentionKind
    verb: str
    count: int


@dataclass(frozen=True, slots=True)
class PersonMention:
    """That sources name a person on a day in a post; `number` is that of the plenary of that day, if any."""

    day: date | PartialDate | None
    """As far as it is known."""
    post: str
    number: int | None
    doings: tuple[Involvement, ...]
    sources: tuple[str, ...]
    rests_on: str
    """The addresses of the records that name the sources, with spaces between."""


@dataclass(frozen=True, slots=True)
class PersonEntry:
    """A person with all mentions by date; `chinese` where the records have the name, verified or not."""

    name: str
    surname: str
    chinese: str | None
    is_verified: bool
    side: Side
    mentions: tuple[PersonMention, ...]
    about: str


@dataclass(frozen=True, slots=True)
class RegisterRow:
    """A row of the register: an event, or agreements signed on one day before the same witnesses."""

    date: PartialDate
    signings: tuple[Signing, ...]
    event: Occasion | None

    @property
    def first(self) -> Signing:
        """The first of its agreements: day, occasion and witnesses are those of all."""
        return self.signings[0]


@dataclass(frozen=True, slots=True)
class Register:
    """What was signed and what took place, by date, and who is named."""

    rows: tuple[RegisterRow, ...]
    people: tuple[PersonEntry, ...]

    @property
    def row_count(self) -> int:
        """How many rows it has."""
        return len(self.rows)


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
        told = occasions_of([occasion], names, records, plenary.day if plenary else None)
        found.append(RegisterEntry(number, occasion, told[0]))
    return tuple(found)


def register_of(records: Records, series: Series, told: Sequence[RegisterEntry], names: Names) -> Register:
    """Return the group's agreements and events in one register, and the people named."""
    group = [one for one in told if one.occasion.is_group]
    return Register(tuple(_rows(group)), people_of(records, series, told, names))


def _rows(group: Iterable[RegisterEntry]) -> Iterator[RegisterRow]:
    together: dict[tuple[object, ...], list[RegisterEntry]] = {}
    for one in group:
        shared = one.told.witnesses if isinstance(one.told, Signing) else one.told.about
        together.setdefault((one.occasion.last, shared), []).append(one)
    for some in together.values():
        signings = tuple(one.told for one in some if isinstance(one.told, Signing))
        event = next((one.told for one in some if isinstance(one.told, Occasion)), None)
        yield RegisterRow(some[0].told.date, signings, event)


@dataclass(frozen=True, slots=True)
class _NamedPerson:
    person: str
    kind: MentionKind
    day: date | None
    post: str
    verb: str
    number: int | None
    sources: tuple[str, ...]
    about: str
    known: PartialDate | None = None
    """The day as the record has it: `day` is the last one that it may be."""


def people_of(
    records: Records, series: Series, told: Sequence[RegisterEntry], names: Names
) -> tuple[PersonEntry, ...]:
    """Return the people named with plenaries, agreements, events and the group: by side and surname."""
    found = [named for plenary in series.held for named in _at_plenary(plenary, names)]
    found += [named for one in told for named in _at_occasion(one, names)]
    found += _on_the_group(records, names)
    mentions: dict[str, list[_NamedPerson]] = {}
    for named in found:
        mentions.setdefault(named.person, []).append(named)
    order = list(Side)
    people = sorted(
        (records.people[key] for key in mentions), key=lambda p: (order.index(p.side), p.surname, p.id)
    )
    return tuple(_entry(person, mentions[person.id]) for person in people)


def _entry(person: Person, found: list[_NamedPerson]) -> PersonEntry:
    days: dict[tuple[date | None, str], list[_NamedPerson]] = {}
    for named in sorted(found, key=lambda named: named.day or date.min):
        days.setdefault((named.day, named.post), []).append(named)
    return PersonEntry(
        person.full_name,
        person.surname,
        person.name.tc,
        Language.TC not in person.unverified,
        person.side,
        tuple(_mention(day, post, some) for (day, post), some in days.items()),
        address_of(person),
    )


def _mention(day: date | None, post: str, some: Sequence[_NamedPerson]) -> PersonMention:
    led = any(named.kind == "convenor" for named in some)
    counts = Counter((named.kind, named.verb) for named in some if not led or named.kind != "speaker")
    known = next((named.known for named in some if named.known is not None), day)
    return PersonMention(
        known,
        post,
        next((named.number for named in some if named.kind in ("convenor", "speaker")), None),
        tuple(Involvement(kind, verb, count) for (kind, verb), count in counts.items()),
        tuple(dict.fromkeys(source for named in some for source in named.sources)),
        " ".join(dict.fromkeys(named.about for named in some)),
    )


def _at_plenary(plenary: Plenary, names: Names) -> Iterator[_NamedPerson]:
    meeting, day, number, about = plenary.meeting, plenary.day, plenary.number, address_of(plenary.meeting)
    for lead in settled(meeting.convenors) or ():
        post = names.person(lead.person, day).post
        sources = sources_of(meeting.convenors) or meeting.sources
        yield _NamedPerson(lead.person, "convenor", day, post, lead.verb or "", number, sources, about)
    for report in (*meeting.statements, *meeting.progress, *meeting.plan_items):
        if report.person is not None:
            post = names.person(report.person, day).post
            sources = report.sources or meeting.sources
            yield _NamedPerson(report.person, "speaker", day, post, "", number, sources, about)


def _at_occasion(one: RegisterEntry, names: Names) -> Iterator[_NamedPerson]:
    record, day = one.occasion.record, one.occasion.last
    people = record.witnesses if isinstance(record, Agreement) else record.people
    kind: MentionKind = "witness" if isinstance(record, Agreement) else "guest"
    for person in people:
        held = names.person(person.person, day, person.role or "", person.printed)
        said = (held.verb, one.number, record.sources, one.told.about, one.told.date)
        yield _NamedPerson(person.person, kind, day, held.post, *said)


def _on_the_group(records: Records, names: Names) -> Iterator[_NamedPerson]:
    for fact in (*records.group.founding, *records.group.working):
        if fact.person is not None:
            day = fact.on.last if fact.on else None
            post = names.person(fact.person, day).post
            yield _NamedPerson(fact.person, "group", day, post, "", None, fact.sources, "group")


def by_plenary(told: Iterable[RegisterEntry]) -> Mapping[int, tuple[RegisterEntry, ...]]:
    """Return the group's own agreements and events by the number of the plenary they go with."""
    found: dict[int, list[RegisterEntry]] = {}
    for one in told:
        if one.number is not None and one.occasion.is_group:
            found.setdefault(one.number, []).append(one)
    return {number: tuple(some) for number, some in found.items()}
