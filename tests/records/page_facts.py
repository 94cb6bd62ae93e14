"""Reads page_facts.toml: what the EGCI page says, entry by entry."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, field
from pathlib import Path

_PAGE = tomllib.loads(Path(__file__).with_suffix(".toml").read_text(encoding="utf-8"))


@dataclass(frozen=True)
class Plenary:
    """An entry of the page on a plenary meeting, with what it tells of forums and industry agreements."""

    number: int
    date: str
    place: str
    reviewed: str | None = None
    planned: str | None = None
    said: int | None = None
    is_open: bool = False
    areas: list[str] = field(default_factory=list)
    bodies: list[str] = field(default_factory=list)
    captions: list[str] = field(default_factory=list)
    found: list[str] = field(default_factory=list)
    numbers: dict[str, int] = field(default_factory=dict)


@dataclass(frozen=True)
class Signing:
    """An agreement of which the page tells; the governments' have entries of their own."""

    id: str
    title: str
    date: str
    parties: list[str]
    captions: list[str]
    witnesses: list[str] = field(default_factory=list)
    found: list[str] = field(default_factory=list)


PLENARIES = tuple(Plenary(**entry) for entry in _PAGE["plenary"])
SIGNINGS = tuple(Signing(**entry) for entry in _PAGE["signing"])
RELABELLED: dict[str, str] = _PAGE["relabelled"]
EXCLUDED: dict[str, str] = _PAGE["excluded"]
