"""The days on which offices of the two sides work: holidays, weekends, and weekends worked in the Mainland.

The holidays are those of the package `holidays`, which follows the Hong Kong ordinance and the notices of the
State Council. A notice for the Mainland appears late in the year before; until then it is not known which
weekends are worked in exchange.
"""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, timedelta
from functools import cache

from egci_reports.records.bodies import Side

BOTH = (Side.HONG_KONG, Side.GUANGDONG)
"""The sides whose offices keep days off."""

_CALENDARS = {Side.HONG_KONG: ("HK", "optional"), Side.GUANGDONG: ("CN", "public")}
"""Country and category: the general holidays of Hong Kong are more than its statutory ones."""
_SATURDAY = 5


def is_open(day: date, side: Side) -> bool:
    """Return whether offices of a side work on a day."""
    holidays, worked = _of_year(side, day.year)
    return day in worked or (day.weekday() < _SATURDAY and day not in holidays)


def is_working_day(day: date, sides: Collection[Side]) -> bool:
    """Return whether offices of all these sides work on a day."""
    return all(is_open(day, side) for side in sides)


def is_weekend(day: date) -> bool:
    """Return whether a day is a Saturday or a Sunday."""
    return day.weekday() >= _SATURDAY


def moved(day: date, count: int, sides: Collection[Side]) -> date:
    """Return the day that lies `count` working days after a day, or before it if that is negative."""
    step = 1 if count > 0 else -1
    for _ in range(abs(count)):
        day = next_open(day + timedelta(step), step, sides)
    return day


def next_open(day: date, step: int, sides: Collection[Side]) -> date:
    """Return the day itself if it is a working day, else the next one after (1) or before (-1) it."""
    while not is_working_day(day, sides):
        day += timedelta(step)
    return day


def is_announced(year: int) -> bool:
    """Return whether it is known which weekends of a year are worked in the Mainland."""
    return bool(_of_year(Side.GUANGDONG, year)[1])


@cache
def _of_year(side: Side, year: int) -> tuple[frozenset[date], frozenset[date]]:
    """Return the public holidays of a side in a year, and its working weekends."""
    from holidays import country_holidays  # noqa: PLC0415 - only what reckons with days waits for it

    country, category = _CALENDARS[side]
    found = country_holidays(country, years=year, categories=(category,))
    days: tuple[Collection[date], Collection[date]] = (found, found.weekend_workdays)
    holidays, worked = (frozenset(day for day in each if day.year == year) for each in days)
    return holidays, worked
