"""The schema for editors: kept fresh, agrees with the shipped files, and sees a slip."""

from __future__ import annotations

import copy
import json
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml

from egci_reports.app.keeping import schema as keeping
from egci_reports.app.keeping.schema import schemas, write_schemas
from egci_reports.errors import UsageError
from egci_reports.workspace import Workspace, shipped

DATA = shipped("data")


class EditorLoader(yaml.SafeLoader):
    """Reads YAML as editors do (YAML 1.2): dates and `no` are texts, 2012 is a number."""


EditorLoader.yaml_implicit_resolvers = {
    first: [(tag, rule) for tag, rule in rules if not tag.endswith((":timestamp", ":bool"))]
    for first, rules in yaml.SafeLoader.yaml_implicit_resolvers.items()
}
EditorLoader.add_implicit_resolver(
    "tag:yaml.org,2002:bool", yaml.SafeLoader.yaml_implicit_resolvers["t"][0][1], "tf"
)


def typed_in(path: Path) -> Any:
    return yaml.load(path.read_text("utf-8"), Loader=EditorLoader)


@cache
def made() -> Mapping[str, bytes]:
    """Return the schemas that the models make, made once for each process."""
    return schemas()


def schema_for(path: Path) -> Any:
    name = "meeting" if path.parent.name == "meetings" else path.stem
    return json.loads(made()[f"{name}.json"])


FILES = sorted([*DATA.glob("*.yaml"), *DATA.glob("meetings/*.yaml")])


@pytest.mark.parametrize("name", sorted(path.name for path in (DATA / "schema").iterdir()))
def test_the_shipped_schema_is_what_the_models_say(name: str) -> None:
    assert (DATA / "schema" / name).read_bytes() == made()[name], "run: egci-report schema"


def test_no_schema_is_missing() -> None:
    assert {path.name for path in (DATA / "schema").iterdir()} == set(made())


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_an_editor_finds_nothing_wrong_in_a_shipped_file(path: Path) -> None:
    jsonschema.Draft202012Validator(schema_for(path)).validate(typed_in(path))


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_each_shipped_file_names_its_schema(path: Path) -> None:
    name = "meeting" if path.parent.name == "meetings" else path.stem
    above = "../" if path.parent.name == "meetings" else ""
    first = path.read_text("utf-8").splitlines()[0]
    assert first == f"# yaml-language-server: $schema={above}schema/{name}.json"


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("venu", {"city": "Guangzhou"}),
        ("date", "9 October 2024"),
        ("date", {"unstated": "forgotten"}),
        ("date", {"disputed": [{"value": "2024-10-09", "sources": ["a"]}]}),
        ("mode", "by telephone"),
        ("number", "nineteen"),
        ("venue", {"town": "Guangzhou"}),
        ("captions", None),
    ],
)
def test_an_editor_sees_a_slip(field: str, value: object) -> None:
    path = DATA / "meetings" / "19.yaml"
    record = copy.deepcopy(typed_in(path))
    record[field] = value
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.Draft202012Validator(schema_for(path)).validate(record)


@pytest.mark.parametrize(
    "date",
    [
        "2024-10-09",
        {"value": "2024-10-09", "sources": ["egci-page"]},
        {"unstated": "not-recorded"},
        {"disputed": [{"value": "2024-10-09", "sources": ["a"]}, {"value": "2024-10-10", "sources": ["b"]}]},
    ],
    ids=["plain", "stated", "unstated", "disputed"],
)
def test_an_editor_accepts_every_form_of_a_fact(date: object) -> None:
    path = DATA / "meetings" / "19.yaml"
    jsonschema.Draft202012Validator(schema_for(path)).validate({**typed_in(path), "date": date})


def test_only_changed_schemas_are_written_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(keeping, "schemas", made)
    workspace = Workspace(tmp_path, tmp_path / "data", (), tmp_path / "reports")
    assert len(write_schemas(workspace)) == len(made())
    (tmp_path / "data" / "schema" / "group.json").write_text("old", "utf-8")
    assert [path.name for path in write_schemas(workspace)] == ["group.json"]


def test_the_schema_of_the_shipped_records_cannot_be_written_over(tmp_path: Path) -> None:
    with pytest.raises(UsageError):
        write_schemas(Workspace(None, tmp_path, (), tmp_path))
