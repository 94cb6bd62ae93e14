"""Apostrophes typed straight in records are printed curly, in running text, cells and quotations alike."""

from __future__ import annotations

import pytest

from egci_reports.engine.document.nodes import Text
from egci_reports.engine.document.passes.plain import plain_text
from egci_reports.engine.writers.word.write import write_word
from tests.engine.writers.pdf.made import paper, para, shipped_theme, table
from tests.readers import word


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("the People's Government", "the People’s Government"),
        ("“the group's own words”", "“the group’s own words”"),
        ("departments' returns", "departments’ returns"),
        ("the bureaus' ", "the bureaus’ "),
        ("a board of 5' by 3'", "a board of 5' by 3'"),
    ],
)
def test_a_straight_apostrophe_is_bent_and_nothing_else(typed: str, printed: str) -> None:
    (block,) = paper(para(Text(typed))).blocks
    assert plain_text(block.content) == printed  # type: ignore[union-attr]


def test_it_is_bent_in_the_cells_of_tables_too() -> None:
    made = paper(table([(Text("the group's own"), "x")]))
    told = word.blocks_of(write_word(made, shipped_theme(), None))
    cells = [cell.text for block in told for row in block.rows for cell in row]
    assert "the group’s own" in cells
