"""Compounds of the real papers: readers find as many as there are, wherever lines end."""

from __future__ import annotations

import re

import pytest

from egci_reports.app.papers.order import Format
from tests.cases import mostly_thorough
from tests.papers import file_of, made
from tests.readers.pdf import blocks_of
from tests.readers.pdf_drawings import found

pytestmark = pytest.mark.slow

COMPOUNDS = ("co-operation", "e-Commerce", "Guangdong-Hong Kong", "cross-boundary")


@pytest.mark.parametrize(
    ("kind", "subject"),
    mostly_thorough(
        [("annual", "2014"), ("annual", "2017"), ("annual", "2024"), ("briefing", "10"), ("briefing", "21")],
        (2, 4),
    ),
)
def test_compounds_are_found_as_often_as_they_stand_in_the_paper(kind: str, subject: str) -> None:
    """In these papers one or two stood at the end of a line in a narrow column or an item."""
    content = file_of(made(kind, subject), Format.PDF)
    texts = [text for block in blocks_of(content) for text in (block.text, *_cells(block.rows))]
    stands = " ".join(texts).replace("\u00a0", " ")
    for words in COMPOUNDS:
        assert found(content, words) == len(re.findall(words, stands, re.IGNORECASE)), words


def _cells(rows: object) -> list[str]:
    return [cell.text for row in rows for cell in row]  # type: ignore[attr-defined]
