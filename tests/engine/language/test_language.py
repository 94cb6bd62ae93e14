"""English writes as its words.toml says: numbers, counts, ordinals, lists, dates and times."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.engine.english import ENGLISH


@pytest.mark.parametrize(
    ("value", "figures", "words"),
    [(0, "0", "0"), (1, "1", "one"), (10, "10", "ten"), (11, "11", "11"), (2296, "2\u00a0296", "2\u00a0296")],
)
def test_numbers(value: int, figures: str, words: str) -> None:
    assert (ENGLISH.figures(value), ENGLISH.number(value)) == (figures, words)


@given(st.integers(0, 10**12))
def test_figures_are_the_number_with_its_thousands_set_off(value: int) -> None:
    said = ENGLISH.figures(value)
    assert int(said.replace("\u00a0", "")) == value
    first, *groups = said.split("\u00a0")
    assert 1 <= len(first) <= 3
    assert all(len(group) == 3 for group in groups)


@pytest.mark.parametrize(
    ("value", "places", "said"), [(4.84, 1, "4.8"), (1234.5, 2, "1\u00a0234.50"), (3, 0, "3")]
)
def test_decimals(value: float, places: int, said: str) -> None:
    assert ENGLISH.decimal(value, places) == said


@pytest.mark.parametrize(
    ("value", "said"),
    [(0, "no area"), (1, "one area"), (2, "two areas"), (21, "21 areas"), (101, "101 areas")],
)
def test_counts(value: int, said: str) -> None:
    assert ENGLISH.count(value, "area", "areas") == said


@pytest.mark.parametrize(("value", "said"), [(0, "never"), (1, "once"), (2, "twice"), (3, "three times")])
def test_how_often(value: int, said: str) -> None:
    assert ENGLISH.how_often(value) == said


@pytest.mark.parametrize(
    ("value", "figures", "word"),
    [
        (1, "1st", "first"),
        (2, "2nd", "second"),
        (3, "3rd", "third"),
        (11, "11th", "eleventh"),
        (12, "12th", "twelfth"),
        (13, "13th", "thirteenth"),
        (21, "21st", "twenty-first"),
        (30, "30th", "thirtieth"),
        (31, "31st", "31st"),
        (112, "112th", "112th"),
        (1022, "1\u00a0022nd", "1\u00a0022nd"),
    ],
)
def test_ordinals(value: int, figures: str, word: str) -> None:
    assert (ENGLISH.ordinal(value), ENGLISH.ordinal_word(value)) == (figures, word)


@pytest.mark.parametrize(
    ("items", "said"),
    [
        ((), ""),
        (("A",), "A"),
        (("A", "B"), "A and B"),
        (("A", "B", "C"), "A, B and C"),
        (("A", "B and C", "D"), "A, B and C, and D"),
        (("A, of B", "C", "D"), "A, of B; C; and D"),
        (("A, of B", "C"), "A, of B and C"),
    ],
)
def test_lists(items: tuple[str, ...], said: str) -> None:
    assert ENGLISH.join(items) == said


def test_a_list_with_another_word() -> None:
    assert ENGLISH.join(("A", "B", "C"), "or") == "A, B or C"


@pytest.mark.parametrize(
    ("value", "said"),
    [
        ("2024", "2024"),
        ("2018-10", "October 2018"),
        ("2024-10-09", "9\u00a0October 2024"),
        (date(2024, 10, 9), "9\u00a0October 2024"),
    ],
)
def test_dates(value: date | str, said: str) -> None:
    assert ENGLISH.date(value) == said


@pytest.mark.parametrize("value", ["", "24", "2024-13", "2024-00", "9 October 2024", "2024-10-09T00:00"])
def test_what_is_no_date_is_refused(value: str) -> None:
    with pytest.raises(ValueError, match="is no date"):
        ENGLISH.date(value)


def test_days_of_a_week_and_of_a_year() -> None:
    assert ENGLISH.weekday_date("2024-10-09") == "Wednesday, 9\u00a0October 2024"
    assert ENGLISH.weekday_name(0) == "Monday"
    assert ENGLISH.yearly(10, 9) == "9\u00a0October"


@pytest.mark.parametrize(
    ("value", "said"),
    [
        ("00:05", "12:05\u00a0am"),
        ("09:30", "9:30\u00a0am"),
        ("12:00", "12:00\u00a0pm"),
        ("14:30", "2:30\u00a0pm"),
    ],
)
def test_times(value: str, said: str) -> None:
    assert ENGLISH.clock(value) == said


@pytest.mark.parametrize("value", ["", "24:00", "9:30", "12:60", "noon"])
def test_what_is_no_time_is_refused(value: str) -> None:
    with pytest.raises(ValueError, match="is no time"):
        ENGLISH.clock(value)
