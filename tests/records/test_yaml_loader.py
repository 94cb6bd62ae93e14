"""Without libyaml the records read the same: PyYAML's own parser is held against it."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from egci_reports.records import yaml_text
from egci_reports.records.yaml_loader import PythonLoader
from tests.conftest import MADE_UP, REAL
from tests.loading import load_records
from tests.made_up_pack.made import put_together


def events(text: str, loader: type) -> list[tuple[object, ...]] | str:
    """Return kind, text and place of each event that has one, or that the text is broken."""
    try:
        found = [event for event in yaml.parse(text, Loader=loader) if hasattr(event, "implicit")]
    except yaml.YAMLError:
        return "broken"
    # the two differ only in where they put a value that is not there
    return [
        (type(one).__name__, value, None if value == "" else (one.start_mark.line, one.start_mark.column))
        for one in found
        for value in [getattr(one, "value", None)]
    ]


QUESTIONS = st.lists(st.sampled_from(["Who?", "?", "a", " ", "we: ", "?x", "x?y", "no", "?? "]), min_size=1)


@pytest.mark.skipif(not hasattr(yaml, "CBaseLoader"), reason="this PyYAML was built without libyaml")
@given(QUESTIONS)
def test_questions_in_braces_and_brackets_read_as_libyaml_reads_them(pieces: list[str]) -> None:
    words = "".join(pieces)
    for text in (f"[first, z{words}, last]", f"{{ask: z{words}, answer: We.}}", f"ask: z{words}\n"):
        assert events(text, PythonLoader) == events(text, yaml.CBaseLoader)


def test_a_question_in_braces_is_a_text() -> None:
    text = "{ask: Who? Why?, answer: We.}"
    assert yaml.load(text, Loader=PythonLoader) == {"ask": "Who? Why?", "answer": "We."}


def test_a_key_may_still_be_set_off_with_a_question_mark() -> None:
    assert yaml.load("{? ask : Who?}", Loader=PythonLoader) == {"ask": "Who?"}


@pytest.mark.parametrize("which", ["real", "made up", "pack"])
def test_records_are_the_same_without_libyaml(
    which: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made_up = MADE_UP / "data"
    data = {"real": REAL, "made up": made_up}.get(which) or put_together(tmp_path) / "data"
    expected = load_records(data)
    monkeypatch.setattr(yaml_text, "Loader", PythonLoader)
    assert load_records(data) == expected
