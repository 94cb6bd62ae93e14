"""Bands join where they are alike and stay apart in grey where they are not."""

from __future__ import annotations

from itertools import combinations

from egci_reports.engine.document import chart as c
from egci_reports.engine.theme.contrast import luminance
from egci_reports.engine.theme.model import Theme
from egci_reports.engine.writers.drawing.draw import draw
from egci_reports.engine.writers.drawing.fills import tone_fill
from egci_reports.engine.writers.drawing.shapes import Drawing, Label, Rect, StraightLine
from tests.engine.writers.drawing.boxes import labels, words
from tests.engine.writers.drawing.conftest import true_measure
from tests.engine.writers.drawing.samples import SAMPLES

TONES: tuple[c.BandTone, ...] = ("full", "light", "open", "hatched")


def bands(*tones: c.BandTone | None, theme: Theme, label: str = "", highlight: int | None = None) -> Drawing:
    cells = tuple(c.BandCell(tone, label) for tone in tones)
    columns = tuple(str(index + 1) for index in range(len(tones)))
    chart = c.Bands(columns, (c.BandRow("Row", cells),), (), "Plenary", highlight)
    return draw(chart, theme, 453.5, true_measure)


def rects(drawing: Drawing, fill: str) -> list[Rect]:
    return [shape for shape in drawing.shapes if isinstance(shape, Rect) and shape.fill == fill]


def test_neighbours_of_one_tone_join_and_a_gap_parts_them(theme: Theme) -> None:
    drawing = bands("full", "full", "full", None, "full", theme=theme)
    long, short = rects(drawing, theme.palette.full)
    assert long.width > 3 * short.width
    assert long.x + long.width < short.x - short.width


def test_tones_stay_apart_in_grey(theme: Theme) -> None:
    for one, other in combinations((tone_fill(tone, theme) for tone in TONES), 2):
        assert one.hatch != other.hatch or abs(luminance(one.ground) - luminance(other.ground)) > 0.2


def test_hatching_stays_inside_its_band(theme: Theme) -> None:
    drawing = bands(None, "hatched", "hatched", None, theme=theme)
    band = rects(drawing, theme.palette.open)[0]
    colour = theme.palette.hatched
    lines = [s for s in drawing.shapes if isinstance(s, StraightLine) and s.stroke.colour == colour]
    assert len(lines) > 5
    for line in lines:
        assert band.x - 0.01 <= min(line.x1, line.x2) <= max(line.x1, line.x2) <= band.x + band.width + 0.01
        assert band.y - 0.01 <= min(line.y1, line.y2) <= max(line.y1, line.y2) <= band.y + band.height + 0.01


def test_words_in_cells_stand_in_their_own_column(theme: Theme) -> None:
    drawing = bands("light", "light", "hatched", theme=theme, label="?")
    marks = [label for label in labels(drawing) if label.text == "?"]
    numbers = {label.text: label.x for label in labels(drawing)}
    assert [mark.x for mark in marks] == [numbers["1"], numbers["2"], numbers["3"]]


def test_a_word_on_hatching_stands_on_paper(theme: Theme) -> None:
    drawing = bands("hatched", theme=theme, label="?")
    place = next(i for i, s in enumerate(drawing.shapes) if isinstance(s, Label) and s.text == "?")
    under = drawing.shapes[place - 1]
    assert isinstance(under, Rect)
    assert under.fill == theme.palette.open


def test_the_highlighted_column_is_shaded_outlined_and_bold(theme: Theme) -> None:
    drawing = bands("full", None, "open", theme=theme, highlight=2)
    (shade,) = rects(drawing, theme.palette.highlight)
    (bold,) = (label for label in labels(drawing) if label.bold)
    assert bold.text == "3"
    assert shade.x < bold.x < shade.x + shade.width
    assert isinstance(drawing.shapes[-1], Rect)
    assert drawing.shapes[-1].stroke


def test_all_rows_columns_and_legend_words_are_written(theme: Theme) -> None:
    chart = SAMPLES["bands"]
    assert isinstance(chart, c.Bands)
    text = words(draw(chart, theme, 453.5, true_measure)).split()
    for wanted in (*chart.columns, *(row.label for row in chart.rows), *(e.label for e in chart.legend)):
        assert set(wanted.split()) <= set(text)
