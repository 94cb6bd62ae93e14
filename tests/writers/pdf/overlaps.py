"""Finds text that stands in the way of other text."""

from __future__ import annotations

from itertools import pairwise

from tests.readers.pdf_pages import Glyph, Page


def overlaps(page: Page) -> list[tuple[Glyph, Glyph]]:
    """Return pairs of glyphs of the text that stand in each other's way."""
    lines: dict[float, list[Glyph]] = {}
    for glyph in page.glyphs:
        if glyph.text.strip() and glyph.artifact != "Watermark":
            lines.setdefault(round(glyph.baseline, 1), []).append(glyph)
    wrong = [pair for line in lines.values() for pair in _side_by_side(line)]
    for low, high in pairwise(sorted(lines)):
        size = min(max(glyph.size for glyph in lines[low]), *(glyph.size for glyph in lines[high]))
        if high - low < 0.6 * size:
            wrong += _side_by_side([*lines[low], *lines[high]])
    return wrong


def _side_by_side(glyphs: list[Glyph]) -> list[tuple[Glyph, Glyph]]:
    ordered = sorted(glyphs, key=lambda glyph: glyph.box.left)
    return [(a, b) for a, b in pairwise(ordered) if a.box.right > b.box.left + 0.05]
