"""Draws words as the outlines of their characters, so that no program takes them for text.

A TrueType outline is a list of contours, each a ring of points on and off its curve (OpenType 1.9.1, "glyf").
"""

from __future__ import annotations

import struct
from collections.abc import Iterator
from functools import lru_cache
from itertools import chain
from typing import NamedTuple

from egci_reports.engine.writers.pdf.faces import Face, face

_ON_CURVE, _SHORT_X, _SHORT_Y, _REPEAT, _SAME_X, _SAME_Y = 0x01, 0x02, 0x04, 0x08, 0x10, 0x20
"""Flags of a point."""
_WORDS, _OFFSETS, _SCALE, _MORE, _TWO_SCALES, _MATRIX = 0x0001, 0x0002, 0x0008, 0x0020, 0x0040, 0x0080
"""Flags of a part of a character that is made of others."""
_DEEPEST = 5
"""Parts within parts that are followed."""


class _Point(NamedTuple):
    x: float
    y: float
    on: bool

    def towards(self, other: _Point, share: float) -> _Point:
        return _Point(self.x + (other.x - self.x) * share, self.y + (other.y - self.y) * share, on=True)


_Contour = list[_Point]


@lru_cache(maxsize=16)
def outline(face_name: str, text: str) -> str:
    """Return a path of a text in a face, in thousandths of its size, that begins at 0, 0; `f` fills it."""
    font = face(face_name)
    x, paths = 0.0, list[str]()
    for character in text:
        for contour in _contours(font, font.glyphs.glyph(ord(character))):
            moved = [_Point(x + 1000 * px, 1000 * py, on) for px, py, on in contour]
            paths.append(_path(moved))
        x += 1000 * font.measure(character)
    return "\n".join(paths)


def _contours(font: Face, glyph: int, depth: int = 0) -> Iterator[_Contour]:
    """Yield the contours of a glyph, in sizes."""
    data = font.font.outline(glyph)
    if not data or depth > _DEEPEST:
        return
    (count,) = struct.unpack_from(">h", data)
    if count < 0:
        yield from _composed(font, data, depth)
    else:
        yield from _simple(data, count, 1 / font.font.units)


def _composed(font: Face, data: bytes, depth: int) -> Iterator[_Contour]:
    """Yield the contours of a glyph made of others: an accented letter."""
    at, flags = 10, _MORE
    while flags & _MORE:
        flags, glyph = struct.unpack_from(">HH", data, at)
        dx, dy = struct.unpack_from(">hh" if flags & _WORDS else ">bb", data, at + 4)
        at += 8 if flags & _WORDS else 6
        count = 1 if flags & _SCALE else 2 if flags & _TWO_SCALES else 4 if flags & _MATRIX else 0
        scales = [value / 16384 for value in struct.unpack_from(f">{count}h", data, at)]
        at += 2 * count
        a, b, c, d = {0: (1.0, 0.0, 0.0, 1.0), 4: tuple(scales)}.get(
            count, (scales[0] if scales else 1.0, 0.0, 0.0, scales[-1] if scales else 1.0)
        )
        units = font.font.units if flags & _OFFSETS else float("inf")
        for contour in _contours(font, glyph, depth + 1):
            yield [_Point(a * x + c * y + dx / units, b * x + d * y + dy / units, on) for x, y, on in contour]


def _simple(data: bytes, count: int, scale: float) -> Iterator[_Contour]:
    """Yield the contours of a glyph that is made of nothing else."""
    ends = struct.unpack_from(f">{count}H", data, 10)
    (instructions,) = struct.unpack_from(">H", data, 10 + 2 * count)
    total = ends[-1] + 1 if ends else 0
    at, flags = 12 + 2 * count + instructions, list[int]()
    while len(flags) < total:
        flag, at = data[at], at + 1
        repeated = 0
        if flag & _REPEAT:
            repeated, at = data[at], at + 1
        flags += [flag] * (1 + repeated)
    xs, at = _coordinates(data, at, flags, _SHORT_X, _SAME_X)
    ys, _ = _coordinates(data, at, flags, _SHORT_Y, _SAME_Y)
    points = [
        _Point(x * scale, y * scale, bool(flag & _ON_CURVE)) for x, y, flag in zip(xs, ys, flags, strict=True)
    ]
    for start, end in zip((0, *(end + 1 for end in ends)), ends, strict=False):
        yield points[start : end + 1]


def _coordinates(data: bytes, at: int, flags: list[int], short: int, same: int) -> tuple[list[int], int]:
    """Return the coordinates along one axis and where they end; each is told as a step from the last."""
    found, value = list[int](), 0
    for flag in flags:
        if flag & short:
            value += data[at] if flag & same else -data[at]
            at += 1
        elif not flag & same:
            value += struct.unpack_from(">h", data, at)[0]
            at += 2
        found.append(value)
    return found, at


def _path(contour: _Contour) -> str:
    """Return a closed path: between two points off the curve stands one on it, halfway."""
    ring = list(chain.from_iterable(_with_middle(a, b) for a, b in zip(contour, _next(contour), strict=True)))
    first = next(index for index, point in enumerate(ring) if point.on)
    ring = [*ring[first:], *ring[: first + 1]]
    parts, here, index = [f"{_at(ring[0])} m"], ring[0], 1
    while index < len(ring):
        point = ring[index]
        if point.on:
            parts.append(f"{_at(point)} l")
        else:
            index += 1
            end = ring[index]
            parts.append(f"{_at(here.towards(point, 2 / 3))} {_at(end.towards(point, 2 / 3))} {_at(end)} c")
            point = end
        here, index = point, index + 1
    return " ".join([*parts, "h"])


def _next(contour: _Contour) -> _Contour:
    return [*contour[1:], contour[0]]


def _with_middle(point: _Point, following: _Point) -> tuple[_Point, ...]:
    return (point,) if point.on or following.on else (point, point.towards(following, 0.5))


def _at(point: _Point) -> str:
    return f"{point.x:.0f} {point.y:.0f}"
