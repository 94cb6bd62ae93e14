"""Columns, bars, stacks and lines show the numbers as they are."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from egci_reports.engine.document import chart as c
from egci_reports.engine.theme.model import Theme
from egci_reports.engine.writers.drawing.axis import number, ticks
from egci_reports.engine.writers.drawing.draw import draw
from egci_reports.engine.writers.drawing.shapes import Circle, Drawing, Polyline, Rect, StraightLine
from tests.engine.writers.drawing.boxes import labels, words
from tests.engine.writers.drawing.conftest import true_measure
from tests.engine.writers.drawing.samples import SAMPLES

VALUES = (4.0, 8.0, None, 2.0, 0.0)


def drawn(form: c.SeriesForm, *rows: tuple[float | None, ...], theme: Theme, **more: int) -> Drawing:
    series = tuple(c.Series(f"Row {index}", row) for index, row in enumerate(rows))
    names = tuple(f"C{index}" for index in range(len(rows[0])))
    return draw(c.SeriesChart(form, names, series, "Kind", "Number", **more), theme, 450.0, true_measure)


def solid(drawing: Drawing, colour: str) -> list[Rect]:
    return [shape for shape in drawing.shapes if isinstance(shape, Rect) and shape.fill == colour]


def full_length(rect: Rect, *, across: bool) -> float:
    """The length with its edge, which lies inside the value's length."""
    return (rect.width if across else rect.height) + (rect.stroke.width if rect.stroke else 0.0)


@pytest.mark.parametrize("form", ["columns", "bars", "stacked"])
def test_lengths_are_in_proportion_from_nought_and_a_missing_value_leaves_a_gap(
    form: c.SeriesForm, theme: Theme
) -> None:
    rects = solid(drawn(form, VALUES, theme=theme), theme.palette.series[0])
    lengths = [full_length(rect, across=form != "columns") for rect in rects]
    assert len(lengths) == 3  # neither the missing value nor nought has an area
    assert [length / lengths[0] for length in lengths] == pytest.approx([1.0, 2.0, 0.5])


@pytest.mark.parametrize("form", ["columns", "bars", "line", "stacked"])
def test_every_value_is_written_and_only_once(form: c.SeriesForm, theme: Theme) -> None:
    written = words(drawn(form, (41.0, 83.0, None, 27.0), theme=theme)).split()
    assert [written.count(text) for text in ("41", "83", "27")] == [1, 1, 1]
    assert "None" not in written


def test_nought_is_written_as_a_value_but_a_missing_value_is_not(theme: Theme) -> None:
    with_nought = words(drawn("columns", (7.0, 0.0), theme=theme)).split()
    with_gap = words(drawn("columns", (7.0, None), theme=theme)).split()
    assert with_nought.count("0") == with_gap.count("0") + 1


def test_the_parts_of_a_stack_follow_each_other_and_the_total_stands_at_its_end(theme: Theme) -> None:
    drawing = drawn("stacked", (6.0, 3.0), (2.0, 4.0), (1.0, 0.0), theme=theme)
    swatch, first, _ = solid(drawing, theme.palette.series[0])
    third = solid(drawing, theme.palette.series[2])[-1]
    unit = full_length(first, across=True) / 6
    assert swatch.y < first.y
    assert third.x - first.x == pytest.approx(8 * unit, abs=0.8)
    assert {"6", "2", "1", "9", "3", "4", "7"} <= set(words(drawing).split())


def test_a_line_breaks_where_a_value_is_missing(theme: Theme) -> None:
    drawing = drawn("line", (1.0, 2.0, None, 4.0, 5.0, None, 3.0), theme=theme)
    lines = [shape for shape in drawing.shapes if isinstance(shape, Polyline)]
    markers = [shape for shape in drawing.shapes if isinstance(shape, Circle)]
    assert [len(line.points) for line in lines] == [2, 2]
    assert len(markers) == 5  # the lone value too is seen


def test_points_of_a_line_are_in_proportion(theme: Theme) -> None:
    drawing = drawn("line", (0.0, 10.0, 5.0), theme=theme)
    low, high, middle = next(s for s in drawing.shapes if isinstance(s, Polyline)).points
    assert middle[1] == pytest.approx((low[1] + high[1]) / 2)
    assert high[1] < low[1]


def test_series_differ_by_more_than_colour(theme: Theme) -> None:
    rows = [tuple(float(3 + (i * k) % 5) for i in range(6)) for k in range(5)]
    lines = [s for s in drawn("line", *rows, theme=theme).shapes if isinstance(s, Polyline)]
    assert len({line.stroke.dash for line in lines}) == 5
    for form in ("columns", "bars", "stacked"):
        areas = drawn(form, *rows, theme=theme)
        hatching = {
            s.stroke.colour for s in areas.shapes if isinstance(s, StraightLine) and s.stroke.width == 0.6
        }
        assert len(hatching) == 3  # the second, the fourth and the fifth; the others differ in darkness


def test_a_legend_names_several_series_and_is_left_out_for_one(theme: Theme) -> None:
    assert "Row 0" not in words(drawn("columns", VALUES, theme=theme))
    both = words(drawn("columns", VALUES, VALUES, theme=theme))
    assert "Row 0" in both
    assert "Row 1" in both


@pytest.mark.parametrize("form", ["columns", "bars", "line"])
def test_the_highlighted_category_is_shaded_outlined_and_bold(form: c.SeriesForm, theme: Theme) -> None:
    drawing = drawn(form, VALUES, theme=theme, highlight=1)
    assert len(solid(drawing, theme.palette.highlight)) == 1
    assert [
        shape for shape in drawing.shapes if isinstance(shape, Rect) and shape.fill is None and shape.stroke
    ]
    assert [label.text for label in labels(drawing) if label.bold] == ["C1"]


def test_axis_titles_and_all_categories_are_written(theme: Theme) -> None:
    for name in ("columns", "line", "bars"):
        chart = SAMPLES[name]
        assert isinstance(chart, c.SeriesChart)
        text = words(draw(chart, theme, 453.5, true_measure))
        for wanted in (*chart.categories, chart.category_title, chart.value_title):
            assert set(wanted.split()) <= set(text.split())


def test_values_below_nought_go_the_other_way(theme: Theme) -> None:
    up, down = solid(drawn("columns", (5.0, -5.0), theme=theme), theme.palette.series[0])
    assert down.y == pytest.approx(up.y + full_length(up, across=False))
    assert "\u22125" in words(drawn("columns", (5.0, -5.0), theme=theme))


def test_charts_without_any_value_still_have_their_axes(theme: Theme) -> None:
    for form in ("columns", "bars", "stacked", "line"):
        assert "Kind" in words(drawn(form, (None, None), theme=theme))


@given(
    st.lists(st.integers(-10_000, 10_000) | st.floats(-1e6, 1e6), max_size=20), st.booleans(), st.booleans()
)
def test_ticks_are_round_few_and_span_the_values(values: list[float], zero: bool, under: bool) -> None:
    steps = ticks(values, zero=zero, under=under)
    assert 2 <= len(steps) <= 9
    assert steps[0] <= min(values, default=0.0) + 1e-6
    assert steps[-1] >= max(values, default=0.0) - 1e-6
    if zero:
        assert 0 in steps
    widths = {round((b - a) / (steps[1] - steps[0]), 3) for a, b in pairwise(steps)}
    assert widths == {1.0}
    assert f"{steps[1] - steps[0]:.0e}"[0] in "125"


@pytest.mark.parametrize(
    ("value", "digits", "text"),
    [(2296.0, 0, "2\u00a0296"), (4.8, 1, "4.8"), (-5.0, 0, "\u22125"), (999.0, 0, "999"), (0.0, 0, "0")],
)
def test_numbers_are_written_as_in_the_papers(value: float, digits: int, text: str) -> None:
    assert number(value, digits) == text
