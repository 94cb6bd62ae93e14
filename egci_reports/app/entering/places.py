"""Where in the data of a file an entry stands, and how it is looked up and put there.

A place is a path of keys and of places in lists. Two kinds of steps go through what YAML may write in more
than one way: FACT through a value that may stand alone or under `value`, and a Plain through a record that
may be written as its one text.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import Any

from egci_reports.records.facts import UnstatedReason


class PlaceStep(Enum):
    """A step that is no key."""

    FACT = "fact"


FACT = PlaceStep.FACT


@dataclass(frozen=True, slots=True)
class Plain:
    """A step into a record that a plain text may stand for, which then is its value under `key`."""

    key: str


Path_ = tuple[str | int | PlaceStep | Plain, ...]


def look(data: Any, path: Path_) -> Any:
    """Return what stands at a place; None if there is nothing, it is unstated, or it is in dispute."""
    for step in path:
        if data is None:
            return None
        if isinstance(step, Plain):
            data = {step.key: data} if isinstance(data, str) else data
        elif step is FACT:
            data = _stated(data)
        elif isinstance(step, int):
            data = data[step] if isinstance(data, list) and step < len(data) else None
        else:
            data = data.get(step) if isinstance(data, dict) else None
    return data


def is_disputed(data: Any, path: Path_) -> bool:
    """Whether the fact in which a place lies is in dispute."""
    before = path[: path.index(FACT)] if FACT in path else path
    found = look(data, before)
    return isinstance(found, dict) and "disputed" in found


def put(data: Any, path: Path_, value: Any) -> Any:
    """Return data with a value at a place; what else there is stays, and what is unstated gives way."""
    if not path:
        return value
    step, rest = path[0], path[1:]
    if isinstance(step, Plain):
        made = put({step.key: data} if isinstance(data, str) else data, rest, value)
        return made[step.key] if made.keys() == {step.key} else made
    if step is FACT:
        if isinstance(data, dict) and "value" in data:
            return {**data, "value": put(data["value"], rest, value)}
        return put(None if isinstance(data, dict) and "unstated" in data else data, rest, value)
    if isinstance(step, int):
        items = list(data or [])
        if step < len(items):
            items[step] = put(items[step], rest, value)
        else:
            items.append(put(None, rest, value))
        return items
    there = dict(data or {})
    return {**there, step: put(there.get(str(step)), rest, value)}


def drop(data: Any, path: Path_) -> Any:
    """Return data without the value at a place; a fact of which nothing is left is one not recorded."""
    if not path or data is None:
        return None
    step, rest = path[0], path[1:]
    if isinstance(step, Plain):
        left = drop({step.key: data} if isinstance(data, str) else data, rest)
        return left[step.key] if left and left.keys() == {step.key} else left
    if step is FACT:
        stated = data["value"] if isinstance(data, dict) and "value" in data else data
        left = drop(stated, rest)
        if left is None:
            return {"unstated": str(UnstatedReason.NOT_RECORDED)}
        return {**data, "value": left} if stated is not data else left
    if isinstance(step, int):
        left = drop(data[step], rest)
        return [*data[:step], *([] if left is None else [left]), *data[step + 1 :]] or None
    left = drop(data.get(step), rest)
    return {key: one for key, one in {**data, step: left}.items() if key != step or left is not None} or None


def _stated(data: Any) -> Any:
    if isinstance(data, dict):
        if "value" in data:
            return data["value"]
        if data.keys() & {"unstated", "disputed"}:
            return None
    return data
