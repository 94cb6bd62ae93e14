"""What a sheet puts into a file of records: values at paths, with every comment left where it is."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from egci_reports.records.yaml_file import Path_
from egci_reports.records.yaml_patch import patched
from egci_reports.records.yaml_text import parse_yaml

Value = str | Sequence[Any] | Mapping[str, Any]
"""What can stand in a file: texts, and lists and mappings of them."""


@dataclass(frozen=True, slots=True)
class Change:
    """A value for a path; what is not there yet is added, an entry of a list behind the last."""

    path: Path_
    value: Value


def changed(text: str, puts: Sequence[Change]) -> str:
    """Return the text of a file with each value at its path.

    Raises YamlError if it cannot be read, and CannotEdit if it is written in a way in which that would change
    anything else.
    """
    data: Any = parse_yaml(text.replace("\r\n", "\n"), "").data
    for put in puts:
        *way, last = put.path
        inner = data
        for part in way:
            inner = inner[part]
        if isinstance(inner, list) and last == len(inner):
            inner.append(put.value)
        else:
            inner[last] = put.value
    return patched(text, data)
