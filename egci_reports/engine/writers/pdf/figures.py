"""Figures as boxes: paints the shapes of a chart as vectors and text inside their Figure element."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import assert_never

from egci_reports.engine.document.nodes import Figure
from egci_reports.engine.theme.model import Theme
from egci_reports.engine.writers.drawing.draw import draw
from egci_reports.engine.writers.drawing.shapes import (
    Circle,
    Drawing,
    Label,
    Point,
    Polygon,
    Polyline,
    Rect,
    Shape,
    StraightLine,
    Stroke,
)
from egci_reports.engine.writers.pdf.boxes import Box
from egci_reports.engine.writers.pdf.canvas import LAYOUT, Canvas, Owner, operands
from egci_reports.engine.writers.pdf.composer import ColumnSetting, Composer
from egci_reports.engine.writers.pdf.faces import FaceChoice
from egci_reports.engine.writers.pdf.structure import StructElem
from egci_reports.engine.writers.pdf.table_rows import numbered_caption

_CAPTION_LINES = 3
"""Lines of a caption that fit on a page under the tallest figure, as in Word."""
_KAPPA = 0.5523
"""Where the handles of a quarter circle stand, in radii."""


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class FigureBox(Box):
    """A drawing, `x` points from the column's left, shrunk by `scale` if it is taller than a page."""

    drawing: Drawing
    owner: Owner
    faces: FaceChoice
    lang: str
    x: float = 0.0
    scale: float = 1.0

    @property
    def height(self) -> float:
        """The height of the drawing as it is painted."""
        return self.drawing.height * self.scale

    def paint(self, canvas: Canvas, x: float, y: float) -> None:
        """Paint the shapes in their order."""
        x += self.x
        if isinstance(self.owner, StructElem):
            canvas.place_figure(self.owner, x, y, self.drawing.width * self.scale, self.height)
        parts = [f"{self.scale:g} 0 0 {-self.scale:g} 0 0 cm"]
        parts.extend(_code(shape, canvas, self) for shape in self.drawing.shapes)
        canvas.code(self.owner, x, y, "\n".join(part for part in parts if part))


def figure_boxes(
    composer: Composer, figure: Figure, setting: ColumnSetting, room: float, *, followed: bool = False
) -> Iterator[Box]:
    """Yield a figure and its caption; `room` is the height of a page, which the two and a heading may fill.

    One that is `followed` stays on the page of what follows.
    """
    theme = composer.theme
    style = theme.style("caption_figure")
    drawing = draw(figure.chart, theme, setting.width - setting.indent, composer.measure)
    for shape in drawing.shapes:
        if isinstance(shape, Label):
            composer.see(shape.text, composer.lang)
    group = setting.parent if figure.decorative else setting.parent.add("FigureGroup")
    composer.await_box(figure.anchor)
    box = FigureBox(
        drawing=drawing,
        owner=LAYOUT if figure.decorative else group.add("Figure", alt=figure.alt),
        faces=composer.faces,
        lang=composer.lang,
        x=setting.indent,
        keep=followed or bool(figure.caption),
        before=style.before,
        after=0.0 if figure.caption else style.after,
    )
    box = composer.ready(box, setting)
    if not figure.caption:
        yield replace(box, scale=min(1.0, room / drawing.height))
        return
    content = numbered_caption(composer.words.figure, figure.number, figure.caption)
    caption = composer.text(content, group.add("Caption"), "caption_figure", setting)
    below = max(caption.height, _CAPTION_LINES * style.leading)
    yield replace(box, scale=min(1.0, (room - _heading(theme) - caption.before - below) / drawing.height))
    caption = replace(caption, keep=followed, keep_lines=followed)
    yield caption


def _heading(theme: Theme) -> float:
    """Return the room of a heading at the head of a page, as in Word: it stays with its figure."""
    style = theme.style("heading1")
    return style.leading + style.after


def _code(shape: Shape, canvas: Canvas, box: FigureBox) -> str:
    match shape:
        case Rect():
            path = f"{shape.x:.2f} {shape.y:.2f} {shape.width:.2f} {shape.height:.2f} re"
            return _painted(path, shape.fill, shape.stroke)
        case StraightLine():
            return _painted(_path(((shape.x1, shape.y1), (shape.x2, shape.y2))), None, shape.stroke)
        case Polyline():
            return _painted(_path(shape.points), None, shape.stroke)
        case Polygon():
            return _painted(_path(shape.points) + " h", shape.fill, shape.stroke)
        case Circle():
            return _painted(_circle(shape), shape.fill, shape.stroke)
        case Label():
            return _label(shape, canvas, box)
        case _:
            assert_never(shape)


def _path(points: tuple[Point, ...]) -> str:
    (x, y), *rest = points
    return " ".join([f"{x:.2f} {y:.2f} m", *(f"{x:.2f} {y:.2f} l" for x, y in rest)])


def _circle(shape: Circle) -> str:
    x, y, r, k = shape.x, shape.y, shape.radius, shape.radius * _KAPPA
    quarters = (
        (x + r, y + k, x + k, y + r, x, y + r),
        (x - k, y + r, x - r, y + k, x - r, y),
        (x - r, y - k, x - k, y - r, x, y - r),
        (x + k, y - r, x + r, y - k, x + r, y),
    )
    curves = " ".join(" ".join(f"{value:.2f}" for value in quarter) + " c" for quarter in quarters)
    return f"{x + r:.2f} {y:.2f} m {curves} h"


def _painted(path: str, fill: str | None, stroke: Stroke | None) -> str:
    """Return a path with the operators that fill and stroke it."""
    parts = []
    if fill is not None:
        parts.append(f"{operands(fill)} rg")
    if stroke is not None:
        dash = " ".join(f"{length:g}" for length in stroke.dash)
        parts.append(f"{operands(stroke.colour)} RG {stroke.width:g} w [{dash}] 0 d")
    operator = {(True, True): "B", (True, False): "f", (False, True): "S", (False, False): "n"}
    return " ".join([*parts, path, operator[fill is not None, stroke is not None]])


def _label(shape: Label, canvas: Canvas, box: FigureBox) -> str:
    """Return a label's text; its own matrix turns the y axis, which points downwards here, up again."""
    parts = box.faces.split(shape.text, bold=shape.bold, italic=False, lang=box.lang)
    width = sum(face.measure(text) for face, text in parts) * shape.size
    x = shape.x - {"start": 0.0, "middle": width / 2, "end": width}[shape.anchor]
    shown = " ".join(canvas.shown(face, shape.size, text) for face, text in parts)
    return f"{operands(shape.colour)} rg BT 1 0 0 -1 {x:.2f} {shape.y:.2f} Tm {shown} ET"
