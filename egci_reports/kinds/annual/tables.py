"""The tables of the annexes that reach over the years: wordings of the subjects, and the plenaries so far."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from egci_reports.analysis.like import called_by
from egci_reports.analysis.lists import ListState, Presence, areas_of
from egci_reports.analysis.plenaries import Series
from egci_reports.analysis.threads import ThreadCell, ThreadHistory
from egci_reports.analysis.wording import key_of
from egci_reports.kinds.annual.areas import CitedWording, worded
from egci_reports.records.facts import settled, sources_of
from egci_reports.records.meetings import Outcome
from egci_reports.records.records import Records
from egci_reports.views.plan_views import Plan

MOST_ROWS = 7
FEWEST_ROWS = 3


@dataclass(frozen=True, slots=True)
class WordingCell:
    """A subject in a plan: its wordings, or the plenary whose wording it repeats, or how it is not there."""

    wordings: tuple[CitedWording, ...]
    same_as: int | None
    presence: Presence
    is_doubtful: bool
    """Whether these wordings may be on another subject."""


@dataclass(frozen=True, slots=True)
class WordingsRow:
    """Plenaries, by number, with the same wordings of all subjects."""

    numbers: tuple[int, ...]
    cells: tuple[WordingCell, ...]


@dataclass(frozen=True, slots=True)
class WordingsTable:
    """The subjects of a plan in the words of each plan since most of them stood together."""

    subjects: tuple[str, ...]
    rows: tuple[WordingsRow, ...]

    @property
    def first(self) -> int:
        """Number of the first plenary in it."""
        return self.rows[0].numbers[0]

    @property
    def has_doubtful(self) -> bool:
        """Whether one of the wordings may be on another subject."""
        return any(cell.is_doubtful and cell.wordings for row in self.rows for cell in row.cells)

    @property
    def source(self) -> str:
        """The source of its first wording; others are cited where they stand."""
        return next(one.sources[0] for row in self.rows for cell in row.cells for one in cell.wordings)


@dataclass(frozen=True, slots=True)
class Outline:
    """A plenary in a line: what was done about its plan, and how many areas the plan names or states."""

    outcome: Outcome | None
    count: int
    is_open: bool
    said: int | None
    called: str | None
    """What papers call the source of the list: "the page"."""
    fields: int
    """How many fields another source names where the list has no area."""
    named_by: str | None
    """What papers call that source."""


def outlines_of(records: Records, series: Series) -> tuple[Outline, ...]:
    """Return each plenary in a line."""
    found = []
    for plenary in series.plenaries:
        areas, said = areas_of(plenary.meeting), plenary.meeting.areas
        others = said.rivals[0] if said.rivals and not areas.items else None
        found.append(
            Outline(
                settled(plenary.meeting.outcome),
                len(areas.items),
                areas.state is ListState.OPEN,
                said.said,
                called_by(records, sources_of(said.listed)),
                len(others.items) if others else 0,
                called_by(records, others.sources) if others else None,
            )
        )
    return tuple(found)


def wordings_of(
    records: Records, plan: Plan, histories: Sequence[ThreadHistory], number: int
) -> WordingsTable | None:
    """Return the wordings of a plan's subjects over the years; None where there is little to compare."""
    names = [name for area in plan.areas for name in area.subjects]
    own = [history for name in dict.fromkeys(names) for history in histories if history.thread.name == name]
    numbers = [cell.number for cell in own[0].cells if cell.number <= number] if own else []
    start = len(numbers)
    while start and 2 * sum(bool(history.by_number[numbers[start - 1]].namings) for history in own) >= len(
        own
    ):
        start -= 1
    kept = numbers[max(start, len(numbers) - MOST_ROWS) :]
    if len(kept) < FEWEST_ROWS or len(own) < 2:
        return None
    columns = [_column(records, [history.by_number[number] for number in kept]) for history in own]
    rows: list[WordingsRow] = []
    for index, number in enumerate(kept):
        cells = tuple(column[index] for column in columns)
        if rows and all(cell.same_as is not None for cell in cells):
            rows[-1] = WordingsRow((*rows[-1].numbers, number), rows[-1].cells)
        else:
            rows.append(WordingsRow((number,), cells))
    return WordingsTable(tuple(history.thread.name for history in own), tuple(rows))


def _column(records: Records, cells: Sequence[ThreadCell]) -> list[WordingCell]:
    meetings = {meeting.number: meeting for meeting in records.meetings}
    found: list[WordingCell] = []
    last: tuple[tuple[tuple[str, ...], ...], int] | None = None
    for cell in cells:
        key = tuple(key_of(str(naming.area.wording)) for naming in cell.namings)
        wordings = tuple(worded(records, meetings[cell.number], naming.area) for naming in cell.namings)
        same = last[1] if last and key and last[0] == key else None
        found.append(WordingCell(wordings if same is None else (), same, cell.presence, cell.is_doubtful))
        last = (key, same or cell.number) if key else None
    return found
