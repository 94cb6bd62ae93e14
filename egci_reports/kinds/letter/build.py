"""A letter about a plenary: to a department from its records, or to the other side from those of both."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from egci_reports.analysis.actions import ActionOn, ActionState, actions_on
from egci_reports.analysis.lineages import Lineages, lineages_of
from egci_reports.analysis.lists import areas_of
from egci_reports.analysis.participation import participation_of
from egci_reports.analysis.plenaries import series_of
from egci_reports.analysis.position import position_of
from egci_reports.analysis.returns import returns_on
from egci_reports.analysis.returns_report import ItemState
from egci_reports.charts.words import ChartWords
from egci_reports.errors import Finding, UsageError
from egci_reports.kinds.interface import Paper, Request
from egci_reports.kinds.letter.concerned import LetterKind, is_late
from egci_reports.kinds.letter.context import Letter, LetterItem, ListingCount, Outstanding
from egci_reports.kinds.letter.unsettled import open_figures, open_points, open_wordings
from egci_reports.records.audience.reader import Audience, Reader
from egci_reports.records.audience.select import for_audience
from egci_reports.records.bodies import Person, Side
from egci_reports.records.facts import settled
from egci_reports.records.meetings import Meeting, Status
from egci_reports.records.owners import owner_on
from egci_reports.records.paper_name import PaperName
from egci_reports.records.records import Records, address_of, day_of, meeting_before
from egci_reports.records.standpoint import as_of
from egci_reports.views.names import Names
from egci_reports.views.officers_texts import officers_texts
from egci_reports.views.sender import not_entered, office_of


def thanks(records: Records, request: Request, words: ChartWords) -> Paper:
    """Return the letter of thanks after a plenary."""
    return _paper(LetterKind.THANKS, records, request, words)


def followup(records: Records, request: Request, words: ChartWords) -> Paper:
    """Return the follow-up after a plenary: items, actions, and what is asked."""
    return _paper(LetterKind.FOLLOW_UP, records, request, words)


def invitation(records: Records, request: Request, words: ChartWords) -> Paper:
    """Return the invitation to name delegates for a plenary to come."""
    return _paper(LetterKind.INVITATION, records, request, words)


def reminder(records: Records, request: Request, words: ChartWords) -> Paper:
    """Return the first reminder of a return that is late."""
    return _paper(LetterKind.REMINDER, records, request, words)


def secondreminder(records: Records, request: Request, words: ChartWords) -> Paper:
    """Return the second reminder, which goes to the head of the department."""
    return _paper(LetterKind.SECOND_REMINDER, records, request, words)


def _paper(kind: LetterKind, records: Records, request: Request, words: ChartWords) -> Paper:  # noqa: ARG001 - a kind's signature
    """Return the letter to `request.holder`, or to the other side.

    A department's is made from what that department may read. It stands at the day on which it goes out, if
    that is known: of what comes later it says nothing. Raises UsageError where there is no such
    plenary (U210), or the letter has no place before or after it (U333).
    """
    number = int(request.subject)
    if request.holder is not None:
        records = for_audience(records, Reader(Audience.DEPARTMENT, request.holder, number))
    if request.dated is not None:
        # an officer may have written the letter's own paragraphs after the day that was foreseen for it
        records = as_of(records, request.dated, coming=number).with_(papers=records.papers)
    meeting = records.meeting(number)
    if meeting is None:
        raise UsageError(Finding("U210", f"there is no plenary {number} on record", hint="egci-report list"))
    letter = _letter(kind, records, request, meeting)
    body = letter.to.name.full if letter.to else ""
    return Paper(
        kind=kind,
        stem=request.stem(kind, str(number)),
        template="letter.html",
        slots={"number": str(number), "body": body},
        context={"letter": letter},
        charts={},
        position=letter.dated or letter.day or position_of(records) or date.min,
        blocked=tuple(_missing(letter)),
        verbatim=tuple(str(area.wording) for area in letter.areas),
        texts=letter.texts,
        records=records,
    )


def _letter(kind: LetterKind, records: Records, request: Request, meeting: Meeting) -> Letter:
    lineages, office = lineages_of(records), office_of(records)
    day = day_of(meeting.date)
    when = request.dated or day or position_of(records) or date.min
    names = Names(records, lineages, when)
    venue = settled(meeting.venue) if meeting.venue and "venue" not in meeting.proposed else None
    head = _head_across(records, meeting) if request.holder is None else None
    listing = areas_of(meeting)
    asked = request.holder if kind is LetterKind.FOLLOW_UP else None
    return Letter(
        kind=kind,
        number=meeting.number,
        day=day,
        is_held=meeting.status is Status.HELD,
        place=venue.city if venue else None,
        group=records.group.name,
        dated=request.dated,
        reply_by=request.reply_by,
        office=office,
        reference=f"{office.reference}/{meeting.number}" if office.reference else None,
        to=names.body(request.holder, when) if request.holder else None,
        addressee=names.person(head.id, day) if head else None,
        salutation=head.mention if head else "",
        attendance=_attendance(records, lineages, meeting, request.holder),
        items=tuple(_items(records, meeting, request.holder)),
        actions=tuple(_actions(records, meeting, request.holder, when)),
        outcome=settled(meeting.outcome),
        areas=tuple(area for area in listing.items if area.is_quotable),
        said=meeting.areas.said,
        outstanding=_outstanding(kind, records, meeting, request.holder),
        figures=tuple(open_figures(records, asked, when)) if asked else (),
        points=tuple(open_points(records, asked, when)) if asked else (),
        wordings=tuple(open_wordings(meeting)) if asked else (),
        texts=officers_texts(records, PaperName(kind, str(meeting.number)).record),
        about=address_of(meeting),
    )


def _head_across(records: Records, meeting: Meeting) -> Person | None:
    """Return who led the other side at the plenary, or at the last before it whose heads are on record."""
    earlier = (one for one in reversed(records.meetings) if one.number <= meeting.number)
    for one in earlier:
        for convenor in settled(one.convenors) or ():
            person = records.people.get(convenor.person)
            if person is not None and person.side is Side.GUANGDONG:
                return person
    return None


def _attendance(
    records: Records, lineages: Lineages, meeting: Meeting, body: str | None
) -> ListingCount | None:
    if body is None:
        return None
    found = participation_of(records, series_of(records), lineages)
    row = found.row_of(lineages.of(body))
    return ListingCount(row.total, found.list_count, meeting.number in row.numbers) if row else None


def _items(records: Records, meeting: Meeting, body: str | None) -> Iterator[LetterItem]:
    """Yield the items of the plan of a plenary that a department leads; for the other side all of them."""
    day = day_of(meeting.date)
    for index, item in enumerate(meeting.work_plan):
        owner = owner_on(records.bodies, item.lead, day) if item.lead else None
        if body is None or owner == body:
            yield LetterItem(item, f"{address_of(meeting)}#work_plan/{index}")


def _actions(records: Records, meeting: Meeting, body: str | None, when: date) -> Iterator[ActionOn]:
    """Yield the open actions agreed up to a plenary: those of a department, or those of the other side."""
    for one in actions_on(records, when):
        keys = {owner_on(records.bodies, key, when) for key in (one.action.owner, *one.action.partners)}
        ours = body in keys if body else any(records.bodies[key].side is Side.GUANGDONG for key in keys)
        if ours and one.state is not ActionState.CLOSED and one.action.raised_at <= meeting.number:
            yield one


def _outstanding(
    kind: LetterKind, records: Records, meeting: Meeting, body: str | None
) -> Outstanding | None:
    """Return what of a department's return is late; None for letters that are no reminders."""
    if not kind.is_reminder:
        return None
    report, call, before = returns_on(records, meeting), meeting.call, meeting_before(records, meeting.number)
    own = next((one for one in report.register if one.body == body), None) if report else None
    if report is None or call is None or before is None or own is None or not is_late(own):
        message = "nothing of its return is outstanding, and nobody is reminded of what has come"
        raise UsageError(Finding("U333", message, hint=f"egci-report show {meeting.number}"))
    others = [one for one in report.register if one.body != body and not one.is_excused]
    return Outstanding(
        call.on,
        call.reply_by,
        tuple(
            LetterItem(one.item, f"{address_of(before)}#work_plan/{before.work_plan.index(one.item)}")
            for one in own.items
            if one.state is ItemState.NO_RETURN
        ),
        len(others),
        sum(not is_late(one) for one in others),
        own.source.date if own.source else None,
    )


def _missing(letter: Letter) -> Iterator[Finding]:
    """Yield what nobody has entered that the letter needs; it refuses a number."""
    office, across = letter.office, letter.to is None
    yield from not_entered(
        {
            "reference": office.reference,
            "telephone": office.telephone,
            "sender": office.head if across else office.post,
            "signatory": office.head if across else office.signatory,
        }
    )
    paper = f"data/papers/{letter.kind}-{letter.number}.yaml"
    if across and letter.addressee is None:
        hint = "enter 'convenors' with the plenary"
        yield Finding("E615", "the letter has no addressee", hint=hint, about=letter.about)
    if letter.dated is None:
        yield Finding("E615", "the letter has no date", hint=f"enter 'dated: YYYY-MM-DD' in {paper}")
    if letter.reply_by is None and letter.kind != LetterKind.THANKS:
        hint = f"enter 'reply_by: YYYY-MM-DD' in {paper}"
        yield Finding("E615", "the letter has no day for the answer", hint=hint)
