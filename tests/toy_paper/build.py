"""MADE UP: a paper that says how many areas the plenary of a year states."""

from __future__ import annotations

from egci_reports.analysis.plenaries import series_of
from egci_reports.charts.words import ChartWords
from egci_reports.kinds.interface import Paper, Request
from egci_reports.records.records import Records
from tests.toy_paper.chart import stated_chart


def toy(records: Records, request: Request, words: ChartWords) -> Paper:
    """Return the toy paper of a year."""
    plenaries = series_of(records).until(99).plenaries
    picture = stated_chart(plenaries, words)
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
