"""The steps of the timetables at hand that are late, or come within two weeks."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from datetime import date

from egci_reports.analysis.timetable import timetable_of
from egci_reports.app.reading.overview import OpenEntry
from egci_reports.app.reading.sheets.words import ordinal
from egci_reports.app.reading.steps import StepStanding, StepState, steps_on
from egci_reports.records.facts import settled
from egci_reports.records.meetings import Meeting, Status
from egci_reports.records.paper_name import PaperName
from egci_reports.records.records import Records
from egci_reports.records.timetable import Step
from egci_reports.workspace import Workspace

_SOON, _OVER = 14, 120
"""Days ahead of a step, and days after which what follows a plenary that was held is asked for no more."""
_TOLD_ELSEWHERE = (Step.RETURNS_DUE, Step.BRIEFS_DUE)
"""Steps that are not one thing: each return and brief that is missing is told by itself."""


def due_steps(
    workspace: Workspace, records: Records, today: date, issued: Collection[PaperName]
) -> Iterator[OpenEntry]:
    """Yield the steps for the plenaries to come, and for the last that was held."""
    meetings = [(meeting, held) for meeting in _at_hand(records) if (held := settled(meeting.date))]
    if not meetings or not records.group.timetable:
        return
    from egci_reports.engine.templating.words import load_words  # noqa: PLC0415 - only where steps are told

    words = load_words(workspace.templates)[1].table("timetable")
    for meeting, held in meetings:
        for one in steps_on(records, timetable_of(records, meeting, held), today, issued):
            is_over = meeting.status is Status.HELD and one.days > _OVER
            if one.on.step not in _TOLD_ELSEWHERE and _is_told(one) and not is_over:
                yield _entry(words, meeting.number, one)


def _at_hand(records: Records) -> Iterator[Meeting]:
    held = [meeting for meeting in records.meetings if meeting.status is Status.HELD]
    yield from held[-1:]
    yield from (meeting for meeting in records.meetings if meeting.status is Status.PLANNED)


def _is_told(one: StepStanding) -> bool:
    return one.state is StepState.LATE or (one.state is StepState.TO_COME and one.days <= _SOON)


def _entry(words: Mapping[str, object], number: int, one: StepStanding) -> OpenEntry:
    title = words[one.on.words_key.partition(".")[2]]
    who = one.on.entry.who if one.on.entry else None
    text = f"{title} ({ordinal(number)})"
    return OpenEntry(text, who or str(words["secretariat"]), one.on.day, one.command)
