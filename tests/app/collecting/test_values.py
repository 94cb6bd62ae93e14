"""Dates, numbers and choices are read as what they mean, in whatever digits they are typed."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from egci_reports.app.collecting.values import NotRead, chosen, date_meant, number, whole_date, written_date

MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
    "November", "December",
)  # fmt: skip


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("2013-05-01", "2013-05-01"),
        ("２０１３-０５-０１", "2013-05-01"),
        ("２０１３－０５－０１", "2013-05-01"),
        ("２０１３／５／１", "2013-05-01"),
        ("２０１３年５月１日", "2013-05-01"),
        ("2013 年 5 月 1 日", "2013-05-01"),
        ("2013年5月", "2013-05"),
        ("２０１３年", "2013"),
        ("２０１３", "2013"),
        ("１ Ｍａｙ ２０１３", "2013-05-01"),
        ("1　May　2013", "2013-05-01"),
        ("٢٠١٣-٠٥-٠١", "2013-05-01"),
        ("१ May २०१३", "2013-05-01"),
        ("2013–05–01", "2013-05-01"),
        ("2013/5/1", "2013-05-01"),
        ("2013.5.1", "2013-05-01"),
        ("1st May 2013", "2013-05-01"),
        ("20 Aug 2013", "2013-08-20"),
        ("20 Aug. 2013", "2013-08-20"),
        ("August 20, 2013", "2013-08-20"),
        ("Sept 2013", "2013-09"),
    ],
)
def test_dates_are_read_as_what_they_mean(typed: str, meant: str) -> None:
    assert written_date(typed, MONTHS) == meant


@pytest.mark.parametrize(
    "typed",
    [
        "1/5/2013",
        "２０１３-１３-０１",
        "２０１３年２月３０日",
        "二〇一三年五月",
        "2013-05/01",
        "1² May 2013",
        "①",
        "201३年x",
        "0000",
        "9999",
        "",
        "May",
        "2013年5日",
        "99999",
        "1 M 2013",
        "2013-05-01T00:00",
    ],
)
def test_what_is_no_date_is_said_to_be_none(typed: str) -> None:
    with pytest.raises(NotRead, match=r"no date such as|no such day|no year of"):
        written_date(typed, MONTHS)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("12", "12"),
        ("１２", "12"),
        ("１，２００", "1 200"),
        ("１２．５", "12.5"),
        ("－３", "-3"),
        ("−3", "-3"),
        ("١٢", "12"),
        ("1,200,000.25", "1 200 000.25"),
        ("1 200", "1 200"),
    ],
)
def test_numbers_are_read_as_what_they_mean(typed: str, meant: str) -> None:
    assert number(typed) == meant


@pytest.mark.parametrize("typed", ["12²", "½", "①", "1,5", "12 34", "十二", "1.2.3", "Ⅻ", "", "1e5", "12%"])
def test_what_is_no_number_is_said_to_be_none(typed: str) -> None:
    with pytest.raises(NotRead, match="no number"):
        number(typed)


def test_choices_are_compared_without_regard_to_case_dashes_and_width() -> None:
    choices = {"In progress – on schedule": 1, "Yes": 2}
    assert chosen("in progress - on schedule", choices) == 1
    assert chosen("Ｙｅｓ", choices) == 2
    with pytest.raises(NotRead, match="none of"):
        chosen("Perhaps", choices)


@given(st.text(max_size=30))
def test_any_text_is_read_or_not_read(text: str) -> None:
    for reader in (number, lambda said: whole_date(written_date(said, MONTHS))):
        try:
            reader(text)
        except NotRead:
            continue


@given(st.dates(date(1900, 1, 1), date(2099, 12, 31)), st.sampled_from("０٠०۰０"))
def test_a_day_in_any_digits_is_the_same_day(day: date, zero: str) -> None:
    typed = str(day).translate({ord(str(digit)): chr(ord(zero) + digit) for digit in range(10)})
    assert written_date(typed, MONTHS) == str(day)


@pytest.mark.parametrize(
    ("typed", "meant", "is_guess"),
    [
        ("30/3/2012", "2012-03-30", True),
        ("9/10/2024", "2024-10-09", True),
        ("9.10.2024", "2024-10-09", True),
        ("9-10-2024", "2024-10-09", True),
        ("30 March 2012", "2012-03-30", False),
        ("2012年3月30日", "2012-03-30", False),
        ("二〇一二年三月三十日", "2012-03-30", False),
        ("二零一二年十二月廿一日", "2012-12-21", False),
        ("二〇一三年五月", "2013-05", False),
        ("二〇一三年十月十日", "2013-10-10", False),
    ],
)
def test_dates_in_figures_have_the_day_first(typed: str, meant: str, is_guess: bool) -> None:
    assert date_meant(typed, MONTHS) == (meant, is_guess)


@pytest.mark.parametrize("typed", ["3/30/2012", "31/2/2012", "30/3/12", "三十", "二〇一二年十三月"])
def test_what_is_no_date_is_not_guessed(typed: str) -> None:
    with pytest.raises(NotRead):
        date_meant(typed, MONTHS)
