"""The real papers as Word files say what their PDFs say, block by block, in any year."""

from __future__ import annotations

import pytest

from egci_reports.app.order import Format
from tests.papers import YEARS, file_of, made
from tests.parity import assert_same_words

PAPERS = [*(("annual", str(year)) for year in YEARS), ("history", "all")]


@pytest.mark.parametrize(("kind", "subject"), PAPERS)
def test_a_real_paper_says_the_same_in_word_and_pdf(kind, subject):
    paper = made(kind, subject)
    assert_same_words(file_of(paper, Format.WORD), file_of(paper, Format.PDF))
