"""Addenda are sound Word files: one with all kinds of changes, one for both sides, one with a figure."""

from __future__ import annotations

import pytest

from egci_reports.app.papers.order import Format
from tests.conformance.conftest import Sound
from tests.conformance.made import ADDENDA, addendum
from tests.papers import file_of, text_of
from tests.parity import assert_same_words

pytestmark = pytest.mark.slow


def test_a_figure_that_changed_is_drawn_anew() -> None:
    assert "In place of Figure 2 of the edition (page" in text_of(addendum("history")).replace("\u00a0", " ")


@pytest.mark.parametrize("name", ADDENDA)
def test_both_files_say_the_same(name: str) -> None:
    assert_same_words(file_of(addendum(name), Format.WORD), file_of(addendum(name), Format.PDF))


def test_word_files_pass_both_validators_and_the_lint(sound: Sound) -> None:
    sound({name: file_of(addendum(name), Format.WORD) for name in ADDENDA})
