"""The filters of templates. They only format: no rule of the business, no word that is not in words.toml."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date as Date  # noqa: N812 - a filter is called date
from typing import Any, Protocol

from markupsafe import Markup, escape

from egci_reports.engine.document.inlines import Name
from egci_reports.engine.templating.printing import Unprintable, printable
from egci_reports.engine.templating.word_list import WordList

_NO_BREAK = "\N{NO-BREAK SPACE}"
_DATE = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")
_TAG = re.compile(r"<[^>]*>")
_LEAD = re.compile(r'<name lead="')
_NAME = re.compile(r'<name\b[^>]*?\bfull="([^"]*)"[^>]*>')


class Named(Protocol):
    """The name of a body, and whether it takes "the"."""

    @property
    def name(self) -> Name:
        """The name of the day."""

    @property
    def article(self) -> bool:
        """Whether "the" stands before it."""


class Filters:
    """The filters of one language, whose words come from `words`."""

    def __init__(self, words: WordList) -> None:
        self._words = words

    def all(self) -> dict[str, Callable[..., Any]]:
        """Return the filters by the names that templates use."""
        return {
            "date": self.date,
            "weekday_date": self.weekday_date,
            "clock": self.clock,
            "ordinal": self.ordinal,
            "ordinal_word": self.ordinal_word,
            "figures": figures,
            "decimal": decimal,
            "number": self.number,
            "opening": opening,
            "counted": self.counted,
            "times": self.times,
            "plural": plural,
            "joined": self.joined,
            "the": self.the,
        }

    def date(self, value: Date | str) -> str:
        """Return a date as "9 October 2024"; a partial one as "October 2018" or "2009"."""
        match = _DATE.fullmatch(value.isoformat() if isinstance(value, Date) else str(value))
        if match is None:
            raise Unprintable(f"{value!r} is no date: YYYY-MM-DD, YYYY-MM or YYYY")
        year, month, day = match.groups()
        if month is None:
            return year
        name = self._nth("months", int(month), value)
        return f"{int(day)}{_NO_BREAK}{name} {year}" if day else f"{name} {year}"

    def weekday_date(self, value: Date | str) -> str:
        """Return a whole date with its weekday: "Wednesday, 9 October 2024"."""
        day = value if isinstance(value, Date) else Date.fromisoformat(value)
        return f"{self._nth('weekdays', day.isoweekday(), value)}, {self.date(day)}"

    def clock(self, value: str) -> str:
        """Return a time of 24 hours ("14:30") as "2:30 pm"; noon is 12:00 pm."""
        hour, _, minute = value.partition(":")
        time = f"{(int(hour) - 1) % 12 + 1}:{minute}"
        text = self._words("before_noon" if int(hour) < 12 else "after_noon", time=time)
        return text.replace(" ", _NO_BREAK)

    def ordinal(self, value: int) -> str:
        """Return a number as "1st", "2nd", "3rd", "11th", "21st"."""
        last = value % 10 if value % 100 not in (11, 12, 13) else 0
        return f"{figures(value)}{self._words(f'ordinals.{last}' if last in (1, 2, 3) else 'ordinals.other')}"

    def ordinal_word(self, value: int) -> str:
        """Return a small ordinal in words ("Sixteenth" is `16|ordinal_word|capitalize`), else in figures."""
        words = self._words.several("ordinal_words")
        return words[value - 1] if 0 < value <= len(words) else self.ordinal(value)

    def number(self, value: int) -> str:
        """Return a whole number in words up to ten ("no" is not a number: 0 is "0"), in figures above."""
        words = self._words.several("numbers")
        return words[value - 1] if 0 < value <= len(words) else figures(value)

    def counted(self, value: int, one: str, many: str) -> str:
        """Return a number with its noun: "one area", "two areas", "no area"."""
        if value == 0:
            return f"{self._words('none_of')} {one}"
        return f"{self.number(value)} {plural(value, one, many)}"

    def times(self, value: int) -> str:
        """Return how often: "once", "twice", "three times", "never"."""
        words = self._words.several("times")
        return (
            words[value] if 0 <= value < len(words) else self._words("times_many", number=self.number(value))
        )

    def joined(self, values: Iterable[object], last: str | None = None) -> str:
        """Return a list in a sentence: "A, B and C".

        Semicolons stand between items as soon as one holds a comma, and a comma before the last word if an
        item holds that word; of a name its full form counts. `last` is the last word ("or"), "and" if not
        given. Raises Unprintable for an empty list.
        """
        items = [printable(value) for value in values]
        if not items:
            raise Unprintable("an empty list: the template decides what to say instead")
        parts = [item if isinstance(item, Markup) else escape(str(item)) for item in items]
        texts = [_TAG.sub("", _NAME.sub(r"\1", part)) for part in parts]
        word = last or self._words("and")
        mark = "; " if any("," in text for text in texts) else ", "
        before_last = mark if mark == "; " or any(f" {word} " in text for text in texts) else " "
        if len(parts) == 1:
            return parts[0]
        if len(parts) == 2:
            before_last = " "
        return escape(mark).join(parts[:-1]) + escape(f"{before_last}{word} ") + parts[-1]

    def the(self, named: Named) -> Markup:
        """Return a body's name as a sentence has it: "the Marine Department", "Invest Hong Kong"."""
        lead = self._words("the") if named.article else ""
        return escape(printable(replace(named.name, lead=lead)))

    def _nth(self, key: str, number: int, value: object) -> str:
        names = self._words.several(key)
        if not 0 < number <= len(names):
            raise Unprintable(f"{value!r} is no date: there is no month {number}")
        return names[number - 1]


def figures(value: int) -> str:
    """Return a whole number in figures, thousands set off by a no-break space: "2 296". Not for years."""
    return f"{value:,}".replace(",", _NO_BREAK)


def decimal(value: float, places: int = 1) -> str:
    """Return a number with that many decimal places: "4.8"."""
    return f"{value:,.{places}f}".replace(",", _NO_BREAK)


def opening(text: str) -> str:
    """Return a text with a capital letter at its start, as a sentence opens; a name with its first word."""
    start = _LEAD.match(text)
    at = start.end() if start else 0
    return type(text)(text[:at] + text[at : at + 1].upper() + text[at + 1 :])


def plural(value: int, one: str, many: str) -> str:
    """Return the noun that goes with a number, which a template prints itself."""
    return one if value == 1 else many
