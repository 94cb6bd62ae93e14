"""What `status` shows: topics with what is open in each, and how late each of it is on a day."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from egci_reports.app.reading.sheets.words import counted, day


@dataclass(frozen=True, slots=True)
class OpenEntry:
    """One thing that is open: what, who has to do it, and by when, as far as that is on record.

    `days_late` is counted on the day of the overview, and negative for what is to come; `command` does it,
    where it is another than that of the topic.
    """

    text: str
    who: str | None = None
    due: date | None = None
    command: str | None = None
    days_late: int | None = None

    @property
    def lateness(self) -> str:
        """By how much it is late, or ahead, in words; nothing if it has no day."""
        if self.days_late is None:
            return ""
        if self.days_late > 0:
            return f"late by {counted(self.days_late, 'day', 'days')}"
        return f"in {counted(-self.days_late, 'day', 'days')}" if self.days_late else "today"

    @property
    def due_words(self) -> str:
        """When it is due; nothing if it has no day."""
        return f"due {day(self.due)}" if self.due else ""


@dataclass(frozen=True, slots=True)
class OverviewLine:
    """A topic: its name, what is open of it, and the command that shows or does it."""

    name: str
    open: tuple[OpenEntry, ...]
    command: str

    def as_at(self, today: date) -> OverviewLine:
        """Return the topic as it stands on a day, what is most urgent first."""
        dated = (
            replace(entry, days_late=(today - entry.due).days) if entry.due else entry for entry in self.open
        )
        in_order = sorted(dated, key=lambda entry: entry.due or date.max)
        return replace(self, open=tuple(in_order))

    @property
    def urgency(self) -> tuple[bool, date]:
        """What topics are sorted by: those with something open, by its first day."""
        first = min((entry.due for entry in self.open if entry.due), default=date.max)
        return (not self.open, first)


@dataclass(frozen=True, slots=True)
class NextDate:
    """A day to come, and what it is the day of."""

    day: date
    what: str


@dataclass(frozen=True, slots=True)
class Overview:
    """The state of the records as at a day; `is_embedded` tells that there is no workspace."""

    as_at: date
    is_embedded: bool
    topics: tuple[OverviewLine, ...]
    next_date: NextDate | None

    @property
    def open_count(self) -> int:
        """How many things are open in all."""
        return sum(len(topic.open) for topic in self.topics)
