"""Finds the public developments near the subjects of a year, and how much each weighs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date

from egci_reports.analysis.occasions import DatedOccasion
from egci_reports.kinds.annual.developments import DevelopmentText, FactOfYear
from egci_reports.records.bodies import Side
from egci_reports.records.developments import Belonging, Development
from egci_reports.records.facts import settled, values
from egci_reports.records.grades import SourceGrade
from egci_reports.records.occasions import Agreement, Event, EventKind
from egci_reports.records.records import Records, address_of
from egci_reports.records.sources import Discrepancy
from egci_reports.views.names import Names
from egci_reports.views.occasions import Occasion, Signing, occasions_of

LEAST = 3
"""What a development weighs at least that is told: one side's, told by others, with a figure."""

_PERSONNEL = (EventKind.FOUNDING, EventKind.APPOINTMENT)


def public_facts(
    records: Records,
    surroundings: Iterable[DatedOccasion],
    names: Names,
    period: tuple[date | None, date | None],
    position: date,
) -> tuple[FactOfYear, ...]:
    """Return the public facts that lie wholly within a period (its first day excluded), by date.

    What rests on nothing but sources of a later date than the position is told if they are official, and says
    so; of the rest no later source is cited: on that day it was not to be known.
    """
    heads = {one.record.id: one for one in surroundings}
    adding: dict[str | None, list[Development]] = {}
    for one in records.developments:
        if values(one.date):
            adding.setdefault(one.adds_to if one.adds_to in heads else None, []).append(one)
    found = [_of_occasion(head, adding.get(key, []), names, records) for key, head in heads.items()]
    listed = _listed(records)
    alone = (one for one in adding.get(None, []) if _is_within(period, *_days(one)))
    found += [_alone(one, names, listed) for one in alone]
    within = (one for one in found if one.weight >= LEAST and _is_within(period, one.first, one.last))
    known = [fact for one in within if (fact := _as_known(one, records, position))]
    return tuple(sorted(known, key=lambda fact: (fact.first, fact.last, fact.about)))


def _is_within(period: tuple[date | None, date | None], first: date, last: date) -> bool:
    after, until = period
    return (after is None or first > after) and (until is None or last <= until)


def _days(one: Development) -> tuple[date, date]:
    """Return the first and the last day on which a development may have been."""
    days = values(one.date)
    return min(day.first for day in days), max(day.last for day in days)


def _as_known(fact: FactOfYear, records: Records, position: date) -> FactOfYear | None:
    """Return a fact with what sources had of it by a day, and those sources; None if they had nothing.

    A development of which only later sources tell, in official words, stays as it is, and is marked.
    """
    kept = [
        replace(one, sources=sources)
        for one in fact.told
        if (sources := published(records, one.sources, position))
    ]
    head = fact.head and _head_known(fact.head, records, position)
    if head is None and not kept and not fact.head and fact.is_official:
        return replace(fact, is_told_later=True)
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
