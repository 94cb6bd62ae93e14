"""The chairman's sheet: what the record answers to the questions of somebody who is to chair the plenary."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from egci_reports.analysis.plenaries import Plenary
from egci_reports.kinds.briefing.public_facts import FactsOn, Forum, PublicFact
from egci_reports.records.areas import Area
from egci_reports.records.base import PartialDate
from egci_reports.records.bodies import Side
from egci_reports.records.facts import settled, values
from egci_reports.records.meetings import Meeting, Report
from egci_reports.records.occasions import Scope
from egci_reports.records.records import Records, address_of, day_of
from egci_reports.views.names import Names, OfficeHolder
from egci_reports.views.plan_views import Plan
from egci_reports.views.setting import MeetingSetting

_MOST = 2
"""How many facts of one kind the sheet has: the newest."""


_LOOK_BACK = 8
"""Who led the other side longer ago than so many plenaries is not told."""


@dataclass(frozen=True, slots=True)
class Statements:
    """What persons are on record to have said at a plenary; `number` is its number."""

    number: int
    reports: tuple[Report, ...]
    about: str
    by: tuple[str, ...] = ()
    """The names of those who spoke."""


@dataclass(frozen=True, slots=True)
class Counterpart:
    """Somebody who led the other side: the post last seen, the plenaries, and other meetings."""

    holder: OfficeHolder
    seen: PartialDate | None
    """When he was last seen in that post."""
    numbers: tuple[int, ...]
    events: tuple[Forum, ...]
    is_told: bool
    """Whether the sheet has told the post already, with the plenary before."""


@dataclass(frozen=True, slots=True)
class NewsSince:
    """What was published or done since the plenary before, by whose measure it is.

    `looked_until` is the day up to which public developments were looked for; `is_looked` tells whether that
    is later than the plenary before.
    """

    theirs: tuple[PublicFact, ...]
    ours: tuple[PublicFact, ...]
    shared: tuple[PublicFact, ...]
    last_of_theirs: PublicFact | None
    looked_until: date | None
    is_looked: bool

    @property
    def newest(self) -> tuple[PublicFact, ...]:
        """The newest facts, whosever they are, the latest first."""
        found = sorted((*self.theirs, *self.ours, *self.shared), key=lambda one: one.date.last, reverse=True)
        return tuple(found[:_MOST])


@dataclass(frozen=True, slots=True)
class NextHost:
    """Whose turn the plenary after this one is, and how sure the turns are.

    `counted_from` is the city of the plenary to come, by record or by turn; `is_fixed` tells that it is on
    record and not proposed.
    """

    number: int
    city: str | None
    counted_from: str | None
    is_fixed: bool


@dataclass(frozen=True, slots=True)
class ChairmansSheet:
    """Everything that the sheet says beside officers' words."""

    our_heads: tuple[OfficeHolder, ...]
    their_heads: tuple[OfficeHolder, ...]
    said: Statements | None
    """What was said at the plenary before; None: nothing is on file."""
    said_earlier: Statements | None
    """What was last said at an earlier one, where nothing is on file of the one before."""
    open_points: Statements | None
    """What heads proposed, and to which no answer is on record."""
    since: NewsSince
    opposite: tuple[Counterpart, ...]
    part_read: tuple[Area, ...]
    """Areas of the plan whose words may not be quoted."""
    disputed: tuple[tuple[int, tuple[str, ...]], ...]
    """Earlier plenaries whose place is in dispute, with the cities claimed."""
    next_host: NextHost

    @property
    def is_told_above(self) -> bool:
        """Whether the open points are among what was said, as the sheet tells it."""
        told = self.said or self.said_earlier
        return told is not None and self.open_points is not None and told.number == self.open_points.number


def sheet_of(
    records: Records,
    before: Plenary,
    plan: Plan,
    setting: MeetingSetting,
    facts: FactsOn,
    names: Names,
) -> ChairmansSheet:
    """Return the sheet for the plenary after `before`; `facts` are those near the subjects of its plan."""
    held = [meeting for meeting in records.meetings if meeting.number <= before.number]
    heads = settled(before.meeting.convenors) or ()
    sides = {lead.person: records.people[lead.person].side for lead in heads}
    holders = {lead.person: names.person(lead.person, before.day, lead.verb or "") for lead in heads}
    told = [said for meeting in held if (said := _said(meeting, (*meeting.statements, *meeting.plan_items)))]
    proposed = [said for meeting in held if (said := _said(meeting, meeting.plan_items))]
    last = told[-1] if told else None
    is_last = last is not None and last.number == before.number
    return ChairmansSheet(
        our_heads=tuple(holders[key] for key in holders if sides[key] is Side.HONG_KONG),
        their_heads=tuple(holders[key] for key in holders if sides[key] is Side.GUANGDONG),
        said=last if is_last else None,
        said_earlier=None if is_last else (proposed[-1] if proposed else last),
        open_points=_introduced(proposed[-1], records, names) if proposed else None,
        since=_since(records, before, facts),
        opposite=tuple(_opposite(records, held, names)),
        part_read=tuple(area.area for area in plan.areas if not area.area.is_quotable),
        disputed=tuple(
            (number, tuple(placing.city for placing in place.placings))
            for number, place in setting.places.items()
            if place.is_disputed and number <= before.number
        ),
        next_host=_next_host(records, before.number + 1, setting),
    )


def _said(meeting: Meeting, reports: Sequence[Report]) -> Statements | None:
    found = tuple(report for report in reports if report.person is not None)
    return Statements(meeting.number, found, address_of(meeting)) if found else None


def _introduced(said: Statements, records: Records, names: Names) -> Statements:
    """Return what was said with full names and posts: it is told where nobody was named before."""
    meeting = records.meeting(said.number)
    day = day_of(meeting.date) if meeting else None
    by = dict.fromkeys(records.people[one.person].full_name for one in said.reports if one.person)
    return replace(said, reports=tuple(names.introduced(said.reports, day)), by=tuple(by))


def _since(records: Records, before: Plenary, facts: FactsOn) -> NewsSince:
    day = before.day or date.max
    new = facts.since(day)
    kept = records.group.kept_up_to
    until = kept.developments if kept and kept.developments else None
    theirs = facts.of(Side.GUANGDONG)
    return NewsSince(
        tuple(fact for fact in new if fact.side is Side.GUANGDONG)[-_MOST:],
        tuple(fact for fact in new if fact.side is Side.HONG_KONG)[-_MOST:],
        tuple(fact for fact in new if not fact.is_of_one_side)[-_MOST:],
        theirs[-1] if theirs else None,
        until,
        until is not None and until > day,
    )


def _opposite(records: Records, held: Sequence[Meeting], names: Names) -> Iterator[Counterpart]:
    """Yield who led the Guangdong side, the latest first: of the last few plenaries."""
    led: dict[str, list[Meeting]] = {}
    for meeting in held[-_LOOK_BACK:]:
        for lead in settled(meeting.convenors) or ():
            if records.people[lead.person].side is Side.GUANGDONG:
                led.setdefault(lead.person, []).append(meeting)
    for key, meetings in sorted(led.items(), key=lambda one: -one[1][-1].number):
        day = day_of(meetings[-1].date)
        found = [
            event
            for event in records.events
            if event.scope is Scope.CONTEXT
            and key in {one.person for one in event.people}
            and values(event.date)
        ]
        days = [values(event.date)[0] for event in found]
        days += [PartialDate(day.year, day.month, day.day)] if day else []
        seen = max(days, key=lambda one: one.last, default=None)
        yield Counterpart(
            names.person(key, seen.last if seen else None),
            seen,
            tuple(meeting.number for meeting in meetings),
            tuple(
                Forum(str(one.title), values(one.date)[0], (), None, one.sources, f"events/{one.id}")
                for one in found
            ),
            meetings[-1] is held[-1],
        )


def _next_host(records: Records, number: int, setting: MeetingSetting) -> NextHost:
    """Return the host after the plenary to come, whose number is `number`."""
    place = setting.place
    city = records.group.host_city(number + 1)
    here = place.settled.city if place.settled else setting.proposed_city
    meeting = records.meeting(number)
    is_fixed = place.settled is not None and meeting is not None and "venue" not in meeting.proposed
    return NextHost(number + 1, city, here, is_fixed)
