"""A TrueType face as it lies on the disk: what is asked for is read, a glyph of 20,000 at a time."""

from __future__ import annotations

import mmap
import struct
from functools import cached_property
from pathlib import Path

from egci_reports.engine.theme.character_map import CharacterMap

_STEM_BASE, _STEM_DIVISOR = 50, 65.0
"""How the width of a stem is guessed from the weight of a face, which no table tells."""


class Typeface:
    """One face: its characters, widths, outlines and measures (OpenType 1.9.1), in thousandths of its size.

    The file is mapped into memory, not read: of the 10 MB of a Chinese face some kilobytes are looked at.
    """

    def __init__(self, path: Path) -> None:
        with path.open("rb") as file:
            self.file = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
            """The whole file, for who cannot do with less."""
        (count,) = struct.unpack_from(">4xH", self.file)
        directory = struct.iter_unpack(">4s4xII", self.file[12 : 12 + 16 * count])
        self._tables = {tag.decode("ascii"): (at, size) for tag, at, size in directory}
        (self.units,) = self._read("head", 18, ">H")
        (self._is_long,) = self._read("head", 50, ">h")
        (self._pairs,) = self._read("hhea", 34, ">H")

    def table(self, tag: str) -> bytes:
        """Return a table, nothing if the face has none of this name."""
        at, size = self._tables.get(tag, (0, 0))
        return self.file[at : at + size]

    def _read(self, tag: str, offset: int, form: str) -> tuple[int, ...]:
        return struct.unpack_from(form, self.file, self._tables[tag][0] + offset)

    @cached_property
    def characters(self) -> CharacterMap:
        """The glyphs of the characters."""
        return CharacterMap(self.table("cmap"))

    def width(self, character: int) -> float:
        """Return the width of a character; that of glyph 0 if the face lacks it."""
        return self._scaled(self.metrics(self.characters.glyph(character))[0])

    def metrics(self, glyph: int) -> tuple[int, int]:
        """Return the width and the left bearing of a glyph; the last width holds for those that follow."""
        width, bearing = self._read("hmtx", 4 * min(glyph, self._pairs - 1), ">HH")
        if glyph >= self._pairs:
            (bearing,) = self._read("hmtx", 4 * self._pairs + 2 * (glyph - self._pairs), ">H")
        return width, bearing

    def place(self, glyph: int) -> int:
        """Return where the outline of a glyph begins among the outlines; it ends where the next begins."""
        if self._is_long:
            return self._read("loca", 4 * glyph, ">I")[0]
        return 2 * self._read("loca", 2 * glyph, ">H")[0]

    def outline(self, glyph: int) -> bytes:
        """Return the outline of a glyph, nothing for one without ink."""
        return self.outlines(self.place(glyph), self.place(glyph + 1))

    def outlines(self, begin: int, end: int) -> bytes:
        """Return what stands between two places among the outlines."""
        at = self._tables["glyf"][0]
        return self.file[at + begin : at + end]

    @property
    def box(self) -> tuple[float, ...]:
        """Left, bottom, right and top of all glyphs."""
        return tuple(map(self._scaled, self._read("head", 36, ">4h")))

    @property
    def ascent(self) -> float:
        """How far letters rise."""
        return self._scaled(self._read("OS/2", 68, ">h")[0])

    @property
    def descent(self) -> float:
        """How far letters go down, below nought."""
        return self._scaled(self._read("OS/2", 70, ">h")[0])

    @property
    def cap_height(self) -> float:
        """How high capitals are."""
        return self._scaled(self._read("OS/2", 88, ">h")[0])

    @property
    def stem(self) -> float:
        """How wide an upright stem is, guessed from the weight."""
        return _STEM_BASE + int((self._read("OS/2", 4, ">H")[0] / _STEM_DIVISOR) ** 2)

    @property
    def slant(self) -> float:
        """The angle of slanted letters, in degrees against the clock."""
        whole, part = self._read("post", 4, ">hH")
        return whole + part / 65536

    def _scaled(self, length: float) -> float:
        return length * (1000 / self.units)
