"""A file of records is changed where it says something else, and nowhere else."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from egci_reports.records.yaml_dump import dumped
from egci_reports.records.yaml_edit import CannotEdit
from egci_reports.records.yaml_patch import as_text, patched
from egci_reports.records.yaml_text import parse_yaml
from tests.conftest import REAL

RAW = """# the record of a made-up plenary

number: 3
date: {unstated: not-recorded}  # YYYY-MM-DD
venue: {city: Made-up Bay}  # by turns
bodies:   # in the order of the source
  - light-office  # first
  - body: signal-office
    printed: Signal Officer
# the end
sources: [page]  # ids
"""
DATA: dict[str, Any] = {
    "number": "3",
    "date": {"unstated": "not-recorded"},
    "venue": {"city": "Made-up Bay"},
    "bodies": ["light-office", {"body": "signal-office", "printed": "Signal Officer"}],
    "sources": ["page"],
}


def test_what_is_the_same_stays_to_the_byte() -> None:
    assert patched(RAW, DATA) == RAW


def test_a_silence_gives_way_to_a_value_and_the_comment_stays() -> None:
    made = patched(RAW, {**DATA, "date": "2012-05-03"})
    assert made == RAW.replace("{unstated: not-recorded}", "2012-05-03")


def test_braces_that_get_other_keys_become_a_block() -> None:
    made = patched(RAW, {**DATA, "venue": {"city": "Made-up Bay", "site": "Pier 1"}})
    assert "venue:  # by turns\n  city: Made-up Bay\n  site: Pier 1\nbodies:" in made


def test_items_are_added_in_their_place_and_changed_where_they_stand() -> None:
    bodies = ["light-office", "pier-office", {"body": "signal-office", "printed": "Signals"}]
    made = patched(RAW, {**DATA, "bodies": bodies, "sources": ["page", "release"]})
    assert (
        "  - light-office  # first\n  - pier-office\n  - body: signal-office\n    printed: Signals\n" in made
    )
    assert "# the end\nsources: [page, release]  # ids\n" in made


def test_new_keys_come_after_the_key_before_them_in_their_order() -> None:
    data = {"number": "3", "mode": "in-person", "note": "one\ntwo", **DATA}
    made = patched(RAW, data)
    assert "number: 3\nmode: in-person\nnote: |-\n  one\n  two\ndate:" in made


def test_windows_line_ends_stay() -> None:
    made = patched(RAW.replace("\n", "\r\n"), {**DATA, "mode": "in-person"})
    assert made.count("\r\n") == made.count("\n") == RAW.count("\n") + 1


texts = st.text(st.characters(codec="utf-8", categories=("L", "N", "P", "Zs")), min_size=1, max_size=12).map(
    lambda text: f"x{text.strip()}"
)
values = st.recursive(
    texts,
    lambda inner: st.one_of(
        st.lists(inner, min_size=1, max_size=3), st.dictionaries(st.sampled_from("abcd"), inner, min_size=1)
    ),
    max_leaves=8,
)
records = st.dictionaries(st.sampled_from("klmno"), values, min_size=1)


@given(records, records)
def test_a_file_then_reads_as_wanted_or_the_change_is_refused(
    one: dict[str, Any], other: dict[str, Any]
) -> None:
    raw = dumped(one)
    try:
        made = patched(raw, other)
    except CannotEdit:
        return
    assert parse_yaml(made, "").data == as_text(other)


@pytest.mark.parametrize("number", ["18", "19", "20"])
def test_comments_and_lines_of_a_real_record_stay(number: str) -> None:
    raw = (REAL / "meetings" / f"{number}.yaml").read_text("utf-8")
    data = parse_yaml(raw, "").data
    assert isinstance(data, dict)
    made = patched(raw, {**data, "captions": ["A made-up caption"]})
    kept = [line for line in raw.splitlines() if line not in made.splitlines()]
    assert all("caption" in line.casefold() or "Group photo" in line for line in kept)
