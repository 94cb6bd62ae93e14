"""The timetable as a calendar file (iCalendar, RFC 5545): an all-day event for each step."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from egci_reports import __version__
from egci_reports.analysis.timetable import StepOn, Timetable
from egci_reports.app.papers.begin import Draft
from egci_reports.app.papers.of_group import banner_of
from egci_reports.kinds.timetable.build import reckoned

_MOST = 75
"""The bytes of a line; longer ones go on in the next, after a blank (RFC 5545, 3.1)."""


def calendar_of(draft: Draft) -> tuple[str, bytes]:
    """Return the name and the bytes of the calendar of a timetable, the same for the same records.

    The id of an event is that of its step: imported again, it moves.
    """
    made = reckoned(draft.records, int(draft.request.subject))
    lines = [line for text in _lines(draft, made) for line in _folded(text)]
    return f"{draft.paper.stem}.ics", "".join(f"{line}\r\n" for line in lines).encode()


def _lines(draft: Draft, made: Timetable) -> Iterator[str]:
    yield from ("BEGIN:VCALENDAR", "VERSION:2.0", f"PRODID:-//egci-report//{__version__}//EN")
    yield "CALSCALE:GREGORIAN"
    for one in made.steps:
        yield from _event(draft, made, one)
    yield "END:VCALENDAR"


def _event(draft: Draft, made: Timetable, one: StepOn) -> Iterator[str]:
    words = draft.word_list
    title = words(one.words_key)
    summary = words("timetable.event", step=title, nth=words.language.ordinal(made.number))
    if banner := banner_of(draft.records, words):
        summary = f"{banner}: {summary}"
    who = one.entry.who if one.entry and one.entry.who else words("timetable.secretariat")
    yield "BEGIN:VEVENT"
    yield f"UID:{draft.records.group.short.lower()}-{made.number}-{one.step}@egci-report"
    # When the entry was made is no fact of the records; the day of which they speak is
    yield f"DTSTAMP:{draft.paper.position:%Y%m%d}T000000Z"
    yield f"DTSTART;VALUE=DATE:{one.day:%Y%m%d}"
    yield f"DTEND;VALUE=DATE:{one.day + timedelta(1):%Y%m%d}"
    yield f"SUMMARY:{_escaped(summary)}"
    yield f"DESCRIPTION:{_escaped(who)}"
    yield "TRANSP:TRANSPARENT"
    yield "END:VEVENT"


def _escaped(text: str) -> str:
    for mark in "\\;,":
        text = text.replace(mark, f"\\{mark}")
    return text.replace("\n", "\\n").replace("\N{NO-BREAK SPACE}", " ")


def _folded(line: str) -> Iterator[str]:
    """Yield a line in parts of at most 75 bytes, none of which breaks a character."""
    part = ""
    for character in line:
        if len(f"{part}{character}".encode()) > _MOST:
            yield part
            part = " "
        part += character
    yield part
