"""The charts of the history, each in as many parts as the series has windows."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date

from egci_reports.analysis.hosts import MeetingPlace
from egci_reports.analysis.lineages import Lineage
from egci_reports.analysis.occasions import DatedOccasion, between
from egci_reports.analysis.renamings import renamings_of
from egci_reports.analysis.threads import ThreadHistory
from egci_reports.charts.lineages import lineages_chart
from egci_reports.charts.picture import Picture
from egci_reports.charts.threads import threads_chart
from egci_reports.charts.timeline import timeline_chart
from egci_reports.charts.words import ChartWords
from egci_reports.engine.document.chart import Bands, SeriesChart, Timeline
from egci_reports.kinds.history.windows import PlenaryWindow


@dataclass(frozen=True, slots=True)
class HistoryFigures:
    """What the pictures show."""

    windows: tuple[PlenaryWindow, ...]
    places: Mapping[int, MeetingPlace]
    occasions: tuple[DatedOccasion, ...]
    lineages: tuple[Lineage, ...]
    words: ChartWords


def charts_of(shown: HistoryFigures) -> Mapping[str, Picture]:
    """Return the charts by their names in the template: "threads-1", "lineages"."""
    found = {name: picture for name, picture in _all(shown) if picture is not None}
    return {name: _without_highlight(picture) for name, picture in found.items()}


def _all(shown: HistoryFigures) -> Iterator[tuple[str, Picture | None]]:
    words = shown.words
    years = [year for window in shown.windows for year in window.series.years]
    yield "lineages", lineages_chart(shown.lineages, years[0], years[-1], words) if years else None
    renamings = renamings_of(shown.lineages)
    for window in shown.windows:
        series, part = window.series, window.part
        places = [shown.places[number] for number in window.numbers]
        last = window.numbers[-1]
        occasions = _within(window, shown.occasions)
        yield f"course-{part}", timeline_chart(series, places, occasions, last, words, renamings)
        yield f"threads-{part}", _threads(window, words)


def _within(window: PlenaryWindow, occasions: tuple[DatedOccasion, ...]) -> tuple[DatedOccasion, ...]:
    """Return what happened in the years of a window; the first has what came before its plenaries too."""
    years = window.series.years
    if not years:
        return ()
    after = date(years[0] - 1, 12, 31) if window.part > 1 else None
    return between(occasions, after, date(years[-1], 12, 31))


def _threads(window: PlenaryWindow, words: ChartWords) -> Picture | None:
    courses = [ThreadHistory(row.course.thread, row.cells, ()) for row in window.crosswalk]
    labels = {
        (row.course.thread.id, cell.number): "+".join(str(one.position) for one in cell.namings)
        for row in window.crosswalk
        for cell in row.cells
        if cell.namings
    }
    return threads_chart(courses, window.series, window.numbers[-1], words, labels)


def _without_highlight(picture: Picture) -> Picture:
    """Set off no year: a history is of all of them."""
    chart = picture.chart
    if isinstance(chart, Timeline):
        rows = tuple(
            replace(row, marks=tuple(replace(mark, strong=False) for mark in row.marks)) for row in chart.rows
        )
        return replace(picture, chart=replace(chart, rows=rows, highlight=None))
    if isinstance(chart, Bands | SeriesChart):
        return replace(picture, chart=replace(chart, highlight=None))
    return picture
