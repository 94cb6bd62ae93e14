"""Loads a data folder into typed records, and finds every slip of form at its line."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeVar

from pydantic import ValidationError

from egci_reports.errors import Finding, Position, RecordsError, in_order
from egci_reports.records.base import Model
from egci_reports.records.bodies import Body, Person
from egci_reports.records.meetings import Meeting
from egci_reports.records.occasions import Agreement, Event
from egci_reports.records.records import Places, Records
from egci_reports.records.sources import Areas, Group, Phase, Source
from egci_reports.records.translate import translate
from egci_reports.records.yaml_text import YamlError, YamlFile, read_yaml

M = TypeVar("M", bound=Model)

LISTS: dict[str, type[Model]] = {
    "sources": Source,
    "bodies": Body,
    "people": Person,
    "phases": Phase,
    "agreements": Agreement,
    "events": Event,
}
"""Files that hold a list, and the model of an item."""

SINGLES: dict[str, type[Model]] = {"group": Group, "areas": Areas}
"""Files that hold one record."""


@dataclass(frozen=True, slots=True)
class Loaded:
    """What was read: the records (None where a file they cannot do without is broken), and all findings.

    `broken` holds the addresses of entries that failed, so that what refers to them is not called unknown.
    """

    records: Records | None
    findings: tuple[Finding, ...]
    broken: frozenset[str] = frozenset()


def load_records(data: Path) -> Records:
    """Load the records under `data`; raises RecordsError with all findings of form."""
    loaded = read_records(data)
    if loaded.records is None or loaded.findings:
        raise RecordsError(*loaded.findings)
    return loaded.records


def read_records(data: Path) -> Loaded:
    """Read all files under the folder `data` and collect all that is wrong with their form."""
    return _Reader(data).read()


@dataclass
class _Reader:
    data: Path
    findings: list[Finding] = field(default_factory=list)
    places: dict[str, tuple[YamlFile, tuple[str | int, ...]]] = field(default_factory=dict)
    broken: set[str] = field(default_factory=set)

    def read(self) -> Loaded:
        lists = {name: self._list(name, model) for name, model in LISTS.items()}
        singles = {name: self._single(name, model) for name, model in SINGLES.items()}
        meetings = sorted(self._meetings(), key=lambda meeting: meeting.number)
        findings = in_order(self.findings)
        group, areas = singles["group"], singles["areas"]
        if not isinstance(group, Group) or not isinstance(areas, Areas):
            return Loaded(None, findings, frozenset(self.broken))
        records = Records(
            group=group,
            areas=areas,
            sources=_by_id(lists["sources"], Source),
            bodies=_by_id(lists["bodies"], Body),
            people=_by_id(lists["people"], Person),
            phases=_only(lists["phases"], Phase),
            agreements=_only(lists["agreements"], Agreement),
            events=_only(lists["events"], Event),
            meetings=tuple(meetings),
            places=Places(self.places),
        )
        return Loaded(records, findings, frozenset(self.broken))

    def _single(self, name: str, model: type[M]) -> M | None:
        file = self._file(self.data / f"{name}.yaml")
        if file is None:
            return None
        self.places[name] = (file, ())
        for index, thread in enumerate(_items(file, "threads")):
            self.places[f"{name}/{thread}"] = (file, ("threads", index))
        return self._validate(model, file, (), name)

    def _list(self, name: str, model: type[M]) -> list[M]:
        path = self.data / f"{name}.yaml"
        if name not in ("sources", "bodies", "people") and not path.exists():
            return []
        file = self._file(path)
        if file is None:
            return []
        if not isinstance(file.data, list):
            self._add(file, (), "R101", f"{name}.yaml holds a list: each entry begins with '- id:'")
            return []
        found = []
        for index, raw in enumerate(file.data):
            key = raw.get("id") if isinstance(raw, dict) else None
            address = f"{name}/{key}" if isinstance(key, str) else f"{name}/{index}"
            if address in self.places:
                first = self.places[address][0].position(self.places[address][1])
                self._add(
                    file, (index, "id"), "R110", f"the id {key!r} is used twice; first on line {first.line}"
                )
                continue
            self.places[address] = (file, (index,))
            item = self._validate(model, file, (index,), address)
            if item is not None:
                found.append(item)
        return found

    def _meetings(self) -> Iterator[Meeting]:
        folder = self.data / "meetings"
        for path in sorted(folder.glob("*.yaml")) if folder.is_dir() else ():
            file = self._file(path)
            if file is None:
                continue
            address = f"meetings/{path.stem}"
            self.places[address] = (file, ())
            meeting = self._validate(Meeting, file, (), address)
            if meeting is None:
                continue
            if path.stem != f"{meeting.number:02d}":
                self._add(
                    file,
                    ("number",),
                    "R111",
                    f"the file is named {path.name}, but holds the record of number {meeting.number}",
                    f"rename it to {meeting.number:02d}.yaml or mend the number",
                )
                self.broken.add(f"meetings/{meeting.number:02d}")
                continue
            yield meeting

    def _file(self, path: Path) -> YamlFile | None:
        name = path.relative_to(self.data.parent).as_posix()
        try:
            return read_yaml(path, name, self.data)
        except YamlError as error:
            self.findings.extend(error.findings)
            self.broken.add(path.stem if path.parent == self.data else f"{path.parent.name}/{path.stem}")
            return None

    def _validate(
        self, model: type[M], file: YamlFile, path: tuple[str | int, ...], address: str
    ) -> M | None:
        raw: Any = file.data
        for part in path:
            raw = raw[part]
        try:
            return model.model_validate(raw)
        except ValidationError as error:
            self.findings.extend(translate(error, model, file, path))
            self.broken.add(address)
            return None

    def _add(
        self, file: YamlFile, path: tuple[str | int, ...], code: str, message: str, hint: str | None = None
    ) -> None:
        position = file.position(path)
        self.findings.append(
            Finding(
                code,
                message,
                Position(file.name, position.line, position.column),
                hint,
                source=file.line(position.line),
            )
        )


def _items(file: YamlFile, key: str) -> list[str]:
    entries = file.data.get(key) if isinstance(file.data, dict) else None
    if not isinstance(entries, list):
        return []
    return [str(entry.get("id")) if isinstance(entry, dict) else "" for entry in entries]


def _only(items: list[Model], kind: type[M]) -> tuple[M, ...]:
    return tuple(item for item in items if isinstance(item, kind))


def _by_id(items: list[Model], kind: type[M]) -> dict[str, M]:
    return {item.id: item for item in _only(items, kind)}  # type: ignore[attr-defined]  # all listed kinds have one
