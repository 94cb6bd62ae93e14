"""Which rows stay on the page of what follows, in both formats."""

from __future__ import annotations

import pytest

from egci_reports.engine.writers.row_breaks import stays_with_next
from tests.engine.writers.pdf.made import table, words

SHORT, LONG = "word", "w" * 201
JUST_SHORT = "w" * 200


@pytest.mark.parametrize(
    ("rows", "note", "staying"),
    [
        ([SHORT] * 4, False, [0, 2]),
        ([SHORT] * 4, True, [0, 2, 3]),
        ([SHORT, SHORT, SHORT, LONG], False, [0]),  # the last fills a page's foot by itself
        ([SHORT, SHORT, LONG, SHORT], False, [0]),  # moving it would leave a gap
        ([LONG, SHORT, SHORT, SHORT], False, [2]),  # as would moving the first two
        ([SHORT, LONG, SHORT, SHORT], False, [2]),
        ([SHORT, SHORT, JUST_SHORT, JUST_SHORT], True, [0, 2, 3]),
        ([SHORT, SHORT], False, [0]),
        ([SHORT], True, [0]),
        ([SHORT], False, []),
    ],
)
def test_the_first_two_rows_and_the_last_two_stay_together_unless_one_is_long(
    rows: list[str], note: bool, staying: list[int]
) -> None:
    made = table([("1", row) for row in rows], note=words("A remark.") if note else ())
    assert [index for index in range(len(rows)) if stays_with_next(made, index)] == staying
