"""Marks the methods that templates may call: of our objects they reach these, fields and properties alone."""

from __future__ import annotations

from collections.abc import Callable
from types import FunctionType
from typing import Any, TypeVar

_MARK = "__for_templates__"
_Method = TypeVar("_Method", bound=Callable[..., Any])


def for_templates(method: _Method) -> _Method:
    """Mark a method as one that templates may call: it returns data, changes nothing, and ends soon."""
    setattr(method, _MARK, True)
    return method


def is_for_templates(method: object) -> bool:
    """Return whether a function, as it stands in its class, is marked."""
    return isinstance(method, FunctionType) and _MARK in vars(method)
