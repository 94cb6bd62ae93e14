from __future__ import annotations

import pytest

from egci_reports.charts.words import ChartWords
from egci_reports.errors import TemplateError
from tests.charts.words import chart_words
from tests.engine.english import ENGLISH

MADE = ChartWords({"a": "{n} of {all}", "b.one": "one", "b.many": "{n} lots"}, ENGLISH)


def test_a_text_that_is_not_there_is_told_with_its_key():
    with pytest.raises(TemplateError) as error:
        MADE.say("c")
    assert (error.value.findings[0].code, "charts.c" in error.value.findings[0].message) == ("T401", True)


def test_a_slot_that_is_not_given_is_told_with_those_that_are():
    with pytest.raises(TemplateError) as error:
        MADE.say("a", n=1)
    assert (error.value.findings[0].code, error.value.findings[0].hint) == ("T402", "it may use: n")


@pytest.mark.parametrize(("value", "said"), [(0, "0 lots"), (1, "one"), (2, "two lots"), (11, "11 lots")])
def test_the_number_decides_the_form(value, said):
    assert MADE.count("b", value) == said


@pytest.mark.parametrize(
    ("items", "said"),
    [
        ([], ""),
        (["A"], "A"),
        (["A", "B"], "A and B"),
        (["A", "B", "C"], "A, B and C"),
        (["A, B", "C", "D"], "A, B; C; and D"),
    ],
)
def test_lists_are_joined(items, said):
    assert chart_words().join(items) == said
