"""The periods reviewed and planned for, as printed, and whether the one follows from the other."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from egci_reports.analysis.plenaries import Series
from egci_reports.records.facts import Disputed, Stated, Unstated, settled

_CALENDAR = re.compile(r"\d{4}")
_SPLIT = re.compile(r"(\d{4})[-/–](\d{2})")


class PeriodForm(StrEnum):
    """In which form a period is printed."""

    CALENDAR = "calendar"  # 2012
    SPLIT = "split"  # 2023-24
    WORDS = "words"  # the coming year
    NONE = "none"  # not stated
    IN_DISPUTE = "in-dispute"


@dataclass(frozen=True, slots=True)
class Period:
    """A period as printed; `text` is None where it is not stated or in dispute."""

    form: PeriodForm
    text: str | None = None

    @property
    def is_dated(self) -> bool:
        """Whether it names its years."""
        return self.form in (PeriodForm.CALENDAR, PeriodForm.SPLIT)


@dataclass(frozen=True, slots=True)
class PeriodRow:
    """The two periods of a plenary.

    `matches` tells whether the period reviewed is the one planned for at the plenary before; None where one
    of the two does not name its years.
    """

    number: int
    reviewed: Period
    planned: Period
    matches: bool | None


def period_of(fact: Stated[str] | Disputed[str] | Unstated) -> Period:
    """Return a period with its form, from the words alone."""
    text = settled(fact)
    if text is None:
        return Period(PeriodForm.IN_DISPUTE if isinstance(fact, Disputed) else PeriodForm.NONE)
    if _CALENDAR.fullmatch(text):
        return Period(PeriodForm.CALENDAR, text)
    split = _SPLIT.fullmatch(text)
    if split and (int(split[1]) + 1) % 100 == int(split[2]):
        return Period(PeriodForm.SPLIT, text)
    return Period(PeriodForm.WORDS, text)


def periods_of(series: Series) -> tuple[PeriodRow, ...]:
    """Return the periods of all plenaries, in order."""
    rows: list[PeriodRow] = []
    for plenary in series.plenaries:
        reviewed = period_of(plenary.meeting.reviewed)
        planned = period_of(plenary.meeting.planned)
        before = rows[-1].planned if rows else None
        known = before is not None and before.is_dated and reviewed.is_dated
        matches = reviewed.text == before.text if known and before is not None else None
        rows.append(PeriodRow(plenary.number, reviewed, planned, matches))
    return tuple(rows)
