"""The filters of templates. They only format: no rule of the business, no word that is not in words.toml."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import replace
from functools import wraps
from typing import Any, Protocol, TypeVar, cast

from markupsafe import Markup, escape

from egci_reports.engine.document.inlines import Name
from egci_reports.engine.language.language import Language
from egci_reports.engine.templating.printing import Unprintable, printable

_TAG = re.compile(r"<[^<>]*>")
_LEAD = re.compile(r'<name lead="')
_FULL = re.compile(r'\bfull="([^"]*)"')
_MOST_PLACES = 12

F = TypeVar("F", bound=Callable[..., Any])


class Named(Protocol):
    """The name of a body, and whether it takes "the"."""

    @property
    def name(self) -> Name:
        """The name of the day."""

    @property
    def article(self) -> bool:
        """Whether "the" stands before it."""


class Filters:
    """The filters of one language: its forms for templates, and lists of names."""

    def __init__(self, language: Language) -> None:
        self._language = language

    def all(self) -> dict[str, Callable[..., Any]]:
        """Return the filters by the names that templates use."""
        language = self._language
        return {
            "date": _of_value(language.date),
            "weekday_date": _of_value(language.weekday_date),
            "weekday_name": language.weekday_name,
            "day_of_year": lambda day: language.yearly(*day),
            "clock": _of_value(language.clock),
            "ordinal": language.ordinal,
            "ordinal_word": language.ordinal_word,
            "figures": language.figures,
            "decimal": _bounded(language.decimal),
            "number": language.number,
            "opening": opening,
            "counted": language.count,
            "times": language.how_often,
            "plural": language.plural,
            "joined": self.joined,
            "the": self.the,
        }

    def joined(self, values: Iterable[object], last: str | None = None) -> str:
        """Return a list in a sentence: "A, B and C".

        Of a name its full form counts for the marks (see `Language.marks`). `last` is the last word ("or").
        Raises Unprintable for an empty list.
        """
        items = [printable(value) for value in values]
        if not items:
            raise Unprintable("an empty list: the template decides what to say instead")
        parts = [item if isinstance(item, Markup) else escape(str(item)) for item in items]
        if len(parts) == 1:
            return parts[0]
        texts = [_TAG.sub(_said, part) for part in parts]
        mark, before_last = self._language.marks(texts, last)
        return escape(mark).join(parts[:-1]) + escape(before_last) + parts[-1]

    def the(self, named: Named) -> Markup:
        """Return a body's name as a sentence has it: "the Marine Department", "Invest Hong Kong"."""
        lead = self._language.the if named.article else ""
        return escape(printable(replace(named.name, lead=lead)))


def _of_value(form: F) -> F:
    """Return a filter that tells what is no date or time as what cannot be printed."""

    @wraps(form)
    def formed(value: object) -> str:
        try:
            return str(form(value))
        except ValueError as error:
            raise Unprintable(str(error)) from error

    return cast(F, formed)


def _bounded(decimal: Callable[[float, int], str]) -> Callable[..., str]:
    """Return the filter for decimals; it refuses more places than a paper can need."""

    def bounded(value: float, places: int = 1) -> str:
        if places > _MOST_PLACES:
            raise Unprintable(f"a number has at most {_MOST_PLACES} decimal places, not {places}")
        return decimal(value, places)

    return bounded


def opening(text: str) -> str:
    """Return a text with a capital letter at its start, as a sentence opens; a name with its first word."""
    start = _LEAD.match(text)
    at = start.end() if start else 0
    return type(text)(text[:at] + text[at : at + 1].upper() + text[at + 1 :])


def _said(tag: re.Match[str]) -> str:
    """Return what a tag stands for in a sentence: a name its full form, others nothing."""
    full = _FULL.search(tag[0]) if tag[0].startswith("<name") else None
    return full[1] if full else ""
