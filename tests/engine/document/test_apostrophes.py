"""Straight apostrophes are printed curly; feet, minutes and quotations are left as they were typed."""

from __future__ import annotations

import pytest

from egci_reports.engine.document.nodes import Text
from egci_reports.engine.document.passes.apostrophes import bend_apostrophes
from egci_reports.engine.document.text import texts_of
from tests.engine.writers.made import printed
from tests.engine.writers.pdf.made import paper, para


@pytest.mark.parametrize(
    ("typed", "reads"),
    [
        ("O'Neil's paper", "O\u2019Neil\u2019s paper"),
        ("the members' own", "the members\u2019 own"),
        ("5' 6'' high", "5' 6'' high"),
        ("he said 'so' twice", "he said 'so' twice"),
        ("the members'", "the members'"),
    ],
)
def test_what_is_an_apostrophe_is_curly(typed: str, reads: str) -> None:
    (block,) = bend_apostrophes(paper(para(Text(typed)))).blocks
    assert [text for _, text in texts_of(block.content)] == [reads]  # type: ignore[union-attr]
    assert printed(typed) == reads, "the writers' tests hold the same rule"
