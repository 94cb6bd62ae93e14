from __future__ import annotations

import pytest

from egci_reports.analysis.periods import PeriodForm, period_of, periods_of
from egci_reports.records.facts import Stated
from tests.analysis.real import real

ROWS = periods_of(real().series)


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("2012", PeriodForm.CALENDAR),
        ("2023-24", PeriodForm.SPLIT),
        ("1999-00", PeriodForm.SPLIT),
        ("2023-25", PeriodForm.WORDS),
        ("the coming year", PeriodForm.WORDS),
    ],
)
def test_the_form_of_a_period_is_read_from_its_words(text, form):
    assert period_of(Stated[str](value=text)).form is form


def test_a_plan_for_the_coming_year_is_neither_matched_nor_missed():
    assert [row.matches for row in ROWS if row.number in (6, 8, 11)] == [True, None, None]
