"""The story by phase: what each plenary brought, and the public events around it."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import groupby

from egci_reports.analysis.changes import AreaChange, HowChanged
from egci_reports.analysis.threads import ThreadHistory
from egci_reports.kinds.history.phases import PhaseSpan
from egci_reports.kinds.history.register import RegisterEntry
from egci_reports.kinds.history.reports_together import ReportsTogether, told_together
from egci_reports.kinds.history.sheets import PlenarySheet
from egci_reports.records.facts import settled
from egci_reports.records.meetings import Meeting, Outcome
from egci_reports.records.occasions import Agreement, Event, EventKind
from egci_reports.records.records import Records
from egci_reports.views.names import Names, OfficeHolder
from egci_reports.views.occasions import Occasion, Signing
from egci_reports.views.subjects import Spoken, spoken

_LEFT_OUT = (EventKind.APPOINTMENT, EventKind.FOUNDING)
"""Posts stand with the people, and the days on which bodies were set up with their names."""

_SEVERAL = 2
"""Of fewer plans nothing is said to stand in each."""


@dataclass(frozen=True, slots=True)
class StoryMeeting:
    """A plenary in the story, its subjects by name as they stand in a sentence."""

    sheet: PlenarySheet
    leads: tuple[OfficeHolder, ...]
    """Who is named for the two sides; without the post if the story has told of the person in it."""
    new: tuple[Spoken, ...]
    first_named: tuple[Spoken, ...]
    """Those never named before, where a list is open or missing, so that none may be called new."""
    named_again: tuple[Spoken, ...]
    no_longer: tuple[Spoken, ...]
    not_named: tuple[Spoken, ...]
    is_same_list: bool
    told: tuple[ReportsTogether, ...]

    @property
    def has_moved(self) -> bool:
        """Whether a subject came or went."""
        moved = (self.new, self.first_named, self.named_again, self.no_longer, self.not_named)
        return any(moved)

    @property
    def is_plain(self) -> bool:
        """Whether nothing is told of it but how many areas its closed list names."""
        is_counted = bool(self.sheet.areas) and not self.sheet.is_open and self.sheet.outcome is not None
        return is_counted and not (self.has_moved or self.told or self.sheet.has_occasions)


@dataclass(frozen=True, slots=True)
class PlanVerb:
    """What the record says was done with the plans of plenaries in a row, in one and the same words."""

    outcome: Outcome
    numbers: tuple[int, ...]

    @property
    def is_several(self) -> bool:
        """Whether it is said of more than one plan."""
        return len(self.numbers) > 1


@dataclass(frozen=True, slots=True)
class Chapter:
    """A phase with its plenaries, and the public events of its time, which are none of the group's."""

    span: PhaseSpan
    meetings: tuple[StoryMeeting, ...]
    around: tuple[Signing | Occasion, ...]
    throughout: tuple[Spoken, ...]
    """The subjects that each of its plans names; none of a single plan."""
    keeps_on: bool
    """Whether these are those of the chapter before."""

    @property
    def verbs(self) -> tuple[PlanVerb, ...]:
        """What is said of its plans that name areas: of the others the story has the words themselves."""
        return plan_verbs(self.span.sheets)

    @property
    def names_leads(self) -> bool:
        """Whether a source names who led a side at one of its plenaries."""
        return any(sheet.leads for sheet in self.span.sheets)

    @property
    def groups(self) -> tuple[tuple[StoryMeeting, ...], ...]:
        """The plenaries; those in a row of which nothing is told but one number of areas stand together."""
        alike = groupby(enumerate(self.meetings), key=_like)
        return tuple(tuple(meeting for _, meeting in some) for _, some in alike)


def plan_verbs(sheets: Iterable[PlenarySheet]) -> tuple[PlanVerb, ...]:
    """Return what is said of the plans with areas, those of one verb in a row together."""
    told = [
        (sheet.outcome, sheet) for sheet in sheets if sheet.areas and sheet.outcome and sheet.outcome.verb
    ]
    alike = [tuple(some) for _, some in groupby(told, key=lambda one: one[0].verb)]
    return tuple(PlanVerb(some[0][0], tuple(sheet.plenary.number for _, sheet in some)) for some in alike)


def around(records: Records, told: Iterable[RegisterEntry], position: date) -> tuple[RegisterEntry, ...]:
    """Return the public events up to a day that the story tells: none of them is the group's."""
    founding = {fact.on.last for fact in records.group.founding if fact.on is not None}
    outside = [one for one in told if not one.occasion.is_group and one.occasion.last <= position]
    signed = {one.occasion.last for one in outside if isinstance(one.occasion.record, Agreement)}
    return tuple(one for one in outside if _is_told(one, signed) and one.occasion.last not in founding)


def story_of(
    names: Names,
    spans: Sequence[PhaseSpan],
    events: Sequence[RegisterEntry],
    histories: Sequence[ThreadHistory],
) -> tuple[Chapter, ...]:
    """Return the chapters in order; what happened before a phase began and after the last goes with it.

    What happened before the year of the first plenary is left out. `histories` are those of all subjects.
    """
    if not spans:
        return ()
    ends = [*map(_until, spans[1:]), date.max]
    chapters: list[Chapter] = []
    known: set[OfficeHolder] = set()
    begins = _until(spans[0]) if spans[0].sheets[0].plenary.year else date.min
    for span, end in zip(spans, ends, strict=True):
        own = tuple(one.told for one in events if begins <= one.occasion.last < end)
        meetings = tuple(_meeting(sheet, names, known, histories) for sheet in span.sheets)
        throughout = _throughout(span.sheets, histories)
        keeps_on = bool(throughout and chapters and _names(chapters[-1].throughout) == _names(throughout))
        chapters.append(Chapter(span, meetings, own, throughout, keeps_on))
        begins = end
    return tuple(chapters)


def _is_told(one: RegisterEntry, signed: Collection[date]) -> bool:
    """Return whether it is told: not that a body was set up, nor every conference.

    A conference shares a subject with the plans; what was signed on its day tells what came of it.
    """
    record = one.occasion.record
    if not isinstance(record, Event):
        return True
    if record.kind is EventKind.CONFERENCE:
        return bool(record.threads) and one.occasion.last not in signed
    return record.kind not in _LEFT_OUT


def _like(numbered: tuple[int, StoryMeeting]) -> tuple[int, tuple[str, ...]]:
    """Return what plain plenaries of as many areas and the same sources share; others share nothing."""
    index, meeting = numbered
    sheet = meeting.sheet
    return (sheet.area_count, sheet.sources) if meeting.is_plain else (-index, ())


def _until(span: PhaseSpan) -> date:
    """Return the first day of the year in which a phase begins."""
    year = span.sheets[0].plenary.year
    return date(year, 1, 1) if year else date.max


def _names(subjects: Iterable[Spoken]) -> tuple[str, ...]:
    return tuple(one.name for one in subjects)


def _throughout(sheets: Iterable[PlenarySheet], histories: Iterable[ThreadHistory]) -> tuple[Spoken, ...]:
    plans = {sheet.plenary.number for sheet in sheets if sheet.areas}
    if len(plans) < _SEVERAL:
        return ()
    return tuple(spoken(history, plans) for history in histories if plans <= set(history.numbers))


def _leads(sheet: PlenarySheet, known: set[OfficeHolder]) -> tuple[OfficeHolder, ...]:
    """Return who is named for the two sides, and add them to those known by their posts."""
    posts = [replace(lead, verb="") for lead in sheet.leads]
    told = tuple(
        replace(lead, post="") if post in known else lead
        for lead, post in zip(sheet.leads, posts, strict=True)
    )
    known.update(posts)
    return told


def _meeting(
    sheet: PlenarySheet, names: Names, known: set[OfficeHolder], histories: Iterable[ThreadHistory]
) -> StoryMeeting:
    by_thread = {history.thread.id: history for history in histories}
    points = sheet.said.focus_points
    in_focus = {join.thread for point in (points.items if points else ()) for join in point.threads}

    def of(*ways: HowChanged) -> tuple[Spoken, ...]:
        changes = sheet.changes.of(*ways) if sheet.changes and sheet.changes.is_comparable else ()
        threads = {thread: change for change in changes for thread in change.threads}
        return tuple(
            spoken(by_thread[thread], _said_of(by_thread[thread], change, sheet))
            for thread, change in threads.items()
            if thread not in in_focus
        )

    meeting = sheet.meeting
    reports = (*meeting.progress, *meeting.plan_items, *meeting.statements)
    return StoryMeeting(
        sheet,
        _leads(sheet, known),
        of(HowChanged.NEW),
        of(HowChanged.FIRST_NAMED),
        of(HowChanged.NAMED_AGAIN),
        of(HowChanged.NO_LONGER_LISTED),
        of(HowChanged.NOT_NAMED),
        bool(sheet.changes and sheet.changes.is_same_list),
        told_together(names.introduced(reports, sheet.plenary.day, _leading(meeting)), sheet.sources),
    )


def _said_of(history: ThreadHistory, change: AreaChange, sheet: PlenarySheet) -> tuple[int, ...]:
    """Return the plenaries that name a subject if it has come, is back, or has gone."""
    now = sheet.plenary.number
    if change.last_named is None:
        return (now, sheet.plenary.previous or now)
    before = tuple(number for number in history.numbers if number < now)
    return (now,) if set(before) - set(history.doubtful) else (now, *before)


def _leading(meeting: Meeting) -> tuple[str, ...]:
    """Return who is named for the sides, and so is told with his post before what he said."""
    return tuple(lead.person for lead in settled(meeting.convenors) or ())
