"""What every chart must keep to, whatever it shows."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from egci_reports.engine.document.chart import (
    BandCell,
    BandRow,
    Bands,
    Chart,
    Mark,
    Series,
    SeriesChart,
    Timeline,
    TimelineRow,
)
from egci_reports.engine.theme.contrast import ratio
from egci_reports.engine.theme.model import Theme
from egci_reports.engine.writers.drawing.draw import draw, height_of
from egci_reports.engine.writers.drawing.shapes import Drawing, Label, Measure, Polygon, Rect
from egci_reports.engine.writers.drawing.text import estimate
from tests.engine.writers.drawing.boxes import box, labels, outside, overlaps
from tests.engine.writers.drawing.conftest import shipped_theme, true_measure
from tests.engine.writers.drawing.made_up import CHARTS
from tests.engine.writers.drawing.samples import SAMPLES

WIDTHS = st.sampled_from([300.0, 453.5, 700.0])

MARKS_AT_ONE_EDGE = Timeline(
    1998,
    1998,
    (
        TimelineRow(
            "A",
            (
                Mark(1997.0, "1", "circle"),
                Mark(1999.0, "粵港信息化合作", "circle"),
                Mark(1999.0, "A", "circle"),
                Mark(1999.0, "1", "circle"),
            ),
        ),
    ),
    "A",
)
A_WIDE_LAST_COLUMN = Bands(
    (*"1111111", "粵港信息化合作"), (BandRow("A", (BandCell("full"),) * 8),), (), "AAAAAAAAA"
)
VALUE_AT_THE_TOP = SeriesChart("line", ("2000",) * 12, (Series("A", (None,) * 10 + (0.0, 1.0)),), "", "")
VALUES_CLOSE_TOGETHER = SeriesChart(
    "line",
    ("2000",) * 10,
    (
        Series("A", (None,) * 9 + (1.0,)),
        Series("A", (None,) * 9 + (18.0,)),
        Series("A", (None,) * 9 + (2476.0,)),
        Series("A", (None,) * 6 + (1.5, -25.0, None, 0.0)),
    ),
    "",
    "",
)


def wide(text: str, size: float, bold: bool) -> float:
    """A font much wider than any that the layout reckons with."""
    return 1.4 * estimate(text, size, bold) + 1.0


def pale(drawing: Drawing, theme: Theme, measure: Measure) -> list[tuple[str, float]]:
    """Return the labels whose contrast with what is painted under their middle is below 4.5 to 1."""
    found = []
    for place, label in enumerate(drawing.shapes):
        if not isinstance(label, Label):
            continue
        around = box(label, measure)
        x, y = (around.left + around.right) / 2, (around.top + around.bottom) / 2
        ground = theme.colour("paper")
        for shape in drawing.shapes[:place]:
            if isinstance(shape, Rect | Polygon) and shape.fill:
                area = box(shape, measure)
                if area.left <= x <= area.right and area.top <= y <= area.bottom:
                    ground = shape.fill
        if ratio(label.colour, ground) < 4.5:
            found.append((label.text, ratio(label.colour, ground)))
    return found


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(CHARTS, WIDTHS, st.sampled_from([true_measure, wide]))
@example(MARKS_AT_ONE_EDGE, 300.0, true_measure)
@example(VALUES_CLOSE_TOGETHER, 300.0, true_measure)
@example(A_WIDE_LAST_COLUMN, 300.0, true_measure)
@example(VALUE_AT_THE_TOP, 300.0, true_measure)
def test_labels_stay_inside_and_apart_and_stand_out(chart: Chart, width: float, measure: Measure) -> None:
    theme = shipped_theme()
    drawing = draw(chart, theme, width, measure)
    assert not outside(drawing, measure)
    assert not overlaps(drawing, measure)
    assert not pale(drawing, theme, measure)
    assert drawing.height == height_of(chart, theme, width)


@pytest.mark.parametrize("name", SAMPLES)
@pytest.mark.parametrize("width", [380.0, 453.5, 700.0])
def test_charts_of_real_size_stay_inside_and_apart(name: str, width: float, theme: Theme) -> None:
    drawing = draw(SAMPLES[name], theme, width, true_measure)
    assert not outside(drawing, true_measure)
    assert not overlaps(drawing, true_measure)
    assert not pale(drawing, theme, true_measure)


@pytest.mark.parametrize("name", SAMPLES)
def test_no_label_of_a_chart_of_real_size_is_shortened(name: str, theme: Theme) -> None:
    drawing = draw(SAMPLES[name], theme, 453.5, true_measure)
    assert labels(drawing)
    assert not [label.text for label in labels(drawing) if "…" in label.text]


@pytest.mark.parametrize("name", SAMPLES)
def test_a_chart_of_real_size_fits_a_page(name: str, theme: Theme) -> None:
    page = (theme.page.height - theme.page.top - theme.page.bottom) * 72 / 25.4
    assert 100 < height_of(SAMPLES[name], theme, 453.5) < page * 0.75


@pytest.mark.parametrize("name", SAMPLES)
def test_the_height_does_not_hang_on_the_measure(name: str, theme: Theme) -> None:
    heights = {
        draw(SAMPLES[name], theme, 453.5, measure).height for measure in (true_measure, wide, estimate)
    }
    assert heights == {height_of(SAMPLES[name], theme, 453.5)}


@pytest.mark.parametrize("name", SAMPLES)
def test_the_same_chart_is_drawn_alike_again(name: str, theme: Theme) -> None:
    assert draw(SAMPLES[name], theme, 453.5, true_measure) == draw(SAMPLES[name], theme, 453.5, true_measure)
