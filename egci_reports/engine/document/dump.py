"""A readable dump of a tree, for `--to tree` and golden tests: a node a line, what it holds indented."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from typing import Any

from egci_reports.engine.document.nodes import Document, Text

_STEP = "  "
_HIDDEN = {"words"}


def dump(document: Document) -> str:
    """Return the tree as text: each node by its class, with the fields that differ from their defaults."""
    return "\n".join((*_lines("", document, ""), ""))


def _lines(name: str, node: Any, indent: str) -> Iterator[str]:
    """Yield a node's line with its plain fields, then the lines of the nodes and tuples in it."""
    nested: list[tuple[str, Any]] = []
    plain: list[str] = []
    for field in fields(node):
        value = getattr(node, field.name)
        if field.name in _HIDDEN or value == field.default:
            continue
        if _is_plain(value):
            plain.append(f"{field.name}={value!r}")
        elif value != ():
            nested.append((field.name, value))
    before = f"{name}: " if name else ""
    yield " ".join((f"{indent}{before}{type(node).__name__}", *plain))
    for field_name, value in nested:
        yield from _nested(field_name, value, indent + _STEP)


def _nested(name: str, value: Any, indent: str) -> Iterator[str]:
    if is_dataclass(value):
        yield from _lines(name, value, indent)
        return
    if len(value) == 1 and isinstance(value[0], Text) and value[0].lang is None:
        yield f"{indent}{name}: {value[0].text!r}"
        return
    yield f"{indent}{name}:"
    for node in value:
        yield from _lines("", node, indent + _STEP)


def _is_plain(value: Any) -> bool:
    """Whether a value fits on its node's line: no node, and no tuple of nodes."""
    if isinstance(value, tuple):
        return bool(value) and not any(is_dataclass(one) for one in value)
    return not is_dataclass(value)
