"""Cuts a TrueType face down to the characters that a file shows, by ReportLab (ISO 32000-1, 9.9)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from mmap import mmap

from reportlab.pdfbase.ttfonts import TTFontFile

from egci_reports.engine.theme.typeface import Typeface


def subset(face: Typeface, characters: Sequence[int]) -> bytes:
    """Return a face with the glyphs of some characters; the code of each is its place among them."""
    return bytes(_Source(face, characters).makeSubset(characters))


class _Source(TTFontFile):  # type: ignore[misc] # ReportLab ships no types
    """ReportLab's face on ours: what it would read for 20,000 glyphs is looked up for those it asks for."""

    def __init__(self, face: Typeface, characters: Sequence[int]) -> None:
        self._face = face
        super().__init__(self, charInfo=0)
        self.charToGlyph = {character: face.characters.glyph(character) for character in characters}
        self.hmetrics = _LookedUp(face.metrics)
        self.glyphPos = _LookedUp(face.place)

    def read(self) -> mmap:
        """Return the file, as ReportLab reads it: mapped, so that nothing is copied."""
        return self._face.file

    def get_table(self, tag: str) -> object:
        """Return a table; the outlines, which are most of the file, a slice at a time."""
        if tag != "glyf":
            return super().get_table(tag)
        return _LookedUp(lambda places: self._face.outlines(places.start, places.stop))


@dataclass(frozen=True, slots=True)
class _LookedUp:
    """What ReportLab takes for a list or a text."""

    look_up: Callable[..., object]

    def __getitem__(self, place: int | slice) -> object:
        return self.look_up(place)
