"""Finds the record that an officer means by a number, an id, an abbreviation or a name."""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import get_close_matches

from egci_reports.app.reading.walk import whole_records
from egci_reports.errors import Finding, UsageError, did_you_mean
from egci_reports.records.base import Model, Words
from egci_reports.records.bodies import Body, Person
from egci_reports.records.developments import Development
from egci_reports.records.group import Group
from egci_reports.records.meetings import Meeting
from egci_reports.records.occasions import Agreement, Event
from egci_reports.records.paper_name import PaperName
from egci_reports.records.records import Records, address_of, day_of
from egci_reports.records.sources import Source
from egci_reports.records.threads import Phase, Thread

_NUMBER = re.compile(r"0*(\d{1,3})(?:st|nd|rd|th)?", re.IGNORECASE)
_YEAR = re.compile(r"\d{4}")
_BY_PLENARY = re.compile(r"annual-\d{4}|(?:briefing|call)-\d{1,3}")


def find(records: Records, word: str, kind: type[Model] = Model) -> Model:
    """Return the one record that `word` means: of the `kind` asked for, if any of that kind is meant.

    It may be the number or the year of a plenary, an id, an address ("bodies/marine-department"), an
    abbreviation or a name of any date and language, or a part of a name. Raises UsageError with the
    nearest names if there is none, and with all of them if there are several.
    """
    found = _exact(records, word) or _partly(records, word)
    if not found:
        raise _unknown(records, word)
    asked = [record for record in found if isinstance(record, kind)] or found
    if len(asked) > 1:
        raise _ambiguous(word, asked)
    return asked[0]


def known_words(records: Records) -> Iterator[str]:
    """Yield the shortest word that `find` takes for each record: a number or an id."""
    for record in whole_records(records):
        if isinstance(record, Meeting):
            yield str(record.number)
        elif hasattr(record, "id"):
            yield record.id


def label_of(record: Model) -> str:
    """Return the name by which a list calls a record."""
    match record:
        case Meeting():
            return f"plenary {record.number}"
        case Body():
            return str(record.names[-1].name)
        case Agreement():
            return str(record.title or f"Agreement on {record.subject}")
        case Source() | Event() | Phase():
            return str(record.title)
        case Development():
            return record.text
        case Person() | Thread() | Group():
            return str(record.name)
        case _:
            raise TypeError(f"{type(record).__name__} is no record of its own")


def _exact(records: Records, word: str) -> list[Model]:
    word = _plenary_of_paper(word) or word
    number = _NUMBER.fullmatch(word)
    if number:
        meeting = records.meeting(int(number.group(1)))
        return [meeting] if meeting else []
    if _YEAR.fullmatch(word):
        return [m for m in records.meetings if (day := day_of(m.date)) and day.year == int(word)]
    wanted = word.casefold()
    return [
        record
        for record in whole_records(records)
        if wanted in (address_of(record), getattr(record, "id", None))
        or wanted in map(str.casefold, names_of(record))
    ]


def _plenary_of_paper(word: str) -> str | None:
    """Return the year or number that a paper is named by: annual-2024, annual 2024, briefing-20."""
    if not word.split():
        return None
    name, rest = PaperName.first_of(word.split())
    return name.subject if not rest and _BY_PLENARY.fullmatch(f"{name.kind}-{name.subject}") else None


def _partly(records: Records, word: str) -> list[Model]:
    if any(character.isdigit() for character in word) and word.isascii() and len(word) < len("2024-10"):
        return []
    wanted = word.casefold()
    return [r for r in whole_records(records) if any(wanted in name.casefold() for name in names_of(r))]


def names_of(record: Model) -> Iterator[str]:
    """Yield every name, abbreviation and alias of a record."""
    match record:
        case Body():
            for name in record.names:
                yield from _texts(name.name, name.short, name.short_tc)
            yield from record.aliases
        case Person():
            yield from _texts(record.name, record.surname, *record.aliases)
        case Agreement():
            yield from _texts(record.title, record.subject)
        case Source():
            yield from _texts(record.title, record.short)
        case Group():
            yield from _texts(record.name, record.short)
        case Event():
            yield from _texts(record.title)
        case Thread():
            yield record.name


def _texts(*values: Words | str | None) -> Iterator[str]:
    for value in values:
        if isinstance(value, Words):
            yield from (text for text in (value.en, value.tc, value.sc) if text)
        elif value:
            yield value


def _unknown(records: Records, word: str) -> UsageError:
    if _NUMBER.fullmatch(word) or _YEAR.fullmatch(word):
        return UsageError(Finding("U301", f"there is no plenary {word} on record", hint=_known(records)))
    known = {name.casefold(): address_of(r) for r in whole_records(records) for name in names_of(r)}
    known |= {r.id: address_of(r) for r in whole_records(records) if hasattr(r, "id")}
    wanted = word.casefold()
    names = get_close_matches(wanted, known, n=3, cutoff=0.8) or get_close_matches(wanted, known, cutoff=0.5)
    near = dict.fromkeys(known[name] for name in names)
    hint = did_you_mean(list(near)) if near else "egci-report list --help tells what there is"
    return UsageError(Finding("U301", f"nothing on record is called {word!r}", hint=hint))


def _known(records: Records) -> str:
    days = [(meeting.number, day_of(meeting.date)) for meeting in records.meetings]
    return "known: " + ", ".join(f"{number} ({day.year})" if day else str(number) for number, day in days)


def _ambiguous(word: str, found: list[Model]) -> UsageError:
    lines = [f"{address_of(record)}  {label_of(record)}" for record in found]
    return UsageError(
        Finding(
            "U302", f"{word!r} may mean any of {len(found)} records", hint="\n".join(["say which:", *lines])
        )
    )
