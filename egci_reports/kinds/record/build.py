"""Brings together what the record of a plenary says: the public record, and what was noted in the room."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from egci_reports.analysis.lineages import lineages_of
from egci_reports.analysis.lists import areas_of
from egci_reports.analysis.plenaries import Plenary, series_of
from egci_reports.analysis.position import position_of
from egci_reports.charts.words import ChartWords
from egci_reports.errors import Finding, UsageError
from egci_reports.kinds.interface import Paper, Request
from egci_reports.kinds.record.context import (
    ActionAt,
    AttendeeLine,
    MeetingRecord,
    PublicList,
    RecordHead,
    RecordItem,
)
from egci_reports.records.audience.reader import Audience
from egci_reports.records.bodies import Side
from egci_reports.records.clearables import refusal
from egci_reports.records.facts import Disputed, Stated, Unstated, settled, sources_of
from egci_reports.records.meetings import Delegation, Status
from egci_reports.records.notes import MeetingNotes
from egci_reports.records.packs import Role
from egci_reports.records.records import Records, address_of
from egci_reports.views.agendas import agenda_of
from egci_reports.views.names import Names
from egci_reports.views.returned import followed_for
from egci_reports.views.setting import setting_of
from egci_reports.views.verbatim import words_of_sources

_ROLES = tuple(Role)
_OPEN = (
    ("time", "when the meeting began and ended"),
    ("place", "where it was held"),
    ("present", "who was there"),
    ("next_meeting", "when the sides meet again"),
)
"""What the notes of every plenary have, by field."""


def record(records: Records, request: Request, words: ChartWords) -> Paper:  # noqa: ARG001 - a kind's signature
    """Return the record of the plenary of the number `request.subject`.

    For the Hong Kong side they are its notes; for both sides the joint record, from what both may read.
    Raises UsageError where there is no such plenary.
    """
    plenary = _plenary(records, request.subject)
    number = plenary.number
    day = plenary.day or position_of(records) or date.max
    made = _record(records, request, plenary, day)
    return Paper(
        kind="record",
        stem=request.stem("record", str(number)),
        template="record.html",
        slots={"number": str(number)},
        context={"report": made},
        charts={},
        position=day,
        blocked=tuple(_blocked(made.words, request.audience)),
        verbatim=words_of_sources(records),
        subject=str(number),
    )


def _plenary(records: Records, subject: str) -> Plenary:
    found = series_of(records).by_number.get(int(subject))
    if found is None:
        hint = "egci-report list tells which are on record; egci-report new meeting begins the next"
        raise UsageError(Finding("U301", f"there is no plenary {subject} on record", hint=hint))
    return found


def _record(records: Records, request: Request, plenary: Plenary, day: date) -> MeetingRecord:
    series, meeting, group = series_of(records), plenary.meeting, records.group
    names = Names(records, lineages_of(records), day)
    notes = records.notes_of(plenary.number)
    before = series.by_number.get(plenary.previous) if plenary.previous else None
    noted = dict(enumerate(notes.items))
    actions = tuple(_actions(records, plenary, names, day))
    return MeetingRecord(
        head=RecordHead(request.edition, request.is_draft, day, group.name),
        plenary=plenary,
        words=notes,
        setting=setting_of(records, series.until(plenary.number), plenary, before),
        years={one.number: one.year or 0 for one in series.plenaries},
        hong_kong=_listed(names, plenary, day, meeting.hong_kong, Side.HONG_KONG),
        guangdong=_listed(names, plenary, day, meeting.guangdong, Side.GUANGDONG),
        there_hong_kong=tuple(_there(notes, names, day, Side.HONG_KONG)),
        there_guangdong=tuple(_there(notes, names, day, Side.GUANGDONG)),
        said=(*meeting.statements, *meeting.progress, *meeting.plan_items),
        outcome=settled(meeting.outcome),
        outcome_sources=sources_of(meeting.areas.listed) or meeting.sources[:1],
        areas=areas_of(meeting).items if meeting.status is Status.HELD else (),
        items=tuple(
            RecordItem(one, noted.get(index), index + 1)
            for index, one in enumerate(agenda_of(records, plenary.number))
        ),
        agreed_there=tuple(one for one in actions if one.line.is_new),
        brought_forward=tuple(one for one in actions if not one.line.is_new),
        sources=tuple(records.sources.values()),
        about=address_of(meeting),
    )


def _listed(
    names: Names,
    plenary: Plenary,
    day: date,
    fact: Stated[Delegation] | Disputed[Delegation] | Unstated,
    side: Side,
) -> PublicList:
    listed, people = settled(fact), names.records.people
    heads = settled(plenary.meeting.convenors) or ()
    return PublicList(
        tuple(
            names.person(one.person, day, one.verb or "") for one in heads if people[one.person].side is side
        ),
        tuple(names.body(one.body, day, one.printed) for one in listed.bodies) if listed else (),
        (listed.hedge or listed.open_because) if listed else None,
    )


def _there(notes: MeetingNotes, names: Names, day: date, side: Side) -> Iterator[AttendeeLine]:
    """Yield who was there of a side: its head, members, those in attendance; bodies in standing order."""
    bodies = names.records.bodies
    own = [(index, one) for index, one in enumerate(notes.present) if bodies[one.body].side is side]
    own.sort(key=lambda one: (_ROLES.index(one[1].role), bodies[one[1].body].protocol, one[0]))
    for index, one in own:
        holder = names.person(one.person, day) if one.person else None
        yield AttendeeLine(
            holder.name if holder else one.name,
            one.post or (holder.post if holder else None) or None,
            names.body(one.body, day),
            one.role,
            index,
            holder is not None,
        )


def _actions(records: Records, plenary: Plenary, names: Names, day: date) -> Iterator[ActionAt]:
    followed = followed_for(records, plenary, names, day)
    for line in followed.lines if followed else ():
        closed = line.on.action.closed
        action, at = line.on.action, plenary.number
        yield ActionAt(
            line,
            closed is not None and closed.meeting == at,
            next((one for one in reversed(action.redated) if one.meeting == at), None),
            any(one.meeting == at for one in action.carried_over),
        )


def _blocked(notes: MeetingNotes, audience: Audience) -> Iterator[Finding]:
    """Yield what refuses a numbered edition: what is not noted, and notes that nobody has cleared."""
    about = address_of(notes)
    for field, what in _OPEN:
        if not getattr(notes, field):
            yield _missing(f"the notes do not say {what}", f"{about}#{field}")
    if not any(item.reported or item.agreed for item in notes.items):
        yield _missing("the notes say of no item what was reported or agreed", f"{about}#items")
    if audience.is_own_side and notes.is_open:
        yield refusal("E606", notes, "the notes are {state}", about)
    if not audience.is_own_side and notes.agreed_on is None:
        yield _missing("the joint record is not agreed with the Guangdong side", f"{about}#agreed_on")


def _missing(what: str, about: str) -> Finding:
    hint = f"fill in the draft in Word and collect it, or write it in data/{about.partition('#')[0]}.yaml"
    return Finding("E602", what, hint=hint, about=about)
