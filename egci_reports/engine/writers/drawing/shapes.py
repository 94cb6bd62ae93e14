"""The shapes a chart is drawn with: points, RRGGBB, the origin TOP LEFT and y growing downwards."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

Anchor = Literal["start", "middle", "end"]
Point = tuple[float, float]
Measure = Callable[[str, float, bool], float]
"""Width in points of a text at a size, bold or not."""


@dataclass(frozen=True, slots=True)
class Stroke:
    """A drawn line: its colour, thickness, and lengths of dashes and gaps in turn (none: unbroken)."""

    colour: str
    width: float = 0.5
    dash: tuple[float, ...] = ()


@dataclass(frozen=True, slots=True)
class Rect:
    """A rectangle whose top left corner is at x, y."""

    x: float
    y: float
    width: float
    height: float
    fill: str | None = None
    stroke: Stroke | None = None


@dataclass(frozen=True, slots=True)
class StraightLine:
    """A straight line between two points."""

    x1: float
    y1: float
    x2: float
    y2: float
    stroke: Stroke


@dataclass(frozen=True, slots=True)
class Polyline:
    """Lines from point to point, left open."""

    points: tuple[Point, ...]
    stroke: Stroke


@dataclass(frozen=True, slots=True)
class Polygon:
    """A closed area with straight sides."""

    points: tuple[Point, ...]
    fill: str | None = None
    stroke: Stroke | None = None


@dataclass(frozen=True, slots=True)
class Circle:
    """A circle round the point x, y."""

    x: float
    y: float
    radius: float
    fill: str | None = None
    stroke: Stroke | None = None


@dataclass(frozen=True, slots=True)
class Label:
    """One line of text: y is its baseline, x its start, middle or end as `anchor` says."""

    text: str
    x: float
    y: float
    size: float
    colour: str
    bold: bool = False
    anchor: Anchor = "start"


Shape = Rect | StraightLine | Polyline | Polygon | Circle | Label


@dataclass(frozen=True, slots=True)
class Drawing:
    """A chart as shapes, painted in their order; nothing lies outside width and height."""

    width: float
    height: float
    shapes: tuple[Shape, ...]
