"""The part of a record that a field of a draft belongs to, by its address."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from itertools import pairwise
from pathlib import Path as FilePath
from typing import Any

from pydantic import BaseModel

from egci_reports.app.collecting.baseline import Baseline
from egci_reports.app.drafts.values import ACTIONS, MORE, Path
from egci_reports.engine.templating.word_list import WordList
from egci_reports.records.actions import Action
from egci_reports.records.briefs import ItemBrief
from egci_reports.records.file_text import text_of
from egci_reports.records.notes import MeetingNotes
from egci_reports.records.packs import PackWords
from egci_reports.records.plans import plan_of
from egci_reports.records.records import meeting_before, path_of
from egci_reports.records.returns import SLIP, Return
from egci_reports.records.yaml_text import parse_yaml
from egci_reports.views.agendas import OnAgenda, agenda_of

_ITEMS = "items"
_SIGNED_LISTS = frozenset(("further",))
"""Lists of parts, each of which somebody writes and clears."""


@dataclass(frozen=True, slots=True)
class RecordPart:
    """A value of a record: the record, the plenary, the model, and the path to the value.

    `own` is the path of the part that one officer writes: of the whole record where it is one.
    """

    record: str
    number: int
    model: type[BaseModel]
    path: Path
    own: Path

    @property
    def address(self) -> str:
        """The address of the part that one officer writes."""
        return f"{self.record}#{'/'.join(map(str, self.own))}" if self.own else self.record

    def title(self, words: WordList) -> str:
        """Return what the part is called."""
        if self.model is Return:
            return words("briefing.slip")
        if self.model is ItemBrief:
            return words("briefing.brief", number=self.record.rpartition("-")[2])
        if self.model is PackWords and self.own[0] in _SIGNED_LISTS:
            return words("briefing.further", number=int(self.own[1]) + 1)
        if self.model is PackWords:
            return words(f"briefing.parts.{self.own[0]}")
        if self.path[0] == _ITEMS:
            return words("record.item", number=int(self.path[1]) + 1)
        return words("record.part")

    def file(self, baseline: Baseline) -> FilePath:
        """Return the file of the record."""
        return baseline.data / f"{self.record}.yaml"

    def is_changed(self, baseline: Baseline) -> bool:
        """Whether a form read before changes the value."""
        path = self.file(baseline)
        if path not in baseline.texts:
            return False
        raw = baseline.raw(path)
        before = parse_yaml(text_of(raw, ""), "").data if raw else {}
        now = parse_yaml(baseline.texts[path], "").data
        return bool(_value(now, self.placed(now).path) != _value(before, self.placed(before).path))

    def start(self) -> dict[str, Any]:
        """Return what a file of the record holds before anything is written in it."""
        begun: dict[str, Any] = {"plenary": self.number}
        if self.model is ItemBrief:
            begun["area"] = int(self.record.rpartition("-")[2])
        if self.model is Return:
            begun["body"] = self.record.rpartition("/")[2]
        return begun

    def prepare(self, data: dict[str, Any], baseline: Baseline) -> None:
        """Put in what something can be noted of: the agenda into empty notes, areas into a return."""
        if self.model is Return and self.path[0] == _ITEMS:
            entries = data.setdefault(_ITEMS, [])
            there = {str(entry["item"]) for entry in entries}
            asked = plan_of(meeting_before(baseline.records, self.number))
            entries += [{"item": one.item} for one in asked if one.item not in there]
        if self.model is MeetingNotes and self.path[0] == _ITEMS and not data.get(_ITEMS):
            data[_ITEMS] = [_item(one, baseline.words) for one in agenda_of(baseline.records, self.number)]

    def placed(self, data: Any) -> RecordPart:
        """Return the part with the place at which its item stands in a return; its address has the item."""
        if self.model is not Return or self.path[0] != _ITEMS:
            return self
        places = {str(entry["item"]): place for place, entry in enumerate(data.get(_ITEMS, []))}
        place = places.get(str(self.path[1]), len(places))
        return replace(self, path=(_ITEMS, place, *self.path[2:]))

    def leave_out_unanswered(self, data: dict[str, Any], before: Mapping[str, Any]) -> None:
        """Take areas out of a return that were put in and of which nothing was answered."""
        if self.model is Return and _ITEMS in data:
            there = before.get(_ITEMS, [])
            data[_ITEMS] = [entry for entry in data[_ITEMS] if len(entry) > 1 or entry in there]


def _item(on: OnAgenda, words: WordList) -> dict[str, Any]:
    if on.text is not None:
        text = on.text
    elif on.area is not None:
        text = f"{words('record.items.area')} {on.area.wording}"
    else:
        text = words(f"record.items.{on.kind}")
    return {"item": text, **({"area": on.position} if on.position else {})}


def part_of(address: str) -> RecordPart:
    """Return the part of a record that an address leads to."""
    record, _, rest = address.partition("#")
    path, number = path_of(rest), int(record.split("/")[1])
    if record.startswith("records/"):
        if path[0] == ACTIONS:
            return RecordPart(ACTIONS, number, Action, path, ())
        return RecordPart(record, number, MeetingNotes, path, ())
    folder, _, body = record.partition(f"/{SLIP}")
    if body:
        return RecordPart(f"returns/{folder.rpartition('/')[2]}/{body}", number, Return, path, ())
    if not record.endswith("/pack"):
        return RecordPart(record, number, ItemBrief, path, ())
    deep = 2 if path[0] in _SIGNED_LISTS else 1
    return RecordPart(record, number, PackWords, path, path[:deep])


def put(data: dict[str, Any], path: Path, value: Any) -> bool:
    """Put a value at a path of the plain data of a record; return whether that changes it.

    Entries of a list come after those there, but for those that are there.
    """
    inner: Any = data
    for part, following in pairwise(path):
        if isinstance(inner, list):
            inner = inner[int(part)]
        else:
            inner = inner.setdefault(part, [] if following == MORE else {})
    if path[-1] == MORE:
        new = [one for one in value if one not in inner]
        inner.extend(new)
        return bool(new)
    inner[path[-1]] = value
    return True


def _value(data: Any, path: Path) -> Any:
    for part in path:
        if isinstance(data, Mapping):
            data = data.get(str(part))
        elif isinstance(data, list) and isinstance(part, int) and part < len(data):
            data = data[part]
        else:
            return None
    return data
