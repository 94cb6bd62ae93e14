"""Where the pack stands: before its plenary, of which it knows what was planned.

Of a plenary that was held its record tells afterwards; the pack takes number, date and call from it alone.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from egci_reports.errors import Finding, UsageError
from egci_reports.records.areas import PlenaryAreas
from egci_reports.records.facts import Stated, Unstated, UnstatedReason
from egci_reports.records.group import KeptUpTo
from egci_reports.records.meetings import Call, Meeting, Mode, Status
from egci_reports.records.records import Records, day_of, meeting_before
from egci_reports.records.signed import Signed
from egci_reports.records.standpoint import as_of


@dataclass(frozen=True, slots=True)
class PlenaryAhead:
    """The records before a plenary, which ends them as one to come; `day` is its date, if it is fixed."""

    records: Records
    number: int
    day: date | None

    @property
    def eve(self) -> date | None:
        """The day before the plenary."""
        return self.day - timedelta(days=1) if self.day else None

    @property
    def before(self) -> Meeting:
        """The plenary before it; `plenary_ahead` refuses where there is none."""
        before = meeting_before(self.records, self.number)
        if before is None:
            raise ValueError(f"plenary {self.number} was seen to have one before it")
        return before


def plenary_ahead(records: Records, subject: str) -> PlenaryAhead:
    """Return the records as they stood before a plenary: of a number, or the next one.

    With a date on record they stand at the end of the day before it; without one all that is recorded counts.
    Raises UsageError for the first plenary and for a number that skips one.
    """
    number = int(subject) if subject.isdigit() else _next(records)
    known = records.meeting(number)
    day = day_of(known.date) if known else None
    before = as_of(records, day - timedelta(days=1), coming=number) if day else records
    planned = before.meeting(number) if known and known.status is Status.PLANNED else None
    earlier = tuple(meeting for meeting in before.meetings if meeting.number < number)
    if not earlier or (known is None and earlier[-1].number + 1 != number):
        last = _next(records)
        message = f"there is no pack before plenary {number}"
        raise UsageError(Finding("U210", message, hint=f"packs can be made before plenaries 2 to {last}"))
    call = known.call if known and known.call and (day is None or known.call.on < day) else None
    coming = planned or _to_come(number, day, call, records.group.default_source)
    return PlenaryAhead(before.with_(meetings=(*earlier, coming)), number, day)


def kept_up_to(records: Records) -> KeptUpTo | None:
    """Return up to which days the records were kept; without a word on it, up to the last plenary held."""
    if records.group.kept_up_to:
        return records.group.kept_up_to
    held = [day_of(one.date) for one in records.meetings if one.status is Status.HELD]
    last = max((day for day in held if day is not None), default=None)
    return KeptUpTo(plenaries=last) if last else None


def last_known(records: Records) -> date:
    """Return the last day of which the records can speak: kept up to it, or an officer wrote on it.

    A pack never speaks of a later day. A single fact of a later day does not make the records known up to it:
    nobody has looked for what else happened.
    """
    kept = kept_up_to(records)
    days: list[date | None] = []
    if kept:
        days += [kept.plenaries, kept.agreements, kept.events, kept.names, kept.developments]
    days += [one.date for one in records.returns]
    days += [note.on for action in records.actions for note in action.progress]
    parts: list[Signed] = [*records.briefs]
    parts += [part for pack in records.packs for _, part in pack.parts]
    parts += [part for pack in records.packs for part in pack.further]
    days += [part.date for part in parts]
    days += [part.cleared.on for part in parts if part.cleared]
    return max((day for day in days if day is not None), default=date.max)


def _next(records: Records) -> int:
    """Return the number of the first plenary to come, on record or not."""
    planned = (meeting.number for meeting in records.meetings if meeting.status is Status.PLANNED)
    return next(planned, max((meeting.number for meeting in records.meetings), default=0) + 1)


def _to_come(number: int, day: date | None, call: Call | None, source: str) -> Meeting:
    """Return a plenary of which nothing is known but its number, its date and the call before it."""
    silent = Unstated(unstated=UnstatedReason.NOT_RECORDED, sources=(source,))
    return Meeting(
        number=number,
        status=Status.PLANNED,
        date=Stated[date](value=day, sources=(source,)) if day else silent,
        mode=Mode.IN_PERSON,
        venue=silent,
        reviewed=silent,
        planned=silent,
        convenors=silent,
        hong_kong=silent,
        guangdong=silent,
        outcome=silent,
        areas=PlenaryAreas(listed=silent),
        call=call,
        sources=(source,),
    )
