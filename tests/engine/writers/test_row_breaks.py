"""Which rows stay on the page of what follows, in both formats."""

from __future__ import annotations

import pytest

from egci_reports.engine.writers.block_breaks import TextColumn
from egci_reports.engine.writers.row_breaks import stays_with_next
from tests.engine.writers.pdf.made import shipped_theme, table, words

WIDTH, HEIGHT = shipped_theme().page.text_size(landscape=False)
LOW, HIGH, TALL = "word", "word " * 150, "word " * 450
"""Texts of a line, of more lines than may be moved, and of more than a third of a page."""


@pytest.mark.parametrize(
    ("rows", "note", "staying"),
    [
        ([LOW] * 4, False, [0, 2]),
        ([LOW] * 4, True, [0, 2, 3]),
        ([LOW, LOW, LOW, HIGH], False, [0, 2]),  # a low one is moved to a high one
        ([LOW, LOW, LOW, TALL], False, [0]),  # the last does not look lost by itself
        ([LOW, LOW, HIGH, LOW], False, [0]),  # moving it would leave a gap
        ([HIGH, LOW, LOW, LOW], False, [2]),  # as would moving the first two
        ([LOW, HIGH, LOW, LOW], False, [2]),
        ([LOW, LOW, HIGH], True, [0, 1]),
        ([LOW, LOW], False, [0]),
        ([LOW], True, [0]),
        ([LOW], False, []),
    ],
)
def test_the_first_two_rows_and_the_last_two_stay_together_unless_that_leaves_a_gap(
    rows: list[str], note: bool, staying: list[int]
) -> None:
    made = table([("1", row) for row in rows], note=words("A remark.") if note else ())
    column = TextColumn(shipped_theme(), WIDTH, HEIGHT)
    assert [index for index in range(len(rows)) if stays_with_next(made, index, column)] == staying


def test_how_high_a_row_is_depends_on_its_widest_column() -> None:
    """The same words fill a narrow column higher."""
    rows = [("word " * 60, "x")] * 3
    column = TextColumn(shipped_theme(), WIDTH, HEIGHT)
    staying = [stays_with_next(table(rows, shares=shares), 0, column) for shares in ((9, 1), (1, 9))]
    assert staying == [True, False]
