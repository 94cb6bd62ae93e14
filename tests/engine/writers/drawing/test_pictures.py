"""Drawings as SVG and PNG."""

from __future__ import annotations

import struct
import zlib
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given

from egci_reports.engine.document.chart import Chart
from egci_reports.engine.theme.model import Theme
from egci_reports.engine.writers.drawing.draw import draw
from egci_reports.engine.writers.drawing.png import png
from egci_reports.engine.writers.drawing.shapes import Drawing, Label
from egci_reports.engine.writers.drawing.svg import svg
from tests.engine.writers.drawing.boxes import labels
from tests.engine.writers.drawing.conftest import shipped_theme, true_measure
from tests.engine.writers.drawing.made_up import CHARTS
from tests.engine.writers.drawing.samples import SAMPLES

pytestmark = pytest.mark.slow

SVG = "{http://www.w3.org/2000/svg}"


def one_label(text: str, *, bold: bool = False) -> Drawing:
    return Drawing(60.0, 20.0, (Label(text, 5.0, 14.0, 10.0, "000000", bold=bold),))


def picture(drawing: Drawing) -> bytes:
    return png(svg(drawing, shipped_theme()), 2.0)


def size(data: bytes) -> tuple[int, int]:
    """Return width and height from the header of a PNG (ISO/IEC 15948, 11.2.2)."""
    assert data.startswith(b"\x89PNG\r\n\x1a\n")
    width, height = struct.unpack(">II", data[16:24])
    return width, height


@given(CHARTS)
def test_svg_is_well_formed_and_holds_all_labels_as_text(chart: Chart) -> None:
    drawing = draw(chart, shipped_theme(), 453.5, true_measure)
    root = ET.fromstring(svg(drawing, shipped_theme()))
    assert root.tag == f"{SVG}svg"
    assert root.get("viewBox") == f"0 0 453.5 {drawing.height}"
    assert ["".join(text.itertext()) for text in root.iter(f"{SVG}text")] == [x.text for x in labels(drawing)]
    assert len(root) == len(drawing.shapes)


@pytest.mark.parametrize("name", ["columns", "timeline", "bands", "lineages"])
def test_png_has_the_right_size_and_is_the_same_again(name: str, theme: Theme) -> None:
    drawing = draw(SAMPLES[name], theme, 450.0, true_measure)
    first = png(svg(drawing, theme), 2.0)
    assert size(first) == (900, 2 * drawing.height)
    assert first == png(svg(drawing, theme), 2.0)
    assert len(first) > len(png(svg(Drawing(450.0, drawing.height, ()), theme), 2.0)) * 4


def test_svg_names_the_fonts_of_word_and_pdf(theme: Theme) -> None:
    text = svg(one_label("Sample 港"), theme)
    assert 'font-family="Arial, Arimo, sans-serif"' in text
    assert 'font-family="Microsoft JhengHei, Noto Sans HK, sans-serif">港</tspan>' in text


@pytest.mark.parametrize(("one", "other"), [("港", "粵"), ("创", "业"), ("㐀", "㐁"), ("A", "B")])
def test_every_character_has_its_own_picture(one: str, other: str) -> None:
    assert picture(one_label(one)) != picture(one_label(other))
    assert picture(one_label(one)) != picture(one_label("\ue000"))


@pytest.mark.parametrize("text", ["港", "Sample"])
def test_bold_text_is_drawn_bolder(text: str) -> None:
    assert _ink(picture(one_label(text, bold=True))) > _ink(picture(one_label(text)))


def test_lengths_are_short_and_never_a_negative_nought(theme: Theme) -> None:
    drawing = Drawing(10.0, 10.0, (Label("x", -0.0001, 1 / 3, 8.5, "000000"),))
    assert '<text x="0" y="0.33" font-size="8.5"' in svg(drawing, theme)


def _ink(data: bytes) -> int:
    """Return how many bytes of a PNG's rows are not the paper's white: enough to compare two pictures."""
    body, place = b"", 8
    while place < len(data):
        length, kind = struct.unpack(">I4s", data[place : place + 8])
        if kind == b"IDAT":
            body += data[place + 8 : place + 8 + length]
        place += length + 12
    return sum(byte not in (0, 255) for byte in zlib.decompress(body))
