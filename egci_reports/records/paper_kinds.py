"""The kinds of papers of which records speak: officers write texts for them, and copies are given out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from enum import Enum, StrEnum, auto
from typing import Self

from egci_reports.records.audience.reader import Audience
from egci_reports.records.facts import values
from egci_reports.records.meetings import Meeting
from egci_reports.records.paper_name import PaperName


class PaperSubject(Enum):
    """What a paper is about."""

    YEAR = auto()
    PLENARY = auto()
    EVERYTHING = auto()


_REPORTS = (Audience.INTERNAL, Audience.JOINT, Audience.PUBLIC)
_PARTS = (Audience.DEPARTMENT,)
_WRITTEN_TO = (Audience.DEPARTMENT, Audience.JOINT)


class PaperKind(StrEnum):
    """A kind of paper; a line each.

    `subject` is what it is about. `audiences` are those for whom copies of it, or of its parts, are made; the
    first is what a Hong Kong body gets if nothing is said. `before_plenary` says that it looks forward to a
    plenary, which need not be recorded yet.
    """

    subject: PaperSubject
    audiences: tuple[Audience, ...]
    before_plenary: bool

    def __new__(
        cls, name: str, subject: PaperSubject, audiences: tuple[Audience, ...], *before_plenary: bool
    ) -> Self:
        """Make a kind that is equal to its name."""
        kind = str.__new__(cls, name)
        kind._value_, kind.subject, kind.audiences = name, subject, audiences
        kind.before_plenary = any(before_plenary)
        return kind

    ANNUAL = "annual", PaperSubject.YEAR, _REPORTS
    BRIEFING = "briefing", PaperSubject.PLENARY, (*_PARTS, Audience.INTERNAL), True
    HISTORY = "history", PaperSubject.EVERYTHING, _REPORTS
    CALL = "call", PaperSubject.PLENARY, _PARTS
    THANKS = "thanks", PaperSubject.PLENARY, _WRITTEN_TO
    FOLLOW_UP = "followup", PaperSubject.PLENARY, _WRITTEN_TO
    INVITATION = "invitation", PaperSubject.PLENARY, _WRITTEN_TO
    REMINDER = "reminder", PaperSubject.PLENARY, _PARTS
    SECOND_REMINDER = "secondreminder", PaperSubject.PLENARY, _PARTS


FOR_DEPARTMENTS = tuple(
    kind
    for kind in PaperKind
    if Audience.DEPARTMENT in kind.audiences and Audience.INTERNAL not in kind.audiences
)
"""Papers about a plenary that go to departments, and letters some of which go to the other side."""

_SUBJECTS = {
    PaperSubject.YEAR: "-[0-9]{4}",
    PaperSubject.PLENARY: "-[1-9][0-9]{0,2}",
    PaperSubject.EVERYTHING: "",
}
_NEVER_SENT = ("release",)
"""Kinds about a plenary for which officers write texts, and of which no copies are given out."""
_NAMES = (
    *(f"{kind}{_SUBJECTS[kind.subject]}" for kind in PaperKind),
    *(f"{kind}{_SUBJECTS[PaperSubject.PLENARY]}" for kind in _NEVER_SENT),
)
PAPER_NAME = re.compile("|".join(_NAMES))
"""The names of the papers for which officers may write texts."""


def paper_names(meetings: Sequence[Meeting]) -> Iterator[str]:
    """Yield the names of the papers that can be made from plenaries, the pack before the next included."""
    for kind in PaperKind:
        for subject in _subjects(kind, meetings):
            yield PaperName(kind, subject).record
    for name in _NEVER_SENT:
        yield from (PaperName(name, str(meeting.number)).record for meeting in meetings)


def _subjects(kind: PaperKind, meetings: Sequence[Meeting]) -> Iterator[str]:
    match kind.subject:
        case PaperSubject.YEAR:
            yield from (f"{day.year:04d}" for meeting in meetings for day in values(meeting.date))
        case PaperSubject.PLENARY:
            yield from (str(meeting.number) for meeting in meetings)
            if kind.before_plenary:
                yield str(max((meeting.number for meeting in meetings), default=0) + 1)
        case PaperSubject.EVERYTHING:
            yield PaperName(kind).subject
