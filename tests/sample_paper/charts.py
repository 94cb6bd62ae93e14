"""The charts of the sample paper: one of each kind, made up, with what each shows in words."""

from __future__ import annotations

from dataclasses import dataclass

from egci_reports.engine.document.chart import (
    BandCell,
    BandRow,
    Bands,
    BandTone,
    Chart,
    LegendEntry,
    LineageRow,
    Lineages,
    LineageSpan,
    Mark,
    Series,
    SeriesChart,
    SeriesForm,
    Timeline,
    TimelineRow,
)

YEARS = tuple(str(year) for year in range(2012, 2025))


@dataclass(frozen=True)
class ChartInWords:
    """A chart with its name in the template, its caption and its alternative text."""

    name: str
    caption: str
    alt: str
    chart: Chart


def series(form: SeriesForm, *, several: bool = True) -> SeriesChart:
    named = Series("Sample areas named", tuple(float(3 + i % 4) for i in range(len(YEARS))))
    listed = Series("Sample bodies listed", (None, *(float(5 - i % 3) for i in range(len(YEARS) - 1))))
    return SeriesChart(form, YEARS, (named, listed) if several else (named,), "Year", "Number", highlight=12)


def timeline() -> Timeline:
    return Timeline(
        2006,
        2024,
        (
            TimelineRow("Sample City", tuple(Mark(2006.4 + 2 * i, str(2 * i + 1)) for i in range(9))),
            TimelineRow(
                "Sampletown",
                tuple(Mark(2007.6 + 2 * i, str(2 * i + 2), "square", strong=i == 8) for i in range(9)),
            ),
            TimelineRow(
                "In dispute",
                (
                    Mark(2020.5, "15", "ring"),
                    Mark(2013.7, "A", "diamond"),
                    Mark(2008.1, "B", "triangle"),
                ),
            ),
        ),
        "Year",
        highlight=2024,
    )


def bands() -> Bands:
    tones: tuple[BandTone | None, ...] = ("full", "full", "light", None, "open", "hatched", "full")
    subjects = ("Sample customs", "Sample city", "Sample trade", "Sample telecommunications")
    return Bands(
        tuple(str(meeting) for meeting in range(4, 20)),
        tuple(
            BandRow(
                subject,
                tuple(BandCell(tones[(i + row) % 7], "?" if (i + row) % 7 == 2 else "") for i in range(16)),
            )
            for row, subject in enumerate(subjects)
        ),
        (
            LegendEntry("full", "Named"),
            LegendEntry("light", "Named, join doubtful"),
            LegendEntry("open", "Not named, open list"),
            LegendEntry("hatched", "No list on record"),
        ),
        "Sample meeting",
        highlight=15,
    )


def lineages() -> Lineages:
    return Lineages(
        2006,
        2025,
        (
            LineageRow(
                "Data",
                (
                    LineageSpan("Office of Sample Information", 2006.0, 2018.5),
                    LineageSpan("Office of Sample Data", 2018.5, None),
                ),
            ),
            LineageRow(
                "Radio",
                (
                    LineageSpan("Radio Authority", 2006.0, 2012.2),
                    LineageSpan("Waves Office", 2012.2, None),
                ),
            ),
        ),
        "Year",
    )


CHARTS = (
    ChartInWords(
        "columns",
        "Sample areas by year",
        "Columns: between three and six sample areas a year.",
        series("columns", several=False),
    ),
    ChartInWords(
        "bars",
        "Sample areas and bodies",
        "Bars: areas and bodies for each of thirteen sample years.",
        series("bars"),
    ),
    ChartInWords(
        "stacked",
        "Sample areas and bodies together",
        "Stacked columns: areas and bodies of a year add up to at most eleven.",
        series("stacked"),
    ),
    ChartInWords(
        "line",
        "The course of sample areas and bodies",
        "Lines: neither areas nor bodies rise or fall for long.",
        series("line"),
    ),
    ChartInWords(
        "timeline",
        "Sample meetings",
        "Timeline: eighteen sample meetings by turns in two places, and three in dispute.",
        timeline(),
    ),
    ChartInWords(
        "bands", "Sample subjects", "Bands: four sample subjects over the 4th to the 19th meeting.", bands()
    ),
    ChartInWords("lineages", "Sample names", "Lineages: which sample office came after which.", lineages()),
)
