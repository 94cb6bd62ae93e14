"""The state of things on one screen: what is undecided, outstanding, uncleared, overdue, empty, and next."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from egci_reports.analysis.actions import ActionState
from egci_reports.analysis.position import position_of
from egci_reports.analysis.returns import BodyReturn, ItemState, returns_on
from egci_reports.app.reading.actions import action_list
from egci_reports.app.reading.conflicts import conflicts
from egci_reports.app.reading.sheets.words import counted, day, name_on, ordinal
from egci_reports.records.checks.areas import threadless
from egci_reports.records.checks.inspection import Inspection
from egci_reports.records.clearables import state_in_words
from egci_reports.records.meetings import Meeting, Status
from egci_reports.records.records import Records, day_of
from egci_reports.records.signed import Signed


@dataclass(frozen=True, slots=True)
class OverviewLine:
    """One line of the screen: what it is about, what is open, and the command that shows more."""

    name: str
    open: tuple[str, ...]
    command: str


@dataclass(frozen=True, slots=True)
class NextDate:
    """A day to come, and what it is the day of."""

    day: date
    what: str


@dataclass(frozen=True, slots=True)
class Overview:
    """The state of the records as at a day; `as_at` is None where the records know no day."""

    as_at: date | None
    topics: tuple[OverviewLine, ...]
    next_date: NextDate | None

    @property
    def open_count(self) -> int:
        """How many things are open in all."""
        return sum(len(topic.open) for topic in self.topics)


def status(records: Records, as_at: date | None = None) -> Overview:
    """Return the state of the records as at a day, by default the day of which they speak."""
    as_at = as_at or position_of(records)
    topics = (
        OverviewLine("Disputes undecided", tuple(_disputes(records)), "conflicts"),
        OverviewLine("Areas without thread", tuple(_threadless(records)), "check"),
        OverviewLine("Returns outstanding", tuple(_outstanding(records)), "check"),
        OverviewLine("Returns uncleared", tuple(_uncleared(records)), "clear"),
        OverviewLine("Actions overdue", tuple(_overdue(records, as_at)), "actions"),
        OverviewLine("Briefs open", tuple(_briefs(records)), "briefing"),
        OverviewLine("Paragraphs uncleared", tuple(_paragraphs(records)), "clear"),
        OverviewLine("Officer's fields empty", tuple(_empty(records)), "check"),
    )
    return Overview(as_at, topics, _next(records, as_at))


def _disputes(records: Records) -> Iterator[str]:
    for conflict in conflicts(records):
        if conflict.blocks:
            yield f"{conflict.record}: {conflict.point}"


def _threadless(records: Records) -> Iterator[str]:
    """Yield where the areas stand that belong to no thread, in order of place."""
    inspection = Inspection(records, frozenset())
    places = (inspection.position(spot / "wording") for spot, _ in threadless(inspection))
    yield from (f"{place}" for place in sorted(place for place in places if place))


def _asked(records: Records) -> tuple[Meeting, tuple[BodyReturn, ...]] | None:
    """Return the last plenary for which returns were called, with the register of departments."""
    called = [meeting for meeting in records.meetings if meeting.call or records.returns_for(meeting.number)]
    report = returns_on(records, called[-1]) if called else None
    return (called[-1], report.register) if report else None


def _outstanding(records: Records) -> Iterator[str]:
    asked = _asked(records)
    meeting, register = asked or (None, ())
    due = f", due {day(meeting.call.reply_by)}" if meeting and meeting.call else ""
    for one in register:
        name = _name(records, one.body, meeting)
        if one.is_excused:
            continue
        if not one.is_received:
            yield f"{name}: {counted(one.item_count, 'item', 'items')}{due}"
        elif one.reported_count < one.item_count:
            missing = [item.item.item for item in one.items if item.state is ItemState.NO_RETURN]
            yield f"{name}: nothing on {', '.join(missing)}"


def _uncleared(records: Records) -> Iterator[str]:
    asked = _asked(records)
    meeting, register = asked or (None, ())
    for one in register:
        if one.is_received and not one.is_cleared and one.source and one.source.date:
            name, came = _name(records, one.body, meeting), day(one.source.date)
            again = f", {state_in_words(one.source)}" if one.source.clearance is not None else ""
            yield f"{name}: received {came}{again}"


def _name(records: Records, key: str, meeting: Meeting | None) -> str:
    return name_on(records.bodies[key], day_of(meeting.date) if meeting else None)


def _overdue(records: Records, as_at: date | None) -> Iterator[str]:
    if as_at is None or not records.actions:
        return
    for line in action_list(records, as_at).lines:
        if line.state is ActionState.OVERDUE:
            yield f"{line.number} {line.action} ({line.owner_name}): {line.standing}"


def _empty(records: Records) -> Iterator[str]:
    """Yield what waits for an officer: fields proposed and not confirmed, entries without their clearance."""
    for meeting in records.meetings:
        for field in meeting.proposed:
            yield f"plenary {meeting.number}: {field} is proposed, not confirmed"
        if meeting.status is Status.PLANNED and day_of(meeting.date) is None:
            yield f"plenary {meeting.number}: date"


def _briefs(records: Records) -> Iterator[str]:
    """Yield the parts of packs for plenaries to come that are not written, or not cleared."""
    for name, part in _parts(records):
        if not part.is_written:
            due = f", due {day(part.due)}" if part.due else ""
            yield f"{name}: to follow from {part.expected_from or 'an officer to be named'}{due}"
        elif part.is_open:
            yield f"{name}: written and {state_in_words(part)}"


def _paragraphs(records: Records) -> Iterator[str]:
    """Yield officers' own texts for papers that are not cleared."""
    for name, paper in records.papers.items():
        for text in paper.texts:
            if not text.is_cleared:
                yield f"{name}, {text.section}: {state_in_words(text)}"


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


def _next(records: Records, as_at: date | None) -> NextDate | None:
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
            found.append(NextDate(action.due, f"action {action.id} is due"))
    to_come = [one for one in found if as_at is not None and one.day > as_at]
    return min(to_come, key=lambda one: one.day, default=None)
