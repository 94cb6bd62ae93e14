"""The real papers as Word files: the words of their PDFs, sound, on the pages that their contents print."""

from __future__ import annotations

import shutil

import pytest

from egci_reports.app.order import Format
from tests.conformance.required import require
from tests.conformance.word import assert_sound
from tests.papers import TELLING, YEARS, file_of, made
from tests.parity import assert_same_words
from tests.readers.libreoffice import contents_pages_differ

PAPERS = [*(("annual", str(year)) for year in YEARS), ("history", "all")]
FEW = [*(("annual", str(year)) for year in TELLING), ("history", "all")]
"""Those that differ most: what takes long is tried with them."""

pytestmark = pytest.mark.xdist_group("real papers in Word")


@pytest.mark.parametrize(("kind", "subject"), PAPERS)
def test_a_real_paper_says_the_same_in_word_and_pdf(kind, subject):
    paper = made(kind, subject)
    assert_same_words(file_of(paper, Format.WORD), file_of(paper, Format.PDF))


def test_real_papers_are_sound(tmp_path):
    files = {f"{kind}-{subject}": file_of(made(kind, subject), Format.WORD) for kind, subject in FEW}
    assert_sound(files, tmp_path)


def test_page_numbers_of_real_papers_are_those_of_their_layout():
    require(shutil.which("soffice"), "LibreOffice is not installed")
    files = {f"{kind} {subject}": file_of(made(kind, subject), Format.WORD) for kind, subject in PAPERS}
    assert contents_pages_differ(files) == []
