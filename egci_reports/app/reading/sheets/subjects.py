"""The sheets of threads, sources, phases and the group itself."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from egci_reports.app.reading.find import label_of
from egci_reports.app.reading.sheets.facts import note_lines
from egci_reports.app.reading.sheets.model import RecordSheet, SheetBuilder
from egci_reports.app.reading.sheets.words import chinese, full_name, ordinal, partial
from egci_reports.app.reading.walk import parts_of
from egci_reports.records.areas import Area, Grade, Join
from egci_reports.records.facts import values
from egci_reports.records.group import Group, GroupFact
from egci_reports.records.meetings import Meeting
from egci_reports.records.occasions import Agreement, Event
from egci_reports.records.records import Records, address_of, day_of
from egci_reports.records.sources import Reading, Source
from egci_reports.records.threads import Phase, Thread


def thread_sheet(records: Records, thread: Thread) -> RecordSheet:
    """Set out a thread: in which words each plenary names it, and how surely."""
    draft = SheetBuilder(records, address_of(thread))
    draft.row("Id", thread.id)
    draft.row("Note", thread.note)
    for meeting in records.meetings:
        lines = [line for area, join in _named(meeting, thread.id) for line in _wording(area, join)]
        when = day_of(meeting.date)
        draft.row(f"{ordinal(meeting.number)}, {when.year}" if when else ordinal(meeting.number), lines)
    occasions: tuple[Agreement | Event, ...] = (*records.agreements, *records.events)
    near = [one for one in records.developments if thread.id in one.threads]
    draft.row("Also in", [f"{label_of(o)}  <{o.id}>" for o in occasions if thread.id in o.threads])
    draft.row("Developments", [f"{label_of(one)}  <{one.id}>" for one in near])
    return draft.finish(thread.name)


def _named(meeting: Meeting, thread: str) -> Iterator[tuple[Area, Join]]:
    lists = [*values(meeting.areas.listed)]
    lists += [meeting.areas.focus_points.items] if meeting.areas.focus_points else []
    for areas in lists:
        for area in areas:
            yield from ((area, join) for join in area.threads if join.thread == thread)


def _wording(area: Area, join: Join) -> Iterator[str]:
    yield str(area.wording)
    if join.grade is not Grade.SAME:
        yield f"  ({join.grade}: {join.reason or 'no reason given'})"


def source_sheet(records: Records, source: Source) -> RecordSheet:
    """Set out a source: what it is, how much of it was read, and which records rest on it."""
    draft = SheetBuilder(records, address_of(source))
    draft.row("Id", source.id)
    draft.row("Publisher", source.publisher)
    draft.row("Date", partial(source.date) if source.date else "undated")
    draft.row("Language", source.language)
    draft.row("Address", source.url)
    draft.row("Read", "whole" if source.read is Reading.WHOLE else "the first part only")
    if source.reprint:
        draft.row("Reprint", "the address is that of a mirror or reprint")
    if source.machine_translation:
        draft.row("Translation", "what was read is a machine's translation")
    draft.row("Short", source.short)
    draft.row("Note", source.note)
    draft.row("Used by", _users(records, source.id))
    return draft.finish(source.title)


def _users(records: Records, source: str) -> list[str]:
    users = (record for record, _, part in parts_of(records) if source in getattr(part, "sources", ()))
    return list(dict.fromkeys(users))


def phase_sheet(records: Records, phase: Phase) -> RecordSheet:
    """Set out a phase of the history."""
    draft = SheetBuilder(records, address_of(phase))
    draft.row("Id", phase.id)
    last = f"to the {ordinal(phase.last)}" if phase.last else "on"
    draft.row("Plenaries", f"from the {ordinal(phase.first)} {last}")
    draft.row("Text", phase.text)
    return draft.finish(phase.title)


def group_sheet(records: Records, group: Group) -> RecordSheet:
    """Set out what is recorded of the group as a whole."""
    draft = SheetBuilder(records, address_of(group))
    draft.row("Chinese", chinese(group.name))
    parent = records.bodies.get(group.parent)
    draft.row("Set up by", full_name(parent.names[-1]) if parent else group.parent)
    leads = [records.bodies[key] for key in group.leads if key in records.bodies]
    draft.row("Led by", [full_name(body.names[-1]) for body in leads])
    draft.row("Founding", _statements(draft, group.founding))
    draft.row("Working", _statements(draft, group.working))
    draft.row("Notes", [f"- {note.text}{draft.cite(note.sources)}" for note in group.notes])
    draft.row(
        "Mapping",
        [f"{records.areas.mapping.by}, {records.areas.mapping.on}", *note_lines(records.areas.mapping.note)],
    )
    return draft.finish(f"{group.name} ({group.short})")


def _statements(draft: SheetBuilder, facts: Iterable[GroupFact]) -> list[str]:
    return [
        f"- {f'{partial(fact.on)}: ' if fact.on else ''}{fact.text}{draft.cite(fact.sources)}"
        for fact in facts
    ]
