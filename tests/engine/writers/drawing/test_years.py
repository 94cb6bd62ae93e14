"""Timelines and lineages put things where their dates are."""

from __future__ import annotations

import pytest

from egci_reports.engine.document import chart as c
from egci_reports.engine.theme.model import Theme
from egci_reports.engine.writers.drawing.draw import draw
from egci_reports.engine.writers.drawing.shapes import Circle, Drawing, Polygon, Rect
from egci_reports.engine.writers.drawing.text import estimate
from tests.engine.writers.drawing.boxes import labels, words
from tests.engine.writers.drawing.conftest import true_measure
from tests.engine.writers.drawing.samples import SAMPLES


def timeline(*marks: c.Mark, theme: Theme, highlight: int | None = None) -> Drawing:
    chart = c.Timeline(2006, 2024, (c.TimelineRow("Sample row", marks),), "Year", highlight)
    return draw(chart, theme, 453.5, true_measure)


def lineages(*spans: c.LineageSpan, theme: Theme) -> Drawing:
    return draw(c.Lineages(2006, 2024, (c.LineageRow("Row", spans),), "Year"), theme, 453.5, true_measure)


def rects(drawing: Drawing, *fills: str) -> list[Rect]:
    return [shape for shape in drawing.shapes if isinstance(shape, Rect) and shape.fill in fills]


def test_marks_are_in_proportion_to_their_dates(theme: Theme) -> None:
    drawing = timeline(*(c.Mark(at, "") for at in (2008.0, 2010.0, 2016.0)), theme=theme)
    first, second, third = (shape.x for shape in drawing.shapes if isinstance(shape, Circle))
    assert third - second == pytest.approx(3 * (second - first))


def test_all_labels_of_crowded_marks_are_written_whole(theme: Theme) -> None:
    names = [f"Sample event number {index}" for index in range(8)]
    drawing = timeline(*(c.Mark(2012 + i / 4, name) for i, name in enumerate(names)), theme=theme)
    text = words(drawing).split()
    assert text.count("Sample") == 9  # the row's own among them
    assert {str(index) for index in range(8)} <= set(text)


def test_numbers_at_marks_are_written_by_estimated_widths_too(theme: Theme) -> None:
    marks = tuple(c.Mark(2006.4 + i, str(i + 1)) for i in range(18))
    chart = c.Timeline(2006, 2024, (c.TimelineRow("Sample row", marks),), "Year")
    written = words(draw(chart, theme, 453.5, estimate)).split()
    assert {mark.label for mark in marks} <= set(written)


def test_two_marks_on_one_day_keep_both_labels(theme: Theme) -> None:
    text = words(timeline(c.Mark(2012.5, "Signed"), c.Mark(2012.5, "Founded"), theme=theme))
    assert "Signed" in text
    assert "Founded" in text


def test_the_highlighted_year_is_shaded_and_its_number_bold(theme: Theme) -> None:
    drawing = timeline(c.Mark(2010.0, "1"), theme=theme, highlight=2013)
    (shade,) = rects(drawing, theme.palette.highlight)
    (bold,) = (label for label in labels(drawing) if label.bold)
    assert bold.text == "2013"
    assert shade.x < bold.x < shade.x + shade.width


def test_shapes_of_marks_differ(theme: Theme) -> None:
    shapes: list[c.MarkShape] = ["circle", "square", "diamond", "triangle", "ring"]
    drawing = timeline(*(c.Mark(2008.0 + 2 * i, "", shape) for i, shape in enumerate(shapes)), theme=theme)
    polygons = [len(shape.points) for shape in drawing.shapes if isinstance(shape, Polygon)]
    assert polygons == [4, 3]
    assert len({shape.fill for shape in drawing.shapes if isinstance(shape, Circle)}) == 2
    assert len(rects(drawing, theme.palette.full)) == 1


def test_a_strong_mark_has_a_ring_round_it_and_a_bold_label(theme: Theme) -> None:
    plain, strong = (timeline(c.Mark(2010.0, "19", strong=s), theme=theme) for s in (False, True))
    assert len(strong.shapes) == len(plain.shapes) + 1
    assert [label.text for label in labels(strong) if label.bold] == ["19"]


def test_spans_are_in_proportion_and_cut_at_the_axis(theme: Theme) -> None:
    spans = (c.LineageSpan("A", 1990.0, 2010.0), c.LineageSpan("B", 2010.0, 2018.0))
    first, second = rects(lineages(*spans, theme=theme), theme.palette.light, theme.palette.open)
    assert (second.width + 1.5) / (first.width + 1.5) == pytest.approx(2.0)
    assert first.x + first.width < second.x


def test_only_a_name_still_in_use_ends_in_an_arrow(theme: Theme) -> None:
    drawing = lineages(c.LineageSpan("A", 2006.0, 2012.0), c.LineageSpan("B", 2012.0, None), theme=theme)
    (arrow,) = (shape for shape in drawing.shapes if isinstance(shape, Polygon))
    assert len(arrow.points) == 5
    ended = lineages(c.LineageSpan("A", 2006.0, 2012.0), c.LineageSpan("B", 2012.0, 2024.9), theme=theme)
    assert not [shape for shape in ended.shapes if isinstance(shape, Polygon)]


def test_names_too_long_for_their_bar_stand_above_it(theme: Theme) -> None:
    drawing = lineages(
        c.LineageSpan("Sample Office of Short Life", 2010.0, 2010.5),
        c.LineageSpan("Lasting Office", 2010.5, None),
        theme=theme,
    )
    places = {label.text: label.y for label in labels(drawing)}
    assert places["Sample Office of Short Life"] < places["Lasting Office"]


def test_a_span_outside_the_axis_is_not_drawn(theme: Theme) -> None:
    drawing = lineages(
        c.LineageSpan("Gone", 1990.0, 2001.0), c.LineageSpan("Here", 2007.0, None), theme=theme
    )
    assert "Gone" not in words(drawing)
    assert "Here" in words(drawing)


def test_every_name_of_the_sample_lineages_is_written(theme: Theme) -> None:
    chart = SAMPLES["lineages"]
    assert isinstance(chart, c.Lineages)
    text = words(draw(chart, theme, 453.5, true_measure))
    for row in chart.rows:
        for span in row.spans:
            assert set(span.label.split()) <= set(text.split())
