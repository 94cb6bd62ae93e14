r"""The charts of the history, each in as many parts as the series has\."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date

from egci_reports.analysis.occasions import DatedOccasion, between
from egci_reports.analysis.renamings import renamings_of
from egci_reports.analysis.threads import ThreadHistory
from egci_reports.charts.lineages import lineages_chart
from egci_reports.charts.picture import Picture
from egci_reports.charts.threads import threads_chart
from egci_reports.charts.timeline import timeline_chart
from egci_reports.charts.words import ChartWords
from egci_reports.engine.document.chart import Bands, SeriesChart, Timeline
from egci_reports.kinds.history.analysis import HistoryAnalysis
from egci_reports.kinds.history.series_parts import SeriesPart


def charts_of(analysis: HistoryAnalysis, words: ChartWords) -> Mapping[str, Picture]:
    """Return the charts by their names in the template: "threads-1", "lineages"."""
    found = {name: picture for name, picture in _all(analysis, words) if picture is not None}
    return {name: _without_highlight(picture) for name, picture in found.items()}


def _all(analysis: HistoryAnalysis, words: ChartWords) -> Iterator[tuple[str, Picture | None]]:
    years = [year for part in analysis.parts for year in part.series.years]
    yield "lineages", lineages_chart(analysis.lineages, years[0], years[-1], words) if years else None
    renamings = renamings_of(analysis.lineages)
    for part in analysis.parts:
        series, last = part.series, part.numbers[-1]
        places = [analysis.places[number] for number in part.numbers]
        occasions = _within(part, analysis.occasions)
        yield f"course-{part.number}", timeline_chart(series, places, occasions, last, words, renamings)
        yield f"threads-{part.number}", _threads(part, words)


def _within(part: SeriesPart, occasions: tuple[DatedOccasion, ...]) -> tuple[DatedOccasion, ...]:
    """Return what happened in the years of a part; the first has what came before its plenaries too."""
    years = part.series.years
    if not years:
        return ()
    after = date(years[0] - 1, 12, 31) if part.number > 1 else None
    return between(occasions, after, date(years[-1], 12, 31))


def _threads(part: SeriesPart, words: ChartWords) -> Picture | None:
    histories = [ThreadHistory(row.history.thread, row.cells, ()) for row in part.crosswalk]
    labels = {
        (row.history.thread.id, cell.number): "+".join(str(one.position) for one in cell.namings)
        for row in part.crosswalk
        for cell in row.cells
        if cell.namings
    }
    return threads_chart(histories, part.series, part.numbers[-1], words, labels)


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
