"""The brief on an area: officers' words beside what the records know of it."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from datetime import date

from egci_reports.analysis.co_occurrence import co_occurrence
from egci_reports.analysis.like import called_by, kind_of, sources_of_area
from egci_reports.analysis.lists import bodies_of
from egci_reports.analysis.plenaries import Plenary, Series
from egci_reports.kinds.briefing.brief import Brief, NamedAlike, ReturnedLine, SidePosition
from egci_reports.kinds.briefing.public_facts import FactsOn, facts_on, selected
from egci_reports.records.areas import Area
from egci_reports.records.bodies import Side
from egci_reports.records.briefs import ItemBrief
from egci_reports.records.facts import values
from egci_reports.records.meetings import Report
from egci_reports.records.records import Records, address_of
from egci_reports.records.returns import Likelihood
from egci_reports.views.names import Names
from egci_reports.views.plan_views import Plan, Reviewed
from egci_reports.views.returned import ItemLine, Returned

_MOST_SHARED, _MOST_OF_A_SIDE = 4, 2
"""How many facts a brief has at most."""

_NEWEST = 2
"""How many of them are the newest, whatever speaks for others."""

_LEAST_SHARED, _LEAST_OF_A_SIDE = 3, 1
"""With how many older facts make up the number."""

_RECENT, _LOOK_BACK = 2, 8
"""Of how many plenaries before the last one: from there facts are recent; from here one side is told of."""

_LEAST = 7
"""Shorter words are in the names of many bodies."""


def brief_of(
    records: Records,
    number: int,
    before: Plenary,
    area: Reviewed,
    plan: Plan,
    returned: Returned | None,
    names: Names,
    day: date,
    held: Series,
) -> Brief:
    """Return the brief on an area of the plan of the plenary before, for the plenary of a number and its day.

    `held` are the plenaries held.
    """
    words = records.brief(number, area.position)
    threads = {subject.history.thread.id for subject in area.subjects}
    places = {join.thread: one.position for one in reversed(plan.areas) for join in one.area.threads}
    found = facts_on(records, threads, places)
    items = returned.by_area.get(area.position, ()) if returned else ()
    leads = tuple(dict.fromkeys(line.lead for line in items if line.lead))
    recent, old = (_day_of(held, before.number - plenaries) for plenaries in (_RECENT, _LOOK_BACK))
    shared = selected(found.shared, _MOST_SHARED, _NEWEST, recent, _LEAST_SHARED)
    told = {fact.about for fact in shared}
    earlier = tuple(one for _, one in plan.areas[area.position - 1].before)
    sources, earlier_sources = sources_of_area(before.meeting, area.area), _earlier(before, earlier, held)
    return Brief(
        words=words,
        area=area,
        sources=sources,
        earlier=earlier,
        called=called_by(records, sources),
        earlier_called=called_by(records, earlier_sources),
        is_like=kind_of(records, sources) == kind_of(records, earlier_sources),
        rivals=plan.areas[area.position - 1].rivals,
        items=items,
        leads=(names.body(words.lead, day),) if words.lead else leads,
        hint=None if words.lead or leads else _hint(area, before, names, held),
        raised=_raised(words, items),
        lines=tuple(_lines(items)),
        shared=shared,
        elsewhere=tuple(_elsewhere(records, threads, places, recent)),
        hong_kong=_side(records, area, found, Side.HONG_KONG, recent, old),
        guangdong=_side(records, area, found, Side.GUANGDONG, recent, old),
        told_since=old.year if old else None,
        doubts=found.doubts,
        disputes=found.disputes,
        forums=tuple(one for one in found.forums if one.about not in told)[:1],
    )


def _elsewhere(
    records: Records, threads: Collection[str], places: Mapping[str, int], since: date | None
) -> Iterator[int]:
    """Yield the areas under which facts after a day are told that touch a subject too, by their places."""
    late = (
        one
        for one in records.developments
        if since is None or any(day.last > since for day in values(one.date))
    )
    firsts = (
        next(thread for thread in one.threads if thread in places)
        for one in late
        if set(one.threads) & set(threads)
    )
    yield from sorted({places[first] for first in firsts if first not in threads})


def _earlier(before: Plenary, areas: tuple[Area, ...], held: Series) -> tuple[str, ...]:
    """Return the sources of the words that an area had in the plan before."""
    plenary = held.by_number.get(before.previous or 0)
    return sources_of_area(plenary.meeting, areas[0]) if plenary and areas else ()


def _day_of(held: Series, number: int) -> date | None:
    plenary = held.by_number.get(number)
    return plenary.day if plenary else None


def _side(
    records: Records, area: Reviewed, found: FactsOn, side: Side, recent: date | None, old: date | None
) -> SidePosition:
    own = [fact for fact in found.of(side) if old is None or fact.date.last > old]
    facts = selected(own, _MOST_OF_A_SIDE, _LEAST_OF_A_SIDE, recent, _LEAST_OF_A_SIDE)
    return SidePosition(tuple(_said(records, area, side)), facts)


def _hint(area: Reviewed, before: Plenary, names: Names, held: Series) -> NamedAlike | None:
    """Return the body of the last list whose name has the subject, with the lists that it stands in."""
    for subject in area.subjects:
        words = {word.strip(",").casefold() for word in subject.history.thread.name.split()}
        for listed in bodies_of(before.meeting).bodies:
            named = names.body(listed.body, names.today)
            own = {word.casefold() for word in named.name.full.split()}
            if any(_is_like(one, other) for one in words for other in own):
                found = co_occurrence(subject.history, held, names.lineages.of(listed.body))
                return NamedAlike(named, len(found.listed), found.named, len(found.doubtful))
    return None


def _is_like(one: str, other: str) -> bool:
    """Whether one word has the other in it: customs, telecommunications and communications."""
    shorter, longer = sorted((one, other), key=len)
    return len(shorter) >= _LEAST and shorter in longer


def _raised(words: ItemBrief, items: tuple[ItemLine, ...]) -> Likelihood | None:
    """Return how likely the area is to be raised: as officers say, else the likeliest of its items."""
    if words.raised is not None:
        return words.raised
    entries = (line.report.entry for line in items)
    told = {entry.raised for entry in entries if entry is not None and entry.raised is not None}
    return next((likelihood for likelihood in Likelihood if likelihood in told), None)


def _lines(items: tuple[ItemLine, ...]) -> Iterator[ReturnedLine]:
    for line in items:
        entry = line.report.entry
        if entry is not None and entry.line_to_take and line.lead:
            yield ReturnedLine(
                line.report.item.item, line.lead, entry.line_to_take, f"{line.report.about}/line_to_take"
            )


def _said(records: Records, area: Reviewed, side: Side) -> Iterator[tuple[Report, str]]:
    """Yield what persons of a side said on the subjects of an area, each with the address of the plenary."""
    subjects = {subject.history.thread.id for subject in area.subjects}
    for meeting in records.meetings:
        for report in (*meeting.statements, *meeting.progress, *meeting.plan_items):
            person = records.people.get(report.person) if report.person else None
            if person is not None and person.side is side and subjects & set(report.threads):
                yield report, address_of(meeting)
