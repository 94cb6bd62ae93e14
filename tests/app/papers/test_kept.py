"""What is kept of an edition is read back as it was written, and nothing else is taken for it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any, get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from egci_reports.app.papers.kept import KeptWords, dump_words, read_words, words_path
from egci_reports.engine.document.entries import EntryKind, TextEntry
from egci_reports.engine.document.passes.edition_numbers import Numbers

TEXT = st.text(st.characters(codec="utf-8"), max_size=12)
TEXTS = st.lists(TEXT, max_size=3).map(tuple)
ENTRIES = st.builds(
    TextEntry,
    st.sampled_from(get_args(EntryKind)),
    TEXTS,
    TEXTS,
    TEXT,
    TEXT,
    TEXT,
    TEXT,
    TEXTS,
    st.none() | st.integers(1, 999),
)
NUMBERS = st.builds(
    Numbers,
    st.dictionaries(TEXT, TEXT),
    st.dictionaries(TEXT, st.integers(1, 99)),
    st.dictionaries(TEXT, st.integers(1, 99)),
)
WORDS = st.builds(
    KeptWords, TEXT, st.just("2024-10-09"), st.none() | TEXT, NUMBERS, st.lists(ENTRIES).map(tuple)
)
SMALL = KeptWords(
    "Made up", "2024-10-09", None, Numbers({}, {}, {}), (TextEntry("paragraph", ("a",), ("b",)),)
)


def put(reports: Path, content: bytes) -> None:
    path = words_path(reports, "made-up-1.0")
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)


@given(WORDS)
def test_words_are_read_as_they_were_written(
    tmp_path_factory: pytest.TempPathFactory, words: KeptWords
) -> None:
    reports = tmp_path_factory.mktemp("kept")
    put(reports, dump_words(words))
    assert read_words(reports, "made-up-1.0") == words
    assert dump_words(words) == dump_words(words)


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("version", 2),
        ("version", None),
        ("date", "today"),
        ("date", 5),
        ("entries", None),
        ("entries", [{"kind": "song"}]),
        ("entries", ["x"]),
        ("entries", [{"kind": "row", "texts": 5}]),
        ("numbers", {}),
        ("numbers", {"labels": {}, "sources": {"x": "y"}, "pages": {}}),
    ],
)
def test_what_is_no_such_list_is_none(tmp_path: Path, key: str, value: Any) -> None:
    raw = json.loads(dump_words(SMALL))
    put(tmp_path, json.dumps({**raw, key: value}).encode())
    assert read_words(tmp_path, "made-up-1.0") is None


@pytest.mark.parametrize("content", [b"", b"[]", b"{", b"\xff", b"null"])
def test_what_is_no_json_is_none(tmp_path: Path, content: bytes) -> None:
    put(tmp_path, content)
    assert read_words(tmp_path, "made-up-1.0") is None
    assert read_words(tmp_path, "made-up-1.1") is None
