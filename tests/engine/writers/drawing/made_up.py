"""Hypothesis strategies for charts of reasonable size."""

from __future__ import annotations

from hypothesis import strategies as st

from egci_reports.engine.document import chart as c

WORD = st.text("abcdefgimnostwABCMW-&,", min_size=1, max_size=14) | st.sampled_from(
    ["粵港信息化合作", "Telecommunications", "of", "the", "2 296", "（樣本）"]
)
TEXT = st.lists(WORD, min_size=1, max_size=7).map(" ".join)
NUMBER = st.integers(0, 3000).map(float) | st.floats(0, 99, width=16).map(lambda x: round(x, 1))
YEAR = st.integers(1998, 2010)


@st.composite
def series(draw: st.DrawFn) -> c.SeriesChart:
    count = draw(st.integers(1, 20))
    value = st.none() | NUMBER | (st.integers(-40, -1).map(float) if draw(st.booleans()) else st.nothing())
    rows = st.builds(c.Series, TEXT, st.lists(value, min_size=count, max_size=count).map(tuple))
    names = TEXT if draw(st.booleans()) else st.integers(2000, 2030).map(str)
    return c.SeriesChart(
        draw(st.sampled_from(["columns", "bars", "stacked", "line"])),
        tuple(draw(st.lists(names, min_size=count, max_size=count))),
        tuple(draw(st.lists(rows, min_size=1, max_size=4))),
        draw(TEXT | st.just("")),
        draw(TEXT | st.just("")),
        draw(st.none() | st.integers(0, count - 1)),
    )


@st.composite
def timelines(draw: st.DrawFn) -> c.Timeline:
    start = draw(YEAR)
    end = start + draw(st.integers(0, 30))
    mark = st.builds(
        c.Mark,
        st.floats(start - 1, end + 2, width=32),
        TEXT | st.integers(1, 20).map(str),
        st.sampled_from(["circle", "square", "diamond", "triangle", "ring"]),
        st.booleans(),
    )
    row = st.builds(c.TimelineRow, TEXT, st.lists(mark, max_size=10).map(tuple))
    rows = tuple(draw(st.lists(row, min_size=1, max_size=4)))
    return c.Timeline(start, end, rows, draw(TEXT), draw(st.none() | st.integers(start, end)))


@st.composite
def bands(draw: st.DrawFn) -> c.Bands:
    count = draw(st.integers(1, 20))
    tones = st.sampled_from(["full", "light", "open", "hatched", None])
    cell = st.builds(c.BandCell, tones, st.sampled_from(["", "", "?", "12", "not listed"]))
    row = st.builds(c.BandRow, TEXT, st.lists(cell, min_size=count, max_size=count).map(tuple))
    entry = st.builds(c.LegendEntry, tones, TEXT, st.sampled_from([None, "ring", "square"]))
    columns = draw(st.lists(st.integers(1, 99).map(str) | WORD, min_size=count, max_size=count))
    return c.Bands(
        tuple(columns),
        tuple(draw(st.lists(row, min_size=1, max_size=15))),
        tuple(draw(st.lists(entry, max_size=5))),
        draw(TEXT),
        draw(st.none() | st.integers(0, count - 1)),
    )


@st.composite
def lineages(draw: st.DrawFn) -> c.Lineages:
    start = draw(YEAR)
    end = start + draw(st.integers(0, 30))

    @st.composite
    def rows(draw_row: st.DrawFn) -> c.LineageRow:
        cuts = sorted(draw_row(st.lists(st.floats(start - 5, end + 2, width=32), min_size=2, max_size=6)))
        last = draw_row(st.sampled_from([None, cuts[-1]]))
        ends = [*cuts[1:-1], last]
        spans = tuple(
            c.LineageSpan(draw_row(TEXT), first, final) for first, final in zip(cuts[:-1], ends, strict=True)
        )
        return c.LineageRow(draw_row(TEXT), spans)

    return c.Lineages(start, end, tuple(draw(st.lists(rows(), min_size=1, max_size=10))), draw(TEXT))


CHARTS = st.one_of(series(), timelines(), bands(), lineages())
