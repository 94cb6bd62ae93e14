"""Points, as themes count, in the units that Word's XML counts in."""

from __future__ import annotations


def twips(points: float) -> int:
    """Twentieths of a point: indents, spaces, widths."""
    return round(points * 20)


def half_points(points: float) -> int:
    """Half points: sizes of type."""
    return round(points * 2)


def eighths(points: float) -> int:
    """Eighths of a point: thickness of borders."""
    return round(points * 8)


def emu(points: float) -> int:
    """English metric units, 12,700 to the point: pictures."""
    return round(points * 12700)
