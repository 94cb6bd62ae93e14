"""Every value of the EGCI page is in the records, at the entry to which it belongs."""

from __future__ import annotations

from calendar import month_name
from collections.abc import Iterable, Iterator
from datetime import date
from enum import Enum

import pytest
from pydantic import BaseModel

from egci_reports.records.base import PartialDate
from egci_reports.records.facts import Disputed, Stated, Unstated, values
from egci_reports.records.meetings import Listed, Meeting
from egci_reports.records.occasions import Agreement, Event, Level, Scope, Witness
from egci_reports.records.records import Records
from tests.conftest import REAL
from tests.loading import load_records
from tests.records.page_facts import EXCLUDED, PLENARIES, RELABELLED, SIGNINGS, Plenary, Signing

plenaries = pytest.mark.parametrize("plenary", PLENARIES, ids=lambda plenary: f"plenary-{plenary.number}")
signings = pytest.mark.parametrize("signing", SIGNINGS, ids=lambda signing: signing.id)


@pytest.fixture(scope="module")
def records() -> Records:
    return load_records(REAL)


def written(day: date) -> str:
    return f"{day.day} {month_name[day.month]} {day.year}"


def straight(text: str) -> str:
    return text.translate(str.maketrans("“”‘’", "\"\"''"))


def fields(value: object, name: str = "") -> Iterator[tuple[str, object]]:
    """Yield every plain value inside, with the name of the field that holds it."""
    if isinstance(value, BaseModel):
        for inner in type(value).model_fields:
            yield from fields(getattr(value, inner), inner)
    elif isinstance(value, tuple):
        for part in value:
            yield from fields(part, name)
    elif value is not None:
        yield name, value


def plain(value: object) -> str:
    match value:
        case PartialDate() if value.is_whole:
            return written(value.first)
        case date():
            return written(value)
        case Enum():
            return str(value.value).replace("-", " ")
        case _:
            return straight(str(value))


def is_entry(record: Agreement | Event, number: int) -> bool:
    """Whether the page tells of it under the plenary: the signings between governments have own entries."""
    own_entry = isinstance(record, Agreement) and record.level is Level.GOVERNMENT
    tied = record.tie is not None and record.tie.meeting == number
    return tied and record.scope is Scope.GROUP and not own_entry


def entry(records: Records, number: int) -> list[Meeting | Agreement | Event]:
    meeting = records.meeting(number)
    assert meeting is not None
    agreements = [one for one in records.agreements if is_entry(one, number)]
    events = [one for one in records.events if is_entry(one, number)]
    return [meeting, *agreements, *events]


def day_of(record: Meeting | Agreement | Event) -> date:
    if isinstance(record, Meeting):
        return values(record.date)[0]
    return values(record.date)[0].first


def texts(records: Records, entries: Iterable[Meeting | Agreement | Event]) -> set[str]:
    """Every text of the entries, with the names, spellings and posts of the day of those they name."""
    found: set[str] = set()
    for record in entries:
        day = day_of(record)
        for name, value in fields(record):
            found.add(plain(value))
            if name == "person":
                person = records.people[str(value)]
                for spelling in (person.name.en, *person.aliases):
                    found |= {
                        str(spelling),
                        f"{person.honorific} {spelling}" if person.honorific else str(spelling),
                    }
                found |= {str(post.title.en) for post in person.posts if post.covers(day)}
            if name in ("body", "parties"):
                known = records.bodies[str(value)].name_on(day)
                found.add(str(known.name.en if known else ""))
    return found


def as_printed(records: Records, listed: Iterable[Listed], day: date) -> list[str]:
    names = []
    for one in listed:
        known = records.bodies[one.body].name_on(day)
        names.append(one.printed or str(known and known.name.en))
    return names


def with_post(records: Records, witness: Witness, day: date) -> str:
    person = records.people[witness.person]
    (post,) = [post for post in person.posts if post.covers(day)]
    return f"{witness.printed or post.title}, {person.full_name}"


def on_the_page(fact: Stated[str] | Disputed[str] | Unstated) -> str | None:
    """The value, unless it comes from another source."""
    return fact.value if isinstance(fact, Stated) and not fact.sources else None


def missing(wanted: Iterable[str], found: set[str]) -> list[str]:
    return [value for value in wanted if not any(straight(value) in text for text in found)]


@plenaries
def test_a_plenary_has_its_date_and_place(records: Records, plenary: Plenary) -> None:
    meeting = entry(records, plenary.number)[0]
    assert isinstance(meeting, Meeting)
    assert [written(day) for day in values(meeting.date)] == [plenary.date]
    if meeting.venue is None:
        assert plain(meeting.mode) == plenary.place
        return
    places = [", ".join(filter(None, (venue.site, venue.city))) for venue in values(meeting.venue)]
    assert plenary.place in places


@plenaries
def test_a_plenary_has_its_periods_in_their_own_form(records: Records, plenary: Plenary) -> None:
    meeting = records.meeting(plenary.number)
    assert meeting is not None
    assert on_the_page(meeting.reviewed) == plenary.reviewed
    assert on_the_page(meeting.planned) == plenary.planned


@plenaries
def test_a_plenary_has_its_areas_word_for_word_in_their_order(records: Records, plenary: Plenary) -> None:
    meeting = records.meeting(plenary.number)
    assert meeting is not None
    listed = meeting.areas.listed
    wordings = [straight(str(area.wording.en)) for area in listed.value] if isinstance(listed, Stated) else []
    assert wordings == plenary.areas
    assert meeting.areas.said == plenary.said
    assert meeting.areas.closed is not plenary.is_open


@plenaries
def test_a_plenary_has_the_bodies_listed_in_the_order_of_the_page(records: Records, plenary: Plenary) -> None:
    meeting = records.meeting(plenary.number)
    assert meeting is not None
    fact = meeting.hong_kong
    bodies = as_printed(records, fact.value.bodies, day_of(meeting)) if isinstance(fact, Stated) else []
    assert bodies == [RELABELLED.get(name, name) for name in plenary.bodies]


@plenaries
def test_a_plenary_has_its_captions_also_those_printed_twice(records: Records, plenary: Plenary) -> None:
    captions = [straight(caption) for one in entry(records, plenary.number) for caption in one.captions]
    assert captions == plenary.captions


@plenaries
def test_every_other_value_of_a_plenary_is_in_its_records(records: Records, plenary: Plenary) -> None:
    entries = entry(records, plenary.number)
    assert missing(plenary.found, texts(records, entries)) == []
    held = {(name, value) for one in entries for name, value in fields(one) if isinstance(value, int)}
    assert set(plenary.numbers.items()) <= held


@plenaries
def test_what_is_told_under_a_plenary_has_its_day(records: Records, plenary: Plenary) -> None:
    assert {written(day_of(one)) for one in entry(records, plenary.number)} == {plenary.date}


@signings
def test_every_value_of_a_signing_is_in_its_record(records: Records, signing: Signing) -> None:
    (agreement,) = [one for one in records.agreements if one.id == signing.id]
    assert str(agreement.title or agreement.subject) == signing.title
    assert [written(day.first) for day in values(agreement.date)] == [signing.date]
    printed = as_printed(records, agreement.parties, day_of(agreement))
    assert printed == [RELABELLED.get(name, name) for name in signing.parties]
    assert [straight(caption) for caption in agreement.captions] == signing.captions
    witnesses = [with_post(records, witness, day_of(agreement)) for witness in agreement.witnesses]
    assert witnesses == signing.witnesses
    assert missing(signing.found, texts(records, [agreement])) == []


def test_the_names_that_the_page_prints_out_of_their_time_are_noted(records: Records) -> None:
    notes = {straight(note.text) for note in records.group.notes}
    assert missing(RELABELLED, notes) == []


def test_what_is_left_out_has_a_reason() -> None:
    assert all(reason.strip() for reason in EXCLUDED.values())


def test_the_group_bears_the_name_that_heads_the_page(records: Records) -> None:
    assert str(records.group.name) == "Hong Kong/Guangdong Expert Group on Co-operation in Informatisation"
