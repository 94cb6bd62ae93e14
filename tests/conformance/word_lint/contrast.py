"""Contrast of text with its ground (WCAG 2.2, 1.4.3), through styles, cells and table styles; small type."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from tests.conformance.word_lint.file import Element, Finding, W, WordFile, find, on, text_of, val

_LARGE = 18.0
_LARGE_BOLD = 14.0
_SMALLEST = 7.0
_PAPER, _INK = "FFFFFF", "000000"


@dataclass(frozen=True, slots=True)
class _Look:
    ink: str
    ground: str
    size: float
    bold: bool

    @property
    def needed(self) -> float:
        return 3.0 if self.size >= _LARGE or (self.bold and self.size >= _LARGE_BOLD) else 4.5


def contrast(file: WordFile) -> Iterator[Finding]:
    """Text is dark enough, or large and dark enough, on what is behind it; nothing is too small to read."""
    seen: set[_Look] = set()
    for name, root in file.word_parts.items():
        for paragraph in root.iter(f"{W}p"):
            style, ground = file.style_of(paragraph), _ground(file, paragraph)
            for run in find(paragraph, ".//w:r[.//w:t]"):
                look = _look(file, style, ground, run)
                if look in seen or not text_of(run).strip():
                    continue
                seen.add(look)
                ratio = _ratio(look.ink, look.ground)
                if ratio < look.needed:
                    what = f"{look.ink} on {look.ground} has a contrast of {ratio:.1f}, needs {look.needed}"
                    yield Finding("contrast", f"{name}: {text_of(run)[:30]}", what)
                if look.size < _SMALLEST:
                    yield Finding("small", f"{name}: {text_of(run)[:30]}", f"type of {look.size:g} points")


def _look(file: WordFile, style: str, ground: str, run: Element) -> _Look:
    ink = val(_said(file, style, run, "color"))
    size = val(_said(file, style, run, "sz")) or "20"
    return _Look(
        ink if ink not in ("", "auto") else _INK,
        ground,
        int(size) / 2,
        on(_said(file, style, run, "b")),
    )


def _said(file: WordFile, style: str, run: Element, name: str) -> Element | None:
    """Return what holds for a run: itself, its style, its paragraph's style, the defaults."""
    path = f"{W}rPr/{W}{name}"
    found = run.find(path)
    if found is None:
        found = file.styles.said(val(run.find(f"{W}rPr/{W}rStyle")), path)
    if found is None:
        found = file.styles.said(style, path)
    if found is None and file.styles.defaults is not None:
        found = file.styles.defaults.find(f"{W}rPrDefault/{path}")
    return found


def _ground(file: WordFile, paragraph: Element) -> str:
    """Return the colour behind a paragraph: its own, its style's, its cell's, its table style's."""
    own = paragraph.find(f"{W}pPr/{W}shd")
    if own is None:
        own = file.styles.said(file.style_of(paragraph), f"{W}pPr/{W}shd")
    cell = paragraph.getparent()
    if own is None and cell is not None and cell.tag == f"{W}tc":
        own = cell.find(f"{W}tcPr/{W}shd")
        own = _of_table_style(file, cell) if own is None else own
    fill = _PAPER if own is None else own.get(f"{W}fill", "auto")
    return _PAPER if fill == "auto" else fill


def _of_table_style(file: WordFile, cell: Element) -> Element | None:
    """Return the ground of the first row, if the cell stands in it."""
    row = cell.getparent()
    table = None if row is None else row.getparent()
    if row is None or table is None or table.find(f"{W}tr") is not row:
        return None
    style_id = val(table.find(f"{W}tblPr/{W}tblStyle"))
    return file.styles.said(style_id, f"{W}tblStylePr[@{W}type='firstRow']/{W}tcPr/{W}shd")


def _ratio(one: str, other: str) -> float:
    darker, lighter = sorted((_luminance(one), _luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    if len(colour) != 6 or not all(digit in "0123456789abcdefABCDEF" for digit in colour):
        return 0.5
    parts = (int(colour[place : place + 2], 16) / 255 for place in (0, 2, 4))
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


RULES = (contrast,)
