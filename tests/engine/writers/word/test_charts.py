"""Figures: native charts whose numbers can be edited, other drawings as vectors; each says what it shows."""

from __future__ import annotations

import re
import struct

import pytest

from egci_reports.engine.document.chart import Series, SeriesChart, SeriesForm
from egci_reports.engine.document.nodes import Figure, Text
from tests.engine.writers.made import made, made_sample
from tests.engine.writers.pdf.made import paper
from tests.readers import word
from tests.readers.word.charts import charts_of
from tests.readers.word.package import WP, A, C, Package, W
from tests.sample_paper.charts import CHARTS

SERIES = [one for one in CHARTS if isinstance(one.chart, SeriesChart)]
KINDS = {"columns": "barChart", "bars": "barChart", "stacked": "barChart", "line": "lineChart"}


def test_charts_of_series_are_native_and_hold_the_numbers_of_the_tree():
    native = charts_of(made_sample().word)
    assert len(native) == len(SERIES) + 1  # the decorative one
    for shown, meant in zip(native, SERIES, strict=False):
        chart = meant.chart
        assert shown.kind == KINDS[chart.form]
        assert shown.shown[0] == (None, *(series.name for series in chart.series))
        columns = zip(*(series.values for series in chart.series), strict=True)
        rows = zip(chart.categories, columns, strict=True)
        assert list(shown.shown[1:]) == [(category, *values) for category, values in rows]


def test_the_workbook_that_word_edits_holds_what_is_shown():
    for chart in charts_of(made_sample().word):
        assert chart.workbook == chart.shown


@pytest.mark.parametrize("one", SERIES, ids=[one.name for one in SERIES])
def test_gaps_stay_gaps_and_noughts_noughts(one):
    values = (0.0, None, 2.5)
    chart = SeriesChart(one.chart.form, ("a", "b", "c"), (Series("Made up", values),), "Year", "Number")
    (shown,) = charts_of(made(paper(Figure(chart, "What it shows.", (Text("Caption"),)))).word)
    assert shown.shown == shown.workbook == ((None, "Made up"), ("a", 0.0), ("b", None), ("c", 2.5))


def test_other_drawings_are_vectors_with_a_bitmap_beside_them():
    package = Package(made_sample().word)
    vectors = [part for name, part in package.parts.items() if name.endswith(".svg")]
    bitmaps = [part for name, part in package.parts.items() if name.endswith(".png")]
    assert len(vectors) == len(bitmaps) == len(CHARTS) - len(SERIES) == 3
    assert all(part.startswith(b"<svg") for part in vectors)
    for bitmap in bitmaps:
        assert bitmap.startswith(b"\x89PNG")
        width, _ = struct.unpack(">II", bitmap[16:24])
        assert width > 900  # two pixels to the point


def test_figures_say_what_they_show():
    said = [block.text for block in word.blocks_of(made_sample().word) if block.role == "figure"]
    assert said == [one.alt for one in CHARTS]


@pytest.mark.parametrize("one", CHARTS, ids=[one.name for one in CHARTS])
def test_a_figure_is_as_wide_as_the_text_and_as_high_as_its_picture(one):
    package = Package(made(paper(Figure(one.chart, one.alt, (Text(one.caption),)))).word)
    root = package.xml(package.main)
    (extent,) = root.iter(f"{WP}extent")
    size, margins = next(root.iter(f"{W}pgSz")), next(root.iter(f"{W}pgMar"))
    room = int(size.attrib[f"{W}w"]) - int(margins.attrib[f"{W}left"]) - int(margins.attrib[f"{W}right"])
    assert int(extent.attrib["cx"]) == pytest.approx(room * 635, rel=1e-3)
    for inner in root.iter(f"{A}ext"):
        if "cy" in inner.attrib:
            assert inner.attrib["cy"] == extent.attrib["cy"]


def labels_of(form: SeriesForm, series: int, categories: int = 3) -> list[tuple[str, str]]:
    """Return the place and the number format of each series' values, where they are shown."""
    names = tuple(str(2000 + index) for index in range(categories))
    lines = tuple(Series(f"Series {index}", (1.0,) * categories) for index in range(series))
    chart = SeriesChart(form, names, lines, "Year", "Number")
    package = Package(made(paper(Figure(chart, "What it shows.", (Text("Caption"),)))).word)
    (name,) = (name for name in package.parts if re.fullmatch(r"/?word/charts/chart\d+\.xml", name))
    return [
        (label.find(f"{C}dLblPos").get("val"), label.find(f"{C}numFmt").get("formatCode"))
        for label in package.xml(name).iter(f"{C}dLbls")
        if label.find(f"{C}showVal").get("val") == "1"
    ]


@pytest.mark.parametrize(
    ("form", "series", "place", "code"),
    [
        ("columns", 1, "outEnd", "General"),
        ("columns", 2, "outEnd", "General"),
        ("bars", 2, "outEnd", "General"),
        ("stacked", 3, "ctr", "General;-General;"),
        ("line", 1, "t", "General"),
    ],
)
def test_bars_and_columns_carry_their_values_as_in_the_pdf(form, series, place, code):
    assert labels_of(form, series) == [(place, code)] * series


def test_values_that_would_be_in_each_others_way_are_left_out():
    assert labels_of("line", 2) == []
    assert labels_of("columns", 2, categories=30) == []
