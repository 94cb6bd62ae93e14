"""Reads single files of records: their text, their form, and where each part of them stands."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeVar

from pydantic import ValidationError

from egci_reports.errors import Finding, Position
from egci_reports.records.base import Model
from egci_reports.records.file_text import YamlError
from egci_reports.records.translate import translate
from egci_reports.records.yaml_text import Path_, YamlFile, read_yaml

M = TypeVar("M", bound=Model)

MAX_FINDINGS = 50
"""Findings told of one list; one that is wrong from end to end does not fill the screen."""


@dataclass
class Reader:
    """Reads files under the folder `data`, and gathers what is wrong with them.

    `places` holds the file and the path in it of each record by its address, `broken` the addresses of those
    that failed.
    """

    data: Path
    findings: list[Finding] = field(default_factory=list)
    places: dict[str, tuple[YamlFile, Path_]] = field(default_factory=dict)
    broken: set[str] = field(default_factory=set)

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


def _misplaced(address: str, right: str) -> str:
    """Return the field that contradicts the place of a file: its plenary, else what it is about."""
    if address.split("/")[1] != right.split("/")[1]:
        return "plenary"
    return "body" if address.startswith("returns/") else "area"
