"""The history is a sound Word file, whole, early and long."""

from __future__ import annotations

import pytest

from egci_reports.app.papers.order import Format
from tests.conformance.conftest import Sound
from tests.conformance.made import HISTORIES
from tests.papers import file_of

pytestmark = pytest.mark.slow


def test_word_files_pass_both_validators_and_the_lint(sound: Sound) -> None:
    sound({name: file_of(make(), Format.WORD) for name, make in HISTORIES.items()})
