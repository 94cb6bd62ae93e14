"""The watermark of a draft: drawn as outlines from corner to corner, under the text and outside it.

Painted as text, its letters would stand in the words that other programs take from the page.
"""

from __future__ import annotations

from collections.abc import Iterator
from math import atan2, cos, hypot, sin

from egci_reports.engine.theme.model import MM, Theme
from egci_reports.engine.writers.pdf.canvas import WATERMARK, Canvas, operands
from egci_reports.engine.writers.pdf.faces import FaceChoice
from egci_reports.engine.writers.pdf.flow import PageContent
from egci_reports.engine.writers.pdf.outlines import outline
from egci_reports.engine.writers.pdf.tables import RowBox

_BELOW = 0.34
"""How far below the middle of its capitals a baseline stands, in sizes."""


def paint_watermark(canvas: Canvas, sheet: PageContent, theme: Theme, text: str, lang: str) -> None:
    """Paint a word across a page, opaque and pale; paler where tables stand, whose type is small."""
    style = theme.style("watermark")
    colour = theme.colour(style.colour)
    paper = theme.colour("paper")
    path = f"1 0 0 1 {canvas.width / 2:.2f} {canvas.height / 2:.2f} cm\n{_word(canvas, theme, text, lang)}"
    parts = [f"q {operands(colour)} rg\n{path}\nQ"]
    tables = " ".join(_tables(canvas, sheet, theme))
    if tables:
        pale = _between(colour, paper)
        parts.append(f"{operands(paper)} rg {tables} f\n{tables} W n\n{operands(pale)} rg\n{path}")
    canvas.code(WATERMARK, 0.0, canvas.height, "\n".join(parts))


def _word(canvas: Canvas, theme: Theme, text: str, lang: str) -> str:
    """Return code that paints the word along the diagonal, with the middle of the page at 0, 0."""
    style, page = theme.style("watermark"), theme.page
    faces = FaceChoice(theme.fonts)
    parts = faces.split(text, bold=style.bold, italic=False, lang=lang)
    width = sum(face.measure(part) for face, part in parts)
    diagonal = hypot(canvas.width, canvas.height)
    larger = max(1.0, diagonal / hypot(page.width * MM, page.height * MM))
    size = min(style.size * larger, 0.8 * diagonal / width)
    angle, scale = atan2(canvas.height, canvas.width), size / 1000
    across, up = scale * cos(angle), scale * sin(angle)
    code = [
        f"{across:.5f} {up:.5f} {-up:.5f} {across:.5f} 0 0 cm",
        f"1 0 0 1 {-500 * width:.0f} {-1000 * _BELOW:.0f} cm",
    ]
    for face, part in parts:
        code.append(f"{outline(face.name, part)} f\n1 0 0 1 {1000 * face.measure(part):.0f} 0 cm")
    return "\n".join(code)


def _tables(canvas: Canvas, sheet: PageContent, theme: Theme) -> Iterator[str]:
    """Yield the rectangle of each row on the page."""
    for box, y in sheet.boxes:
        if isinstance(box, RowBox):
            left, bottom = theme.page.left * MM + box.x, canvas.height - y - box.height
            yield f"{left:.2f} {bottom:.2f} {box.width:.2f} {box.height:.2f} re"


def _between(colour: str, other: str) -> str:
    """Return the colour halfway between two."""
    pairs = ((int(colour[i : i + 2], 16), int(other[i : i + 2], 16)) for i in (0, 2, 4))
    return "".join(f"{(one + two) // 2:02X}" for one, two in pairs)
