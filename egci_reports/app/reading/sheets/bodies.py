"""The sheets of bodies and of people."""

from __future__ import annotations

from collections.abc import Iterable

from egci_reports.app.reading.find import label_of
from egci_reports.app.reading.sheets.facts import note_lines
from egci_reports.app.reading.sheets.model import RecordSheet, SheetBuilder
from egci_reports.app.reading.sheets.words import chinese, full_name, ordinal, partial, span
from egci_reports.records.bodies import Body, BodyName, Person, Post
from egci_reports.records.facts import values
from egci_reports.records.meetings import Meeting
from egci_reports.records.occasions import Agreement, Event, Witness
from egci_reports.records.records import Records, address_of, day_of


def body_sheet(records: Records, body: Body) -> RecordSheet:
    """Set out what is recorded of a body: its names by date, its lineage, where it is listed."""
    draft = SheetBuilder(records, address_of(body))
    draft.row("Id", body.id)
    draft.row("Kind", f"{_words(body.kind)}, {_words(body.side)}")
    draft.row("Names", [line for name in body.names for line in _name(draft, name)])
    draft.row("Also", body.aliases)
    _lineage(draft, body)
    draft.row("Listed at", _listed(records, body.id))
    draft.row("Party to", [_title(a) for a in records.agreements if _has_party(a, body.id)])
    draft.row("Posts", _holders(records, body.id))
    draft.row("Notes", [f"- {note.text}{draft.cite(note.sources)}" for note in body.notes])
    return draft.finish(full_name(body.names[-1]))


def person_sheet(records: Records, person: Person) -> RecordSheet:
    """Set out what is recorded of a person: posts by date, and where the person is named."""
    draft = SheetBuilder(records, address_of(person))
    draft.row("Id", person.id)
    draft.row("Side", _words(person.side))
    draft.row("Chinese", _verified(chinese(person.name), person.unverified))
    draft.row("Also", person.aliases)
    draft.row("Posts", [line for post in person.posts for line in _post(draft, post)])
    draft.row("Named in", _named_in(records, person.id))
    return draft.finish(person.full_name)


def _words(value: str) -> str:
    return " ".join(
        {"hong": "Hong", "kong": "Kong", "guangdong": "Guangdong"}.get(w, w) for w in value.split("-")
    )


def _verified(text: str, unverified: Iterable[str]) -> str:
    languages = ", ".join(unverified)
    return f"{text} (not verified: {languages})" if text and languages else text


def _name(draft: SheetBuilder, name: BodyName) -> Iterable[str]:
    when = span(name.starts, name.ends)
    yield f"{full_name(name)}{f', {when}' if when else ''}{draft.cite(name.sources)}"
    forms = chinese(name.name)
    short = f" ({name.short_tc})" if name.short_tc else ""
    if forms:
        yield f"  {_verified(forms + short, name.unverified)}"


def _lineage(draft: SheetBuilder, body: Body) -> None:
    bodies = draft.records.bodies
    founded = f"founded {partial(body.founded)}" if body.founded else ""
    dissolved = f"dissolved {partial(body.dissolved)}" if body.dissolved else ""
    draft.row("Existence", ", ".join(part for part in (founded, dissolved) if part) or None)
    draft.row("Succeeds", [_successor(bodies[key], body) for key in body.succeeds if key in bodies])
    draft.row(
        "Followed by",
        [_successor(body, other, other) for other in bodies.values() if body.id in other.succeeds],
    )


def _successor(old: Body, new: Body, shown: Body | None = None) -> str:
    continues = ", whose line it continues" if new.principal == old.id else ""
    if shown is not None:
        continues = ", which continues its line" if continues else ""
    other = shown or old
    return f"{full_name(other.names[-1])}{continues}  <{other.id}>"


def _listed(records: Records, body: str) -> list[str]:
    meetings = [meeting for meeting in records.meetings if body in _bodies_of(meeting)]
    if not meetings:
        return []
    return [", ".join(_meeting(meeting) for meeting in meetings)]


def _meeting(meeting: Meeting) -> str:
    when = day_of(meeting.date)
    return f"{ordinal(meeting.number)} ({when.year})" if when else ordinal(meeting.number)


def _bodies_of(meeting: Meeting) -> set[str]:
    delegations = (*values(meeting.hong_kong), *values(meeting.guangdong))
    return {listed.body for delegation in delegations for listed in delegation.bodies}


def _has_party(agreement: Agreement, body: str) -> bool:
    return any(party.body == body for party in agreement.parties)


def _title(occasion: Agreement | Event) -> str:
    return f"{label_of(occasion)}  <{occasion.id}>"


def _holders(records: Records, body: str) -> list[str]:
    return [
        f"{person.full_name}: {post.title}  <{person.id}>"
        for person in records.people.values()
        for post in person.posts
        if post.body == body
    ]


def _post(draft: SheetBuilder, post: Post) -> Iterable[str]:
    when = span(post.starts, post.ends)
    acting = ", acting" if post.acting and "acting" not in str(post.title).lower() else ""
    doubt = f", {post.doubt}" if post.doubt else ""
    yield f"{post.title}{acting}{doubt}{f', {when}' if when else ''}{draft.cite(post.sources)}"
    body = draft.records.bodies.get(post.body) if post.body else None
    if body:
        yield f"  at {full_name(body.names[-1])}  <{body.id}>"
    if post.seen:
        yield f"  named in this post: {', '.join(partial(seen) for seen in post.seen)}"
    yield from (f"  {line}" for line in note_lines(post.note))


def _named_in(records: Records, person: str) -> list[str]:
    lines = []
    for meeting in records.meetings:
        verbs = [
            c.verb or "named" for group in values(meeting.convenors) for c in group if c.person == person
        ]
        reports = (*meeting.progress, *meeting.plan_items, *meeting.statements)
        verbs += [report.text for report in reports if report.person == person]
        lines += [f"{_meeting(meeting)} plenary: {verb}" for verb in verbs]
    for agreement in records.agreements:
        lines += [_part(agreement, witness) for witness in agreement.witnesses if witness.person == person]
    for event in records.events:
        lines += [_part(event, witness) for witness in event.people if witness.person == person]
    for one in records.developments:
        roles = [witness.role or "named" for witness in one.people if witness.person == person]
        lines += [f"{one.text.rstrip('.')}: {role}" for role in roles]
    return lines


def _part(occasion: Agreement | Event, witness: Witness) -> str:
    role = f": {witness.role}" if witness.role else ""
    printed = f', printed "{witness.printed}"' if witness.printed else ""
    return f"{_title(occasion)}{role}{printed}"
