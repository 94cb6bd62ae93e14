"""Boxes of shapes, by which the tests see what lies where."""

from __future__ import annotations

from itertools import combinations
from typing import NamedTuple, assert_never

from egci_reports.engine.writers.drawing.shapes import (
    Circle,
    Drawing,
    Label,
    Measure,
    Polygon,
    Polyline,
    Rect,
    Shape,
    StraightLine,
)


class Box(NamedTuple):
    left: float
    top: float
    right: float
    bottom: float

    def meets(self, other: Box) -> bool:
        across = min(self.right, other.right) - max(self.left, other.left)
        along = min(self.bottom, other.bottom) - max(self.top, other.top)
        return across > 0.01 and along > 0.01

    def within(self, other: Box) -> bool:
        return (
            self.left >= other.left - 0.01
            and self.top >= other.top - 0.01
            and self.right <= other.right + 0.01
            and self.bottom <= other.bottom + 0.01
        )


def box(shape: Shape, measure: Measure) -> Box:
    match shape:
        case Rect(x, y, width, height, _, stroke):
            half = stroke.width / 2 if stroke else 0.0
            return Box(x - half, y - half, x + width + half, y + height + half)
        case StraightLine(x1, y1, x2, y2):
            return Box(min(x1, x2), min(y1, y2), max(x1, x2), max(y1, y2))
        case Polyline(points) | Polygon(points):
            xs, ys = zip(*points, strict=True)
            return Box(min(xs), min(ys), max(xs), max(ys))
        case Circle(x, y, radius):
            return Box(x - radius, y - radius, x + radius, y + radius)
        case Label(text, x, y, size, _, bold, anchor):
            width = measure(text, size, bold)
            left = x - {"start": 0.0, "middle": 0.5, "end": 1.0}[anchor] * width
            return Box(left, y - 0.8 * size, left + width, y + 0.22 * size)
        case _:
            assert_never(shape)


def labels(drawing: Drawing) -> list[Label]:
    return [shape for shape in drawing.shapes if isinstance(shape, Label)]


def words(drawing: Drawing) -> str:
    return " ".join(label.text for label in labels(drawing))


def outside(drawing: Drawing, measure: Measure) -> list[Shape]:
    sheet = Box(0.0, 0.0, drawing.width, drawing.height)
    return [shape for shape in drawing.shapes if not box(shape, measure).within(sheet)]


def overlaps(drawing: Drawing, measure: Measure) -> list[tuple[Label, Label]]:
    return [
        pair
        for pair in combinations(labels(drawing), 2)
        if box(pair[0], measure).meets(box(pair[1], measure))
    ]
