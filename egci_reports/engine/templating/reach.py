"""What a template can read of an object, and what it can call: what is listed here, and nothing else."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from enum import Enum
from functools import cached_property
from inspect import getattr_static
from types import BuiltinMethodType, MethodType

from jinja2 import Undefined
from jinja2.environment import TemplateModule
from jinja2.runtime import BlockReference, LoopContext, Macro
from jinja2.sandbox import safe_range
from jinja2.utils import Joiner, Namespace
from pydantic import BaseModel

from egci_reports.for_templates import is_for_templates

_OURS = "egci_reports."
_MAPPING = frozenset({"get", "items", "keys", "values"})
# Nothing here makes a text longer, prints Python's own forms, or changes what it belongs to.
_LISTED: dict[type, frozenset[str]] = {
    str: frozenset(
        {"endswith", "lower", "lstrip", "removeprefix", "removesuffix", "rstrip", "split", "startswith"}
        | {"strip", "upper"}
    ),
    date: frozenset({"day", "month", "year"}),
    Enum: frozenset({"name", "value"}),
    LoopContext: frozenset(
        {"changed", "cycle", "depth", "depth0", "first", "index", "index0", "last", "length", "nextitem"}
        | {"previtem", "revindex", "revindex0"}
    ),
}
_CALLED = (Macro, LoopContext, BlockReference, Joiner, Undefined)  # calling what is missing says so
_GLOBALS = (Joiner, Namespace, safe_range)


class _Names(dict[type, frozenset[str]]):
    """The names that can be read of each type, worked out once."""

    def __missing__(self, kind: type) -> frozenset[str]:
        self[kind] = frozenset(name for name in _names(kind) if not name.startswith("_"))
        return self[kind]


READABLE = _Names()
"""What can be read of an object of a type: fields, our properties and marked methods, and what is listed."""


def is_readable(obj: object, name: str) -> bool:
    """Return whether a template can read an attribute: for macros of a file and namespaces, what was set."""
    if isinstance(obj, TemplateModule):
        return name in vars(obj) and not name.startswith("_")
    return name in READABLE[type(obj)] or (type(obj) is Namespace and not name.startswith("_"))


def readable(obj: object) -> Collection[str]:
    """Return the names that a template can read of an object, and the keys of a mapping."""
    if isinstance(obj, Mapping):
        return [key for key in obj if isinstance(key, str)]
    if isinstance(obj, TemplateModule):
        return [name for name in vars(obj) if not name.startswith("_")]
    return READABLE[type(obj)]


def is_out_of_reach(obj: object, name: str) -> bool:
    """Return whether an object has something of a name that a template cannot read, without reading it."""
    missing = object()
    return name.startswith("_") or getattr_static(obj, name, missing) is not missing


def is_callable(obj: object) -> bool:
    """Return whether a template can call something: macros, marked methods, and methods that are listed."""
    if isinstance(obj, _CALLED) or any(obj is one for one in _GLOBALS):
        return True
    if isinstance(obj, BuiltinMethodType):
        return obj.__name__ in _LISTED_OF[type(obj.__self__)]
    if isinstance(obj, MethodType):
        return is_for_templates(obj.__func__) or obj.__name__ in _LISTED_OF[type(obj.__self__)]
    return is_for_templates(getattr_static(type(obj), "__call__", None))


def _names(kind: type) -> Iterator[str]:
    yield from _listed(kind)
    if issubclass(kind, BaseModel):
        yield from kind.model_fields
    elif is_dataclass(kind):
        yield from (field.name for field in fields(kind))
    elif issubclass(kind, tuple):
        yield from getattr(kind, "_fields", ())
    for base in kind.__mro__:
        ours = base.__module__.startswith(_OURS)
        for name, value in vars(base).items():
            if is_for_templates(value) or (ours and isinstance(value, property | cached_property)):
                yield name


class _Listed(dict[type, frozenset[str]]):
    """The names listed for each type and those that it descends from, worked out once."""

    def __missing__(self, kind: type) -> frozenset[str]:
        self[kind] = _listed(kind)
        return self[kind]


_LISTED_OF = _Listed()


def _listed(kind: type) -> frozenset[str]:
    names = _MAPPING if issubclass(kind, Mapping) else frozenset[str]()
    return names.union(*(_LISTED.get(base, ()) for base in kind.__mro__))
