"""The steps before and after a plenary, each with its lead time; and how the office signs its letters."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import Annotated

from egci_reports.records.base import Flag, Line, Model
from egci_reports.records.text_form import TextForm


class Step(StrEnum):
    """What the secretariat does from one plenary to the next."""

    INVITATION = "invitation"
    CALL = "call"
    RETURNS_DUE = "returns-due"
    FIRST_REMINDER = "first-reminder"
    SECOND_REMINDER = "second-reminder"
    DELEGATES_NAMED = "delegates-named"
    BRIEFS_DUE = "briefs-due"
    PARTS_CONFIRMED = "parts-confirmed"
    JOINT_REPORT = "joint-report"
    CLEARANCE = "clearance"
    PACK = "pack"
    PLENARY = "plenary"
    PRESS_RELEASE = "press-release"
    THANKS = "thanks"
    NOTES_DRAFTED = "notes-drafted"
    FOLLOW_UP = "follow-up"
    NOTES_AGREED = "notes-agreed"
    ANNUAL_REPORT = "annual-report"


class Unit(StrEnum):
    """What a lead time is counted in."""

    WORKING_DAYS = "working day"
    DAYS = "day"
    WEEKS = "week"


@dataclass(frozen=True, slots=True)
class LeadTime:
    """A lead time: so many units before or after another step; none at all: on its day."""

    count: int
    unit: Unit
    is_before: bool
    step: Step


_STEPS = "|".join(Step)
_UNITS = "|".join(Unit)
_WHEN = re.compile(rf"on (?P<on>{_STEPS})|(?P<count>[1-9][0-9]?) (?P<unit>{_UNITS})s? (?P<way>before|after) "
                   rf"(?P<step>{_STEPS})")  # fmt: skip


class TimetableStep(Model):
    """A step of the timetable, and how it is reckoned."""

    step: Step
    """Which step."""
    when: Annotated[
        str,
        TextForm(
            rf"^(on ({_STEPS})|[1-9][0-9]? ({_UNITS})s? (before|after) ({_STEPS}))$",
            "write a lead time: 8 weeks before plenary, 2 working days after returns-due, on plenary",
        ),
    ]
    """When: 8 weeks before plenary, 2 working days after returns-due, on plenary. Where offices are closed on
    the day, it moves on in the direction in which it is reckoned."""
    who: Line | None = None
    """Who does it; none: the secretariat."""
    with_guangdong: Flag = False
    """Whether offices of both sides have to be open on the day."""

    @property
    def lead(self) -> LeadTime:
        """The lead time."""
        match = _WHEN.fullmatch(self.when)
        if match is None:
            raise ValueError(f"{self.when!r} was read as a lead time")
        if match["on"]:
            return LeadTime(0, Unit.DAYS, is_before=False, step=Step(match["on"]))
        return LeadTime(
            int(match["count"]), Unit(match["unit"]), match["way"] == "before", Step(match["step"])
        )
