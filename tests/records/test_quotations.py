"""Quotations that break off within a word are known, and told as far as whole words go."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from egci_reports.records.quotations import as_far_as_read, breaks_off


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("He hoped that they “could explore AI and digit…”.", "He hoped that they could explore AI."),
        ("It was to “speed up the building of…”.", "It was to speed up the building."),
        ("It “breaks off at IT and …”.", "It breaks off at IT."),
        (
            "They “agreed” on “smart cities, towns and vil…” [2].",
            "They “agreed” on smart cities, towns [2].",
        ),
    ],
)
def test_a_broken_word_and_what_joins_it_are_left_out(text: str, told: str) -> None:
    assert breaks_off(text)
    assert as_far_as_read(text) == told


@pytest.mark.parametrize(
    "text",
    [
        "A whole “quotation” stays.",
        "One “with … a gap” stays.",
        "The first “is whole”; the second “is no…”.",
        "They “agreed” on five areas.",
        "Words of ours break off…",
    ],
)
def test_a_whole_quotation_stays(text: str) -> None:
    assert not breaks_off(text)
    assert as_far_as_read(text) == text


@given(st.text("ab …“”,."))
def test_what_is_told_is_never_longer_and_completes_no_word(text: str) -> None:
    told = as_far_as_read(text)
    assert len(told) <= len(text)
    assert set(re.findall(r"\w+", told)) <= set(re.findall(r"\w+", text))
