"""Which glyph of a TrueType face shows a character: its "cmap" (OpenType 1.9.1), looked up where it lies."""

from __future__ import annotations

import struct
from bisect import bisect_right
from collections.abc import Iterator

_ALL_OF_UNICODE, _BASIC_PLANE = (3, 10), (3, 1)
"""Platform and encoding of the maps that we read: of format 12, and of format 4."""
_SPACE, _NO_BREAK_SPACE = 0x20, 0xA0

Stretch = tuple[int, int, int]
"""First and last of characters that follow one another, and the glyph of the first."""


class CharacterMap:
    """The stretches of characters that a face has, in order."""

    def __init__(self, table: bytes) -> None:
        stretches = sorted(_stretches(table))
        self._firsts = [first for first, _, _ in stretches]
        self._lasts = [last for _, last, _ in stretches]
        self._glyphs = [glyph for _, _, glyph in stretches]

    def glyph(self, character: int) -> int:
        """Return the glyph of a character; 0 if the face has none. A space that holds looks like a space."""
        if character == _NO_BREAK_SPACE:
            character = _SPACE
        at = bisect_right(self._firsts, character) - 1
        if at < 0 or character > self._lasts[at]:
            return 0
        return self._glyphs[at] + character - self._firsts[at]

    def __contains__(self, character: int) -> bool:
        return self.glyph(character) != 0

    def __iter__(self) -> Iterator[int]:
        for first, last in zip(self._firsts, self._lasts, strict=True):
            yield from range(first, last + 1)


def _stretches(table: bytes) -> Iterator[Stretch]:
    (count,) = struct.unpack_from(">H", table, 2)
    maps = {
        (platform, code): at for platform, code, at in struct.iter_unpack(">HHI", table[4 : 4 + 8 * count])
    }
    if (at := maps.get(_ALL_OF_UNICODE)) is None:
        return _segments(table[maps[_BASIC_PLANE] :])
    (groups,) = struct.unpack_from(">I", table, at + 12)
    return struct.iter_unpack(">III", table[at + 16 : at + 16 + 12 * groups])


def _segments(table: bytes) -> Iterator[Stretch]:
    """Yield the stretches of a map of format 4; what it shows by the glyph 0 the face has not."""
    (count,) = struct.unpack_from(">6xH", table)
    count //= 2
    numbers = struct.unpack_from(f">{count}H2x{count}H{count}H{count}H", table, 14)
    lasts, firsts, steps, offsets = (numbers[at * count : (at + 1) * count] for at in range(4))
    for index in range(count):
        first, last, step, offset = firsts[index], lasts[index], steps[index], offsets[index]
        if offset:
            begin = 16 + 6 * count + 2 * index + offset
            glyphs = struct.unpack_from(f">{last - first + 1}H", table, begin)
            for character, glyph in enumerate(glyphs, first):
                if glyph:
                    yield character, character, (glyph + step) & 0xFFFF
        elif (glyph := (first + step) & 0xFFFF) != 0:
            yield first, last, glyph
