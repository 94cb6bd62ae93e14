"""The days between one plenary and the next, as columns over the years."""

from __future__ import annotations

from collections.abc import Sequence

from egci_reports.analysis.plenaries import Interval, Series
from egci_reports.charts.picture import FEWEST, Picture
from egci_reports.charts.words import ChartWords
from egci_reports.engine.document.chart import Series as Numbers
from egci_reports.engine.document.chart import SeriesChart


def intervals_chart(series: Series, number: int, words: ChartWords) -> Picture | None:
    """Return the days since the plenary before for each plenary up to `number`, which is set off.

    None if fewer than three intervals are known.
    """
    known = series.until(number)
    intervals = known.intervals
    shown = [plenary for plenary in known.held if plenary.previous is not None]
    if len(intervals.all) < FEWEST or not shown:
        return None
    days = tuple(None if plenary.interval is None else float(plenary.interval) for plenary in shown)
    chart = SeriesChart(
        "columns",
        tuple(str(plenary.year) for plenary in shown),
        (Numbers(words.say("intervals.days"), days),),
        words.say("year"),
        words.say("intervals.days"),
        next((index for index, plenary in enumerate(shown) if plenary.number == number), None),
    )
    finding = words.say(
        "intervals.opening",
        first=shown[0].year,
        last=shown[-1].year,
        average=round(intervals.average or 0),
        shortest=intervals.shortest[0].days,
        shortest_years=_years(intervals.shortest, known, words),
        longest=intervals.longest[0].days,
        longest_years=_years(intervals.longest, known, words),
    )
    own = shown[-1].interval
    if own is None or shown[-1].number != number:
        return Picture(chart, finding)
    return Picture(chart, f"{finding} {words.say('intervals.own', year=shown[-1].year, days=own)}")


def _years(intervals: Sequence[Interval], series: Series, words: ChartWords) -> str:
    """Return the years of the plenaries that ended these intervals."""
    return words.join([str(series.by_number[interval.later].year) for interval in intervals])
