"""Understands names of bodies, people and subjects as people write them, and says what it took them for."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from egci_reports.analysis.lineages import name_of
from egci_reports.app.collecting.quote import quoted
from egci_reports.app.collecting.values import NotOnRecord, NotRead
from egci_reports.records.base import Words
from egci_reports.records.bodies import Body, BodyKind, Person, Side
from egci_reports.records.facts import values
from egci_reports.records.owners import owner_on
from egci_reports.records.records import Records

MOST = 6
"""The most candidates that are named where a name is ambiguous."""

_TITLES = re.compile(r"^(?:mr|ms|mrs|miss|dr|ir|prof|professor|madam)\.? ", re.IGNORECASE)
_CHINESE_TITLES = re.compile("(?:先生|女士|小姐|博士|教授|太平紳士)$")
_SMALL = frozenset(("the", "of", "and", "for", "in", "to", "on", "province", "provincial"))
"""Words that people leave out of names or put in."""
_PLACES = {"hong kong": Side.HONG_KONG, "hksar": Side.HONG_KONG, "香港": Side.HONG_KONG, "港": Side.HONG_KONG,
           "guangdong": Side.GUANGDONG, "gd": Side.GUANGDONG, "廣東": Side.GUANGDONG, "广东": Side.GUANGDONG,
           "粵": Side.GUANGDONG, "粤": Side.GUANGDONG}  # fmt: skip
"""What people put before a name to say whose it is."""


_KINDS = {
    "bureau": BodyKind.BUREAU,
    "company": BodyKind.COMPANY,
    "limited": BodyKind.COMPANY,
    "ltd": BodyKind.COMPANY,
    "association": BodyKind.ASSOCIATION,
    "federation": BodyKind.ASSOCIATION,
    "society": BodyKind.ASSOCIATION,
    "centre": BodyKind.CENTRE,
    "committee": BodyKind.COMMITTEE,
    "council": BodyKind.STATUTORY,
    "authority": BodyKind.STATUTORY,
}
"""Words of names that tell what a body is; else it is taken for a department."""


@dataclass(frozen=True, slots=True)
class NameMatch:
    """What an entry means, and what it was taken for, in words, where it says something else: "" if not.

    `printed` is the entry itself where it is no name of the thing, nor a part of one: a source may print it.
    """

    value: str
    said: str = ""
    printed: str = ""


@dataclass(frozen=True)
class NamesOnDay:
    """The names of the records, as they are on a day: that of the meeting, or the newest if none is known."""

    records: Records
    day: date | None = None

    def body(self, key: str) -> str:
        """Return the name of a body on the day."""
        found = self.records.bodies.get(key)
        if found is None:
            return key
        return str((name_of(found, self.day) if self.day else found.names[-1]).name)

    def person(self, key: str) -> str:
        """Return the name of a person, with how he or she is addressed."""
        found = self.records.people.get(key)
        return found.full_name if found else key

    def bodies(self, side: Side | None = None) -> tuple[str, ...]:
        """Return the names of the bodies of the day, of a side or of all, in protocol order."""
        found = [body for body in self.records.bodies.values() if side in (None, body.side)]
        there = [body for body in found if self._is_there(body)]
        there.sort(key=lambda body: (body.protocol, body.id))
        return tuple(dict.fromkeys(self.body(body.id) for body in there))

    def people(self) -> tuple[str, ...]:
        """Return the names of all people, the last to be named in a meeting first."""
        recent = [
            convenor.person
            for meeting in reversed(self.records.meetings)
            for convenors in values(meeting.convenors)
            for convenor in convenors
        ]
        return tuple(map(self.person, dict.fromkeys((*recent, *self.records.people))))

    def body_meant(self, text: str, side: Side | None = None) -> NameMatch:
        """Return the body that a text means, if need be as what continues it on the day; raises NotRead."""
        found = self._bodies_meant(text, side)
        keys = list(dict.fromkeys(owner_on(self.records.bodies, key, self.day) for key in found))
        key = _only(text, keys, self.body, new_body(text, side or _without_place(text)[1]))
        if text == self.body(key):
            return NameMatch(key)
        wanted = _key(text)
        body = self.records.bodies[found[0]]  # its aliases are no names of it, but what sources call it
        names = [_key(one) for one in _names_of(body) if one not in body.aliases]
        is_name = any(_is(wanted, name) or _within(wanted, name) for name in names)
        return NameMatch(key, self._taken(text, self.body(key)), "" if is_name or key != found[0] else text)

    def person_meant(self, text: str) -> NameMatch:
        """Return the person whom a text means; raises NotRead."""
        wanted = _person_key(text)
        known = {key: {_person_key(one) for one in _names_of(p)} for key, p in self.records.people.items()}
        found = [key for key, names in known.items() if wanted in names]
        found = found or [key for key, names in known.items() if any(_within(wanted, name) for name in names)]
        surnames = {key: person.surname.casefold() for key, person in self.records.people.items()}
        found = found or [key for key, surname in surnames.items() if surname == wanted]
        key = _only(text, found, self.person, f'egci-report new person "{text}"')
        return NameMatch(
            key,
            ""
            if text == self.person(key)
            else f"{self._taken(text, self.person(key))}{self._title(text, key)}",
        )

    def _title(self, text: str, key: str) -> str:
        """Tell of a title that a person is given and does not have on record."""
        title = _TITLES.match(text)
        there = self.records.people[key].honorific
        if title is None or title[0].strip(" .").casefold() == (there or "").casefold():
            return ""
        return (
            f", who is on record {f'as {there}' if there else 'without a title'}: the record stays as it is"
        )

    def thread_meant(self, text: str) -> NameMatch:
        """Return the subject that a text means; raises NotRead."""
        names = {thread.id: thread.name for thread in self.records.threads.values()}
        wanted = _key(text)
        found = [key for key, name in names.items() if _key(name) == wanted]
        found = found or [key for key, name in names.items() if _within(wanted, _key(name))]
        key = _only(text, found, names.__getitem__, "egci-report list threads")
        return NameMatch(key, "" if text == names[key] else self._taken(text, names[key]))

    def _taken(self, text: str, name: str) -> str:
        return f"{quoted(text)} was taken for {name}"

    def _is_there(self, body: Body) -> bool:
        if self.day is None:
            return body.dissolved is None
        begun = body.founded is None or body.founded.first <= self.day
        return begun and (body.dissolved is None or self.day < body.dissolved.first)

    def _bodies_meant(self, text: str, side: Side | None) -> list[str]:
        """Return the bodies that a text can mean: by a whole name, else by a part of one."""
        rest, place = _without_place(text)
        side = side or place
        for wanted in dict.fromkeys((_key(text), rest)):
            for is_named in (_is, _within):
                found = [key for key, names in self._names.items() if any(is_named(wanted, n) for n in names)]
                own = [key for key in found if side in (None, self.records.bodies[key].side)]
                if own:
                    there = [key for key in own if self._is_there(self.records.bodies[key])]
                    return there or own
        return []

    @cached_property
    def _names(self) -> Mapping[str, frozenset[str]]:
        """All names of bodies: of all times and languages, abbreviations, and as sources printed them."""
        found = {key: set(_names_of(body)) for key, body in self.records.bodies.items()}
        for meeting in self.records.meetings:
            for delegation in (*values(meeting.hong_kong), *values(meeting.guangdong)):
                for one in (*delegation.bodies, *delegation.others):
                    if one.printed and one.body in found:
                        found[one.body].add(one.printed)
        return {key: frozenset(filter(None, map(_key, names))) for key, names in found.items()}


def _names_of(record: Body | Person) -> Iterator[str]:
    if isinstance(record, Body):
        for name in record.names:
            yield from _texts(name.name)
            yield from filter(None, (name.short, name.short_tc))
    else:
        yield from _texts(record.name)
    yield from record.aliases


def _texts(words: Words) -> Iterator[str]:
    yield from filter(None, (words.en, words.tc, words.sc))


def _key(text: str) -> str:
    """Return a name as names are compared: its words in small letters, without marks and small words."""
    plain = unicodedata.normalize("NFKC", text).casefold().replace("&", " and ").replace("'s", "s")
    words = re.findall(r"[^\W_]+", plain)
    return " ".join([word for word in words if word not in _SMALL] or words)


def _person_key(text: str) -> str:
    return _key(_CHINESE_TITLES.sub("", _TITLES.sub("", text.strip())))


def _without_place(text: str) -> tuple[str, Side | None]:
    """Return a name without the place that it begins with, and the side that this is of."""
    key = _key(text)
    for place, side in _PLACES.items():
        if key.startswith(place) and key != place:
            return key.removeprefix(place).strip(), side
    return key, None


def _is(wanted: str, name: str) -> bool:
    return wanted == name


def _within(wanted: str, name: str) -> bool:
    """Whether all words of a name that people write stand in a whole name."""
    if not wanted:
        return False
    if not wanted.isascii():
        return len(wanted) > 1 and wanted in name
    return set(wanted.split()) <= set(name.split())


def new_body(name: str, side: Side | None) -> str:
    """Return the command that puts a body on record, its kind as its name has it: to be looked at."""
    words = name.casefold().split()
    kind = next((kind for word, kind in _KINDS.items() if word in words), BodyKind.DEPARTMENT)
    whose = f" --side {side.value}" if side else ""
    return f'egci-report new body "{name}"{whose} --kind {kind.value}'


def _only(text: str, found: Iterable[str], name: Callable[[str], str], hint: str) -> str:
    """Return the one that was found; raises NotRead with all of them, or with what to do."""
    keys = list(found)
    if len(keys) == 1:
        return keys[0]
    if not keys:
        message = f"nothing on record is called {quoted(text)}; put the name on record first: {hint}"
        raise NotOnRecord(message, hint) if " new " in hint else NotRead(message)
    names = "; ".join(name(key) for key in keys[:MOST])
    raise NotRead(f"{quoted(text)} may mean any of: {names}. Write which")
