"""MADE UP: a paper that says how many areas the plenary of a year states."""

from __future__ import annotations

from egci_reports.analysis.plenaries import series_of
from egci_reports.charts.picture import Picture
from egci_reports.charts.words import ChartWords
from egci_reports.engine.document.chart import Series, SeriesChart
from egci_reports.kinds.interface import Paper, Request
from egci_reports.records.records import Records


def toy(records: Records, request: Request, words: ChartWords) -> Paper:
    """Return the toy paper of a year."""
    plenaries = series_of(records).until(99).plenaries
    stated = tuple(float(one.meeting.areas.said or 0) for one in plenaries)
    years = tuple(str(one.year) for one in plenaries)
    name = words.say("toy.stated")
    chart = SeriesChart("columns", years, (Series(name, stated),), words.say("year"), name)
    picture = Picture(chart, words.say("toy.alt"))
    last = next(one for one in plenaries if str(one.year) == request.subject)
    assert last.day is not None
    return Paper(
        kind="toy",
        stem=request.stem("toy", request.subject),
        template="toy.html",
        slots={"year": request.subject},
        context={"plenary": last, "alt": picture.alt},
        charts={"stated": picture.chart},
        position=last.day,
    )
