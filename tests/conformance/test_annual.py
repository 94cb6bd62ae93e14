"""The annual reports pass every validator: the telling years each time, every year with --thorough."""

from __future__ import annotations

from pathlib import Path

import pytest

from egci_reports.app.papers.order import Format
from tests.conformance import verapdf
from tests.conformance.required import require
from tests.conformance.word import assert_sound
from tests.papers import TELLING, YEARS, annual, file_of
from tests.readers.libreoffice import contents_pages_differ


@pytest.fixture
def years(request: pytest.FixtureRequest) -> tuple[int, ...]:
    """The years to look at."""
    return YEARS if request.config.getoption("--thorough") else TELLING


def test_pdfs_are_pdf_ua_1_and_pdf_a_2a(years: tuple[int, ...], tmp_path: Path) -> None:
    require(verapdf.installed(), "veraPDF is not installed: run tests/conformance/install")
    paths = [tmp_path / f"{year}.pdf" for year in years]
    for path, year in zip(paths, years, strict=True):
        path.write_bytes(file_of(annual(year), Format.PDF))
    results = verapdf.validate(paths)
    assert len(results) == 2 * len(years)
    assert [(r.path.name, r.flavour, r.clauses, r.error) for r in results if not r.passed] == []


def test_word_files_pass_both_validators_and_the_lint(years: tuple[int, ...], tmp_path: Path) -> None:
    assert_sound({str(year): file_of(annual(year), Format.WORD) for year in years}, tmp_path)


def test_contents_of_word_files_have_the_pages_of_libreoffice(years: tuple[int, ...]) -> None:
    assert contents_pages_differ({str(year): file_of(annual(year), Format.WORD) for year in years}) == []
