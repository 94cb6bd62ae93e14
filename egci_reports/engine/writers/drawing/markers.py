"""Markers of points: five shapes told apart without colour."""

from __future__ import annotations

from typing import assert_never

from egci_reports.engine.document.chart import MarkShape
from egci_reports.engine.writers.drawing.shapes import Circle, Polygon, Rect, Shape, Stroke

MARKERS: tuple[MarkShape, ...] = ("circle", "square", "diamond", "triangle", "ring")
"""The order in which series take their markers."""

RADIUS = 2.8
"""Of the markers of lines."""
AWAY = 1.0
"""Between the marker of a point and its value."""


def marker(shape: MarkShape, x: float, y: float, radius: float, colour: str, paper: str) -> Shape:
    """Return a marker round a point; all shapes look about as heavy as a circle of that radius."""
    edge = Stroke(paper, 0.75)
    match shape:
        case "circle":
            return Circle(x, y, radius, fill=colour, stroke=edge)
        case "square":
            half = radius * 0.9
            return Rect(x - half, y - half, 2 * half, 2 * half, fill=colour, stroke=edge)
        case "diamond":
            half = radius * 1.3
            points = ((x, y - half), (x + half, y), (x, y + half), (x - half, y))
            return Polygon(points, fill=colour, stroke=edge)
        case "triangle":
            half = radius * 1.2
            points3 = ((x, y - half), (x + half, y + half * 0.8), (x - half, y + half * 0.8))
            return Polygon(points3, fill=colour, stroke=edge)
        case "ring":
            return Circle(x, y, radius * 0.85, fill=paper, stroke=Stroke(colour, radius * 0.4))
        case _:
            assert_never(shape)
