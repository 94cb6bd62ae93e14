"""Reads a YAML file into plain data with the place of every key and value, safely and in one pass.

Every scalar stays text until a model types it: `no`, `9:30` and `2024-10-09` mean what they say. The
file is read as a stream of events, so that nesting, aliases and size are bounded before anything is built.
"""

from __future__ import annotations

import stat
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from egci_reports.errors import Finding, Position

MAX_BYTES = 4 * 1024 * 1024
"""No file of records is ever near this size."""

MAX_DEPTH = 40
"""Levels of nesting; the records need nine."""

_Loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)

Path_ = tuple[str | int, ...]
Data = dict[str, Any] | list[Any] | str


@dataclass(frozen=True, slots=True)
class YamlFile:
    """The data of a file, and where each part of it stands.

    `name` is the path shown to officers. `values` and `keys` give (line, column), from 1, of the value
    at a path and of the key that names it. `lines` is the text, for the line shown under an error.
    """

    name: str
    data: Data
    lines: tuple[str, ...]
    values: dict[Path_, tuple[int, int]] = field(repr=False)
    keys: dict[Path_, tuple[int, int]] = field(repr=False)

    def position(self, path: Path_, *, of_key: bool = False) -> Position:
        """Return the place of the longest part of `path` that the file has.

        Elements of the path that the file does not have (tags of a union, keys of a written-out form) are
        passed over, so that the locations of pydantic's errors can be given as they are.
        """
        found: Path_ = ()
        node: Any = self.data
        for part in path:
            if (isinstance(node, dict) and part in node) or (
                isinstance(node, list) and isinstance(part, int) and part < len(node)
            ):
                node = node[part]  # type: ignore[index]  # the test above fits the kind of node
                found = (*found, part)
        table = self.keys if of_key and found in self.keys else self.values
        line, column = table.get(found, (1, 1))
        return Position(self.name, line, column)

    def line(self, number: int) -> str:
        """Return a line of the text by its number, from 1; empty where there is none."""
        return self.lines[number - 1] if 0 < number <= len(self.lines) else ""


class YamlError(Exception):
    """The file cannot be read as YAML of records; `findings` say where and why."""

    def __init__(self, *findings: Finding) -> None:
        self.findings = findings
        super().__init__(findings[0].message)


def read_yaml(path: Path, name: str, root: Path) -> YamlFile:
    """Read one file of the data folder `root`; `name` is the path shown to officers.

    Raises YamlError for whatever keeps the file from being read: no ordinary file, a link out of the
    workspace, no permission, too large, not UTF-8, broken YAML, duplicate keys, anchors, tags.
    """
    text = _read_text(path, name, root)
    return _Builder(name, text).build()


def _read_text(path: Path, name: str, root: Path) -> str:
    try:
        status = path.stat()
        if not path.resolve().is_relative_to(root.resolve()):
            raise _fail(name, "Y103", "the file is a link that leads out of the workspace")
        if not stat.S_ISREG(status.st_mode):
            raise _fail(name, "Y102", "there is a folder or device where a file should be")
        if status.st_size > MAX_BYTES:
            raise _fail(name, "Y104", f"the file is too large: {status.st_size // 1024} KB")
        raw = path.read_bytes()
    except OSError as error:
        raise _fail(name, "Y101", f"the file cannot be read: {error.strerror or error}") from error
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = raw[: error.start]
        line = before.count(b"\n") + 1
        column = len(before[before.rfind(b"\n") + 1 :].decode("utf-8", "replace")) + 1
        raise _fail(
            name,
            "Y105",
            f"the file is not in UTF-8: byte {raw[error.start]:#04x}",
            line,
            column,
            hint="save it as UTF-8 in the editor (Encoding: UTF-8)",
        ) from error


def _fail(
    name: str,
    code: str,
    message: str,
    line: int = 1,
    column: int = 1,
    hint: str | None = None,
    source: str = "",
) -> YamlError:
    return YamlError(Finding(code, message, Position(name, line, column), hint, source=source or None))


class _Builder:
    """Builds data and positions from the events of one file, without recursion."""

    def __init__(self, name: str, text: str) -> None:
        self.name = name
        self.text = text
        self.lines = tuple(text.splitlines())
        self.values: dict[Path_, tuple[int, int]] = {}
        self.keys: dict[Path_, tuple[int, int]] = {}
        self.stack: list[tuple[Path_, dict[str, Any] | list[Any]]] = []
        self.key: str | None = None
        self.data: Any = {}
        self.documents = 0
        self.duplicates: list[Finding] = []

    def build(self) -> YamlFile:
        """Read all events; raises YamlError."""
        try:
            for event in yaml.parse(self.text, Loader=_Loader):
                self._take(event)
        except yaml.YAMLError as error:
            raise self._broken(error) from error
        if self.duplicates:
            raise YamlError(*self.duplicates)
        return YamlFile(self.name, self.data, self.lines, self.values, self.keys)

    def _take(self, event: Any) -> None:
        if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
            raise self._refuse(event, "Y107", "anchors and aliases (& and *) are not used in records")
        if getattr(event, "tag", None):
            raise self._refuse(event, "Y108", f"tags ({event.tag}) are not used in records")
        if isinstance(event, yaml.DocumentStartEvent):
            self.documents += 1
            if self.documents > 1:
                raise self._refuse(event, "Y109", "a file holds one document: take out the line '---'")
        elif isinstance(event, yaml.ScalarEvent):
            self._scalar(event)
        elif isinstance(event, yaml.MappingStartEvent):
            self._open(event, {})
        elif isinstance(event, yaml.SequenceStartEvent):
            self._open(event, [])
        elif isinstance(event, (yaml.MappingEndEvent, yaml.SequenceEndEvent)):
            self.stack.pop()
            self.key = None

    def _scalar(self, event: Any) -> None:
        top = self.stack[-1] if self.stack else None
        if top is not None and isinstance(top[1], dict) and self.key is None:
            self._name(event, top[0], top[1])
            return
        for character in event.value:
            if (character < " " and character not in "\n\t") or "\x7f" <= character < "\xa0":
                raise self._refuse(event, "Y110", f"control character U+{ord(character):04X} in the text")
        self._put(event, event.value)

    def _name(self, event: Any, path: Path_, mapping: dict[str, Any]) -> None:
        key = event.value
        self.key = key
        if key in mapping:
            line, _ = self.keys[(*path, key)]
            mark = event.start_mark
            self.duplicates.append(
                Finding(
                    "Y111",
                    f"the key {key!r} stands twice; the first is on line {line}",
                    Position(self.name, mark.line + 1, mark.column + 1),
                    "keep one of the two",
                    source=self.lines[mark.line],
                )
            )
            return
        self.keys[(*path, key)] = (event.start_mark.line + 1, event.start_mark.column + 1)

    def _open(self, event: Any, container: dict[str, Any] | list[Any]) -> None:
        if len(self.stack) >= MAX_DEPTH:
            raise self._refuse(event, "Y112", f"nested more than {MAX_DEPTH} levels deep")
        if self.stack and isinstance(self.stack[-1][1], dict) and self.key is None:
            raise self._refuse(event, "Y106", "a key must be a word, not a list or a mapping")
        path = self._put(event, container)
        self.stack.append((path, container))
        self.key = None

    def _put(self, event: Any, value: Any) -> Path_:
        mark = (event.start_mark.line + 1, event.start_mark.column + 1)
        if not self.stack:
            self.data = value
            self.values[()] = mark
            return ()
        parent, container = self.stack[-1]
        path: Path_
        if isinstance(container, dict):
            path = (*parent, self.key or "")
            container[self.key or ""] = value
            self.key = None
        else:
            path = (*parent, len(container))
            container.append(value)
        self.values[path] = mark
        return path

    def _refuse(self, event: Any, code: str, message: str) -> YamlError:
        mark = event.start_mark
        source = self.lines[mark.line] if mark.line < len(self.lines) else ""
        return _fail(self.name, code, message, mark.line + 1, mark.column + 1, source=source)

    def _broken(self, error: yaml.YAMLError) -> YamlError:
        mark = getattr(error, "problem_mark", None)
        problem = getattr(error, "problem", None) or getattr(error, "reason", None) or str(error)
        position = getattr(error, "position", None)
        if mark is not None:
            line, column = mark.line + 1, mark.column + 1
        elif isinstance(position, int):
            before = self.text.encode("utf-8")[:position].decode("utf-8", "replace")
            line, column = before.count("\n") + 1, len(before) - before.rfind("\n")
        else:
            line, column = 1, 1
        source = self.lines[line - 1] if line <= len(self.lines) else ""
        hint = (
            "indent with spaces, not with a tab"
            if "\t" in source
            else "look at this line and the one above it"
        )
        return _fail(self.name, "Y106", f"this is not valid YAML: {problem}", line, column, hint, source)
