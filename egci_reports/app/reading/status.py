"""The state of things on one screen: what is late, outstanding, uncleared, undecided, empty, and next."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from datetime import date

from egci_reports.analysis.actions import ActionState
from egci_reports.analysis.returns import returns_on
from egci_reports.analysis.returns_report import BodyReturn, ItemState
from egci_reports.app.papers.receipts import Receipt
from egci_reports.app.reading.actions import action_list
from egci_reports.app.reading.conflicts import conflicts
from egci_reports.app.reading.due_steps import due_steps
from egci_reports.app.reading.overview import NextDate, OpenEntry, Overview, OverviewLine
from egci_reports.app.reading.sheets.words import counted, day, name_on, ordinal
from egci_reports.app.reading.stale import stale_drafts
from egci_reports.records.checks.areas import threadless
from egci_reports.records.checks.inspection import Inspection
from egci_reports.records.clearables import state_in_words
from egci_reports.records.meetings import Meeting, Status
from egci_reports.records.paper_name import PaperName
from egci_reports.records.records import Records, day_of
from egci_reports.records.signed import Signed
from egci_reports.workspace import Workspace


def status(
    workspace: Workspace,
    records: Records,
    today: date,
    stale: Mapping[str, Receipt],
    issued: Collection[PaperName] = (),
    copies: tuple[OverviewLine, ...] = (),
) -> Overview:
    """Return the state of a workspace as at a day, which the reader's clock tells.

    `stale` are the papers that the records have outrun, `issued` those of which copies are out, `copies`
    what is open about these. What is most urgent comes
    first: what is late, then what has a day, then the rest.
    """
    number = _number(records)
    steps = _steps(workspace, records, today, issued)
    drafts = tuple(stale_drafts(stale, records))
    topics = [
        OverviewLine("Steps of the timetable", tuple(steps), f"timetable {number}"),
        OverviewLine("Returns outstanding", tuple(_outstanding(records)), f"letter reminder {number}"),
        OverviewLine("Actions overdue", tuple(_overdue(records, today)), "actions"),
        OverviewLine("Briefs open", tuple(_briefs(records)), "briefing"),
        OverviewLine("Returns uncleared", tuple(_uncleared(records)), "clear"),
        OverviewLine("Paragraphs uncleared", tuple(_paragraphs(records)), "clear"),
        OverviewLine("Notes uncleared", tuple(_notes(records)), "clear"),
        OverviewLine("Disputes undecided", tuple(_disputes(records)), "conflicts"),
        OverviewLine("Areas without thread", tuple(_threadless(records)), "check"),
        OverviewLine("Officer's fields empty", tuple(_empty(records)), "check"),
        OverviewLine("Drafts older than their records", drafts, "verify FILE"),
        *copies,
    ]
    dated = [topic.as_at(today) for topic in topics]
    in_order = sorted(dated, key=lambda topic: topic.urgency)
    return Overview(today, workspace.is_embedded, tuple(in_order), _next(records, today))


def _number(records: Records) -> int:
    """Return the number of the plenary to come, or of the last if none is on record."""
    planned = [meeting.number for meeting in records.meetings if meeting.status is Status.PLANNED]
    return planned[0] if planned else max((meeting.number for meeting in records.meetings), default=1)


def _steps(
    workspace: Workspace, records: Records, today: date, issued: Collection[PaperName]
) -> Iterator[OpenEntry]:
    """Yield the steps that are late or come soon; without a workspace nobody knows what was done."""
    if not workspace.is_embedded:
        yield from due_steps(workspace, records, today, issued)


def _disputes(records: Records) -> Iterator[OpenEntry]:
    for conflict in conflicts(records):
        if conflict.blocks:
            yield OpenEntry(f"{conflict.record}: {conflict.point}")


def _threadless(records: Records) -> Iterator[OpenEntry]:
    """Yield where the areas stand that belong to no thread, in order of place."""
    inspection = Inspection(records, frozenset())
    places = (inspection.position(spot / "wording") for spot, _ in threadless(inspection))
    yield from (OpenEntry(f"{place}") for place in sorted(place for place in places if place))


def _asked(records: Records) -> tuple[Meeting, tuple[BodyReturn, ...]] | None:
    """Return the last plenary for which returns were called, with the register of departments."""
    called = [meeting for meeting in records.meetings if meeting.call or records.returns_for(meeting.number)]
    report = returns_on(records, called[-1]) if called else None
    return (called[-1], report.register) if report else None


def _outstanding(records: Records) -> Iterator[OpenEntry]:
    asked = _asked(records)
    meeting, register = asked or (None, ())
    due = meeting.call.reply_by if meeting and meeting.call else None
    for one in register:
        name = _name(records, one.body, meeting)
        if one.is_excused or one.reported_count == one.item_count > 0:
            continue
        if not one.is_received:
            text = f"{name}: {counted(one.item_count, 'item', 'items')}"
            yield OpenEntry(text, who=name, due=due)
        elif one.reported_count < one.item_count:
            missing = [item.item.item for item in one.items if item.state is ItemState.NO_RETURN]
            yield OpenEntry(f"{name}: nothing on {', '.join(missing)}", who=name, due=due)


def _uncleared(records: Records) -> Iterator[OpenEntry]:
    asked = _asked(records)
    meeting, register = asked or (None, ())
    for one in register:
        if one.is_received and not one.is_cleared and one.source and one.source.date:
            name, came = _name(records, one.body, meeting), day(one.source.date)
            again = f", {state_in_words(one.source)}" if one.source.clearance is not None else ""
            yield OpenEntry(f"{name}: received {came}{again}", who=name)


def _name(records: Records, key: str, meeting: Meeting | None) -> str:
    return name_on(records.bodies[key], day_of(meeting.date) if meeting else None)


def _overdue(records: Records, today: date) -> Iterator[OpenEntry]:
    for line in action_list(records, today).lines if records.actions else ():
        if line.state is ActionState.OVERDUE:
            text = f"{line.number} {line.action} ({line.owner_name})"
            yield OpenEntry(text, who=line.owner_name, due=line.due)


def _empty(records: Records) -> Iterator[OpenEntry]:
    """Yield what waits for an officer: fields proposed and not confirmed, entries without their clearance."""
    for meeting in records.meetings:
        for field in meeting.proposed:
            yield OpenEntry(f"plenary {meeting.number}: {field} is proposed, not confirmed")
        if meeting.status is Status.PLANNED and day_of(meeting.date) is None:
            yield OpenEntry(f"plenary {meeting.number}: date")


def _briefs(records: Records) -> Iterator[OpenEntry]:
    """Yield the parts of packs for plenaries to come that are not written, or not cleared."""
    for name, part in _parts(records):
        if not part.is_written:
            text = f"{name}: to follow from {part.expected_from or 'an officer to be named'}"
            yield OpenEntry(text, who=part.expected_from, due=part.due)
        elif part.is_open:
            yield OpenEntry(f"{name}: written and {state_in_words(part)}", command="clear")


def _paragraphs(records: Records) -> Iterator[OpenEntry]:
    """Yield officers' own texts for papers that are not cleared."""
    for name, paper in records.papers.items():
        for text in paper.texts:
            if not text.is_cleared:
                yield OpenEntry(f"{name}, {text.section}: {state_in_words(text)}")


def _notes(records: Records) -> Iterator[OpenEntry]:
    """Yield the notes of plenaries that are written and not cleared."""
    for notes in records.notes:
        if notes.is_written and not notes.is_cleared:
            which = f"notes of the {ordinal(notes.plenary)} Plenary Meeting"
            yield OpenEntry(f"{which}: {state_in_words(notes)}")


def _parts(records: Records) -> Iterator[tuple[str, Signed]]:
    held = {meeting.number for meeting in records.meetings if meeting.status is Status.HELD}
    for pack in records.packs:
        if pack.plenary not in held:
            which = f"plenary {pack.plenary}"
            yield from ((f"{which}, {name.replace('_', '-')}", part) for name, part in pack.parts)
            yield from ((f"{which}, {part.title or 'a further part'}", part) for part in pack.further)
    for brief in records.briefs:
        if brief.plenary not in held:
            yield f"plenary {brief.plenary}, brief {brief.area}", brief


def _next(records: Records, today: date) -> NextDate | None:
    found = []
    for meeting in records.meetings:
        held = day_of(meeting.date)
        which = f"the {ordinal(meeting.number)} Plenary Meeting"
        found += [NextDate(held, which)] if held else []
        if meeting.call:
            found.append(NextDate(meeting.call.reply_by, f"returns for {which} are due"))
    for name, part in _parts(records):
        if part.due and not part.is_written:
            found.append(NextDate(part.due, f"{name} is due"))
    for action in records.actions:
        if action.closed is None:
            found.append(NextDate(action.due_now, f"action {action.id} is due"))
    to_come = [one for one in found if one.day > today]
    return min(to_come, key=lambda one: one.day, default=None)
