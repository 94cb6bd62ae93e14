"""How the steps of a timetable stand on a day: done, late, to come, or past without anything that tells."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from egci_reports.analysis.returns import returns_on
from egci_reports.analysis.timetable import StepOn, Timetable
from egci_reports.records.meetings import Meeting, Status
from egci_reports.records.paper_name import PaperName
from egci_reports.records.records import Records, day_of
from egci_reports.records.timetable import Step


class StepState(StrEnum):
    """How a step stands."""

    DONE = "done"
    LATE = "late"
    TO_COME = "to come"
    PAST = "past"  # no record tells whether it was done


@dataclass(frozen=True, slots=True)
class StepStanding:
    """A step on a day: how it stands, by how many days it is late or ahead, and the command that does it."""

    on: StepOn
    state: StepState
    days: int
    command: str | None


@dataclass(frozen=True, slots=True)
class _Evidence:
    """What tells that a step was done: the records, and the papers of which copies are out."""

    records: Records
    meeting: Meeting
    issued: Collection[PaperName]

    @property
    def year(self) -> str:
        """The year of the plenary."""
        day = day_of(self.meeting.date)
        return str(day.year) if day else ""

    def is_out(self, kind: str, subject: str | None = None, audience: str | None = None) -> bool:
        """Return whether copies of a paper on the plenary are out, in any edition."""
        subject = subject or str(self.meeting.number)
        return any(
            (one.kind, one.subject) == (kind, subject) and audience in (None, one.audience)
            for one in self.issued
        )

    @property
    def returns_are_in(self) -> bool | None:
        """Whether all returns are in or excused; None if none are asked for."""
        report = returns_on(self.records, self.meeting)
        if report is None or not report.register:
            return None
        return all(one.is_excused or one.reported_count == one.item_count for one in report.register)

    @property
    def are_briefs_written(self) -> bool:
        """Whether officers' words for the pack are begun, and none is missing."""
        number = self.meeting.number
        briefs = [brief for brief in self.records.briefs if brief.plenary == number]
        parts = [part for pack in self.records.packs if pack.plenary == number for _, part in pack.parts]
        return bool(briefs) and all(one.is_written for one in (*briefs, *parts))

    @property
    def is_pack_cleared(self) -> bool:
        """Whether everything in the pack is written and cleared, the returns too."""
        number = self.meeting.number
        words = [brief for brief in self.records.briefs if brief.plenary == number]
        parts = [part for pack in self.records.packs if pack.plenary == number for _, part in pack.parts]
        returned = [one for one in self.records.returns_for(number) if one.date is not None]
        return self.are_briefs_written and all(one.is_cleared for one in (*words, *parts, *returned))


_DONE: Mapping[Step, Callable[[_Evidence], bool | None]] = {
    Step.INVITATION: lambda known: known.is_out("invitation"),
    Step.THANKS: lambda known: known.is_out("thanks"),
    Step.FOLLOW_UP: lambda known: known.is_out("followup"),
    Step.CALL: lambda known: known.is_out("call"),
    Step.RETURNS_DUE: lambda known: known.returns_are_in,
    Step.FIRST_REMINDER: lambda known: known.returns_are_in or known.is_out("reminder"),
    Step.SECOND_REMINDER: lambda known: known.returns_are_in or known.is_out("secondreminder"),
    Step.DELEGATES_NAMED: lambda known: known.records.pack(known.meeting.number).delegations.is_written,
    Step.BRIEFS_DUE: lambda known: known.are_briefs_written,
    Step.JOINT_REPORT: lambda known: known.is_out("annual", known.year, "joint"),
    Step.CLEARANCE: lambda known: known.is_pack_cleared,
    Step.PACK: lambda known: known.is_out("briefing", audience="internal"),
    Step.PLENARY: lambda known: known.meeting.status is Status.HELD,
    Step.NOTES_DRAFTED: lambda known: known.records.notes_of(known.meeting.number).is_written,
    Step.NOTES_AGREED: lambda known: known.records.notes_of(known.meeting.number).agreed_on is not None,
    Step.ANNUAL_REPORT: lambda known: known.is_out("annual", known.year, "internal"),
}
"""What tells whether a step was done; of the others no record does."""

_COMMANDS: Mapping[Step, str] = {
    Step.INVITATION: "distribute invitation {number}",
    Step.FIRST_REMINDER: "distribute reminder {number}",
    Step.SECOND_REMINDER: "distribute second-reminder {number}",
    Step.THANKS: "distribute thanks {number}",
    Step.FOLLOW_UP: "distribute follow-up {number}",
    Step.CALL: "distribute call {number}",
    Step.RETURNS_DUE: "collect FOLDER",
    Step.BRIEFS_DUE: "collect FOLDER",
    Step.DELEGATES_NAMED: "collect FOLDER",
    Step.PARTS_CONFIRMED: "distribute briefing {number} --for department",
    Step.JOINT_REPORT: "distribute annual {year} --for joint",
    Step.CLEARANCE: "clear",
    Step.PACK: "distribute briefing {number} --for internal",
    Step.PRESS_RELEASE: "release {number}",
    Step.NOTES_DRAFTED: "record {number}",
    Step.NOTES_AGREED: "record {number} --for joint",
    Step.ANNUAL_REPORT: "distribute annual {year}",
}


def steps_on(
    records: Records, made: Timetable, today: date, issued: Collection[PaperName] = ()
) -> tuple[StepStanding, ...]:
    """Return how each step of a timetable stands on a day; `issued` are papers of which copies are out.

    What comes before a plenary that was held is over.
    """
    meeting = records.meeting(made.number)
    if meeting is None:
        raise ValueError(f"plenary {made.number} has a timetable, and is not on record")
    known = _Evidence(records, meeting, issued)
    return tuple(_standing(known, made, one, today) for one in made.steps)


def _standing(known: _Evidence, made: Timetable, one: StepOn, today: date) -> StepStanding:
    days = (today - one.day).days
    told = _DONE[one.step](known) if one.step in _DONE else None
    is_over = known.meeting.status is Status.HELD and one.day < made.day
    if told or (told is None and is_over):
        state = StepState.DONE if told else StepState.PAST
    elif is_over:
        state = StepState.PAST
    elif days <= 0:
        state = StepState.TO_COME
    else:
        state = StepState.PAST if told is None else StepState.LATE
    command = _COMMANDS.get(one.step)
    return StepStanding(
        one, state, abs(days), command and command.format(number=made.number, year=known.year)
    )
