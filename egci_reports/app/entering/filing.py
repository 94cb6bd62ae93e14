"""The files in which answers stand: what they say, ids of new entries, and the texts that are written."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from egci_reports.app.collecting.baseline import Baseline
from egci_reports.app.entering.questions import Data
from egci_reports.app.keeping.entries import id_from
from egci_reports.errors import Finding, UsageError
from egci_reports.records.base import Model
from egci_reports.records.file_text import text_of
from egci_reports.records.records import Records
from egci_reports.records.yaml_dump import dumped
from egci_reports.records.yaml_edit import CannotEdit
from egci_reports.records.yaml_patch import patched
from egci_reports.records.yaml_text import parse_yaml


def data_of(baseline: Baseline, path: Path, empty: Any) -> Any:
    """Return what a file of the records says, with what earlier forms change; `empty` if there is none."""
    text = baseline.text(path)
    return empty if text is None else parse_yaml(text_of(text.encode(), path.name), path.name).data


def new_id(name: str, records: Records, data: Data) -> str:
    """Return an id made from a name that no entry has, on record or in new data; raises UsageError (U326)."""
    taken = {address.rpartition("/")[2] for address in records.places.files}
    lists = (entries for entries in data.values() if isinstance(entries, list))
    return id_from(name, taken | {str(entry.get("id")) for entries in lists for entry in entries})


def ordered(model: type[Model], row: Mapping[str, Any]) -> dict[str, Any]:
    """Return an entry with its fields in the order of its model."""
    return {name: row[name] for name in model.model_fields if name in row}


def texts(
    baseline: Baseline, form: str, schema: Mapping[Path, str], files: Mapping[Path, Any]
) -> dict[Path, str]:
    """Return the new texts of the files whose data change; comments of those that are there stay.

    `form` is the file that the changes come from, `schema` names the schema of files that may be new. Raises
    UsageError for a file that is written in a way that takes no changes (F711).
    """
    made = {}
    for path, data in files.items():
        raw = baseline.text(path)
        try:
            text = _begun(baseline, path, schema, data) if raw is None else patched(raw, data)
        except CannotEdit as error:
            name = path.relative_to(baseline.data).as_posix()
            message = f"{form}: the changes cannot be put into data/{name} without changing more of it"
            hint = (
                "write entries on lines of their own, as 'egci-report new' does; or enter the changes there"
            )
            raise UsageError(Finding("F711", message, hint=hint)) from error
        if text is not None and text != raw:
            made[path] = text
    return made


def _begun(baseline: Baseline, path: Path, schema: Mapping[Path, str], data: Any) -> str | None:
    """Return the text of a file that is new; None if there is nothing to write into it."""
    if not data:
        return None
    up = "../" * (len(path.relative_to(baseline.data).parts) - 1)
    return f"# yaml-language-server: $schema={up}schema/{schema[path]}.json\n\n{dumped(data)}"
