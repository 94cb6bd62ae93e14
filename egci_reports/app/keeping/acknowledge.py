"""Enters that a standing warning was looked at and may stand, with the reason."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from egci_reports.app.keeping.check import CheckResult, check
from egci_reports.app.keeping.chosen import chosen
from egci_reports.errors import Finding, RecordsError, UsageError
from egci_reports.files import may_be_there, read_bytes
from egci_reports.records.acknowledged import FILE, Acknowledgement, key_of
from egci_reports.records.file_text import MAX_BYTES
from egci_reports.records.load import read_records
from egci_reports.workspace import Workspace
from egci_reports.writing import write_atomically

_HEAD = """\
# Warnings that were looked at and may stand, entered by `egci-report acknowledge`. Take an entry out to be
# told of its warning again.

"""


@dataclass(frozen=True, slots=True)
class Standing:
    """The warnings that are told, and those that were acknowledged."""

    told: tuple[Finding, ...]
    acknowledged: tuple[Acknowledgement, ...]


def standing(workspace: Workspace) -> Standing:
    """Return the warnings of a workspace, and the acknowledgements on record."""
    entries = tuple(one for _, one in read_records(workspace.data).acknowledged)
    return Standing(check(workspace).warnings, entries)


def acknowledge(
    workspace: Workspace, code: str, place: str | None, reason: str, by: str, on: date
) -> tuple[Path, Acknowledgement]:
    """Enter that a warning may stand; return the file and the entry.

    `place` is where it is told, as `check` prints it or as much of it as tells which. Raises UsageError: U338
    if no such warning is told, U339 if several are; RecordsError where the records have errors.
    """
    data = workspace.writable_data()
    loaded, found = read_records(data), check(workspace)
    if loaded.records is None or found.errors:
        raise RecordsError(*found.errors)
    finding = _meant(workspace, found, code.upper(), place)
    _, record, says, line = key_of(finding, loaded.records.places)
    fields = {"code": finding.code, "record": record, "says": says, "line": line}
    entry = Acknowledgement(**fields, reason=reason, by=by, on=on)
    path = data / f"{FILE}.yaml"
    before = read_bytes(path, most=MAX_BYTES, inside=data).decode() if may_be_there(path) else _HEAD
    gap = "" if before.endswith("\n") else "\n"
    write_atomically(path, (before + gap + _written(entry)).encode())
    return path, entry


def _written(entry: Acknowledgement) -> str:
    """Return the YAML of an entry: a text in double quotes is written as in JSON."""
    fields = entry.model_dump(mode="json")
    texts = (f"{name}: {text if name in ('code', 'on') else _quoted(text)}" for name, text in fields.items())
    return "- " + "\n  ".join(texts) + "\n"


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)


def _meant(workspace: Workspace, checked: CheckResult, code: str, place: str | None) -> Finding:
    by_code: dict[str, list[Finding]] = {}
    for one in checked.warnings:
        by_code.setdefault(one.code, []).append(one)
    found = [one for one in by_code.get(code, ()) if one.position and one.source]
    if place is not None:
        file, *numbers = place.split(":")
        (name,) = chosen(workspace, [file], checked.files)
        found = [one for one in found if one.position and _is_at(str(one.position), name, numbers)]
    if not found:
        at = f" at {place}" if place else ""
        hint = "egci-report check tells which there are, and where"
        raise UsageError(Finding("U338", f"no warning {code} is told{at}", hint=hint))
    if len(found) > 1:
        which = [f"{one.position}  {one.message}" for one in found]
        hint = "\n".join(["say which, by file and line:", *which])
        raise UsageError(Finding("U339", f"{len(found)} warnings {code} are told", hint=hint))
    return found[0]


def _is_at(position: str, name: str, numbers: Sequence[str]) -> bool:
    return position.split(":")[: 1 + len(numbers)] == [name, *numbers]
