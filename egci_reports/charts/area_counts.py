"""How many areas each plan states and how many it names: two numbers that are never one."""

from __future__ import annotations

from egci_reports.analysis.lists import ListState, areas_of
from egci_reports.analysis.plenaries import Series
from egci_reports.charts.picture import FEWEST, Picture
from egci_reports.charts.words import ChartWords
from egci_reports.engine.document.chart import Series as Numbers
from egci_reports.engine.document.chart import SeriesChart


def area_counts_chart(series: Series, words: ChartWords) -> Picture | None:
    """Return the areas stated and named plan by plan; None if fewer than three plans do either."""
    plenaries = series.plenaries
    said = [plenary.meeting.areas.said for plenary in plenaries]
    listings = [areas_of(plenary.meeting) for plenary in plenaries]
    named = [len(listing.items) or None for listing in listings]
    if sum(a is not None or b is not None for a, b in zip(said, named, strict=True)) < FEWEST:
        return None
    years = [str(plenary.year) for plenary in plenaries]
    chart = SeriesChart(
        "columns",
        tuple(years),
        (
            Numbers(words.say("area_counts.stated"), tuple(None if n is None else float(n) for n in said)),
            Numbers(words.say("area_counts.named"), tuple(None if n is None else float(n) for n in named)),
        ),
        words.say("year"),
        words.say("area_counts.areas"),
    )
    counts = [number for number in named if number]
    sentences = [words.say("area_counts.title", first=years[0], last=years[-1])]
    if counts:
        sentences.append(words.say("area_counts.opening", least=min(counts), most=max(counts)))
    for key, found in (
        ("area_counts.open", [listing.state is ListState.OPEN for listing in listings]),
        ("area_counts.unstated", [number is None for number in said]),
    ):
        some = [year for year, holds in zip(years, found, strict=True) if holds]
        if some:
            sentences.append(words.say(key, years=words.join(some)))
    return Picture(chart, " ".join(sentences))
