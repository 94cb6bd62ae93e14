"""Makes the letters about a plenary: to each whom one concerns, with the days on which they go out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from egci_reports.analysis.timetable import timetable_of
from egci_reports.analysis.working_days import moved
from egci_reports.app.papers.begin import Draft, begin_with
from egci_reports.app.papers.order import Order
from egci_reports.app.records import records_of
from egci_reports.app.returns.begin_return import department
from egci_reports.errors import Finding, UsageError
from egci_reports.kinds.interface import Request
from egci_reports.kinds.letter.concerned import LetterKind, concerned
from egci_reports.records.audience.reader import Audience
from egci_reports.records.bodies import Side
from egci_reports.records.facts import settled
from egci_reports.records.meetings import Meeting, Status
from egci_reports.records.paper_name import PaperName
from egci_reports.records.records import Records
from egci_reports.records.timetable import Step
from egci_reports.workspace import Workspace

_BEFORE = {LetterKind.INVITATION, LetterKind.REMINDER, LetterKind.SECOND_REMINDER}
"""Letters that go out before a plenary; the others follow it."""

_ENDS = {
    LetterKind.INVITATION: Step.DELEGATES_NAMED,
    LetterKind.REMINDER: Step.SECOND_REMINDER,
    LetterKind.SECOND_REMINDER: Step.BRIEFS_DUE,
}
"""The step before which an answer is asked for."""


def letters_for(workspace: Workspace, order: Order, word: str | None = None) -> Iterator[Draft]:
    """Yield the letters that are ordered: to all whom they concern, or to the one that a word means.

    Raises RecordsError, TemplateError, and UsageError: no such plenary (U210), no letter of the kind now
    (U333), somebody whom it does not concern (U334).
    """
    letter, records = LetterKind(order.kind), records_of(workspace)
    meeting = _meeting(records, letter, int(order.subject))
    bodies = concerned(records, letter, meeting)
    if word is None:
        yield from letters_to(workspace, records, order, bodies, across=letter.goes_across)
        return
    if word == Audience.JOINT:
        if not letter.goes_across:
            message = f"no {letter.step} goes to the other side"
            raise UsageError(Finding("U334", message, hint="name a department"))
        yield from letters_to(workspace, records, order, (), across=True)
        return
    body = department(records, meeting.number, word).id
    if body not in bodies:
        hint = f"it concerns: {', '.join(bodies) or 'nobody now'}"
        raise UsageError(Finding("U334", f"the letter does not concern {body}", hint=hint))
    yield from letters_to(workspace, records, order, (body,), across=False)


def letters_to(
    workspace: Workspace, records: Records, order: Order, bodies: Sequence[str], *, across: bool
) -> Iterator[Draft]:
    """Yield the letter to each of these bodies, and the one to the other side if it is wanted."""
    letter = LetterKind(order.kind)
    meeting = _meeting(records, letter, int(order.subject))
    dated, reply_by = days_of(records, letter, meeting)
    readers: list[tuple[Audience, str | None]] = [(Audience.DEPARTMENT, body) for body in bodies]
    if across:
        readers.append((Audience.JOINT, None))
    for audience, body in readers:
        own = replace(order, audience=audience)
        request = Request(
            own.subject, own.edition, holder=body, audience=audience, dated=dated, reply_by=reply_by
        )
        yield begin_with(records, workspace, own, request)


def days_of(records: Records, letter: LetterKind, meeting: Meeting) -> tuple[date | None, date | None]:
    """Return the day of a letter and the day by which an answer is asked for, as far as they are known.

    They are those on record with the paper; else they follow from the timetable and from the days that the
    office leaves for replies. None where nothing says them: no date is invented.
    """
    own = records.papers.get(PaperName(letter, str(meeting.number)).record)
    held = settled(meeting.date)
    steps = {one.step: one.day for one in timetable_of(records, meeting, held).steps} if held else {}
    dated = (own.dated if own else None) or steps.get(letter.step)
    end = steps.get(_ENDS[letter]) if letter in _ENDS else None
    within = records.group.office.reply_within if records.group.office else None
    reply_by: date | None = None
    if end is not None and dated is not None and end > dated:
        reply_by = end if letter is LetterKind.INVITATION else moved(end, -1, (Side.HONG_KONG,))
    elif end is None and within is not None and dated is not None:
        reply_by = moved(dated, within, (Side.HONG_KONG,))
    return dated, (own.reply_by if own else None) or reply_by


def _meeting(records: Records, letter: LetterKind, number: int) -> Meeting:
    """Return the plenary of a letter; raises UsageError if there is none, or it is not the time for it."""
    meeting = records.meeting(number)
    if meeting is None:
        hint = "begin its record: egci-report new meeting"
        raise UsageError(Finding("U210", f"there is no plenary {number} on record", hint=hint))
    is_to_come = meeting.status is Status.PLANNED
    if is_to_come is not (letter in _BEFORE):
        when = "has not been held on record" if is_to_come else "was held"
        hint = f"its record is data/meetings/{number:02d}.yaml"
        raise UsageError(Finding("U333", f"no {letter.step} is written: plenary {number} {when}", hint=hint))
    if letter.is_reminder:
        _require_late(records, letter, meeting)
    return meeting


def _require_late(records: Records, letter: LetterKind, meeting: Meeting) -> None:
    """Raise UsageError if no return was called for, or the reminder would go out before the last day."""
    if meeting.call is None:
        message = f"no call for returns is on record for plenary {meeting.number}"
        hint = "add 'call' to its file: egci-report explain meeting.call"
        raise UsageError(Finding("U318", message, hint=hint))
    dated, _ = days_of(records, letter, meeting)
    if dated is not None and dated <= meeting.call.reply_by:
        message = f"a reminder of {dated} is too early: returns are asked for by {meeting.call.reply_by}"
        raise UsageError(Finding("U333", message, hint="before the day asked for nobody is late"))
