"""Knows bodies and people by every name on record, for an officer who writes a name where an id belongs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

KnownNames = Mapping[str, tuple[str, ...]]
"""Names, past names, abbreviations and aliases as `plain` has them, each with the ids that bear it."""


def plain(name: str) -> str:
    """Return a name without what does not matter in it: capitals, an article, doubled blanks."""
    return " ".join(name.casefold().split()).removeprefix("the ")


def known_names(*lists: object) -> KnownNames:
    """Return the names of the entries of bodies.yaml and people.yaml, as they were read, sound or not."""
    found: dict[str, dict[str, None]] = {}
    for entry in (entry for entries in lists if isinstance(entries, list) for entry in entries):
        if isinstance(entry, dict) and isinstance(key := entry.get("id"), str):
            for name in (key.replace("-", " "), *_names(entry)):
                found.setdefault(plain(name), {})[key] = None
    return {name: tuple(keys) for name, keys in found.items()}


def _names(entry: Mapping[str, Any]) -> Iterator[str]:
    yield from _texts(entry.get("aliases"))
    yield from _texts(entry.get("name"))
    for name in entry.get("names") or ():
        if isinstance(name, dict):
            for field in ("name", "short", "short_tc"):
                yield from _texts(name.get(field))


def _texts(value: object) -> Iterator[str]:
    """Yield the texts of a name in one language or several, or of a list."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict | list):
        parts: Iterable[object] = value.values() if isinstance(value, dict) else value
        yield from (part for part in parts if isinstance(part, str))
