"""The timetable of a plenary on the terminal: each step, its day, and how it stands."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from egci_reports.app.papers.begin import Draft
from egci_reports.app.reading.sheets.words import counted, day
from egci_reports.app.reading.steps import StepStanding, StepState, steps_on
from egci_reports.kinds.timetable.build import reckoned
from egci_reports.records.paper_name import PaperName


@dataclass(frozen=True, slots=True)
class StepRow:
    """A step as the terminal shows it."""

    step: str
    title: str
    day: date
    state: str
    days: int
    command: str | None

    @property
    def is_late(self) -> bool:
        """Whether the step is late."""
        return self.state == StepState.LATE

    @property
    def day_words(self) -> str:
        """The day with its weekday."""
        return day(self.day, weekday=True)

    @property
    def stands(self) -> str:
        """How the step stands, in words."""
        days = counted(self.days, "day", "days")
        match self.state:
            case StepState.LATE:
                return f"late by {days}"
            case StepState.TO_COME:
                return f"in {days}" if self.days else "today"
            case StepState.DONE:
                return "done"
        return "past, not on record"


def rows_of(draft: Draft, today: date, issued: Collection[PaperName]) -> tuple[StepRow, ...]:
    """Return the steps of a timetable as they stand on a day; `issued` are papers of which copies are out."""
    made = reckoned(draft.records, int(draft.request.subject))
    return tuple(_row(draft, one) for one in steps_on(draft.records, made, today, issued))


def _row(draft: Draft, one: StepStanding) -> StepRow:
    title = draft.word_list(one.on.words_key)
    return StepRow(one.on.step, title, one.on.day, one.state, one.days, one.command)
