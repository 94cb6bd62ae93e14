"""Whom a letter about a plenary concerns: of the Hong Kong side in protocol order, and the other side."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from enum import StrEnum

from egci_reports.analysis.returns import returns_on
from egci_reports.analysis.returns_report import BodyReturn
from egci_reports.records.bodies import Side
from egci_reports.records.facts import settled
from egci_reports.records.meetings import Meeting
from egci_reports.records.owners import owner_on
from egci_reports.records.records import Records, day_of, meeting_before
from egci_reports.records.timetable import Step


class LetterKind(StrEnum):
    """The letters, by the names of their kinds of paper."""

    THANKS = "thanks"
    FOLLOW_UP = "followup"
    INVITATION = "invitation"
    REMINDER = "reminder"
    SECOND_REMINDER = "secondreminder"

    @property
    def step(self) -> Step:
        """The step of the timetable on which it goes out."""
        return _STEPS[self]

    @property
    def is_reminder(self) -> bool:
        """Whether it goes to those who are late, and only to them."""
        return self in (LetterKind.REMINDER, LetterKind.SECOND_REMINDER)

    @property
    def goes_across(self) -> bool:
        """Whether one of it goes to the other side."""
        return not self.is_reminder


_STEPS = {
    LetterKind.THANKS: Step.THANKS,
    LetterKind.FOLLOW_UP: Step.FOLLOW_UP,
    LetterKind.INVITATION: Step.INVITATION,
    LetterKind.REMINDER: Step.FIRST_REMINDER,
    LetterKind.SECOND_REMINDER: Step.SECOND_REMINDER,
}


def concerned(records: Records, letter: LetterKind, meeting: Meeting) -> tuple[str, ...]:
    """Return the Hong Kong bodies to which a letter about a plenary goes, in protocol order.

    A body that is no more is not written to: the one that took its work over is.
    """
    day = day_of(meeting.date)
    owners = {owner_on(records.bodies, key, day) for key in _FOUND[letter](records, meeting)}
    ours = [key for key in owners if records.bodies[key].side is Side.HONG_KONG]
    return tuple(sorted(ours, key=lambda key: (records.bodies[key].protocol, key)))


def late(records: Records, meeting: Meeting) -> tuple[BodyReturn, ...]:
    """Return the departments whose return for a plenary has not come, or leaves out some of its items."""
    report = returns_on(records, meeting)
    return tuple(one for one in report.register if is_late(one)) if report else ()


def is_late(one: BodyReturn) -> bool:
    """Return whether something of a return is outstanding."""
    return not one.is_excused and (not one.is_received or one.reported_count < one.item_count)


def _listed(meeting: Meeting | None) -> Iterable[str]:
    delegation = settled(meeting.hong_kong) if meeting else None
    return (one.body for one in delegation.bodies) if delegation else ()


def _leads(meeting: Meeting | None) -> Iterable[str]:
    return (item.lead for item in meeting.work_plan if item.lead) if meeting else ()


def _thanked(records: Records, meeting: Meeting) -> Iterable[str]:
    returned = (one.body for one in records.returns_for(meeting.number) if one.date is not None)
    return (*_listed(meeting), *returned)


def _followed_up(records: Records, meeting: Meeting) -> Iterable[str]:
    open_actions = [one for one in records.actions if one.closed is None and one.raised_at <= meeting.number]
    owners = (key for one in open_actions for key in (one.owner, *one.partners))
    return (*_listed(meeting), *_leads(meeting), *owners)


def _invited(records: Records, meeting: Meeting) -> Iterable[str]:
    before = meeting_before(records, meeting.number)
    return (*_listed(meeting), *_listed(before), *_leads(before))


def _reminded(records: Records, meeting: Meeting) -> Iterable[str]:
    return (one.body for one in late(records, meeting))


_FOUND: Mapping[LetterKind, Callable[[Records, Meeting], Iterable[str]]] = {
    LetterKind.THANKS: _thanked,
    LetterKind.FOLLOW_UP: _followed_up,
    LetterKind.INVITATION: _invited,
    LetterKind.REMINDER: _reminded,
    LetterKind.SECOND_REMINDER: _reminded,
}
