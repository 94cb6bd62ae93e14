"""Made-up charts of the sizes that real papers have: 19 plenaries, 15 threads, 14 bodies."""

from __future__ import annotations

from egci_reports.engine.document import chart as c

YEARS = tuple(str(year) for year in range(2006, 2025))
THREADS = (
    "Smart sample clusters",
    "e-Commerce in samples",
    "Clearance of sample goods at the made-up boundary",
    "Invention, technology and research in the sample province",
    "Cables and telecommunications",
    "Service industries",
    "Business environment",
    "Quality living area",
    "Sample tags",
    "Sample portals",
    "Outsourcing of samples",
    "Digital entertainment",
    "Open source samples",
    "Mobile and wireless samples",
    "Exchange of electronic sample certificates",
)
BODIES = (
    "Sample Policy Office",
    "Sample Boundary Department",
    "Radio Samples Authority",
    "Invention Commission",
    "Harbour Department",
    "Food Samples Bureau",
    "Make Samples Hong Kong",
    "Invest in Samples",
    "Sample Trade Development Council",
    "Sample Monetary Authority",
    "Commerce and Economic Samples Bureau",
    "Road Samples Department",
    "Building Bureau",
    "Visitors Commission",
)
TONES: tuple[c.BandTone | None, ...] = ("full", "full", "full", None, "light", "open", None, "full")


def values(step: int, *, gap: bool = False) -> tuple[float | None, ...]:
    return tuple(None if gap and i < 2 else float(3 + (i * step) % 6) for i in range(19))


def columns() -> c.SeriesChart:
    series = (c.Series("Sample bodies listed", values(5, gap=True)),)
    return c.SeriesChart("columns", YEARS, series, "Year", "Number of bodies", highlight=18)


def pairs() -> c.SeriesChart:
    series = (c.Series("Sample bodies listed", values(5, gap=True)), c.Series("Sample areas", values(7)))
    return c.SeriesChart("columns", YEARS, series, "Year", "Number", highlight=18)


def line() -> c.SeriesChart:
    gapped = tuple(None if i in (0, 9) else 320.0 + (i * 37) % 110 for i in range(19))
    series = (c.Series("Days since the last", gapped),)
    return c.SeriesChart("line", YEARS, series, "Year", "Days", highlight=18)


def lines() -> c.SeriesChart:
    series = tuple(c.Series(f"Sample series {k}", values(k + 1, gap=k == 2)) for k in range(5))
    return c.SeriesChart("line", YEARS, series, "Year", "Number")


def bars() -> c.SeriesChart:
    counts = (17.0, 15.0, 15.0, 13.0, 10.0, 4.0, *[1.0] * 7, None)
    return c.SeriesChart("bars", BODIES, (c.Series("Lists", counts),), "Body", "Lists", highlight=3)


def bar_pairs() -> c.SeriesChart:
    series = (
        c.Series("Hong Kong samples", (1250.0, 980.0, 40.0)),
        c.Series("Guangdong samples", (700.0, None, 0.0)),
    )
    return c.SeriesChart("bars", THREADS[:3], series, "Area", "Sample cases")


def stacked() -> c.SeriesChart:
    series = (
        c.Series("Words kept", (6.0, 3.0, 4.0, 6.0, 6.0)),
        c.Series("Words added", (2.0, 2.0, 4.0, 2.0, 1.0)),
        c.Series("Words left out", (1.0, 0.0, 0.0, 0.0, 0.0)),
    )
    return c.SeriesChart("stacked", THREADS[:5], series, "Area", "Words")


def timeline() -> c.Timeline:
    odd = [c.Mark(2006.4 + i, f"{i + 1}", "square") for i in range(0, 18, 2)]
    even = [c.Mark(2006.5 + i, f"{i + 1}", "circle", i == 17) for i in range(1, 18, 2)]
    named = (
        "Sample agreement signed",
        "First exchange of samples by wire",
        "Sample Policy Office formed",
        "Second agreement on samples",
        "Arrangement on the mutual acceptance of sample signatures",
        "Sample year",
        "Move",
    )
    signed = [c.Mark(2007.6 + i * 1.1 + i * i * 0.24, name, "diamond") for i, name in enumerate(named)]
    doubt = [c.Mark(2024.77, "19", "ring", strong=True)]
    rows = (
        c.TimelineRow("Sample City", tuple(odd)),
        c.TimelineRow("Sampletown", tuple(even)),
        c.TimelineRow("Place in dispute", tuple(doubt)),
        c.TimelineRow("Agreements and other events", tuple(signed)),
    )
    return c.Timeline(2006, 2024, rows, "Year", highlight=2024)


def bands(rows: tuple[str, ...] = THREADS, *, labels: bool = True) -> c.Bands:
    def cell(row: int, column: int) -> c.BandCell:
        if column < 2:
            return c.BandCell("hatched")
        tone = TONES[(row * 5 + column // 3) % 8]
        return c.BandCell(tone, "?" if labels and tone == "light" and column % 3 == 0 else "")

    legend = (
        c.LegendEntry("full", "Named"),
        c.LegendEntry("light", "Named, join doubtful"),
        c.LegendEntry("open", "Not named, but the list is open"),
        c.LegendEntry("hatched", "No list on record"),
    )
    grid = tuple(c.BandRow(label, tuple(cell(k, i) for i in range(19))) for k, label in enumerate(rows))
    return c.Bands(tuple(str(i) for i in range(1, 20)), grid, legend, "Plenary meeting", highlight=18)


def lineages() -> c.Lineages:
    spans = {
        "Policy": (
            ("Office of the Sample Information Officer", 2004.5, 2024.56),
            ("Sample Policy Office", 2024.56, None),
        ),
        "Telecommunications": (
            ("Office of the Radio Samples Authority", 1993.5, 2012.25),
            ("Radio Office", 2012.25, None),
        ),
        "Health": (
            ("Health and Food Samples Bureau", 2000.0, 2007.5),
            ("Food Samples Bureau", 2007.5, 2022.5),
            ("Sample Health Bureau", 2022.5, None),
        ),
        "Creative industries": (
            ("Make Samples Hong Kong", 2009.4, 2024.4),
            ("Cultural and Creative Samples Agency", 2024.4, None),
        ),
        "Samples of trade and industry": (
            ("Trade Department", 2006.0, 2008.0),
            ("Industry Sample Office", 2008.0, 2009.0),
            ("Trade and Industry Samples", 2009.0, 2010.0),
            ("Bureau of Samples", 2010.0, 2019.0),
        ),
    }
    rows = tuple(
        c.LineageRow(label, tuple(c.LineageSpan(*span) for span in names)) for label, names in spans.items()
    )
    rest = tuple(
        c.LineageRow(body, (c.LineageSpan(body, 2006.0 + k / 3, None),)) for k, body in enumerate(BODIES[4:])
    )
    return c.Lineages(2006, 2024, (*rows, *rest), "Year")


def chinese() -> c.SeriesChart:
    names = ("政府資訊科技總監辦公室（樣本）", "香港海關（樣本）", "创新科技署")
    series = (c.Series("會議", (17.0, 15.0, 13.0)), c.Series("Sample 項目", (3.0, 4.0, 5.0)))
    return c.SeriesChart("bars", names, series, "部門", "次數", highlight=0)


SAMPLES = {
    "columns": columns(), "pairs": pairs(), "line": line(), "lines": lines(), "bars": bars(),
    "bar-pairs": bar_pairs(), "stacked": stacked(), "timeline": timeline(), "bands": bands(),
    "bodies": bands(BODIES, labels=False), "lineages": lineages(), "chinese": chinese(),
}  # fmt: skip
