"""Makes the JSON schemas by which editors check the records while they are typed."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from egci_reports.app.keeping.descriptions import DescribedSchema
from egci_reports.records.base import Model
from egci_reports.records.briefs import ItemBrief
from egci_reports.records.facts import FACT_MARK
from egci_reports.records.load import LISTS, OPTIONAL, PLAIN_LISTS, SINGLES
from egci_reports.records.meetings import Meeting
from egci_reports.records.notes import MeetingNotes
from egci_reports.records.packs import PackWords
from egci_reports.records.returns import Return
from egci_reports.workspace import Workspace
from egci_reports.writing import write_atomically

FOLDER = "schema"

_Schema = dict[str, Any]


def write_schemas(workspace: Workspace) -> tuple[Path, ...]:
    """Write data/schema/*.json of a workspace and return the files that have changed.

    Raises UsageError without a workspace, WriteError where a file cannot be written.
    """
    folder = workspace.writable_data() / FOLDER
    written = [path for name, text in schemas().items() if write_atomically(path := folder / name, text)]
    return tuple(written)


def schemas() -> Mapping[str, bytes]:
    """Return the schema files by name: one for each kind of file of records."""
    lists = (*LISTS, *PLAIN_LISTS)
    files = {
        f"{name}.json": schema_of(model, many=name in lists) for name, model in files_of_records().items()
    }
    return {
        name: (json.dumps(schema, indent=1, ensure_ascii=False) + "\n").encode()
        for name, schema in files.items()
    }


def files_of_records() -> Mapping[str, type[Model]]:
    """Return the kinds of files by the name of their schema, with the model of the file or of its entries."""
    several: dict[str, type[Model]] = {
        "meeting": Meeting,
        "return": Return,
        "pack": PackWords,
        "brief": ItemBrief,
        "notes": MeetingNotes,
    }
    return {**SINGLES, **LISTS, **OPTIONAL, **PLAIN_LISTS, **several}


def schema_of(model: type[Model], *, many: bool = False) -> _Schema:
    """Return the schema (draft 2020-12) of a file that holds one record, or `many` in a list."""
    raw = model.model_json_schema(schema_generator=DescribedSchema)
    definitions = raw.pop("$defs", {})
    entry = _written(raw, definitions)
    schema: _Schema = {"$schema": "https://json-schema.org/draft/2020-12/schema"}
    schema |= {"type": "array", "items": entry} if many else entry
    schema["$defs"] = {name: _written(part, definitions) for name, part in sorted(definitions.items())}
    return schema


def _written(node: Any, definitions: Mapping[str, _Schema]) -> Any:
    """Turn pydantic's schema of a value into that of its form in YAML.

    There a fact may be a plain value, nothing is null (one leaves the line out), and a text such as
    2012 looks like a number to editors.
    """
    if isinstance(node, list):
        return [_written(part, definitions) for part in node]
    if not isinstance(node, dict):
        return node
    if FACT_MARK in node:
        node = _fact(node, definitions)
    node = {key: _written(value, definitions) for key, value in node.items() if not _is_noise(key, value)}
    if "anyOf" in node:
        return _without_null(node)
    if node.get("type") == "string" and "enum" not in node and re.search(node.get("pattern", ""), "2012"):
        return {**node, "type": ["string", "number"]}
    return node


def _is_noise(key: str, value: object) -> bool:
    """Whether a key only repeats the name of the field, or gives a default that YAML cannot write."""
    return (key == "title" and isinstance(value, str)) or (key == "default" and value in (None, [], {}))


def _fact(node: _Schema, definitions: Mapping[str, _Schema]) -> _Schema:
    """Add the plain value to the three forms of a fact."""
    (union,) = (key for key in ("oneOf", "anyOf") if key in node)
    forms = node[union]
    stated = definitions[forms[0]["$ref"].rpartition("/")[2]]
    plain = {key: value for key, value in stated["properties"]["value"].items() if key != "description"}
    rest = {key: value for key, value in node.items() if key not in (union, FACT_MARK, "discriminator")}
    return {**rest, "anyOf": [plain, *forms]}


def _without_null(node: _Schema) -> _Schema:
    forms = [form for form in node["anyOf"] if form != {"type": "null"}]
    if len(forms) > 1:
        return {**node, "anyOf": forms}
    rest = {key: value for key, value in node.items() if key != "anyOf"}
    return {**forms[0], **rest}
