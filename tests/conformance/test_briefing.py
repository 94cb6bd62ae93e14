"""The packs before every plenary pass the Word validators; their contents have LibreOffice's pages."""

from __future__ import annotations

from pathlib import Path

import pytest

from egci_reports.app.order import Format
from tests.conformance.word import assert_sound
from tests.made_up_pack import made as made_up_pack
from tests.papers import file_of, made
from tests.readers.libreoffice import contents_pages_differ

pytestmark = pytest.mark.xdist_group("briefing-conformance")

NUMBERS = range(2, 21)


def test_word_files_pass_both_validators_and_the_lint(tmp_path: Path) -> None:
    packs = {f"briefing-{n}": file_of(made("briefing", str(n)), Format.WORD) for n in NUMBERS}
    assert_sound(packs, tmp_path)


def test_a_whole_pack_and_the_packs_of_departments_are_sound_word_files(tmp_path: Path) -> None:
    packs = {"pack": file_of(made_up_pack.pack(), Format.WORD)}
    packs |= {key: file_of(built, Format.WORD) for key, built in made_up_pack.departments().items()}
    assert_sound(packs, tmp_path)


def test_contents_of_word_files_have_the_pages_of_libreoffice() -> None:
    some = {f"briefing-{n}": file_of(made("briefing", str(n)), Format.WORD) for n in (2, 5, 13, 20)}
    some |= {"pack": file_of(made_up_pack.pack(), Format.WORD)}
    some |= {key: file_of(built, Format.WORD) for key, built in made_up_pack.departments().items()}
    assert contents_pages_differ(some) == []
