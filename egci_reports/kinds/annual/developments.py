"""Public developments of the year under review: dated facts near the subjects, each with what it rests on.

None of them is business of the group by its subject: whose matter each is, its source alone tells.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from datetime import date as Day  # noqa: N812 - a field is called date

from egci_reports.analysis.occasions import DatedOccasion
from egci_reports.records.base import PartialDate
from egci_reports.records.bodies import Side
from egci_reports.records.developments import Belonging, Development
from egci_reports.records.facts import settled, values
from egci_reports.records.grades import SourceGrade
from egci_reports.records.occasions import Agreement, Event, EventKind
from egci_reports.records.records import Records, address_of
from egci_reports.records.sources import Discrepancy
from egci_reports.views.names import Names, OfficeHolder
from egci_reports.views.occasions import Occasion, Signing, occasions_of

MOST = 6
"""How many developments a paper tells of one area."""

LEAST = 3
"""What a development weighs at least that is told: one side's, told by others, with a figure."""

LEAST_IN_SUMMARY = 4
"""What a development weighs at least that the summary tells: official words, or an act of both sides."""

_PERSONNEL = (EventKind.FOUNDING, EventKind.APPOINTMENT)


@dataclass(frozen=True, slots=True)
class DevelopmentText:
    """A development in words: what happened, who is named, and what its source does not say."""

    text: str
    date: PartialDate
    people: tuple[OfficeHolder, ...]
    cautions: tuple[str, ...]
    grade: SourceGrade | None
    has_figures: bool
    sources: tuple[str, ...]
    about: str


@dataclass(frozen=True, slots=True)
class FactOfYear:
    """A dated public fact: an event or agreement of others, with the developments that tell more of it.

    `head` is the event or agreement, None where a development stands alone. `disputes` are the points on
    which sources differ about a figure that is printed. `weight` says what is told first where not all is.
    """

    date: PartialDate
    first: Day
    last: Day
    is_inferred: bool
    head: Occasion | Signing | None
    told: tuple[DevelopmentText, ...]
    disputes: tuple[Discrepancy, ...]
    side: Side | None
    belongs: Belonging
    threads: tuple[str, ...]
    weight: int
    sources: tuple[str, ...]
    about: str
    later: tuple[str, ...] = ()
    """Sources that came out after the day of the paper, and are not cited."""

    @property
    def foremost(self) -> DevelopmentText | None:
        """What says it in brief: the development with a figure, else the first; None: the occasion itself."""
        found = [one for one in self.told if one.has_figures] or ([] if self.head else self.told)
        return found[0] if found else None

    @property
    def rests_on(self) -> str:
        """The addresses of the records that name its sources, with spaces between, as citations have them."""
        return " ".join(dict.fromkeys((self.about, *(one.about for one in self.told))))

    @property
    def is_of_one_side(self) -> bool:
        """Whether it is the measure of one side alone."""
        return self.side in (Side.HONG_KONG, Side.GUANGDONG)


def public_facts(
    records: Records,
    surroundings: Iterable[DatedOccasion],
    names: Names,
    window: tuple[date | None, date | None],
    position: date,
) -> tuple[FactOfYear, ...]:
    """Return the public facts that lie wholly within a window (its first day excluded), by date.

    What rests on nothing but sources of a later date than the position is left out, and of the rest no later
    source is cited: on that day it was not to be known.
    """
    heads = {one.record.id: one for one in surroundings}
    adding: dict[str | None, list[Development]] = {}
    for one in records.developments:
        if values(one.date):
            adding.setdefault(one.adds_to if one.adds_to in heads else None, []).append(one)
    found = [_of_occasion(head, adding.get(key, []), names, records) for key, head in heads.items()]
    listed = _listed(records)
    alone = (one for one in adding.get(None, []) if _is_within(window, *_days(one)))
    found += [_alone(one, names, listed) for one in alone]
    within = (one for one in found if one.weight >= LEAST and _is_within(window, one.first, one.last))
    known = [fact for one in within if (fact := _as_known(one, records, position))]
    return tuple(sorted(known, key=lambda fact: (fact.first, fact.last, fact.about)))


def _is_within(window: tuple[date | None, date | None], first: date, last: date) -> bool:
    after, until = window
    return (after is None or first > after) and (until is None or last <= until)


def _days(one: Development) -> tuple[date, date]:
    """Return the first and the last day on which a development may have been."""
    days = values(one.date)
    return min(day.first for day in days), max(day.last for day in days)


def weightiest(facts: Iterable[FactOfYear], most: int = MOST) -> tuple[FactOfYear, ...]:
    """Return the facts that weigh most, of several that weigh as much the later ones, by date."""
    chosen = sorted(facts, key=lambda fact: (fact.weight, fact.first, fact.about), reverse=True)[:most]
    return tuple(sorted(chosen, key=lambda fact: (fact.first, fact.last, fact.about)))


def foremost(areas: Iterable[Sequence[FactOfYear]], most: int) -> tuple[FactOfYear, ...]:
    """Return the facts to tell first: of each area the weightiest, acts of both sides before those of one.

    A second one of an area, or a measure of one side, is told only where there are not two without it.
    """
    ranked: list[tuple[bool, int, int, FactOfYear]] = []
    for own in areas:
        by_weight = sorted(own, key=lambda fact: (-fact.weight, fact.first, fact.about))
        ranked += [(fact.is_of_one_side, rank, -fact.weight, fact) for rank, fact in enumerate(by_weight)]
    ranked.sort(key=lambda one: (*one[:3], one[3].first, one[3].about))
    chosen: list[FactOfYear] = []
    for is_of_one_side, rank, _, fact in ranked:
        if is_of_one_side and rank:
            continue
        if fact.weight >= LEAST_IN_SUMMARY and len(chosen) < (2 if rank or is_of_one_side else most):
            chosen.append(fact)
    return tuple(sorted(chosen, key=lambda fact: (fact.first, fact.about)))


def by_first_area(
    facts: Iterable[FactOfYear], areas: Sequence[frozenset[str]]
) -> Mapping[int | None, tuple[FactOfYear, ...]]:
    """Place each fact under one area (from 1) by the first of its subjects that has one; None: under none."""
    placed: dict[int | None, list[FactOfYear]] = {}
    for fact in facts:
        found = (
            position
            for thread in fact.threads
            for position, threads in enumerate(areas, 1)
            if thread in threads
        )
        placed.setdefault(next(found, None), []).append(fact)
    return {position: tuple(own) for position, own in placed.items()}


def _as_known(fact: FactOfYear, records: Records, position: date) -> FactOfYear | None:
    """Return a fact with what sources had of it by a day, and those sources; None if they had nothing."""
    kept = [
        replace(one, sources=sources)
        for one in fact.told
        if (sources := published(records, one.sources, position))
    ]
    head = fact.head and _head_known(fact.head, records, position)
    if head is None and (fact.head or not kept):
        return None
    cited = [*(head.sources if head else ()), *(key for one in kept for key in one.sources)]
    later = tuple(key for key in fact.sources if key not in cited)
    return replace(fact, head=head, told=tuple(kept), sources=tuple(dict.fromkeys(cited)), later=later)


def _head_known(head: Occasion | Signing, records: Records, position: date) -> Occasion | Signing | None:
    sources = published(records, head.sources, position)
    return replace(head, sources=sources) if sources else None


def published(records: Records, keys: Iterable[str], position: date) -> tuple[str, ...]:
    """Return the sources that had come out by a day; undated ones may have."""
    days = ((key, records.sources[key].date) for key in keys)
    return tuple(key for key, day in days if day is None or day.first <= position)


def _of_occasion(
    occasion: DatedOccasion, developments: Sequence[Development], names: Names, records: Records
) -> FactOfYear:
    head = occasions_of([occasion], names, records, None)[0]
    record = occasion.record
    told = tuple(_told(one, names) for one in developments)
    exact = next((day for one in developments for day in values(one.date) if day.is_whole), head.date)
    day = head.date if occasion.is_whole_day else exact
    texts = [*(head.content if isinstance(head, Signing) else head.details), *(one.text for one in told)]
    return FactOfYear(
        day,
        day.first,
        day.last,
        is_inferred=False,
        head=head,
        told=told,
        disputes=tuple(_on_figures(record.discrepancies, texts)),
        side=None,
        belongs=next((one.belongs for one in developments), Belonging.NEITHER),
        threads=_threads(record, developments),
        weight=_weight_of(record, told),
        sources=tuple(dict.fromkeys((*record.sources, *(key for one in told for key in one.sources)))),
        about=address_of(record),
    )


def _threads(record: Agreement | Event, developments: Sequence[Development]) -> tuple[str, ...]:
    """Return the subjects that an occasion is near; who was set up or appointed is near none."""
    if isinstance(record, Event) and record.kind in _PERSONNEL:
        return ()
    return tuple(dict.fromkeys((*record.threads, *(key for one in developments for key in one.threads))))


def _alone(one: Development, names: Names, listed: frozenset[str]) -> FactOfYear:
    first, last = _days(one)
    told = _told(one, names)
    return FactOfYear(
        values(one.date)[0],
        first,
        last,
        is_inferred=one.inferred,
        head=None,
        told=(told,),
        disputes=tuple(_on_figures(one.discrepancies, [one.text])),
        side=one.side,
        belongs=one.belongs,
        threads=one.threads,
        weight=_weight(one, listed),
        sources=told.sources,
        about=told.about,
    )


def _told(one: Development, names: Names) -> DevelopmentText:
    day = max((day.last for day in values(one.date)), default=names.today)
    cautions = [figure.caution for figure in one.figures] + [one.caution]
    return DevelopmentText(
        one.text,
        values(one.date)[0],
        tuple(names.person(who.person, day, who.role or "", who.printed) for who in one.people),
        tuple(caution for caution in cautions if caution),
        one.grade,
        bool(one.figures),
        one.sources,
        address_of(one),
    )


def _on_figures(discrepancies: Iterable[Discrepancy], texts: Sequence[str]) -> Iterator[Discrepancy]:
    """Yield the points on which sources differ about a figure that a text gives."""
    for one in discrepancies:
        figures = {word for text in texts for word in text.split() if word.isdigit()}
        if figures & set(one.on.split()):
            yield one


def _weight_of(record: Agreement | Event, told: Sequence[DevelopmentText]) -> int:
    """Weigh an occasion by what is known of it; who was set up or appointed weighs little."""
    if isinstance(record, Event) and record.kind in _PERSONNEL:
        return LEAST
    return 5 + bool(told) + 2 * any(one.has_figures for one in told) + 2 * isinstance(record, Agreement)


def _weight(one: Development, listed: frozenset[str]) -> int:
    """Weigh a development: acts of both sides, official words, figures, and what the group's bodies did."""
    grades = {SourceGrade.FIRST_PART: 1, SourceGrade.REPORTED: 1}
    return (
        (3 if one.side is Side.JOINT else 1)
        + (3 if one.is_quotable else grades.get(one.grade or SourceGrade.OFFICIAL, 0))
        + 2 * bool(one.figures)
        + bool(listed & set(one.bodies))
        - one.inferred
    )


def _listed(records: Records) -> frozenset[str]:
    """Return the Hong Kong bodies that have attended a plenary, by id."""
    lists = [settled(meeting.hong_kong) for meeting in records.meetings]
    return frozenset(entry.body for found in lists if found for entry in found.bodies)
