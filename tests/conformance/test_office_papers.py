"""The papers of the secretariat's year are sound Word files, and say the same in Word and PDF."""

from __future__ import annotations

import pytest

from egci_reports.app.papers.order import Format
from tests.conformance.conftest import Sound
from tests.conformance.made import OFFICE, office_papers
from tests.papers import file_of
from tests.parity import assert_same_words

pytestmark = pytest.mark.slow


def test_both_files_say_the_same() -> None:
    assert tuple(sorted(office_papers())) == tuple(sorted(OFFICE))
    for built in office_papers().values():
        assert_same_words(file_of(built, Format.WORD), file_of(built, Format.PDF))


def test_word_files_pass_both_validators_and_the_lint(sound: Sound) -> None:
    sound({name: file_of(built, Format.WORD) for name, built in office_papers().items()})
