from __future__ import annotations

from datetime import date

import pytest

from egci_reports.analysis.plenaries import Interval, series_of
from egci_reports.analysis.time_of_year import time_of_year, weekdays
from tests.analysis.made import meeting, records
from tests.analysis.real import real, real_as_of

DAYS = [401, 378, 371, 364, 376, 387, 350, 350, 384, 372, 334, 357, 380, 392, 403, 429, 313, 379]


def test_the_days_between_the_plenaries_are_those_counted_by_hand():
    assert [interval.days for interval in real().series.intervals.all] == DAYS


def test_the_average_the_shortest_and_the_longest_interval_are_known():
    intervals = real().series.intervals
    assert round(intervals.average) == 373
    assert intervals.shortest == (Interval(17, 18, 313),)
    assert intervals.longest == (Interval(16, 17, 429),)


def test_intervals_that_tie_are_both_given():
    then = real_as_of(date(2016, 1, 1)).series.intervals
    assert [interval.later for interval in then.shortest] == [8, 9]


def test_there_was_one_plenary_in_every_calendar_year():
    assert real().series.is_yearly
    assert real().series.years == tuple(range(2006, 2025))
    assert [plenary.number for plenary in real().series.in_year(2013)] == [8]


@pytest.mark.parametrize(("number", "weekday"), [(1, 2), (8, 4), (10, 3), (16, 1), (19, 2)])
def test_weekdays_are_those_of_the_calendar(number, weekday):
    assert real().series.by_number[number].weekday == weekday


def test_ten_plenaries_fell_on_a_friday_five_on_a_wednesday_two_each_on_two_other_days():
    assert [(count.weekday, len(count.numbers)) for count in weekdays(real().series)] == [
        (4, 10),
        (2, 5),
        (1, 2),
        (3, 2),
    ]


def test_the_first_fifteen_met_from_may_to_august_and_the_last_four_from_september_to_november():
    before, after = time_of_year(real().series).shift
    assert (before.first, before.last, len(before.numbers)) == ((5, 17), (8, 10), 15)
    assert (after.first, after.last, after.numbers) == ((9, 14), (11, 17), (16, 17, 18, 19))


def test_the_latest_days_of_a_year_are_those_of_the_17th_and_the_19th():
    assert time_of_year(real().series).by_day[-2:] == (19, 17)


def test_one_late_plenary_is_no_shift():
    days = ["2001-05-01", "2002-05-02", "2003-05-20", "2004-11-01"]
    series = series_of(records(*(meeting(n, day) for n, day in enumerate(days, 1))))
    assert time_of_year(series).shift is None


@pytest.mark.parametrize(("third", "shifted"), [("2003-06-01", False), ("2003-06-02", True)])
def test_parts_of_the_year_less_than_a_month_apart_are_no_shift(third, shifted):
    days = ["2001-05-01", "2002-05-02", third, "2004-06-20"]
    series = series_of(records(*(meeting(n, day) for n, day in enumerate(days, 1))))
    assert (time_of_year(series).shift is not None) is shifted


def test_a_shift_to_an_earlier_part_of_the_year_is_one_too():
    days = ["2001-11-01", "2002-11-02", "2003-05-03", "2004-05-01"]
    series = series_of(records(*(meeting(n, day) for n, day in enumerate(days, 1))))
    before, after = time_of_year(series).shift
    assert (before.numbers, after.numbers) == ((1, 2), (3, 4))


def test_a_season_of_nothing_is_nothing():
    assert time_of_year(series_of(records())).window is None


def test_before_the_first_plenary_there_is_none():
    assert real().series.before(1) is None
    assert real().series.before(19).number == 18


def test_a_plenary_to_come_without_a_date_is_that_of_the_next_year():
    planned = meeting(2, status="planned", date={"unstated": "not-stated"})
    series = series_of(records(meeting(1), planned))
    assert series.by_number[2].year == 2002
    assert series.by_number[2].interval is None
    assert [plenary.number for plenary in series.held] == [1]


def test_the_days_since_the_plenary_before_are_not_counted_over_a_missing_number():
    series = series_of(records(meeting(1), meeting(3)))
    assert series.by_number[3].interval is None
    assert series.intervals.average is None
