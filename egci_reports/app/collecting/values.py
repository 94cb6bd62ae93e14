"""Reads what people write in a form for choices, numbers and dates, in whatever digits they type."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from egci_reports.app.collecting.quote import quoted

_DASHES = dict.fromkeys(map(ord, "\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe63"), "-")
_FULL_WIDTH = {code: chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F)}
"""Signs of full width, which East Asian input methods type (Unicode, U+FF01 to U+FF5E)."""
_PLAIN = {**_FULL_WIDTH, **_DASHES, 0x3000: " ", 0x3001: ",", 0x3002: "."}
_NUMBER = re.compile(r"-?(?:[0-9]+|[0-9]{1,3}(?:[ ,][0-9]{3})+)(?:\.[0-9]+)?")
_IN_WORDS = re.compile(r"(?:(?:([0-9]{1,2})(?:st|nd|rd|th)? )?([^\W\d_]+)\.?,? )?([0-9]{4})")
_MONTH_FIRST = re.compile(r"([^\W\d_]+)\.? ([0-9]{1,2})(?:st|nd|rd|th)?,? ([0-9]{4})")
_YEAR_FIRST = re.compile(r"([0-9]{4})(?:([-/.])([0-9]{1,2})(?:\2([0-9]{1,2}))?)?")
_IN_FIGURES = re.compile(r"([0-9]{1,2})([-/.])([0-9]{1,2})\2([0-9]{4})")
_DIGITS = {sign: value for value, signs in enumerate(("〇零○", *"一二三四五六七八九")) for sign in signs}
_NUMERAL = "[〇零○一二三四五六七八九十廿卅]"
_CHINESE_NUMERALS = re.compile(
    rf"({_NUMERAL}{{4}})年(?:({_NUMERAL}{{1,3}})月(?:({_NUMERAL}{{1,3}})[日號号])?)?"
)
_CHINESE = re.compile(r"([0-9]{4}) ?年 ?(?:([0-9]{1,2}) ?月 ?(?:([0-9]{1,2}) ?[日號号])?)?")
_SHORT_MONTH = 3
_YEARS = range(1900, 2100)


class NotRead(Exception):  # noqa: N818 - it tells what happened to a text
    """A text that does not say what its field asks for; the message tells why."""


class NotOnRecord(NotRead):
    """A name of something that is not on record yet; `command` puts it there."""

    def __init__(self, message: str, command: str) -> None:
        super().__init__(message)
        self.command = command


def chosen(text: str, choices: Mapping[str, Any]) -> Any:
    """Return the choice that a text names; raises NotRead."""
    found = [value for word, value in choices.items() if _compared(word) == _compared(text)]
    if not found:
        raise NotRead(f"{quoted(text)} is none of: {', '.join(choices)}")
    return found[0]


def number(text: str) -> str:
    """Return a number as records have it: 1 200, -3, 12.5; raises NotRead."""
    tidy = _plain(text)
    if not _NUMBER.fullmatch(tidy):
        raise NotRead(f"{quoted(text)} is no number in figures")
    return tidy.replace(",", " ")


def written_date(text: str, months: Sequence[str]) -> str:
    """Return a day, a month or a year as records have it: 2024-10-09, 2024-10, 2024; raises NotRead.

    `months` are the names of the months. Days such as 9/10/2024 are not read here, see `date_meant`: they are
    one day in London and another in New York.
    """
    tidy = _plain(text)
    if match := _IN_WORDS.fullmatch(tidy):
        day, name, year = match.groups()
        month = _month(name, months) if name else None
        if month or not name:
            return _real(year, month, day)
    elif (match := _MONTH_FIRST.fullmatch(tidy)) and (month := _month(match[1], months)):
        return _real(match[3], month, match[2])
    elif match := _YEAR_FIRST.fullmatch(tidy):
        return _real(match[1], match[3], match[4])
    elif match := _CHINESE.fullmatch(tidy):
        return _real(*match.groups())
    raise NotRead(f"{quoted(text)} is no date such as 9 October 2024")


def date_meant(text: str, months: Sequence[str]) -> tuple[str, bool]:
    """Return a date as records have it, and whether it had to be guessed which figure is the day.

    Days in figures have the day first, as in Hong Kong: 30/3/2012. Numerals may be Chinese. Raises NotRead.
    """
    tidy = _plain(text)
    if match := _IN_FIGURES.fullmatch(tidy):
        day, _, month, year = match.groups()
        return _real(year, month, day), True
    if match := _CHINESE_NUMERALS.fullmatch(tidy):
        year, month, day = match.groups()
        tidy = (
            f"{_figure(year)}年"
            + (f"{_figure(month)}月" if month else "")
            + (f"{_figure(day)}日" if day else "")
        )
    return written_date(tidy, months), False


def _figure(numeral: str) -> str:
    """Return a Chinese numeral up to 99, or a year digit by digit, in figures."""
    if len(numeral) == len("二〇一二") or not set(numeral) & set("十廿卅"):
        return "".join(str(_DIGITS[one]) for one in numeral)
    numeral = numeral.replace("廿", "二十").replace("卅", "三十")
    tens, _, ones = numeral.partition("十")
    return str((_DIGITS[tens] if tens else 1) * 10 + (_DIGITS[ones] if ones else 0))


def whole_date(written: str) -> date:
    """Return a date that has its day; raises NotRead."""
    if len(written) < len("2024-10-09"):
        raise NotRead(f"{written} is no whole date: day, month and year")
    return date.fromisoformat(written)


def _plain(text: str) -> str:
    """Return a text with digits of any script, and signs of full width, as those that records use."""
    digits = (str(unicodedata.decimal(one, one)) for one in text)
    return " ".join("".join(digits).translate(_PLAIN).split())


def _compared(text: str) -> str:
    """Return a text as choices are compared: without regard to case, dashes and width."""
    return _plain(text).casefold()


def _month(name: str, months: Sequence[str]) -> str | None:
    """Return the number of a month by its name, or by three letters or more of it."""
    said = name.casefold()
    for index, month in enumerate(months, start=1):
        if month.casefold() == said or (len(said) >= _SHORT_MONTH and month.casefold().startswith(said)):
            return str(index)
    return None


def _real(year: str, month: str | None, day: str | None) -> str:
    """Return a date that exists, without the parts that are not said."""
    parts = [year, *(f"{int(part):02d}" for part in (month, day) if part)]
    written = "-".join(parts)
    try:
        date(int(year), int(month or 1), int(day or 1))
    except ValueError:
        raise NotRead(f"there is no such day: {written}") from None
    if int(year) not in _YEARS:
        raise NotRead(f"{year} is no year of this or the last century")
    return written
