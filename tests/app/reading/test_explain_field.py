"""Every field of every file of records is explained, by its path and by as much of its end as tells which."""

from __future__ import annotations

import pytest

from egci_reports.app.keeping.schema import files_of_records
from egci_reports.app.reading.explain_field import explain_field, kinds_of_files
from egci_reports.errors import UsageError
from egci_reports.records.yaml_text import parse_yaml
from egci_reports.workspace import shipped


@pytest.mark.parametrize("kind", kinds_of_files())
def test_a_kind_of_file_lists_its_fields_and_each_leads_on(kind: str) -> None:
    (file,) = explain_field(kind)
    known = files_of_records().get(kind)
    assert [name for name, _ in file.under] == list(
        known.model_fields if known else ["marking", "dated", "reply_by", "texts"]
    )
    for name, meaning in file.under:
        (field,) = explain_field(f"{kind}.{name}")
        assert field.meaning == meaning
        assert field.meaning.endswith(".")


def test_every_key_of_a_shipped_meeting_is_explained_where_it_stands() -> None:
    record = parse_yaml((shipped("data") / "meetings" / "19.yaml").read_text("utf-8"), "19.yaml").data

    def keys(value: object, path: str) -> None:
        if isinstance(value, list):
            for one in value:
                keys(one, path)
        elif isinstance(value, dict):
            for name, inner in value.items():
                here = path if name == "value" else f"{path}.{name}"
                if name in ("disputed", "unstated", "decision", "note"):
                    continue  # the forms of a fact
                if "value" in value and name == "sources":
                    continue
                assert explain_field(here)[0].path == here
                keys(inner, here)

    keys(record, "meeting")


def test_the_end_of_a_path_is_enough() -> None:
    (field,) = explain_field("areas.listed")
    assert field.path == "meeting.areas.listed"
    assert field.needed
    assert field.takes.startswith("list: fields; or {value: ..., sources: [ids], note: ...}")
    assert ("joint", "once the plenary was held") in field.readers
    assert [name for name, _ in field.under] == ["grade", "sources", "wording", "threads", "verb"]


def test_what_holds_where_a_field_is_left_out_is_told() -> None:
    (field,) = explain_field("bodies.names.article")
    assert (field.needed, field.default, field.takes) == (False, "true", "true or false")
    assert explain_field("pack.opening")[0].readers == ()


def test_fields_of_one_name_are_told_apart_and_one_field_at_two_places_is_told_once() -> None:
    found = {field.path: field.also for field in explain_field("hedge")}
    assert found == {
        "meeting.hong_kong.hedge": ("meeting.guangdong.hedge",),
        "meeting.areas.hedge": (),
        "meeting.areas.rivals.hedge": (),
    }


@pytest.mark.parametrize(
    ("path", "meant"),
    [
        ("areas.lsted", "did you mean areas.listed"),
        ("meting", "did you mean meeting?"),
        ("sources.titel", "did you mean sources.title"),
        ("zzz", "begin with a file: group, areas"),
        ("source.grade", "source has: id, title, publisher, url"),
    ],
)
def test_an_unknown_field_is_answered_with_the_nearest(path: str, meant: str) -> None:
    with pytest.raises(UsageError) as refused:
        explain_field(path)
    (finding,) = refused.value.findings
    assert finding.code == "U304"
    assert (finding.hint or "").startswith(meant)


@pytest.mark.parametrize(
    "path", ["delegation.hedge", "area.grade", "convenor.verb", "person.honorific", "bodyname.seen"]
)
def test_a_path_may_begin_with_the_name_of_a_part(path: str) -> None:
    (field,) = explain_field(path)
    assert field.path.endswith(f".{path.partition('.')[2]}")
