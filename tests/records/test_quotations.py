"""Quotations that break off within a word are known, and told as far as whole words go."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from egci_reports.records.quotations import breaks_off, told_as_far


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("He hoped for “work on AI and digit…”.", "He hoped for work on AI."),
        ("He hoped for “the growth of the indus…” then.", "He hoped for the growth then."),
        (
            "They “agreed” on “smart cities, towns and vill…” [2].",
            "They “agreed” on smart cities, towns [2].",
        ),
    ],
)
def test_half_a_word_and_what_leads_on_to_it_are_left_out(text: str, told: str) -> None:
    assert breaks_off(text)
    assert told_as_far(text) == told
    assert not breaks_off(told)


@pytest.mark.parametrize(
    "text",
    [
        "They “will be pushing the works … to continue” it.",
        "They named “lamps, buoys …” among others.",
        "They “agreed” on five areas.",
        "Words of ours break off…",
    ],
)
def test_a_quotation_that_ends_with_a_whole_word_stays(text: str) -> None:
    assert not breaks_off(text)
    assert told_as_far(text) == text


@given(st.text("ab …“”,."))
def test_what_is_told_is_never_longer_and_completes_no_word(text: str) -> None:
    told = told_as_far(text)
    assert len(told) <= len(text)
    assert set(re.findall(r"\w+", told)) <= set(re.findall(r"\w+", text))
