"""Loads the tables of a large TrueType face at once, where ReportLab reads them number by number."""

from __future__ import annotations

import struct

from reportlab.pdfbase.ttfonts import TTFontFace

_UNICODE_FULL = (3, 10)
"""Platform and encoding of a map from all of Unicode (OpenType 1.9.1, "cmap")."""
_GROUPS = 12
"""The format of such a map: groups of characters that follow one another."""


class Typeface(TTFontFace):  # type: ignore[misc] # ReportLab ships no types
    """A face of ReportLab, with the same characters, widths and outlines, in a fifth of the time."""

    def extractInfo(self, charInfo: int = 1) -> None:  # noqa: N802, N803 - ReportLab's names
        """Read the tables; a face without a map of groups, which is a small one, is left to ReportLab."""
        groups = self._groups() if charInfo else None
        if groups is None:
            super().extractInfo(charInfo)
            return
        super().extractInfo(0)
        glyphs: dict[int, int] = {}
        for first, last, glyph in struct.iter_unpack(">III", groups):
            glyphs.update(zip(range(first, last + 1), range(glyph, glyph + last - first + 1), strict=True))
        self._read_metrics(glyphs)
        self._read_places()

    def _groups(self) -> bytes | None:
        """Return the groups of the map from all of Unicode, None if the face has none."""
        table = self.get_table("cmap")
        (count,) = struct.unpack_from(">H", table, 2)
        for index in range(count):
            platform, encoding, offset = struct.unpack_from(">HHI", table, 4 + 8 * index)
            if (platform, encoding) == _UNICODE_FULL:
                form, _, _, _, number = struct.unpack_from(">HHIII", table, offset)
                return table[offset + 16 : offset + 16 + 12 * number] if form == _GROUPS else None
        return None

    def _read_metrics(self, glyphs: dict[int, int]) -> None:
        """Fill the width of each glyph and character; the last width holds for the glyphs that follow."""
        (number,) = struct.unpack_from(">H", self.get_table("hhea"), 34)
        table = self.get_table("hmtx")
        pairs = struct.unpack_from(f">{2 * number}H", table)
        more = struct.unpack_from(f">{self.numGlyphs - number}H", table, 4 * number)
        self.hmetrics = [*zip(pairs[::2], pairs[1::2], strict=True), *((pairs[-2], side) for side in more)]
        widths = [1000 / self.unitsPerEm * width for width, _ in self.hmetrics]
        self.defaultWidth = widths[0]
        if 0x20 in glyphs:
            glyphs[0xA0] = glyphs[0x20]
        self.charToGlyph = glyphs
        self.charWidths = dict(zip(glyphs, map(widths.__getitem__, glyphs.values()), strict=True))

    def _read_places(self) -> None:
        """Fill where the outline of each glyph begins."""
        (is_long,) = struct.unpack_from(">h", self.get_table("head"), 50)
        table, number = self.get_table("loca"), self.numGlyphs + 1
        if is_long:
            self.glyphPos = list(struct.unpack_from(f">{number}I", table))
        else:
            self.glyphPos = [2 * half for half in struct.unpack_from(f">{number}H", table)]
