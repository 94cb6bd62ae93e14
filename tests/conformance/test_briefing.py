"""Packs are sound Word files: the most telling each time, all of them with --thorough."""

from __future__ import annotations

import pytest

from egci_reports.app.papers.order import Format
from tests.conformance.conftest import Sound
from tests.made_up_pack import made as made_up_pack
from tests.papers import FEW_PACKS, file_of, made

pytestmark = pytest.mark.slow


@pytest.fixture
def numbers(request: pytest.FixtureRequest) -> tuple[int, ...]:
    """The plenaries to look at."""
    return tuple(range(2, 21)) if request.config.getoption("--thorough") else FEW_PACKS


def test_word_files_pass_both_validators_and_the_lint(numbers: tuple[int, ...], sound: Sound) -> None:
    packs = {f"briefing-{n}": file_of(made("briefing", str(n)), Format.WORD) for n in numbers}
    sound(packs)


def test_a_whole_pack_and_the_packs_of_departments_are_sound_word_files(sound: Sound) -> None:
    packs = {"pack": file_of(made_up_pack.pack(), Format.WORD)}
    packs |= {key: file_of(built, Format.WORD) for key, built in made_up_pack.departments().items()}
    sound(packs)
