"""Working days of the two sides, against what their governments announced; and what is reckoned."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from egci_reports.analysis.timetable import timetable_of
from egci_reports.analysis.working_days import BOTH, is_announced, is_open, is_working_day, moved
from egci_reports.records.bodies import Side
from egci_reports.records.records import Records
from egci_reports.records.timetable import Step, TimetableStep
from tests.loading import load_records

pytestmark = pytest.mark.slow

HONG_KONG, GUANGDONG = BOTH
DATA = Path(__file__).parents[1] / "made_up_pack"


@pytest.mark.parametrize(
    ("day", "hong_kong", "guangdong"),
    [
        ("2025-01-29", False, False),  # the first day of the Lunar New Year
        ("2025-01-26", False, True),  # a Sunday worked in the Mainland for the Spring Festival
        ("2025-02-03", True, False),  # Monday of the Mainland's week of holidays
        ("2025-04-18", False, True),  # Good Friday
        ("2025-07-01", False, True),  # the day on which the Special Administrative Region was established
        ("2025-10-01", False, False),
        ("2025-10-02", True, False),
        ("2025-10-07", False, False),  # the day after the Mid-Autumn Festival; the Mainland's long week
        ("2025-10-11", False, True),  # a Saturday worked in the Mainland
        ("2025-10-20", True, True),
        ("2026-02-14", False, True),
        ("2026-10-19", False, True),  # the day after Chung Yeung, a Sunday
    ],
)
def test_days_are_open_as_the_governments_announced(day: str, hong_kong: bool, guangdong: bool) -> None:
    found = [is_open(date.fromisoformat(day), side) for side in BOTH]
    assert found == [hong_kong, guangdong]


def _days(year: int, text: str) -> set[date]:
    return {date.fromisoformat(f"{year}-{day}") for day in text.split()}


# The Government of Hong Kong, 16 May 2025; the General Office of the State Council, 4 November 2025
HONG_KONG_2026 = _days(
    2026,
    "01-01 02-17 02-18 02-19 04-03 04-04 04-06 04-07 05-01 05-25 06-19 07-01 09-26 10-01 10-19 12-25 12-26",
)
MAINLAND_2026 = _days(
    2026,
    "01-01 01-02 02-16 02-17 02-18 02-19 02-20 02-23 04-06 05-01 05-04 05-05 06-19 09-25 "
    "10-01 10-02 10-05 10-06 10-07",
)
WORKED_2026 = _days(2026, "01-04 02-14 02-28 05-09 09-20 10-10")


def test_every_day_of_2026_is_as_announced() -> None:
    for number in range(date(2026, 1, 1).toordinal(), date(2027, 1, 1).toordinal()):
        day = date.fromordinal(number)
        is_weekday = day.weekday() < 5
        assert is_open(day, HONG_KONG) == (is_weekday and day not in HONG_KONG_2026), day
        assert is_open(day, GUANGDONG) == (day in WORKED_2026 or (is_weekday and day not in MAINLAND_2026)), (
            day
        )


def test_it_is_known_of_which_years_the_mainland_has_announced_its_working_weekends() -> None:
    assert (is_announced(2025), is_announced(2026), is_announced(2095)) == (True, True, False)


@given(
    st.dates(date(2020, 1, 1), date(2027, 12, 31)), st.integers(1, 30), st.sampled_from([(HONG_KONG,), BOTH])
)
def test_working_days_counted_there_and_back_end_where_they_began(
    day: date, count: int, sides: tuple[Side, ...]
) -> None:
    there = moved(day, count, sides)
    assert is_working_day(there, sides)
    back = moved(there, -count, sides)
    assert back <= day
    assert not any(
        is_working_day(date.fromordinal(one), sides) for one in range(back.toordinal() + 1, day.toordinal())
    )


def _records(tmp_path: Path, *steps: tuple[str, str, bool]) -> Records:
    from tests.made_up_pack import made

    records = load_records(made.put_together(tmp_path) / "data")
    entries = tuple(
        TimetableStep(step=Step(step), when=when, with_guangdong=both) for step, when, both in steps
    )
    return records.with_(group=records.group.model_copy(update={"timetable": entries}))


def test_a_step_falls_on_no_day_off_and_moves_the_way_it_is_reckoned(tmp_path: Path) -> None:
    records = _records(
        tmp_path,
        ("pack", "5 working days before plenary", False),
        ("invitation", "27 days before plenary", True),
        ("thanks", "10 days after plenary", False),
        ("first-reminder", "1 working day after pack", True),
        ("press-release", "on plenary", False),
    )
    meeting = records.meeting(4)
    assert meeting is not None
    made = timetable_of(records, meeting, date(2026, 10, 20))
    days = {one.step: one.day for one in made.steps}
    assert days[Step.PACK] == date(2026, 10, 12)  # the 19th is a holiday in Hong Kong
    assert days[Step.INVITATION] == date(2026, 9, 23)
    assert days[Step.THANKS] == date(2026, 10, 30)
    assert days[Step.FIRST_REMINDER] == date(2026, 10, 13)
    assert days[Step.PRESS_RELEASE] == made.day
    assert [one.step for one in made.steps][-1] is Step.THANKS
    earlier = timetable_of(records, meeting, date(2026, 10, 22))
    assert {one.step: one.day for one in earlier.steps}[Step.INVITATION] == date(
        2026, 9, 24
    )  # 25th: closed there
    assert [one.day.isoformat() for one in made.days_off if not one.hong_kong and one.guangdong] == [
        "2026-10-10",
        "2026-10-19",
    ]


def test_days_recorded_with_the_plenary_stand_as_they_are(tmp_path: Path) -> None:
    records = _records(
        tmp_path,
        ("call", "8 weeks before plenary", False),
        ("returns-due", "5 weeks before plenary", False),
        ("first-reminder", "2 working days after returns-due", False),
    )
    meeting = records.meeting(4)
    assert meeting is not None
    steps = {one.step: one for one in timetable_of(records, meeting, date(2013, 5, 8)).steps}
    assert (steps[Step.CALL].day, steps[Step.RETURNS_DUE].day) == (date(2013, 3, 1), date(2013, 4, 2))
    assert steps[Step.RETURNS_DUE].is_recorded
    # the 4th of April 2013 was Ching Ming
    assert steps[Step.FIRST_REMINDER].day == date(2013, 4, 5)


def test_a_day_that_is_only_proposed_says_so(tmp_path: Path) -> None:
    records = _records(tmp_path, ("pack", "1 day before plenary", False))
    meeting = records.meeting(4)
    assert meeting is not None
    proposed = meeting.model_copy(update={"proposed": ("date",)})
    assert timetable_of(records, proposed, date(2013, 5, 8)).is_proposed
    assert not timetable_of(records, meeting, date(2013, 5, 8)).is_proposed
