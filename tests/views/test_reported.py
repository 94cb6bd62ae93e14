"""Words that break off, told without quotation marks as far as they were read."""

from __future__ import annotations

import pytest

from egci_reports.views.reported import as_far_as_read


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("He hoped that they “could explore AI and digit…”.", "He hoped that they could explore AI."),
        ("It was to “speed up the building of…”.", "It was to speed up the building."),
        ("It “breaks off at IT and …”.", "It breaks off at IT."),
        ("A whole “quotation” stays.", "A whole “quotation” stays."),
        ("One “with … a gap” stays.", "One “with … a gap” stays."),
        ("The first “is whole”; the second “is no…”.", "The first “is whole”; the second “is no…”."),
    ],
)
def test_a_broken_word_and_what_joins_it_are_left_out(text: str, told: str) -> None:
    assert as_far_as_read(text) == told
