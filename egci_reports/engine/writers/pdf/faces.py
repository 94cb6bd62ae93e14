"""The typefaces of a PDF: loaded on first use, chosen character by character, measured and remembered."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache, lru_cache

from egci_reports.engine.language.characters import is_chinese, is_chinese_tag, is_simplified_tag
from egci_reports.engine.theme.coverage import can_be_set, typeface
from egci_reports.engine.theme.model import Fonts
from egci_reports.engine.theme.typeface import Typeface

_IN_CHINESE = frozenset("“”‘’…—·")
"""Signs that Latin and Chinese share, and that take the Chinese face where the run is Chinese."""


class Face:
    """One typeface: which characters it has and how wide they are."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.font = typeface(name)
        self.glyphs = self.font.characters
        self._widths = _FaceWidths(self.font)
        self.measure = lru_cache(maxsize=1 << 16)(self._measure)

    def has(self, character: str) -> bool:
        """Whether the face can show a character."""
        return ord(character) in self.glyphs and can_be_set(character)

    def _measure(self, text: str) -> float:
        """Return the width of a text at a size of one point."""
        widths = self._widths
        return sum([widths[character] for character in text]) / 1000


class _FaceWidths(dict[str, float]):
    """The widths of the characters asked for so far."""

    def __init__(self, font: Typeface) -> None:
        super().__init__()
        self._font = font

    def __missing__(self, character: str) -> float:
        self[character] = width = self._font.width(ord(character))
        return width


@cache
def face(name: str) -> Face:
    """Return a typeface by the name of its file."""
    return Face(name)


class FaceChoice:
    """Chooses faces for text: the Latin family first, then the Chinese face that the language asks for.

    There is no bold Simplified Chinese face and no slanted Chinese one: the regular stands in, since an
    artificial slant or weight harms the strokes.
    """

    def __init__(self, fonts: Fonts) -> None:
        self._fonts = fonts
        self._pick = lru_cache(maxsize=1 << 14)(self._find)

    def latin(self, *, bold: bool, italic: bool) -> Face:
        """Return the Latin face of a weight and slope."""
        style = ("Bold" if bold else "") + ("Italic" if italic else "")
        return face(f"{self._fonts.latin_pdf}-{style or 'Regular'}")

    def _chain(self, *, bold: bool, italic: bool, lang: str, chinese_first: bool) -> Iterator[Face]:
        hong_kong = f"{self._fonts.chinese_hk_pdf}-{'Bold' if bold else 'Regular'}"
        mainland = f"{self._fonts.chinese_cn_pdf}-Regular"
        names = (mainland, hong_kong) if is_simplified_tag(lang) else (hong_kong, mainland)
        if not chinese_first:
            yield self.latin(bold=bold, italic=italic)
        for name in names:
            yield face(name)
        if chinese_first:
            yield self.latin(bold=bold, italic=italic)

    def _find(self, character: str, bold: bool, italic: bool, lang: str) -> Face | None:  # noqa: FBT001
        first = is_chinese(character) or (character in _IN_CHINESE and is_chinese_tag(lang))
        for candidate in self._chain(bold=bold, italic=italic, lang=lang, chinese_first=first):
            if candidate.has(character):
                return candidate
        return None

    def split(self, text: str, *, bold: bool, italic: bool, lang: str) -> list[tuple[Face, str]]:
        """Cut a text into stretches of one face each.

        A character that no face has keeps the Latin face; `missing` finds it before anything is written.
        """
        latin = self.latin(bold=bold, italic=italic)
        if text.isascii():
            return [(latin, text)]
        parts: list[tuple[Face, str]] = []
        for character in text:
            chosen = self._pick(character, bold, italic, lang) or latin
            if parts and parts[-1][0] is chosen:
                parts[-1] = (chosen, parts[-1][1] + character)
            else:
                parts.append((chosen, character))
        return parts

    def missing(self, text: str, lang: str) -> list[str]:
        """Return the characters of a text that no face can show, each once, in order."""
        if text.isascii() and text.isprintable():
            return []
        return [c for c in dict.fromkeys(text) if self._pick(c, False, False, lang) is None]  # noqa: FBT003

    def width(
        self, text: str, size: float, *, bold: bool = False, italic: bool = False, lang: str = ""
    ) -> float:
        """Return the width of a text, in points."""
        return sum(
            chosen.measure(part) * size
            for chosen, part in self.split(text, bold=bold, italic=italic, lang=lang)
        )
