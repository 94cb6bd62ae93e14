"""Values are changed in files of records, and nothing else is, however the file is written."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from egci_reports.records.yaml_change import Put, Value, changed
from egci_reports.records.yaml_edit import CannotEdit
from egci_reports.records.yaml_text import parse_yaml

FILE = """# head
- id: one  # beside
  text: |
    A block.

    - of lines
  # above due
  due: 2025-01-01
  parts: [a, b]
  notes:
    - {on: 2025-01-02, text: "quoted, with a comma"}  # after a note
# between
- id: two
  text: plain
"""

PUTS = [
    Put((0, "text"), "One line"),
    Put((1, "text"), "Two\n\n- lines\n"),
    Put((0, "due"), "2026-02"),
    Put((0, "parts", 1), "made: hard # not a comment"),
    Put((0, "parts", 2), "c"),
    Put((0, "notes", 1), {"on": "2025-03-04", "text": "no"}),
    Put((1, "notes"), [{"on": "2025-03-04", "text": "虛構"}]),
    Put((1, "closed"), {"meeting": "5"}),
    Put((2,), {"id": "05-04", "text": "null"}),
]


@pytest.mark.parametrize("put", PUTS, ids=lambda put: ".".join(map(str, put.path)))
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_a_value_is_put_and_every_comment_stays(put: Put, end: str) -> None:
    made = changed(FILE.replace("\n", end), [put])
    value = parse_yaml(made.replace("\r\n", "\n"), "").data
    for part in put.path:
        value = value[part]  # type: ignore[index, call-overload]
    assert value == put.value
    for comment in ("# head", "# beside", "# above due", "# after a note", "# between"):
        assert comment in made
    assert ("\r\n" in made) == (end == "\r\n")
    assert "\n" not in made.replace("\r\n", "") or end == "\n"


def test_all_of_them_together_change_what_they_name_and_nothing_else() -> None:
    made = changed(FILE, PUTS)
    assert [line for line in FILE.splitlines() if line not in made.splitlines()] == [
        "    A block.", "    - of lines", "  due: 2025-01-01", "  parts: [a, b]", "  text: plain",
    ]  # fmt: skip


@given(st.text(st.characters(codec="utf-8", exclude_categories=["C", "Zl", "Zp"]), min_size=1, max_size=60))
def test_any_text_is_read_back_as_it_was_put(text: str) -> None:
    for path in ((1, "text"), (0, "notes", 0, "text"), (0, "parts", 0), (1, "new")):
        data = parse_yaml(changed(FILE, [Put(path, text)]), "").data
        for part in path:
            data = data[part]  # type: ignore[index, assignment, call-overload]
        assert data == text


@pytest.mark.parametrize("value", ["x", ["x"]])
def test_where_nothing_can_be_put_nothing_is(value: Value) -> None:
    with pytest.raises((CannotEdit, KeyError, IndexError)):
        changed(FILE, [Put((7, "text"), value)])
