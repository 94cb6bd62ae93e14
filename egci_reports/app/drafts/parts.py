"""The part of a record that a field of a draft belongs to, by its address."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path as FilePath
from typing import Any

from pydantic import BaseModel

from egci_reports.app.collecting.desk import Desk
from egci_reports.app.drafts.values import MORE, Path
from egci_reports.engine.templating.word_list import WordList
from egci_reports.records.briefs import ItemBrief
from egci_reports.records.file_text import text_of
from egci_reports.records.packs import PackWords
from egci_reports.records.records import path_of
from egci_reports.records.yaml_text import parse_yaml

_SIGNED_LISTS = frozenset(("further",))
"""Lists of parts, each of which somebody writes and clears."""


@dataclass(frozen=True, slots=True)
class RecordPart:
    """A value of a record: the record, its model, and the path to the value.

    `own` is the path of the part that one officer writes: of the whole record where it is one.
    """

    record: str
    model: type[BaseModel]
    path: Path
    own: Path

    @property
    def number(self) -> int:
        """The number of the plenary."""
        return int(self.record.split("/")[1])

    @property
    def address(self) -> str:
        """The address of the part that one officer writes."""
        return f"{self.record}#{'/'.join(map(str, self.own))}" if self.own else self.record

    def title(self, words: WordList) -> str:
        """Return what the part is called."""
        if not self.own:
            return words("briefing.brief", number=self.record.rpartition("-")[2])
        if self.own[0] in _SIGNED_LISTS:
            return words("briefing.further", number=int(self.own[1]) + 1)
        return words(f"briefing.parts.{self.own[0]}")

    def file(self, desk: Desk) -> FilePath:
        """Return the file of the record."""
        return desk.data / f"{self.record}.yaml"

    def is_changed(self, desk: Desk) -> bool:
        """Whether a form read before changes the value."""
        path = self.file(desk)
        if path not in desk.texts:
            return False
        raw = desk.raw(path)
        before = _value(parse_yaml(text_of(raw, ""), "").data if raw else {}, self.path)
        return bool(_value(parse_yaml(desk.texts[path], "").data, self.path) != before)

    def start(self) -> dict[str, Any]:
        """Return what a file of the record holds before anything is written in it."""
        begun: dict[str, Any] = {"plenary": self.number}
        if self.model is ItemBrief:
            begun["area"] = int(self.record.rpartition("-")[2])
        return begun


def part_of(address: str) -> RecordPart:
    """Return the part of a record that an address leads to."""
    record, _, rest = address.partition("#")
    path = path_of(rest)
    if not record.endswith("/pack"):
        return RecordPart(record, ItemBrief, path, ())
    deep = 2 if path[0] in _SIGNED_LISTS else 1
    return RecordPart(record, PackWords, path, path[:deep])


def put(data: dict[str, Any], path: Path, value: Any) -> None:
    """Put a value at a path of the plain data of a record; entries of a list come after those there."""
    inner: Any = data
    for part, following in pairwise(path):
        if isinstance(inner, list):
            inner = inner[int(part)]
        else:
            inner = inner.setdefault(part, [] if following == MORE else {})
    if path[-1] == MORE:
        inner.extend(value)
    else:
        inner[path[-1]] = value


def _value(data: Any, path: Path) -> Any:
    for part in path:
        if isinstance(data, Mapping):
            data = data.get(str(part))
        elif isinstance(data, list) and isinstance(part, int) and part < len(data):
            data = data[part]
        else:
            return None
    return data
