from __future__ import annotations

from datetime import date

import pytest

from egci_reports.analysis.plenaries import Interval, series_of
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
