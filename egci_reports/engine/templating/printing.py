"""What a template may print: text, numbers and inlines of the tree. All else is a slip, and is refused."""

from __future__ import annotations

import math
from datetime import date

from jinja2 import Undefined
from markupsafe import Markup

from egci_reports.engine.document.inlines import Inline
from egci_reports.engine.templating.nodes_as_markup import INLINES, markup


class Unprintable(ValueError):  # noqa: N818 - what it says of the value
    """A value that a reader should not meet; the message says what to do instead."""


def printable(value: object) -> object:
    """Return a value as Jinja is to print it.

    Raises Unprintable for None, True and False, lists and mappings, dates without a filter, numbers that
    are none, and objects without a text of their own.
    """
    match value:
        case str() | Undefined():
            return value
        case None:
            raise Unprintable("a value is None: say in words what is not known")
        case bool():
            raise Unprintable(f"a value is {value}: a template decides on it with `if`, and prints words")
        case int():
            return value
        case float() if math.isfinite(value):
            return value
        case float():
            raise Unprintable(f"a number is {value}: say in words what is not known")
        case date():
            raise Unprintable(f"a date without its form: {value}; use the filter `date`")
    return _nodes(value)


def _nodes(value: object) -> Markup:
    """Return an inline of the tree, or a tuple of inlines, as markup."""
    if isinstance(value, INLINES):
        return markup((value,))
    if isinstance(value, tuple) and value and all(isinstance(one, INLINES) for one in value):
        inlines: tuple[Inline, ...] = value
        return markup(inlines)
    many = isinstance(value, list | tuple | set | frozenset)
    hint = "use the filter `joined`" if many else "print a field of it"
    raise Unprintable(f"a {type(value).__name__} cannot be printed: {hint}")
