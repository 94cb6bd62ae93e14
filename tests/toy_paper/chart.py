"""MADE UP: a chart of how many areas each plenary states, as a module under charts/ would draw it."""

from __future__ import annotations

from collections.abc import Sequence

from egci_reports.analysis.plenaries import Plenary
from egci_reports.charts.picture import Picture
from egci_reports.charts.words import ChartWords
from egci_reports.engine.document.chart import Series, SeriesChart


def stated_chart(plenaries: Sequence[Plenary], words: ChartWords) -> Picture:
    """Return how many areas each plenary states, as columns."""
    stated = tuple(float(one.meeting.areas.said or 0) for one in plenaries)
    years = tuple(str(one.year) for one in plenaries)
    name = words.say("toy.stated")
    chart = SeriesChart("columns", years, (Series(name, stated),), words.say("year"), name)
    return Picture(chart, words.say("toy.alt"))
