"""Reads single files of records: their text, their form, and where each part of them stands."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType
from typing import Any, TypeVar

from pydantic import ValidationError

from egci_reports.errors import Finding, Position, Severity
from egci_reports.files import Refused, list_folder, may_be_there
from egci_reports.records.base import Model
from egci_reports.records.file_text import YamlError, refuse
from egci_reports.records.kept import ReadFile, read_file
from egci_reports.records.known_names import KnownNames, known_names
from egci_reports.records.translate import translate
from egci_reports.records.unread_files import is_leftover, is_number
from egci_reports.records.yaml_file import Path_, YamlFile

M = TypeVar("M", bound=Model)

_NAMED = ("bodies.yaml", "people.yaml")

MAX_FINDINGS = 50
"""Findings told of one list; one that is wrong from end to end does not fill the screen."""


@dataclass
class FileReader:
    """Reads files under the folder `data`, and gathers what is wrong with them.

    `places` holds the file and the path in it of each record by its address, `broken` the addresses of those
    that failed, `files` all that is YAML, whatever its form, and `reads` the same by name, as it is kept.
    `asked` are the files that were asked for, be they there or not, and `folders` the folders with what
    stands in them.
    """

    data: Path
    findings: list[Finding] = field(default_factory=list)
    places: dict[str, tuple[YamlFile, Path_]] = field(default_factory=dict)
    broken: set[str] = field(default_factory=set)
    asked: set[str] = field(default_factory=set)
    folders: dict[str, list[Path]] = field(default_factory=dict)
    files: list[YamlFile] = field(default_factory=list)
    reads: dict[str, ReadFile] = field(default_factory=dict)
    _known: tuple[int, KnownNames] = (0, MappingProxyType({}))

    def _folder(self, name: str) -> list[Path]:
        """Return the YAML files of a folder; none if there is no such folder."""
        return [path for path in self._entries(name) if path.suffix == ".yaml"]

    def _numbered(self, name: str) -> list[str]:
        """Return the folders of plenaries in a folder, in the order of their numbers."""
        numbers = [path.name for path in self._entries(name) if is_number(path.name)]
        return [f"{name}/{number}" for number in sorted(numbers, key=lambda number: (int(number), number))]

    def _entries(self, name: str) -> list[Path]:
        """Return what stands in a folder but for leftovers; none, and a finding, if it cannot be read."""
        if name not in self.folders:
            self.folders[name] = []
            folder = self.data / name
            try:
                found = list_folder(folder, inside=self.data)
                self.folders[name] = [entry.path for entry in found if not is_leftover(entry.name)]
            except FileNotFoundError:
                pass  # each of them may be absent
            except Refused as error:
                self.broken.add(name)
                self._refused(folder, "folder", error)
        return self.folders[name]

    def _has(self, name: str) -> bool:
        """Whether a file that may be absent is there; one that cannot be looked at is."""
        self.asked.add(name)
        return may_be_there(self.data / name)

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

    def _filed(self, model: type[M], path: Path, address_of: Callable[[M], str]) -> M | None:
        """Return the record of a file that stands where its content says; None with a finding if not."""
        address = path.relative_to(self.data).with_suffix("").as_posix()
        file = self._file(path, address)
        found = None if file is None else self._validate(model, file, (), address)
        if file is None or found is None:
            return None
        right = address_of(found)
        if address != right:
            self.broken.update((address, right))
            message = f"the file is {address}.yaml, but by what is in it, it is {right}.yaml"
            hint = f"mend what is in it, or move the file to data/{right}.yaml"
            self._add(file, (_misplaced(address, right),), "R115", message, hint)
            return None
        self.places[address] = (file, ())
        return found

    def _file(self, path: Path, address: str) -> YamlFile | None:
        self.asked.add(path.relative_to(self.data).as_posix())
        try:
            read = read_file(path, self._name(path), self.data)
        except YamlError as error:
            self.findings.extend(error.findings[:MAX_FINDINGS])
            self.broken.add(address)
            return None
        self.files.append(read.yaml)
        self.reads[read.yaml.name] = read
        return read.yaml

    def _validate(self, model: type[M], file: YamlFile, path: Path_, address: str) -> M | None:
        known = self.reads[file.name].models
        found = known.get((model.__name__, path))
        if isinstance(found, model):
            return found
        raw: Any = file.data
        for part in path:
            raw = raw[part]
        try:
            made = known[model.__name__, path] = model.model_validate(raw)
        except ValidationError as error:
            self.findings.extend(translate(error, model, file, path, self._names()))
            self.broken.add(address)
            return None
        return made

    def _names(self) -> KnownNames:
        """Return the bodies and people by name, as far as their files were read."""
        lists = [file.data for file in self.files if file.name.rpartition("/")[2] in _NAMED]
        if len(lists) != self._known[0]:
            self._known = len(lists), known_names(*lists)
        return self._known[1]

    def _add(self, file: YamlFile, path: Path_, code: str, message: str, hint: str) -> None:
        position = file.position(path)
        self.findings.append(Finding(code, message, position, hint, source=file.line(position.line)))

    def _refused(self, path: Path, what: str, error: Refused) -> None:
        try:
            refuse(self._name(path), what, error)
        except YamlError as told:
            self.findings.extend(told.findings)

    def _add_plain(
        self, path: Path, code: str, message: str, hint: str, severity: Severity = Severity.ERROR
    ) -> None:
        self.findings.append(Finding(code, message, Position(self._name(path)), hint, severity))

    def _name(self, path: Path) -> str:
        """Return a path as officers type it: from the folder that holds data/."""
        return path.relative_to(self.data.parent).as_posix()


def _misplaced(address: str, right: str) -> str:
    """Return the field that contradicts the place of a file: its plenary, else what it is about."""
    if address.split("/")[1] != right.split("/")[1]:
        return "plenary"
    return "body" if address.startswith("returns/") else "area"
