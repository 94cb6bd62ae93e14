from __future__ import annotations

from datetime import date

import pytest
from markupsafe import Markup

from egci_reports.engine.document.nodes import Name
from egci_reports.records.base import PartialDate

NB = "\N{NO-BREAK SPACE}"


def shown(render, source: str, **context: object) -> str:
    return render("{{ " + source + " }}", **context)


@pytest.mark.parametrize(
    ("value", "said"),
    [
        ("2024-10-09", f"9{NB}October 2024"),
        ("2024-10-31", f"31{NB}October 2024"),
        ("2018-10", "October 2018"),
        ("2009", "2009"),
        (date(2006, 1, 1), f"1{NB}January 2006"),
        (PartialDate(2018, 12), "December 2018"),
    ],
)
def test_a_date_says_as_much_as_is_known(render, value, said):
    assert shown(render, "value|date", value=value) == said


@pytest.mark.parametrize("value", ["9 October 2024", "2024-13", "2024-00-01", "24-10-09", "", 2024.5])
def test_what_is_no_date_is_refused_with_the_form_to_write(fault, value):
    assert "is no date" in fault("{{ value|date }}", value=value).message


@pytest.mark.parametrize(
    ("value", "said"),
    [("2024-10-09", "Wednesday"), ("2006-07-24", "Monday"), (date(2023, 9, 24), "Sunday")],
)
def test_a_weekday_stands_before_its_date(render, value, said):
    assert shown(render, "value|weekday_date", value=value).startswith(f"{said}, ")


def test_a_weekday_of_a_month_is_refused(fault):
    assert "2018-10" in fault("{{ '2018-10'|weekday_date }}").message


@pytest.mark.parametrize(
    ("number", "said"),
    [
        (1, "1st"),
        (2, "2nd"),
        (3, "3rd"),
        (4, "4th"),
        (10, "10th"),
        (11, "11th"),
        (12, "12th"),
        (13, "13th"),
        (19, "19th"),
        (20, "20th"),
        (21, "21st"),
        (22, "22nd"),
        (23, "23rd"),
        (101, "101st"),
        (111, "111th"),
        (1001, f"1{NB}001st"),
        (1012, f"1{NB}012th"),
    ],
)
def test_ordinals_in_figures(render, number, said):
    assert shown(render, "number|ordinal", number=number) == said


@pytest.mark.parametrize(
    ("number", "said"),
    [(1, "first"), (12, "twelfth"), (19, "nineteenth"), (20, "twentieth"), (30, "thirtieth"), (31, "31st")],
)
def test_ordinals_in_words_go_as_far_as_there_are_words(render, number, said):
    assert shown(render, "number|ordinal_word", number=number) == said


@pytest.mark.parametrize(
    ("number", "said"), [(0, "0"), (1, "one"), (10, "ten"), (11, "11"), (2296, f"2{NB}296")]
)
def test_numbers_in_words_go_to_ten(render, number, said):
    assert shown(render, "number|number", number=number) == said


@pytest.mark.parametrize(
    ("number", "said"),
    [(0, "no area"), (1, "one area"), (2, "two areas"), (10, "ten areas"), (11, "11 areas")],
)
def test_a_number_goes_with_its_noun(render, number, said):
    assert shown(render, 'number|counted("area", "areas")', number=number) == said
    noun = said.rpartition(" ")[2] if number else "areas"
    assert shown(render, 'number|plural("area", "areas")', number=number) == noun


@pytest.mark.parametrize(
    ("number", "said"), [(0, "never"), (1, "once"), (2, "twice"), (3, "three times"), (12, "12 times")]
)
def test_how_often(render, number, said):
    assert shown(render, "number|times", number=number) == said


@pytest.mark.parametrize(
    ("source", "said"),
    [
        ("2296|figures", f"2{NB}296"),
        ("999|figures", "999"),
        ("4.84|decimal", "4.8"),
        ("4|decimal", "4.0"),
        ("1234.5|decimal(2)", f"1{NB}234.50"),
    ],
)
def test_figures_and_decimals(render, source, said):
    assert shown(render, source) == said


def test_a_sentence_opens_with_a_capital_and_keeps_the_others(render):
    assert shown(render, "'smart City'|opening") == "Smart City"
    assert shown(render, "''|opening") == ""
    assert shown(render, "text|opening", text=Markup("a &amp; b")) == "A &amp; b"


@pytest.mark.parametrize(
    ("items", "said"),
    [
        (["A"], "A"),
        (["A", "B"], "A and B"),
        (["A", "B", "C"], "A, B and C"),
        (["A, then B", "C", "D"], "A, then B; C; and D"),
        (["A, then B", "C"], "A, then B and C"),
        (["A", "B and C", "D"], "A, B and C, and D"),
        (["A", "sandy", "D"], "A, sandy and D"),
        ([1, 2, 3], "1, 2 and 3"),
        (["<", "&"], "&lt; and &amp;"),
    ],
)
def test_a_list_in_a_sentence(render, items, said):
    assert shown(render, "items|joined", items=items) == said


def test_the_last_word_of_a_list_may_be_another(render):
    assert shown(render, 'items|joined("or")', items=["A", "B", "C"]) == "A, B or C"


def test_names_with_commas_in_their_full_form_are_joined_with_semicolons(render):
    bureau, office = Name("b", "Bureau of Bells, Buoys", "BBB"), Name("o", "Made-up Office", "MUO")
    assert shown(render, "items|joined", items=[bureau, office, "C"]).count("; ") == 2
    assert shown(render, "items|joined", items=[office, office, "C"]).count("; ") == 0


def test_commas_in_the_attributes_of_other_tags_do_not_count(render):
    cited = Markup('<a href="https://example.org/a,b">A</a>')
    assert shown(render, "items|joined", items=[cited, "B", "C"]).endswith(", B and C")
