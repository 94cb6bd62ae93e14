"""Packs pass every validator: the most telling each time, all of them with --thorough."""

from __future__ import annotations

from pathlib import Path

import pytest

from egci_reports.app.papers.order import Format
from tests.conformance import verapdf
from tests.conformance.required import require
from tests.conformance.word import assert_sound
from tests.made_up_pack import made as made_up_pack
from tests.papers import TELLING_PACKS, file_of, made
from tests.readers.libreoffice import contents_pages_differ


@pytest.fixture
def numbers(request: pytest.FixtureRequest) -> tuple[int, ...]:
    """The plenaries to look at."""
    return tuple(range(2, 21)) if request.config.getoption("--thorough") else TELLING_PACKS


def test_pdfs_are_pdf_ua_1_and_pdf_a_2a(numbers: tuple[int, ...], tmp_path: Path) -> None:
    require(verapdf.installed(), "veraPDF is not installed: run tests/conformance/install")
    paths = [tmp_path / f"{number}.pdf" for number in numbers]
    for path, number in zip(paths, numbers, strict=True):
        path.write_bytes(file_of(made("briefing", str(number)), Format.PDF))
    results = verapdf.validate(paths)
    assert len(results) == 2 * len(numbers)
    assert [(r.path.name, r.flavour, r.clauses, r.error) for r in results if not r.passed] == []


def test_word_files_pass_both_validators_and_the_lint(numbers: tuple[int, ...], tmp_path: Path) -> None:
    packs = {f"briefing-{n}": file_of(made("briefing", str(n)), Format.WORD) for n in numbers}
    assert_sound(packs, tmp_path)


def test_a_whole_pack_and_the_packs_of_departments_are_sound_word_files(tmp_path: Path) -> None:
    packs = {"pack": file_of(made_up_pack.pack(), Format.WORD)}
    packs |= {key: file_of(built, Format.WORD) for key, built in made_up_pack.departments().items()}
    assert_sound(packs, tmp_path)


def test_contents_of_word_files_have_the_pages_of_libreoffice() -> None:
    some = {f"briefing-{n}": file_of(made("briefing", str(n)), Format.WORD) for n in TELLING_PACKS}
    some |= {"pack": file_of(made_up_pack.pack(), Format.WORD)}
    some |= {key: file_of(built, Format.WORD) for key, built in made_up_pack.departments().items()}
    assert contents_pages_differ(some) == []
