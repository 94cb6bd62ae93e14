"""The history passes every validator, whole, early and long, and its contents have LibreOffice's pages."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from egci_reports.app.papers.build import Built
from egci_reports.app.papers.order import Format, Order
from tests.conformance import verapdf
from tests.conformance.required import require
from tests.conformance.word import assert_sound
from tests.made_up.many import write_many
from tests.papers import file_of, made, made_of
from tests.readers.libreoffice import contents_pages_differ


@pytest.fixture(scope="module")
def histories(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Built]:
    """The history of all years, that through 2008, and one of 40 made-up plenaries."""
    long = write_many(tmp_path_factory.mktemp("many") / "workspace", 40)
    return {
        "whole": made("history", "all"),
        "early": made_of(Order("history", "all", as_of=date(2008, 12, 31))),
        "long": made("history", "all", long),
    }


def test_pdfs_are_pdf_ua_1_and_pdf_a_2a(histories: dict[str, Built], tmp_path: Path) -> None:
    require(verapdf.installed(), "veraPDF is not installed: run tests/conformance/install")
    paths = [tmp_path / f"{name}.pdf" for name in histories]
    for path, built in zip(paths, histories.values(), strict=True):
        path.write_bytes(file_of(built, Format.PDF))
    results = verapdf.validate(paths)
    assert len(results) == 2 * len(histories)
    assert [(r.path.name, r.flavour, r.clauses, r.error) for r in results if not r.passed] == []


def test_word_files_pass_both_validators_and_the_lint(histories: dict[str, Built], tmp_path: Path) -> None:
    assert_sound({name: file_of(built, Format.WORD) for name, built in histories.items()}, tmp_path)


def test_contents_of_word_files_have_the_pages_of_libreoffice(histories: dict[str, Built]) -> None:
    assert contents_pages_differ({n: file_of(b, Format.WORD) for n, b in histories.items()}) == []
