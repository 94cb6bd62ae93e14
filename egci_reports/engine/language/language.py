"""The forms of one language: numbers, counts, ordinals, lists, dates. No rule of grammar is in code."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date as Date  # noqa: N812 - a form is called date

_DATE = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?")
_SHOWN = 40
_TIME = re.compile(r"([01][0-9]|2[0-3]):([0-5][0-9])")


@dataclass(frozen=True, slots=True, kw_only=True)
class Language:
    """How a language writes; all of it comes from the table [language] of words.toml. Slots stand in braces.

    `tag` is its BCP 47 tag. `thousands` parts groups of three digits, `point` the decimals. `numbers` are
    words for 1 upwards, `none_of` ({noun}) stands for a count of nought, `counted` ({number}, {noun}) for
    others; `singular` matches the figures of numbers that take a noun's first form. `times` are words for how
    often, from 0, `times_many` ({number}) for more. `ordinals` are pairs of a pattern of figures and a form
    ({number}), of which the first that matches counts; `ordinal_words` are words for 1 upwards. `comma` and
    `semicolon` part the items of a list, `last` ({word}) joins the last, with `and_` for its word. `the` is
    the article. `day` ({day}, {month}, {year}), `month` ({month}, {year}), `weekday` ({weekday}, {date}) and
    `day_of_year` ({day}, {month}) are forms of dates; `morning` and `afternoon` ({hour} of twelve, {hour24},
    {minute}) of times.
    """

    tag: str
    thousands: str
    point: str
    numbers: tuple[str, ...]
    none_of: str
    counted: str
    singular: str
    times: tuple[str, ...]
    times_many: str
    ordinals: tuple[tuple[str, str], ...]
    ordinal_words: tuple[str, ...]
    comma: str
    semicolon: str
    last: str
    and_: str
    the: str
    months: tuple[str, ...]
    weekdays: tuple[str, ...]
    day: str
    month: str
    weekday: str
    day_of_year: str
    morning: str
    afternoon: str

    def figures(self, value: int) -> str:
        """Return a whole number in figures, thousands set off: "2 296". Not for years."""
        return f"{value:,}".replace(",", self.thousands)

    def decimal(self, value: float, places: int = 1) -> str:
        """Return a number with that many decimal places: "4.8"."""
        whole, _, rest = f"{value:,.{places}f}".partition(".")
        return whole.replace(",", self.thousands) + (self.point + rest if rest else "")

    def number(self, value: int) -> str:
        """Return a whole number in words as far as the language has them, in figures above; 0 is "0"."""
        return self.numbers[value - 1] if 0 < value <= len(self.numbers) else self.figures(value)

    def plural(self, value: int, one: str, many: str) -> str:
        """Return the form of a noun that goes with a number."""
        return one if re.search(self.singular, str(value)) else many

    def count(self, value: int, one: str, many: str) -> str:
        """Return a number with its noun: "one area", "two areas", "no area"."""
        if value == 0:
            return self.none_of.format(noun=one)
        return self.counted.format(number=self.number(value), noun=self.plural(value, one, many))

    def how_often(self, value: int) -> str:
        """Return how often: "never", "once", "twice", "three times"."""
        if 0 <= value < len(self.times):
            return self.times[value]
        return self.times_many.format(number=self.number(value))

    def ordinal(self, value: int) -> str:
        """Return an ordinal in figures: "1st", "11th", "21st"."""
        form = next((form for pattern, form in self.ordinals if re.search(pattern, str(value))), "{number}")
        return form.format(number=self.figures(value))

    def ordinal_word(self, value: int) -> str:
        """Return a small ordinal in words ("sixteenth"), others in figures."""
        return self.ordinal_words[value - 1] if 0 < value <= len(self.ordinal_words) else self.ordinal(value)

    def typed_date(self, value: Date | str) -> str:
        """Return a date as people type it: as papers write it, but with plain blanks."""
        return self.date(value).replace("\N{NO-BREAK SPACE}", " ")

    def date(self, value: Date | str) -> str:
        """Return a date (YYYY-MM-DD) as "9 October 2024"; YYYY-MM as "October 2018", YYYY as it is.

        Raises ValueError where it is no date.
        """
        match = _DATE.fullmatch(value.isoformat() if isinstance(value, Date) else str(value))
        if match is None:
            raise ValueError(f"{str(value)[:_SHOWN]!r} is no date: YYYY-MM-DD, YYYY-MM or YYYY")
        year, month, day = match.groups()
        if month is None:
            return year
        if not 0 < int(month) <= len(self.months):
            raise ValueError(f"{str(value)[:_SHOWN]!r} is no date: there is no month {int(month)}")
        form = self.day if day else self.month
        return form.format(day=int(day or 0), month=self.months[int(month) - 1], year=year)

    def weekday_date(self, value: Date | str) -> str:
        """Return a whole date with its weekday: "Wednesday, 9 October 2024"; raises ValueError as `date`."""
        day = value if isinstance(value, Date) else Date.fromisoformat(value)
        return self.weekday.format(weekday=self.weekdays[day.isoweekday() - 1], date=self.date(day))

    def weekday_name(self, value: int) -> str:
        """Return the name of a weekday, 0 for Monday."""
        return self.weekdays[value]

    def yearly(self, month: int, day: int) -> str:
        """Return a day of any year: "9 October"."""
        return self.day_of_year.format(day=day, month=self.months[month - 1])

    def clock(self, value: str) -> str:
        """Return a time of 24 hours ("14:30") as "2:30 pm"; raises ValueError where it is none."""
        match = _TIME.fullmatch(value)
        if match is None:
            raise ValueError(f"{value[:_SHOWN]!r} is no time: HH:MM")
        hour, minute = int(match[1]), match[2]
        form = self.morning if hour < 12 else self.afternoon
        return form.format(hour=(hour - 1) % 12 + 1, hour24=match[1], minute=minute)

    def join(self, items: Sequence[str], word: str | None = None) -> str:
        """Return a list in a sentence: "A, B and C"; "" for none. `word` stands in place of `and_`.

        The marks follow from what the items hold (see `marks`).
        """
        if len(items) < 2:
            return "".join(items)
        mark, before_last = self.marks(items, word)
        return mark.join(items[:-1]) + before_last + items[-1]

    def marks(self, texts: Sequence[str], word: str | None = None) -> tuple[str, str]:
        """Return what stands between the items of a list, and before its last.

        Semicolons part the items as soon as one holds a comma; the mark stands before the last word too if
        an item holds a comma or that word, and there are more than two.
        """
        word = self.and_ if word is None else word
        heavy = any(self.comma.strip() in text for text in texts)
        mark = self.semicolon if heavy else self.comma
        joint = self.last.format(word=word)
        plain = not heavy and not any(joint in text for text in texts)
        return mark, joint if plain or len(texts) == 2 else mark.rstrip() + joint
