"""Fills the first page of the history from the analysis and the pages that follow."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import timedelta

from egci_reports.analysis.hosts import rotation, tally_hosts
from egci_reports.analysis.occasions import DatedOccasion
from egci_reports.analysis.participation import Participation
from egci_reports.analysis.plenaries import Plenary, Series
from egci_reports.kinds.history.analysis import HistoryAnalysis
from egci_reports.kinds.history.register import Register
from egci_reports.kinds.history.sheets import PlenarySheet
from egci_reports.kinds.history.story import plan_verbs
from egci_reports.kinds.history.subject_histories import SubjectHistory
from egci_reports.kinds.history.summary import LastProposal, NamedIn, RegularBody, Summary
from egci_reports.records.bodies import Side
from egci_reports.records.facts import settled
from egci_reports.records.occasions import Agreement
from egci_reports.records.records import Records
from egci_reports.views.contested import Contested
from egci_reports.views.names import Named, Names, post_on

_LATELY = 2
"""Of so many of the last plenaries a proposal is told as open."""

_NEWS = timedelta(days=366)
"""What is older than this, at the position of the paper, is not told as last reported."""

_FEWEST = 3
"""Of fewer lists no rule is made."""

_RECENT = 10
"""So many of the last lists tell which bodies come as a rule."""


def summary_of(
    analysis: HistoryAnalysis,
    sheets: Sequence[PlenarySheet],
    subjects: Sequence[SubjectHistory],
    register: Register,
    open_points: tuple[Contested, ...],
) -> Summary | None:
    """Return the facts of the first page; None before a plenary was held."""
    held = [sheet for sheet in sheets if sheet.plenary.is_held]
    if not held:
        return None
    places = tuple(analysis.places[sheet.plenary.number] for sheet in held)
    regulars, count = _regulars(analysis.participation, analysis.names, analysis.records.group.leads)
    signed = [one for row in register.rows for one in row.signings]
    return Summary(
        latest=held[-1],
        known_areas=len(held[-1].said.quotable),
        tally=tally_hosts(places),
        rotation=rotation(places),
        hong_kong=_leads(analysis.records, analysis.names),
        guangdong=tuple(_guangdong(analysis.records, analysis.series, analysis.occasions, analysis.names)),
        regulars=regulars,
        recent_lists=count,
        signings=tuple(one for one in signed if one.is_government),
        industry=tuple(one for one in signed if not one.is_government),
        plan_verbs=plan_verbs(held),
        living=tuple(one for one in subjects if one.is_current),
        first_named=next((sheet.plenary.year for sheet in held if sheet.areas), None),
        progress_years=tuple(sheet.plenary.year or 0 for sheet in held if sheet.meeting.progress),
        open_points=open_points,
        proposal=_proposal(held, analysis.names),
        years={sheet.plenary.number: sheet.plenary.year or 0 for sheet in held},
        lately=analysis.names.today - _NEWS,
    )


def _proposal(held: Sequence[PlenarySheet], names: Names) -> LastProposal | None:
    """Return the last plan item that a person put forward, at one of the last plenaries only."""
    for sheet in reversed(held[-_LATELY:]):
        for item in reversed(sheet.meeting.plan_items):
            if item.person is not None:
                (named,) = names.introduced([item], sheet.plenary.day)
                return LastProposal(
                    named.as_far,
                    item.sources or sheet.sources,
                    sheet.plenary.number,
                    sheet is held[-1],
                    named.breaks_off,
                )
    return None


def _leads(records: Records, names: Names) -> tuple[Named, ...]:
    bodies = [records.bodies[key] for key in records.group.leads if key in records.bodies]
    return tuple(names.named(body, name) for body in bodies for name in body.names)


def _guangdong(
    records: Records, series: Series, occasions: Iterable[DatedOccasion], names: Names
) -> Iterator[NamedIn]:
    """Yield the Guangdong bodies named first in a delegation, as signing, or as that of the head."""
    found: dict[str, list[tuple[int, Named]]] = {}
    for plenary in series.held:
        for key in dict.fromkeys(_of_plenary(records, plenary)):
            if plenary.day is not None:
                found.setdefault(key, []).append((plenary.day.year, names.body(key, plenary.day)))
    for occasion in occasions:
        for key in _parties(records, occasion):
            found.setdefault(key, []).append((occasion.last.year, names.body(key, occasion.last)))
    ordered = sorted((sorted(some, key=lambda one: one[0]) for some in found.values()), key=lambda s: s[0][0])
    for some in ordered:
        yield NamedIn(some[0][1], tuple(dict.fromkeys(year for year, _ in some)))


def _parties(records: Records, occasion: DatedOccasion) -> Iterator[str]:
    """Yield the Guangdong parties of an agreement of the group between government bodies."""
    if occasion.is_government and occasion.is_group and isinstance(occasion.record, Agreement):
        for party in occasion.record.parties:
            if records.bodies[party.body].side is Side.GUANGDONG:
                yield party.body


def _of_plenary(records: Records, plenary: Plenary) -> Iterator[str]:
    delegation = settled(plenary.meeting.guangdong)
    if delegation is not None:
        yield delegation.bodies[0].body
    for lead in settled(plenary.meeting.convenors) or ():
        person = records.people[lead.person]
        post = post_on(person, plenary.day)
        if person.side is Side.GUANGDONG and post is not None and post.body is not None:
            yield post.body


def _regulars(
    participation: Participation, names: Names, leads: Iterable[str]
) -> tuple[tuple[RegularBody, ...], int]:
    lists = [column for column in participation.by_number.values() if column.listed_count][-_RECENT:]
    if len(lists) < _FEWEST:
        return (), len(lists)
    numbers = {column.number for column in lists}
    own = set(leads)
    found = []
    for row in participation.rows:
        count = len(numbers.intersection(row.numbers))
        last = row.by_name[-1]
        if count * 2 > len(lists) and not own & {body.id for body in row.lineage.bodies}:
            found.append(RegularBody(names.named(last.body, last.name), count))
    return tuple(found), len(lists)
