"""Records of plenaries pass every validator: drafts that are forms, internal and joint."""

from __future__ import annotations

import pytest

from egci_reports.app.papers.order import Format
from tests.conformance.conftest import Sound
from tests.conformance.made import RECORDS
from tests.papers import file_of
from tests.parity import assert_same_words

pytestmark = pytest.mark.slow


def test_word_files_are_sound_and_say_what_the_pdfs_say(sound: Sound) -> None:
    files = {name: file_of(make(), Format.WORD) for name, make in RECORDS.items()}
    sound(files)
    for name, make in RECORDS.items():
        assert_same_words(files[name], file_of(make(), Format.PDF))
