"""Words for the terminal: days, ordinals, names of the day, and why something is not stated."""

from __future__ import annotations

from datetime import date
from functools import cache

from pydantic import BaseModel

from egci_reports.engine.language.language import Language
from egci_reports.engine.language.load import load_language
from egci_reports.records.base import PartialDate, Words
from egci_reports.records.bodies import Body, BodyName
from egci_reports.records.facts import UnstatedReason
from egci_reports.workspace import shipped

UNSTATED_WORDS = {
    UnstatedReason.NOT_RECORDED: "not recorded: the sources were read for it and have nothing",
    UnstatedReason.NOT_STATED: "not stated: the source touches on it and leaves it open",
    UnstatedReason.NOT_SEEN: "not seen: our copy of the source stops short",
    UnstatedReason.NOT_NOTED: "not noted: the source was read, but what it has on this was not noted",
    UnstatedReason.NO_LIST: "no list: the source lists none",
    UnstatedReason.OPEN_LIST: "open list: the source names some and says that there are more",
}
"""What each kind of silence means."""


@cache
def terminal_language() -> Language:
    """Return how the language of the terminal writes: the program speaks to its user in English."""
    return load_language((shipped("templates"),))


def day(value: date, *, weekday: bool = False) -> str:
    """Return a day as papers write it: 9 October 2024, with its weekday if wanted."""
    language = terminal_language()
    return _plain(language.weekday_date(value) if weekday else language.date(value))


def partial(value: PartialDate) -> str:
    """Return a partial date: 25 July 2024, October 2018, 2009."""
    return _plain(terminal_language().date(str(value)))


def _plain(text: str) -> str:
    """Return a text with blanks that a terminal may break at."""
    return text.replace("\N{NO-BREAK SPACE}", " ")


def span(starts: PartialDate | None, ends: PartialDate | None) -> str:
    """Return a stretch of time: from 1 July 2004 to 24 July 2024; nothing if neither end is known."""
    parts = [f"from {partial(starts)}" if starts else "", f"to {partial(ends)}" if ends else ""]
    return " ".join(part for part in parts if part)


def ordinal(number: int) -> str:
    """Return 1st, 2nd, 3rd, 11th, 22nd."""
    return terminal_language().ordinal(number)


def full_name(name: BodyName) -> str:
    """Return a body's name in English with its abbreviation."""
    return f"{name.name} ({name.short})" if name.short else str(name.name)


def name_on(body: Body, when: date | None) -> str:
    """Return the name of a body on a day; its newest name where the day is not known."""
    return full_name((body.name_on(when) if when else None) or body.names[-1])


def chinese(words: Words) -> str:
    """Return the Chinese forms of a text: 數字政策辦公室, 数字政策办公室."""
    return ", ".join(dict.fromkeys(text for text in (words.tc, words.sc) if text))


def counted(number: int, singular: str, plural: str) -> str:
    """Return a number with its noun: 1 area, 5 areas."""
    return f"{number} {terminal_language().plural(number, singular, plural)}"


def value_words(value: object) -> str:
    """Return the value of any fact on one line: a day, a place, a list of names."""
    match value:
        case date():
            return day(value)
        case PartialDate():
            return partial(value)
        case Words():
            return str(value)
        case tuple():
            return "; ".join(value_words(part) for part in value)
        case BaseModel():
            parts = (getattr(value, name) for name in type(value).model_fields)
            return ", ".join(value_words(part) for part in parts if part not in (None, (), False))
        case _:
            return str(value)
