"""The sheet of a plenary."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from egci_reports.app.reading.find import label_of
from egci_reports.app.reading.sheets.actions import plan_rows
from egci_reports.app.reading.sheets.facts import discrepancy_lines, fact_lines, note_lines, slip_lines
from egci_reports.app.reading.sheets.model import RecordSheet, SheetBuilder
from egci_reports.app.reading.sheets.words import counted, day, name_on, ordinal
from egci_reports.records.areas import Area, Grade, Join
from egci_reports.records.facts import Stated
from egci_reports.records.grades import Graded
from egci_reports.records.meetings import (
    Convenor,
    Delegation,
    Listed,
    Meeting,
    Mode,
    Outcome,
    Report,
    Status,
    Venue,
)
from egci_reports.records.occasions import Agreement, Event
from egci_reports.records.records import Records, address_of, day_of

_MODES = {Mode.IN_PERSON: "in person", Mode.VIDEO: "by video conference"}


def meeting_sheet(records: Records, meeting: Meeting) -> RecordSheet:
    """Set out what is recorded of a plenary."""
    draft = SheetBuilder(records, address_of(meeting), is_planned=meeting.status is Status.PLANNED)
    draft.cite(meeting.sources)
    _occasion(draft, meeting)
    _business(draft, meeting)
    _attendance(draft, meeting)
    _reports(draft, meeting)
    plan_rows(draft, meeting)
    _tied(draft, meeting)
    draft.row("Captions", meeting.captions)
    draft.row("Slips", slip_lines(draft, meeting.slips))
    draft.row("Sources differ", discrepancy_lines(draft, meeting.discrepancies))
    return draft.finish(f"{ordinal(meeting.number)} Plenary Meeting")


def _occasion(draft: SheetBuilder, meeting: Meeting) -> None:
    if meeting.status is Status.PLANNED:
        draft.row("Status", "planned, not yet held")
    draft.row("Proposed", ", ".join(meeting.proposed) + ": to be confirmed" if meeting.proposed else None)
    if meeting.title:
        draft.row("Title", str(meeting.title))
    draft.row("Date", fact_lines(draft, meeting.date, "date", lambda value: [day(value, weekday=True)]))
    draft.row("Mode", _MODES[meeting.mode])
    draft.row("Venue", fact_lines(draft, meeting.venue, "venue", _venue))
    draft.row("Reviewed", fact_lines(draft, meeting.reviewed, "reviewed", lambda value: [value]))
    draft.row("Planned for", fact_lines(draft, meeting.planned, "planned", lambda value: [value]))


def _venue(venue: Venue) -> list[str]:
    return [f"{venue.site}, {venue.city}" if venue.site else venue.city]


def _business(draft: SheetBuilder, meeting: Meeting) -> None:
    draft.row("Outcome", fact_lines(draft, meeting.outcome, "outcome", lambda value: _outcome(draft, value)))
    areas = meeting.areas
    said = f"the sources state {counted(areas.said, 'area', 'areas')}" if areas.said else "no number stated"
    lines = [said + ("" if areas.closed else f"; the list is open: {areas.hedge or 'more are meant'}")]
    lines += [f"under the {areas.frame}"] if areas.frame else []
    listed = areas.listed
    if isinstance(listed, Stated) and all(area.sources for area in listed.value):
        lines[0] += draft.cite(listed.sources)  # those of the list; each area has its own beside it
        listed = listed.model_copy(update={"sources": ()})
    draft.row(
        "Areas",
        [*lines, *fact_lines(draft, listed, "areas/listed", lambda items: numbered(draft, items))],
    )
    draft.row("Focus", areas.focus)
    if areas.focus_points:
        draft.row("Focus points", numbered(draft, areas.focus_points.items))
    for rival in areas.rivals:
        mark = draft.cite(rival.sources)
        lead = f"as{mark} has them" + (", in our English" if rival.rendering else "")
        lines = [f"{lead}:", *numbered(draft, rival.items), *note_lines(rival.note)]
        draft.row("Areas, other", lines + note_lines(rival.hedge))


def _outcome(draft: SheetBuilder, outcome: Outcome) -> list[str]:
    by = f" (by {outcome.by})" if outcome.by else ""
    lines = [outcome.reviewed, f"{outcome.words}{by}{_grade(outcome)}{draft.cite(outcome.sources)}"]
    others = (f"{one.words}{_grade(one)}{draft.cite(one.sources)}" for one in outcome.others)
    return [*(text for text in lines if text), *others]


def _grade(words: Graded) -> str:
    return "" if words.is_quotable else f"  ({words.grade})"


def numbered(draft: SheetBuilder, areas: Sequence[Area]) -> list[str]:
    """Return areas as a numbered list, each with its threads, its grade and its own sources."""
    return [
        f"{number}. {area.wording}{_threads(area.threads)}{_grade(area)}{draft.cite(area.sources)}"
        for number, area in enumerate(areas, start=1)
    ]


def _threads(joins: Iterable[Join]) -> str:
    names = [j.thread if j.grade is Grade.SAME else f"{j.thread}: {j.grade}" for j in joins]
    return f"  <{'; '.join(names)}>" if names else ""


def _attendance(draft: SheetBuilder, meeting: Meeting) -> None:
    when = day_of(meeting.date)
    draft.row(
        "Convenors",
        fact_lines(draft, meeting.convenors, "convenors", lambda value: _convenors(draft, value)),
    )
    for label, name, fact in (
        ("Hong Kong", "hong_kong", meeting.hong_kong),
        ("Guangdong", "guangdong", meeting.guangdong),
    ):
        draft.row(label, fact_lines(draft, fact, name, lambda value: _delegation(draft, value, when)))


def _convenors(draft: SheetBuilder, convenors: Sequence[Convenor]) -> list[str]:
    names = [(person_name(draft.records, convenor.person), convenor.verb) for convenor in convenors]
    return [f"{name}: {verb}" if verb else name for name, verb in names]


def person_name(records: Records, key: str) -> str:
    """Return a person's name with its honorific."""
    person = records.people.get(key)
    return person.full_name if person else key


def body_name(records: Records, listed: Listed, when: date | None) -> str:
    """Return the name of a listed body on the day, and as printed where that differs."""
    body = records.bodies.get(listed.body)
    name = name_on(body, when) if body else listed.body
    return f'{name}, printed "{listed.printed}"' if listed.printed else name


def _delegation(draft: SheetBuilder, delegation: Delegation, when: date | None) -> list[str]:
    names = [body_name(draft.records, listed, when) for listed in delegation.bodies]
    others = [body_name(draft.records, listed, when) for listed in delegation.others]
    hedge = [f"the list is open: {delegation.opening}"] if delegation.opening else []
    beside = ["beside departments:", *(f"- {name}" for name in others)] if others else []
    return [*(f"- {name}" for name in names), *beside, *hedge]


def _reports(draft: SheetBuilder, meeting: Meeting) -> None:
    for label, reports in (
        ("Progress", meeting.progress),
        ("Plans", meeting.plan_items),
        ("Statements", meeting.statements),
    ):
        draft.row(label, [line for report in reports for line in report_lines(draft, report)])


def report_lines(draft: SheetBuilder, report: Report) -> list[str]:
    """Return one thing reported or said: who said it, what, and what the source leaves out."""
    who = f"{person_name(draft.records, report.person)}: " if report.person else ""
    return [f"- {who}{report.text}{draft.cite(report.sources)}", *note_lines(report.caution)]


def _tied(draft: SheetBuilder, meeting: Meeting) -> None:
    """List the agreements and events that belong to the plenary."""
    draft.row("Agreements", _belonging(draft.records.agreements, meeting.number))
    draft.row("Events", _belonging(draft.records.events, meeting.number))


def _belonging(occasions: Iterable[Agreement | Event], number: int) -> list[str]:
    ties = [(occasion.tie, occasion) for occasion in occasions]
    return [f"{tie.relation}: {label_of(o)}  <{o.id}>" for tie, o in ties if tie and tie.meeting == number]
