"""The sheets of agreements, of events and of public developments."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from egci_reports.app.reading.sheets.facts import discrepancy_lines, fact_lines, slip_lines
from egci_reports.app.reading.sheets.meeting import body_name, person_name
from egci_reports.app.reading.sheets.model import RecordSheet, SheetBuilder
from egci_reports.app.reading.sheets.words import ordinal, partial
from egci_reports.records.developments import Development, PublishedFigure
from egci_reports.records.facts import settled
from egci_reports.records.meetings import Listed
from egci_reports.records.occasions import Agreement, Event, Scope, Tie, Witness
from egci_reports.records.records import Records, address_of


def agreement_sheet(records: Records, agreement: Agreement) -> RecordSheet:
    """Set out what is recorded of an agreement."""
    draft = SheetBuilder(records, address_of(agreement))
    _head(draft, agreement)
    draft.row(
        "Level", f"between {'the governments' if agreement.level == 'government' else 'industry bodies'}"
    )
    signed = settled(agreement.date)
    when = signed.last if signed else None
    draft.row("Parties", [f"- {body_name(records, party, when)}" for party in agreement.parties])
    draft.row("Witnesses", _people(draft, agreement.witnesses, when))
    draft.row("Witnessed by", agreement.witnessed_by)
    draft.row("Occasion", agreement.occasion)
    draft.row("Content", [f"- {line}" for line in agreement.content])
    _tail(draft, agreement)
    return draft.finish(str(agreement.title or f"Agreement on {agreement.subject}"))


def event_sheet(records: Records, event: Event) -> RecordSheet:
    """Set out what is recorded of an event."""
    draft = SheetBuilder(records, address_of(event))
    _head(draft, event)
    draft.row("Kind", event.kind)
    draft.row("Theme", event.theme)
    if event.attendance:
        about = "about " if event.attendance.about else ""
        draft.row("Attendance", f"{about}{event.attendance.number} {event.attendance.basis}")
    held = settled(event.date)
    draft.row("People", _people(draft, event.people, held.last if held else None))
    draft.row("Others", event.others)
    draft.row("Details", [f"- {line}" for line in event.details])
    draft.row("Caution", event.caution)
    _tail(draft, event)
    return draft.finish(str(event.title))


def development_sheet(records: Records, development: Development) -> RecordSheet:
    """Set out a public development with the words that it rests on."""
    draft = SheetBuilder(records, address_of(development))
    draft.cite(development.sources)
    draft.row("Id", development.id)
    draft.row("Date", fact_lines(draft, development.date, "date", lambda value: [partial(value)]))
    draft.row("Inferred", "part of the date" if development.inferred else None)
    draft.row("Side", development.side)
    draft.row("Tied to", development.belongs)
    draft.row("Tells more of", development.adds_to)
    day = settled(development.date)
    draft.row("People", _people(draft, development.people, day.last if day else None))
    draft.row("Bodies", [body_name(records, Listed(body=key), None) for key in development.bodies])
    draft.row("Figures", [f"- {_figure(figure)}" for figure in development.figures])
    words = [f'- "{quoted.words}"{draft.cite(quoted.sources)}' for quoted in development.quotations]
    draft.row("Words", words)
    draft.row("Grade", development.grade)
    draft.row("Caution", development.caution)
    draft.row("Threads", ", ".join(development.threads) or f"none: {development.no_thread}")
    draft.row("Sources differ", discrepancy_lines(draft, development.discrepancies))
    return draft.finish(development.text)


def _figure(figure: PublishedFigure) -> str:
    number = " ".join(part for part in (figure.bound, figure.value, figure.unit) if part)
    when = f", as at {partial(figure.as_at)}" if figure.as_at else ""
    doubt = f" ({figure.caution})" if figure.caution else ""
    return f"{number}{when}; {figure.whose}{doubt}"


def _head(draft: SheetBuilder, occasion: Agreement | Event) -> None:
    draft.cite(occasion.sources)
    draft.row("Id", occasion.id)
    draft.row("Date", fact_lines(draft, occasion.date, "date", lambda value: [partial(value)]))
    draft.row("Place", occasion.place)
    if occasion.scope is Scope.CONTEXT:
        draft.row("Scope", "context: not recorded as business of the group")
    if occasion.scope is Scope.BESIDE:
        draft.row("Scope", "beside a plenary: the source does not call it the group's")
    if occasion.tie:
        draft.row("Plenary", _tie(occasion.tie))


def _tie(tie: Tie) -> str:
    words = f', in the source\'s words "{tie.words}"' if tie.words else ""
    relation = {"during": "during", "same-day": "on the day of", "after": "after", "between": "after"}[
        tie.relation
    ]
    return f"{relation} the {ordinal(tie.meeting)}{words}"


def _people(draft: SheetBuilder, witnesses: Iterable[Witness], when: date | None) -> list[str]:
    lines = []
    for witness in witnesses:
        title = witness.printed or _post_on(draft.records, witness.person, when)
        name = person_name(draft.records, witness.person)
        lines.append(
            "- "
            + ", ".join(part for part in (name, title) if part)
            + (f": {witness.role}" if witness.role else "")
        )
    return lines


def _post_on(records: Records, key: str, when: date | None) -> str | None:
    person = records.people.get(key)
    posts = [post for post in person.posts if when and post.covers(when)] if person else []
    return str(posts[0].title) if posts else None


def _tail(draft: SheetBuilder, occasion: Agreement | Event) -> None:
    draft.row("Threads", ", ".join(occasion.threads) or None)
    draft.row("Captions", occasion.captions)
    draft.row("Slips", slip_lines(draft, occasion.slips))
    draft.row("Sources differ", discrepancy_lines(draft, occasion.discrepancies))
