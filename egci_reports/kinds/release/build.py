"""The press release on a plenary, from what is public, in the form of the releases of 2024 and 2025.

Nothing of the outcome is written beforehand, and nothing of last year's becomes this year's: what the public
records do not have stands as a gap, which an officer's cleared text for that section closes.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from egci_reports.analysis.lineages import lineages_of
from egci_reports.analysis.lists import areas_of
from egci_reports.charts.words import ChartWords
from egci_reports.errors import Finding
from egci_reports.kinds.interface import Paper, Request
from egci_reports.records.areas import Area
from egci_reports.records.bodies import Side
from egci_reports.records.facts import settled
from egci_reports.records.meetings import Delegation, Meeting, Report
from egci_reports.records.paper_name import PaperName
from egci_reports.records.records import Records, meeting_before
from egci_reports.views.names import Named, Names, OfficeHolder
from egci_reports.views.officers_texts import OfficersText, by_section, officers_texts


@dataclass(frozen=True, slots=True)
class Release:
    """What a release says. Before the plenary it knows its number and its day alone.

    `press_day` and `dateline` are the day in the form of the press office, which is no other paper's.
    `areas` are the words of the areas if all of them may be quoted. `earlier` is what was said in public at
    the plenary before, for the officer who writes the quotation.
    """

    number: int
    is_draft: bool
    day: date | None
    press_day: str
    dateline: str
    place: str | None
    group: str
    heads: tuple[OfficeHolder, ...]
    areas: tuple[Area, ...]
    said: int | None
    hong_kong: tuple[Named, ...]
    guangdong: tuple[Named, ...]
    is_open: bool
    earlier_number: int | None
    earlier: tuple[Report, ...]
    sections: Mapping[str, tuple[OfficersText, ...]]
    about: str

    @property
    def area_count(self) -> int:
        """How many areas are quoted."""
        return len(self.areas)


def release(records: Records, request: Request, words: ChartWords) -> Paper:  # noqa: ARG001 - a kind's signature
    """Return the release on the plenary of the number `request.subject`, held on `request.dated`."""
    number = int(request.subject)
    texts = officers_texts(records, PaperName("release", str(number)).record)
    made = _release(records, number, request, texts)
    return Paper(
        kind="release",
        stem=request.stem("release", str(number)),
        template="release.html",
        slots={"number": str(number), "group": made.group},
        context={"release": made},
        charts={},
        position=made.day or date.min,
        blocked=tuple(_open(made)),
        verbatim=(made.press_day, made.dateline, *(str(area.wording) for area in made.areas)),
        texts=texts,
        records=records,
    )


def _release(records: Records, number: int, request: Request, texts: tuple[OfficersText, ...]) -> Release:
    day = request.dated
    meeting, before = records.meeting(number), meeting_before(records, number)
    when = day or date.max
    names = Names(records, lineages_of(records), when)
    venue = settled(meeting.venue) if meeting and meeting.venue else None
    listing = areas_of(meeting) if meeting else None
    quotable = tuple(area for area in listing.items if area.is_quotable) if listing else ()
    said = meeting.areas.said if meeting else None
    delegations = [settled(fact) for fact in (meeting.hong_kong, meeting.guangdong)] if meeting else []
    hong_kong, guangdong = (tuple(_bodies(names, one, when)) for one in (*delegations, None, None)[:2])
    return Release(
        number=number,
        is_draft=request.is_draft,
        day=day,
        press_day=f"{day:%B} {day.day}" if day else "",
        dateline=f"{day:%A, %B} {day.day}, {day.year}" if day else "",
        place=venue.city if venue else None,
        group=str(records.group.name),
        heads=tuple(_heads(records, names, meeting, when)),
        areas=quotable if said in (None, len(quotable)) else (),
        said=said,
        hong_kong=hong_kong,
        guangdong=guangdong,
        is_open=any(one is not None and one.opening is not None for one in delegations),
        earlier_number=before.number if before else None,
        earlier=tuple(_earlier(records, before)),
        sections=by_section(texts),
        about=f"papers/release-{number}",
    )


def _heads(records: Records, names: Names, meeting: Meeting | None, day: date) -> Iterator[OfficeHolder]:
    """Yield who led the two sides, the Hong Kong side first, with their posts of the day."""
    led = settled(meeting.convenors) or () if meeting else ()
    people = [records.people[one.person] for one in led if one.person in records.people]
    for person in sorted(people, key=lambda one: one.side is not Side.HONG_KONG):
        yield names.person(person.id, day)


def _bodies(names: Names, delegation: Delegation | None, day: date) -> Iterator[Named]:
    for listed in (*delegation.bodies, *delegation.others) if delegation else ():
        yield names.body(listed.body, day)


def _earlier(records: Records, before: Meeting | None) -> Iterator[Report]:
    """Yield what the head of the Hong Kong side said in public at the plenary before."""
    for report in (*before.statements, *before.plan_items) if before else ():
        person = records.people.get(report.person) if report.person else None
        if person is not None and person.side is Side.HONG_KONG:
            yield report


def _open(made: Release) -> Iterator[Finding]:
    """Yield what refuses a number beside the gaps that stand in the paper."""
    if made.place is None:
        hint = "settle it with the plenary: egci-report conflicts"
        yield Finding("E602", "there is a gap: the place of the meeting", hint=hint, about=made.about)
    if made.day is None:
        hint = "enter the date of the plenary"
        yield Finding("E602", "there is a gap: the day of the meeting", hint=hint, about=made.about)
