"""A drawing as SVG 1.1 with real text; the same drawing gives the same bytes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import escape
from typing import assert_never

from egci_reports.engine.language.characters import CHINESE_RUN
from egci_reports.engine.theme.model import Theme
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


def svg(drawing: Drawing, theme: Theme) -> str:
    """Return the drawing as an SVG document in points, for a host that carries the alt text.

    Latin text names the Word font and the metric-compatible one of the PDF; Chinese text likewise.
    """
    width, height = _number(drawing.width), _number(drawing.height)
    latin = f"{theme.fonts.latin_word}, {theme.fonts.latin_pdf}, sans-serif"
    chinese = f"{theme.fonts.chinese_hk_word}, {_family(theme.fonts.chinese_hk_pdf)}, sans-serif"
    opening = (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}pt" height="{height}pt" '
        f'viewBox="0 0 {width} {height}" font-family="{escape(latin)}">'
    )
    return "\n".join((opening, *(_element(shape, chinese) for shape in drawing.shapes), "</svg>", ""))


def _family(file: str) -> str:
    """Return a font's family name from its file name: words begin where a capital follows a small letter."""
    return re.sub(r"(?<=[a-z])(?=[A-Z])", " ", file)


def _element(shape: Shape, chinese: str) -> str:
    match shape:
        case Rect(x, y, width, height, fill, stroke):
            where = _attributes(x=x, y=y, width=width, height=height)
            return f"<rect{where}{_paint(fill, stroke)}/>"
        case StraightLine(x1, y1, x2, y2, stroke):
            return f"<line{_attributes(x1=x1, y1=y1, x2=x2, y2=y2)}{_paint(None, stroke)}/>"
        case Polyline(points, stroke):
            return f'<polyline points="{_points(points)}"{_paint(None, stroke)}/>'
        case Polygon(points, fill, stroke):
            return f'<polygon points="{_points(points)}"{_paint(fill, stroke)}/>'
        case Circle(x, y, radius, fill, stroke):
            return f"<circle{_attributes(cx=x, cy=y, r=radius)}{_paint(fill, stroke)}/>"
        case Label():
            return _text(shape, chinese)
        case _:
            assert_never(shape)


def _text(label: Label, chinese: str) -> str:
    anchor = "" if label.anchor == "start" else f' text-anchor="{label.anchor}"'
    weight = ' font-weight="bold"' if label.bold else ""
    where = _attributes(x=label.x, y=label.y) + f' font-size="{_number(label.size)}"'
    runs = "".join(_runs(label.text, chinese))
    return f'<text{where} fill="#{label.colour}"{weight}{anchor}>{runs}</text>'


def _runs(text: str, chinese: str) -> Iterator[str]:
    done = 0
    for run in CHINESE_RUN.finditer(text):
        yield _escaped(text[done : run.start()])
        yield f'<tspan font-family="{escape(chinese)}">{_escaped(run.group())}</tspan>'
        done = run.end()
    yield _escaped(text[done:])


def _escaped(text: str) -> str:
    return escape(text, quote=False)


def _paint(fill: str | None, stroke: Stroke | None) -> str:
    paint = f' fill="#{fill}"' if fill else ' fill="none"'
    if stroke is not None:
        paint += f' stroke="#{stroke.colour}" stroke-width="{_number(stroke.width)}"'
        if stroke.dash:
            paint += f' stroke-dasharray="{" ".join(_number(part) for part in stroke.dash)}"'
    return paint


def _attributes(**values: float) -> str:
    return "".join(f' {name}="{_number(value)}"' for name, value in values.items())


def _points(points: tuple[Point, ...]) -> str:
    return " ".join(f"{_number(x)},{_number(y)}" for x, y in points)


def _number(value: float) -> str:
    """Return a length with at most two decimals, never a negative nought."""
    text = f"{value:.2f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text
