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
        ([SHORT] * 4, False, [2]),
        ([SHORT] * 4, True, [2, 3]),
        ([SHORT, SHORT, SHORT, LONG], False, []),  # the last fills a page's foot by itself
        ([SHORT, SHORT, LONG, SHORT], False, []),  # moving it would leave a gap
        ([SHORT, SHORT, JUST_SHORT, JUST_SHORT], True, [2, 3]),
        ([SHORT, SHORT], False, []),  # never the first
        ([SHORT], True, []),
    ],
)
def test_the_last_row_takes_the_one_before_with_it_unless_one_is_long(
    rows: list[str], note: bool, staying: list[int]
) -> None:
    made = table([("1", row) for row in rows], note=words("A remark.") if note else ())
    assert [index for index in range(len(rows)) if stays_with_next(made, index)] == staying
