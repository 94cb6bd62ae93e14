"""Begins an entry at the end of a list of records, and leaves every other byte of the file as it is.

What is known of the entry is written out; every other field that it can have stands below in a comment, with
what it means, so that nobody has to look for its name.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import yaml
from pydantic import ValidationError

from egci_reports.app.keeping.check import errors_of
from egci_reports.app.keeping.descriptions import field_docstrings
from egci_reports.app.record_file import record_bytes
from egci_reports.errors import Finding, RecordsError, UsageError
from egci_reports.files import may_be_there
from egci_reports.records.base import Model
from egci_reports.records.file_text import YamlError, text_of
from egci_reports.records.load import read_records
from egci_reports.records.records import Records
from egci_reports.records.translate import translate
from egci_reports.records.yaml_file import YamlFile
from egci_reports.records.yaml_text import parse_yaml
from egci_reports.workspace import Workspace
from egci_reports.writing import write_atomically

_DATE = re.compile(r"[0-9]{4}(-[0-9]{2}){0,2}")


@dataclass(frozen=True, slots=True)
class RecordBegun:
    """A record that is begun: its model, and what is known of its fields.

    A value is a text, a list of texts, words by language, or a Part: a list with one record.
    """

    model: type[Model]
    fields: Mapping[str, Any]

    def data(self) -> dict[str, Any]:
        """Return what the YAML of the record must read as."""
        return {
            name: [value.data()] if isinstance(value, RecordBegun) else value
            for name, value in self.fields.items()
        }

    def lines(self) -> Iterator[str]:
        """Yield the lines of its YAML: what is known, then each other field as a comment."""
        for name, value in self.fields.items():
            if isinstance(value, RecordBegun):
                first, *rest = value.lines()
                yield from (f"{name}:", f"  - {first}", *(f"    {line}" for line in rest))
            else:
                yield f"{name}: {_written(value)}"
        for name, text in field_docstrings(self.model).items():
            if name not in self.fields:
                yield f"# {name}: ...  # {text}"


@dataclass(frozen=True, slots=True)
class BegunEntry:
    """The file, the id and the first line of an entry that was begun, and what `check` finds in it."""

    path: Path
    id: str
    line: int
    errors: tuple[Finding, ...]


def records_to_extend(workspace: Workspace, name: str) -> Records:
    """Return the records as far as they can be read, whatever else is wrong with them.

    Raises UsageError without a workspace; RecordsError if no records can be made, or those of the list `name`
    cannot be read: nobody then knows what is on record.
    """
    loaded = read_records(workspace.writable_data())
    if loaded.records is None or name in loaded.broken:
        raise RecordsError(*(finding for finding in loaded.findings if finding.is_error))
    return loaded.records


def begin_entry(workspace: Workspace, name: str, entry: RecordBegun) -> BegunEntry:
    """Put an entry at the end of data/NAME.yaml, which is made if it may be absent and is.

    Raises UsageError, with nothing written, where the id is taken (U311), a field cannot be what was given,
    or the file is written in a way that takes no entry at its end (U326); WriteError if it cannot be written.
    """
    data = workspace.writable_data()
    path = data / f"{name}.yaml"
    raw = record_bytes(path, data).decode() if may_be_there(path) else _head(name)
    before = _parsed(raw, path.name) if may_be_there(path) else None
    old = before.data if before else []
    key = str(entry.fields["id"])
    if any(isinstance(one, dict) and one.get("id") == key for one in old):
        raise UsageError(
            Finding("U311", f"{path.name} has the id {key!r} already", hint="give another: --id ...")
        )
    made = raw + _added(raw, before, entry).replace("\n", "\r\n" if "\r\n" in raw else "\n")
    after = _parsed(made, path.name)
    if after.data != [*old, entry.data()]:
        raise UsageError(_takes_none(path.name))
    _require_form(after, entry, len(old))
    write_atomically(path, made.encode())
    line = after.position((len(old),)).line
    return BegunEntry(path, key, line, tuple(_errors_in(workspace, path, line)))


def _head(name: str) -> str:
    return f"# yaml-language-server: $schema=schema/{name}.json\n"


def _added(raw: str, before: YamlFile | None, entry: RecordBegun) -> str:
    """Return what comes at the end of a file: a blank line, and the entry, as far in as those before it."""
    margin = ""
    if before is not None and before.data:
        line = before.line(before.position((0,)).line)
        margin = " " * (len(line) - len(line.lstrip(" ")))
    first, *rest = entry.lines()
    lines = [f"{margin}- {first}", *(f"{margin}  {line}" for line in rest)]
    return ("" if raw.endswith("\n") else "\n") + "\n" + "\n".join(lines) + "\n"


def _parsed(raw: str, name: str) -> YamlFile:
    try:
        return parse_yaml(text_of(raw.encode(), name), name)
    except YamlError as error:
        told = (replace(finding, position=None, source=None) for finding in error.findings)
        raise UsageError(_takes_none(name), *told) from error


def _takes_none(name: str) -> Finding:
    hint = "see that it is a list whose entries begin with '- id: ...', each on a line of its own"
    return Finding("U326", f"the entry cannot be put at the end of {name}", hint=hint)


def _require_form(file: YamlFile, entry: RecordBegun, index: int) -> None:
    """Raise UsageError with what is wrong with the form of the new entry, which has no place yet."""
    try:
        entry.model.model_validate(entry.data())
    except ValidationError as error:
        found = translate(error, entry.model, file, (index,), {})
        raise UsageError(*(replace(one, position=None, source=None) for one in found)) from error


def _errors_in(workspace: Workspace, path: Path, line: int) -> Iterator[Finding]:
    name = path.relative_to(workspace.data.parent).as_posix()
    for finding in errors_of(read_records(workspace.data), workspace):
        place = finding.position
        if finding.is_error and place is not None and place.file == name and place.line >= line:
            yield finding


def _written(value: Any) -> str:
    """Return a value as YAML on one line, in quotation marks only where it needs them."""
    if isinstance(value, str) and _DATE.fullmatch(value):
        return value  # texts, as the records are read
    dumped = yaml.safe_dump(
        value, allow_unicode=True, width=sys.maxsize, default_flow_style=True, sort_keys=False
    )
    return str(dumped).splitlines()[0]
