"""What is known of each kind of entry when it is begun: its id, and the fields that an officer gave."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping
from collections.abc import Set as AbstractSet
from difflib import get_close_matches
from typing import Any

from egci_reports.app.keeping.begin_entry import BegunEntry, RecordBegun, begin_entry, records_to_extend
from egci_reports.app.reading.find import find, names_of
from egci_reports.errors import Finding, UsageError
from egci_reports.records.actions import Action
from egci_reports.records.bodies import Body, BodyKind, BodyName, Person, Post, Side
from egci_reports.records.facts import values
from egci_reports.records.occasions import Agreement, Event, EventKind, Level, Scope
from egci_reports.records.records import Records
from egci_reports.records.sources import Reading, Source
from egci_reports.workspace import Workspace

SIDES = tuple(side.value for side in Side)
PERSON_SIDES = tuple(side.value for side in Side if side is not Side.JOINT)
BODY_KINDS = tuple(kind.value for kind in BodyKind)
EVENT_KINDS = tuple(kind.value for kind in EventKind)
LEVELS = tuple(level.value for level in Level)
SCOPES = tuple(scope.value for scope in Scope)
READINGS = tuple(reading.value for reading in Reading)

_OCCASIONS: Mapping[str, type[Agreement | Event]] = {"agreements": Agreement, "events": Event}
_HONORIFIC = re.compile(r"(Mr|Ms|Mrs|Miss|Dr|Ir|Prof|Professor)\.? (.+)")
_LONGEST_ID = 120

GivenFields = Mapping[str, Any]
"""Fields by name; those that are None or empty were not given."""


def begin_body(
    workspace: Workspace, name: str, chinese: GivenFields, key: str | None, known: GivenFields
) -> BegunEntry:
    """Begin a body that is called by an English name; `known` has side, kind, seen, sources.

    Raises UsageError (U311) if a body has the name already; for the rest see `begin_entry`.
    """
    records = records_to_extend(workspace, "bodies")
    _require_sources(known, records)
    name = _line(name)
    for body in records.bodies.values():
        _require_new(name, names_of(body), body.id, "body")
    known = dict(known)
    first = RecordBegun(
        BodyName,
        _given({"name": _words(name, chinese), **{key: known.pop(key, ()) for key in ("seen", "sources")}}),
    )
    key = key or _id(name, records)
    return begin_entry(workspace, "bodies", RecordBegun(Body, {"id": key, **_given(known), "names": first}))


def begin_person(
    workspace: Workspace, name: str, chinese: GivenFields, key: str | None, known: GivenFields
) -> BegunEntry:
    """Begin a person called "Mr Tony Wong", or without Mr where no source has it.

    `known` has side, surname, honorific, sources, and one post.

    Without a surname it is taken to stand last in Hong Kong, and first elsewhere. Raises UsageError (U311)
    if the person is on record already; for the rest see `begin_entry`.
    """
    records = records_to_extend(workspace, "people")
    _require_sources(known, records)
    name, known = _line(name), dict(known)
    if titled := _HONORIFIC.fullmatch(name):
        known["honorific"], name = known.get("honorific") or titled[1], titled[2]
    for person in records.people.values():
        _require_new(name, names_of(person), person.id, "person")
    words = name.split() or [""]
    last = known["side"] == Side.HONG_KONG.value
    known["surname"] = known.get("surname") or words[-1 if last else 0]
    post = RecordBegun(Post, _given({"title": known.pop("title", None), "body": known.pop("body", None)}))
    whole = {"id": key or _id(name, records), "name": _words(name, chinese), **_given(known)}
    return begin_entry(
        workspace, "people", RecordBegun(Person, {**whole, **({"posts": post} if post.fields else {})})
    )


def begin_source(workspace: Workspace, url: str, key: str | None, known: GivenFields) -> BegunEntry:
    """Begin a source by its address; `known` has title, publisher, date, language, read.

    Its id is made from publisher and date. Raises UsageError (U311) if the address is on record already; for
    the rest see `begin_entry`.
    """
    records = records_to_extend(workspace, "sources")
    for source in records.sources.values():
        _require_new(url, (source.url,), source.id, "source")
    publisher = str(known["publisher"])
    initials = "".join(word[0] for word in publisher.split() if word[0].isupper())
    stem = f"{initials if len(initials) > 2 else publisher} {known.get('date') or ''}"
    fields = {name: _line(value) if isinstance(value, str) else value for name, value in known.items()}
    whole = {
        "id": key or _id(stem, records),
        "title": fields.pop("title"),
        "publisher": fields.pop("publisher"),
        "url": url,
        **_given(fields),
    }
    return begin_entry(workspace, "sources", RecordBegun(Source, whole))


def begin_occasion(
    workspace: Workspace, kind: str, title: str, chinese: GivenFields, key: str | None, known: GivenFields
) -> BegunEntry:
    """Begin an agreement or event (`kind` is its list) by its title; `known` has date, scope, sources ...

    Raises UsageError (U311) if one of the title and the day is on record; for the rest see `begin_entry`.
    """
    records = records_to_extend(workspace, kind)
    model = _OCCASIONS[kind]
    return begin_entry(workspace, kind, _dated(model, records, title, chinese, key, known))


def begin_action(workspace: Workspace, plenary: int, text: str, owner: str, known: GivenFields) -> BegunEntry:
    """Begin an action of a plenary, numbered after its last; `known` has source and due.

    `owner` is an id, an abbreviation or a name. Raises UsageError for a plenary that is not on record (U315),
    an owner that is no body (U316), and an action that is on record (U311); for the rest see `begin_entry`.
    """
    records = records_to_extend(workspace, "actions")
    if records.meeting(plenary) is None:
        hint = f"begin its record first: egci-report new meeting {plenary}"
        raise UsageError(Finding("U315", f"plenary {plenary} is not on record", hint=hint))
    body = find(records, owner, Body)
    if not isinstance(body, Body):
        raise UsageError(Finding("U316", f"{owner!r} is no body", hint="egci-report list bodies"))
    own = [action for action in records.actions if action.raised_at == plenary]
    for action in own:
        _require_new(_line(text), (action.text,), action.id, "action")
    number = f"{plenary:02d}-{max((action.place for action in own), default=0) + 1:02d}"
    whole = {
        "id": number,
        "source": known["source"],
        "text": _line(text),
        "owner": body.id,
        "due": known["due"],
    }
    return begin_entry(workspace, "actions", RecordBegun(Action, whole))


def _require_sources(known: GivenFields, records: Records) -> None:
    """Raise UsageError (U326) for a source that is not on record: it is begun first."""
    for key in known.get("sources") or ():
        if key not in records.sources:
            near = get_close_matches(key, records.sources, n=1, cutoff=0.6)
            meant = f"did you mean {near[0]!r}? " if near else ""
            hint = f"{meant}If it is new, begin it first: egci-report new source URL --id {key}"
            raise UsageError(Finding("U326", f"there is no source with the id {key!r}", hint=hint))


def _dated(
    model: type[Agreement | Event],
    records: Records,
    title: str,
    chinese: GivenFields,
    key: str | None,
    known: GivenFields,
) -> RecordBegun:
    _require_sources(known, records)
    title, date = _line(title), str(known["date"])
    for entry in records.agreements if model is Agreement else records.events:
        if date in map(str, values(entry.date)):
            _require_new(title, (str(entry.title),), entry.id, model.__name__.lower())
    year = date.partition("-")[0]
    stem = title if year in title else f"{title} {year}"
    return RecordBegun(
        model, {"id": key or _id(stem, records), "title": _words(title, chinese), **_given(known)}
    )


def _require_new(name: str, others: Iterable[str], key: str, word: str) -> None:
    """Raise UsageError (U311) if an entry goes by the name that a new one is to have."""
    if name.casefold() in map(str.casefold, others):
        hint = f"its id is {key}: egci-report show {key}"
        hint = f"see {key} in data/actions.yaml" if word == "action" else hint
        raise UsageError(Finding("U311", f"this {word} is on record already: {name}", hint=hint))


def _words(english: str, chinese: GivenFields) -> str | dict[str, str]:
    """Return a text as records have it: plain if it is in English alone."""
    others = _given(chinese)
    return {"en": english, **others} if others else english


def _given(fields: GivenFields) -> dict[str, Any]:
    return {
        name: list(value) if isinstance(value, tuple) else value for name, value in fields.items() if value
    }


def _line(text: str) -> str:
    return " ".join(text.split())


def _id(name: str, records: Records) -> str:
    """Return an id made from an English name that no entry of any list has; raises UsageError (U326)."""
    return id_from(name, {address.rpartition("/")[2] for address in records.places.files})


def id_from(name: str, taken: AbstractSet[str]) -> str:
    """Return an id made from an English name that is not taken; raises UsageError (U326)."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    stem = "-".join(re.findall(r"[a-z0-9]+", plain.replace("'", "")))[: _LONGEST_ID - 3].strip("-")
    if not stem:
        hint = "give one of lower-case letters, figures and hyphens: --id ..."
        raise UsageError(Finding("U326", f"no id can be made from {name!r}", hint=hint))
    key, number = stem, 2
    while key in taken:
        key, number = f"{stem}-{number}", number + 1
    return key
