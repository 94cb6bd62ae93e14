"""A chart with the finding it shows, and places on an axis of years."""

from __future__ import annotations

from calendar import isleap
from dataclasses import dataclass
from datetime import date

from egci_reports.engine.document.chart import Chart

FEWEST = 3
"""A chart over the years with fewer plenaries than this to show is left out."""


@dataclass(frozen=True, slots=True)
class Picture:
    """A chart, and its finding in one to three sentences: the alternative text."""

    chart: Chart
    alt: str


def place_in_year(day: date) -> float:
    """Return a day as a year with a fraction: 1 January 2006 is 2006.0."""
    length = 366 if isleap(day.year) else 365
    return day.year + (day.timetuple().tm_yday - 1) / length
