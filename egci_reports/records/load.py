"""Loads a data folder into typed records, and finds every slip of form at its line."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from difflib import get_close_matches
from pathlib import Path
from typing import Any, TypeVar

from pydantic import ValidationError

from egci_reports.errors import Finding, Position, RecordsError, in_order
from egci_reports.records.actions import Action
from egci_reports.records.base import Model
from egci_reports.records.bodies import Body, Person
from egci_reports.records.distribution import Distribution
from egci_reports.records.file_text import YamlError
from egci_reports.records.meetings import Meeting
from egci_reports.records.occasions import Agreement, Event
from egci_reports.records.papers import OwnTexts
from egci_reports.records.records import Places, Records
from egci_reports.records.returns import Return
from egci_reports.records.sources import Areas, Group, Phase, Source
from egci_reports.records.translate import translate
from egci_reports.records.yaml_text import Path_, YamlFile, read_yaml

M = TypeVar("M", bound=Model)

LISTS: dict[str, type[Model]] = {
    "sources": Source,
    "bodies": Body,
    "people": Person,
    "phases": Phase,
    "agreements": Agreement,
    "events": Event,
    "actions": Action,
}
"""Files that hold a list, and the model of an item."""

REQUIRED_LISTS = ("sources", "bodies", "people")
"""Lists without which no records can be read; the others may be absent."""

SINGLES: dict[str, type[Model]] = {"group": Group, "areas": Areas}
"""Files that hold one record."""

OPTIONAL: dict[str, type[Model]] = {"distribution": Distribution}
"""Files that hold one record and may be absent."""

_LIKE_RECORDS = re.compile(r"\.ya?ml(\.txt)?$", re.IGNORECASE)
"""How names of files end that were meant for records: some editors add .txt of their own accord."""

MAX_FINDINGS = 50
"""Findings told of one list; one that is wrong from end to end does not fill the screen."""


@dataclass(frozen=True, slots=True)
class Loaded:
    """What was read: the records (None where a file they cannot do without is broken), and all findings.

    `broken` holds the addresses of entries that failed ("bodies/marine-department", "meetings/08"), so that
    what refers to them is not called unknown; "bodies" alone means that any body may be among the failed.
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
    places: dict[str, tuple[YamlFile, Path_]] = field(default_factory=dict)
    broken: set[str] = field(default_factory=set)

    def read(self) -> Loaded:
        lists = {name: self._list(name, model) for name, model in LISTS.items()}
        singles = {name: self._single(name, model) for name, model in SINGLES.items()}
        optional = {name: self._optional(name, model) for name, model in OPTIONAL.items()}
        meetings = sorted(self._meetings(), key=lambda meeting: meeting.number)
        papers = {paper.stem: texts for paper in self._folder("papers") if (texts := self._paper(paper))}
        returns = tuple(self._returns())
        self._look_for_unread()
        findings, broken = in_order(self.findings), frozenset(self.broken)
        group, areas = singles["group"], singles["areas"]
        if not isinstance(group, Group) or not isinstance(areas, Areas):
            return Loaded(None, findings, broken)
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
            papers=papers,
            distribution=_one(optional["distribution"], Distribution),
            returns=returns,
            actions=_only(lists["actions"], Action),
            places=Places(self.places),
        )
        return Loaded(records, findings, broken)

    def _single(self, name: str, model: type[M]) -> M | None:
        file = self._file(self.data / f"{name}.yaml", name)
        if file is None:
            return None
        self.places[name] = (file, ())
        if name == "areas" and isinstance(file.data, dict):
            for index, raw in enumerate(_entries(file.data.get("threads"))):
                self._register(file, name, ("threads", index), raw)
        return self._validate(model, file, (), name)

    def _optional(self, name: str, model: type[M]) -> M | None:
        path = self.data / f"{name}.yaml"
        return self._single(name, model) if path.exists() or path.is_symlink() else None

    def _list(self, name: str, model: type[M]) -> list[M]:
        path = self.data / f"{name}.yaml"
        if name not in REQUIRED_LISTS and not path.exists() and not path.is_symlink():
            return []
        file = self._file(path, name)
        if file is None:
            return []
        if not isinstance(file.data, list):
            self.broken.add(name)
            self._add(file, (), "R101", f"{name}.yaml must hold a list", "each entry begins with '- id: ...'")
            return []
        found: list[M] = []
        before = len(self.findings)
        for index, raw in enumerate(file.data):
            if len(self.findings) - before >= MAX_FINDINGS:
                self.broken.add(name)
                hint = "mend what is told of the entries before"
                self._add(file, (index,), "R114", "from here on the file was not looked at", hint)
                break
            address = self._register(file, name, (index,), raw)
            item = self._validate(model, file, (index,), address)
            if item is not None and address.endswith(f"/{getattr(item, 'id', '')}"):
                found.append(item)
        return found

    def _register(self, file: YamlFile, name: str, path: Path_, raw: object) -> str:
        """Note where an entry stands; return its address, which is by number if its id cannot be used."""
        key = raw.get("id") if isinstance(raw, dict) else None
        if not isinstance(key, str) or not key:
            self.broken.add(name)
            return f"{name}/#{path[-1]}"
        address = f"{name}/{key}"
        if address in self.places:
            first = self.places[address][0].position(self.places[address][1])
            message = f"the id {key!r} is used twice; the first is on line {first.line}"
            self._add(file, (*path, "id"), "R110", message, "give one of the two another id")
            self.broken.add(name)  # the id that was meant is missing
            return f"{name}/#{path[-1]}"
        self.places[address] = (file, path)
        return address

    def _meetings(self) -> Iterator[Meeting]:
        for path in self._folder("meetings"):
            meeting = self._meeting(path)
            if meeting is not None:
                yield meeting

    def _folder(self, name: str) -> list[Path]:
        """Return the YAML files of a folder; none if there is no such folder."""
        folder = self.data / name
        try:
            return sorted(path for path in folder.iterdir() if path.suffix == ".yaml")
        except FileNotFoundError:
            return []
        except NotADirectoryError:
            self.broken.add(name)
            self._add_plain(folder, "Y102", "there is a file where a folder should be", "move it elsewhere")
            return []
        except OSError as error:
            self.broken.add(name)
            reason = (error.strerror or str(error)).lower()
            self._add_plain(folder, "Y101", f"the folder cannot be read: {reason}", "see to its permissions")
            return []

    def _paper(self, path: Path) -> OwnTexts | None:
        address = f"papers/{path.stem}"
        file = self._file(path, address)
        if file is None:
            return None
        self.places[address] = (file, ())
        return self._validate(OwnTexts, file, (), address)

    def _returns(self) -> Iterator[Return]:
        """Yield the returns in the order of their plenaries and bodies' ids."""
        folders = [
            path for path in (self.data / "returns").glob("*") if path.stem.isdigit() and path.is_dir()
        ]
        for folder in sorted(folders, key=lambda path: int(path.stem)):
            for path in self._folder(f"returns/{folder.name}"):
                found = self._return(path)
                if found is not None:
                    yield found

    def _return(self, path: Path) -> Return | None:
        address = f"returns/{path.parent.name}/{path.stem}"
        file = self._file(path, address)
        if file is None:
            return None
        found = self._validate(Return, file, (), address)
        if found is None:
            return None
        right = f"returns/{found.plenary:02d}/{found.body}"
        if address != right:
            self.broken.update((address, right))
            field = "body" if found.body != path.stem else "plenary"
            message = f"the file is {address}.yaml, but holds the return of {found.body} for {found.plenary}"
            hint = f"mend {field}, or move the file to data/{right}.yaml"
            self._add(file, (field,), "R115", message, hint)
            return None
        self.places[address] = (file, ())
        return found

    def _meeting(self, path: Path) -> Meeting | None:
        address = f"meetings/{path.stem}"
        file = self._file(path, address)
        if file is None:
            return None
        meeting = self._validate(Meeting, file, (), address)
        if meeting is None:
            return None
        right = f"{meeting.number:02d}.yaml"
        if path.name == right:
            self.places[address] = (file, ())
            return meeting
        self.broken.update((address, f"meetings/{meeting.number:02d}"))
        if (path.parent / right).exists():
            message = f"the number {meeting.number} is used twice: {right} has it as well"
            self._add(file, ("number",), "R112", message, "mend the number in one of the two files")
        else:
            message = f"the file is named {path.name}, but holds the record of number {meeting.number}"
            self._add(file, ("number",), "R111", message, f"rename it to {right}, or mend the number")
        return None

    def _look_for_unread(self) -> None:
        """Find files that look like records but are none that is read: bodys.yaml, meetings/20.yaml.txt."""
        known = {f"{name}.yaml" for name in (*LISTS, *SINGLES, *OPTIONAL)}
        returns = (self.data / "returns").glob("*/")
        for folder in (self.data, self.data / "meetings", self.data / "papers", *sorted(returns)):
            for path in sorted(folder.glob("*")):
                stem = _LIKE_RECORDS.sub("", path.name)
                is_read = path.name in known if folder == self.data else path.suffix == ".yaml"
                if stem == path.name or is_read:
                    continue
                near = get_close_matches(f"{stem}.yaml", known, n=1, cutoff=0.6)
                right = f"{stem}.yaml" if folder != self.data else next(iter(near), None)
                hint = f"rename it to {right}" if right else "take it away"
                self._add_plain(path, "R113", "no records are read from a file of this name", hint)

    def _file(self, path: Path, address: str) -> YamlFile | None:
        try:
            return read_yaml(path, self._name(path), self.data)
        except YamlError as error:
            self.findings.extend(error.findings[:MAX_FINDINGS])
            self.broken.add(address)
            return None

    def _validate(self, model: type[M], file: YamlFile, path: Path_, address: str) -> M | None:
        raw: Any = file.data
        for part in path:
            raw = raw[part]
        try:
            return model.model_validate(raw)
        except ValidationError as error:
            self.findings.extend(translate(error, model, file, path))
            self.broken.add(address)
            return None

    def _add(self, file: YamlFile, path: Path_, code: str, message: str, hint: str) -> None:
        position = file.position(path)
        self.findings.append(Finding(code, message, position, hint, source=file.line(position.line)))

    def _add_plain(self, path: Path, code: str, message: str, hint: str) -> None:
        self.findings.append(Finding(code, message, Position(self._name(path)), hint))

    def _name(self, path: Path) -> str:
        """Return a path as officers type it: from the folder that holds data/."""
        return path.relative_to(self.data.parent).as_posix()


def _entries(value: object) -> list[object]:
    return value if isinstance(value, list) else []


def _one(item: Model | None, kind: type[M]) -> M | None:
    return item if isinstance(item, kind) else None


def _only(items: list[Model], kind: type[M]) -> tuple[M, ...]:
    return tuple(item for item in items if isinstance(item, kind))


def _by_id(items: list[Model], kind: type[M]) -> dict[str, M]:
    return {item.id: item for item in _only(items, kind)}  # type: ignore[attr-defined]  # all listed kinds have one
