"""Those of Jinja's own filters and tests that templates may use, with bounds where they could grow.

They choose, order and count. The rest switch escaping off, print Python's own forms, or differ from run to
run.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import wraps
from inspect import unwrap
from typing import Any

from jinja2.filters import FILTERS as JINJA_FILTERS
from jinja2.tests import TESTS as JINJA_TESTS
from markupsafe import Markup, escape

from egci_reports.engine.templating.limits import CHARACTERS, TooMuch
from egci_reports.engine.templating.printing import printable

_PLAIN = (
    "abs", "attr", "count", "d", "default", "first", "groupby", "items", "last", "length", "list", "map",
    "max", "min", "reject", "rejectattr", "reverse", "select", "selectattr", "sort", "unique",
)  # fmt: skip
_BOUNDED = {"batch": 1_000, "slice": 1_000, "round": 12}
"""Filters whose second value says how many, with the most that it may say."""
_OF_TEXT = ("capitalize", "lower", "trim", "upper")
_TESTS = (
    "!=", "<", "<=", "==", ">", ">=", "boolean", "defined", "eq", "equalto", "false", "float", "ge",
    "greaterthan", "gt", "in", "integer", "iterable", "le", "lessthan", "lt", "mapping", "ne", "none",
    "number", "sameas", "sequence", "string", "true", "undefined",
)  # fmt: skip
_TESTS_OF_NUMBERS = ("divisibleby", "even", "odd")
_LONGEST_MARK = 64
_TEST_OF: dict[str, Any] = dict(JINJA_TESTS)


def _bounded(function: Callable[..., Any], most: int) -> Callable[..., Any]:
    """Return a filter that refuses to make more than `most` of something."""
    function = unwrap(function)  # of two forms the one that is not for coroutines

    @wraps(function)
    def bounded(value: Any, number: int = 0, *more: Any, **named: Any) -> Any:
        for one in (number, *named.values()):
            if isinstance(one, int) and abs(one) > most:
                raise TooMuch(f"{one:,} is too many: at most {most:,}")
        return function(value, number, *more, **named)

    return bounded


def _of_text(change: Callable[..., Any]) -> Callable[..., Any]:
    """Return a filter of texts that takes what may be printed; Jinja's own makes "NONE" of None."""

    def changed(value: object, *marks: str) -> Any:
        if any(len(mark) > _LONGEST_MARK for mark in marks):
            raise TooMuch(f"too many characters to look for: at most {_LONGEST_MARK}")
        return change(printable(value), *marks)

    return changed


def _of_number(test: Callable[..., Any]) -> Callable[..., Any]:
    """Return a test that takes numbers; Jinja's own fills a text with `%`."""

    def tested(value: object, *numbers: object) -> Any:
        if not all(isinstance(one, int | float) for one in (value, *numbers)):
            raise TypeError(f"{type(value).__name__} is no number")
        return test(value, *numbers)

    return tested


@wraps(JINJA_FILTERS["sum"])
def _sum(
    environment: Any, values: Iterable[Any], attribute: str | int | None = None, start: float = 0
) -> Any:
    """Add numbers; Jinja's own also joins lists, and copies them for each."""
    if not isinstance(start, int | float):
        raise TypeError(f"numbers are added, not a {type(start).__name__}")
    return JINJA_FILTERS["sum"](environment, values, attribute, start)


def _dictsort(value: Mapping[Any, Any], *how: Any, **named: Any) -> Any:
    """Sort a mapping; Jinja's own calls whatever is named `items`."""
    if not isinstance(value, Mapping):
        raise TypeError(f"a {type(value).__name__} is no mapping")
    return JINJA_FILTERS["dictsort"](value, *how, **named)


def _join(values: Iterable[Any], mark: str = "") -> Markup:
    """Join values that may be printed; Jinja's own `join` prints None."""
    parts = [escape(printable(value)) for value in values]
    _require_length(sum(map(len, parts)) + len(escape(mark)) * len(parts))
    return escape(mark).join(parts)


def _replace(value: object, old: str, new: str) -> str:
    """Replace a piece of a text that may be printed; Jinja's own takes None."""
    printed = printable(value)
    text = printed if isinstance(printed, str) else str(printed)
    _require_length(len(text) + text.count(old) * len(escape(new)))
    return text.replace(old, new)


def _require_length(length: int) -> None:
    if length > CHARACTERS:
        raise TooMuch(f"a text is too long: more than {CHARACTERS:,} characters")


FILTERS: dict[str, Callable[..., Any]] = {
    **{name: JINJA_FILTERS[name] for name in _PLAIN},
    **{name: _bounded(JINJA_FILTERS[name], most) for name, most in _BOUNDED.items()},
    **{name: _of_text(JINJA_FILTERS[name]) for name in _OF_TEXT},
    "dictsort": _dictsort,
    "sum": _sum,
    "join": _join,
    "replace": _replace,
    "int": int,  # Jinja's own makes 0 of what is no number
}
"""Jinja's filters by name."""

TESTS: dict[str, Callable[..., Any]] = {
    **{name: _TEST_OF[name] for name in _TESTS},
    **{name: _of_number(_TEST_OF[name]) for name in _TESTS_OF_NUMBERS},
}
"""Jinja's tests by name."""
