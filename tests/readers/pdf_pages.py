"""Reads the pages of a finished PDF: every glyph with its text, its box, and the mark it stands in.

It knows the few operators that a plain text page needs and refuses all others, so that nothing is overlooked.
Boxes are points from the page's bottom left corner.
"""

from __future__ import annotations

import io
import re
from dataclasses import dataclass, field
from typing import Any, NamedTuple

import pikepdf

Matrix = tuple[float, float, float, float, float, float]
_LINE = re.compile(rb"<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>")
_BLOCK = re.compile(rb"beginbfchar(.*?)endbfchar", re.DOTALL)
_PAINTING = frozenset(("m", "l", "c", "h", "re", "f", "S", "B", "n", "w", "d", "rg", "RG", "ET", "W"))
"""Paths, clips, colours and ends of text: nothing to read."""


class Box(NamedTuple):
    """Left, bottom, right, top."""

    left: float
    bottom: float
    right: float
    top: float


@dataclass(frozen=True, slots=True)
class Glyph:
    """A painted glyph: what it reads as, where it stands, and whose it is.

    `mcid` is its marked content, None in an artifact; `artifact` the kind of artifact ("Header"), else None.
    """

    text: str
    box: Box
    baseline: float
    font: str
    size: float
    mcid: int | None
    artifact: str | None


@dataclass(frozen=True, slots=True)
class Page:
    """A page: its size, its glyphs in painting order, and how many marks there are (MCIDs from 0)."""

    width: float
    height: float
    glyphs: tuple[Glyph, ...]
    mcids: tuple[int, ...]
    untagged: tuple[str, ...]
    """Operators that painted outside of any mark."""

    def lines(self, artifact: str) -> tuple[str, ...]:
        """Return the lines of an artifact, from top to bottom, each from left to right."""
        found: dict[float, list[Glyph]] = {}
        for glyph in self.glyphs:
            if glyph.artifact == artifact:
                found.setdefault(round(glyph.baseline, 1), []).append(glyph)
        tops = sorted(found, reverse=True)
        return tuple(_line(sorted(found[top], key=lambda glyph: glyph.box.left)) for top in tops)


def _line(glyphs: list[Glyph]) -> str:
    """Return the text of glyphs from left to right; a wide gap between them is a tab."""
    text, end = "", glyphs[0].box.left
    for glyph in glyphs:
        text += ("\t" if glyph.box.left - end > glyph.size else "") + glyph.text
        end = glyph.box.right
    return text


def read_pages(pdf: bytes) -> tuple[Page, ...]:
    """Return the pages of a PDF."""
    fonts: dict[tuple[int, int], _Font] = {}
    with pikepdf.open(io.BytesIO(pdf)) as file:
        return tuple(_Reading(page, fonts).page() for page in file.pages)


@dataclass(frozen=True)
class _Font:
    """A simple font: what each code reads as, and how wide it is in thousandths."""

    name: str
    texts: dict[int, str]
    first: int
    widths: list[float]
    ascent: float
    descent: float

    @classmethod
    def of(cls, font: Any) -> _Font:
        assert font.Subtype == "/TrueType", font.Subtype
        codes: dict[int, str] = {}
        for block in _BLOCK.findall(font.ToUnicode.read_bytes()):
            for code, text in _LINE.findall(block):
                codes[int(code, 16)] = bytes.fromhex(text.decode()).decode("utf-16-be")
        about = font.FontDescriptor
        widths = [float(width) for width in font.Widths]
        ends = float(about.Ascent), float(about.Descent)
        return cls(str(about.FontName), codes, int(font.FirstChar), widths, *ends)


@dataclass
class _State:
    """The graphics state that matters to text."""

    matrix: Matrix = (1, 0, 0, 1, 0, 0)
    font: _Font | None = None
    size: float = 0.0


@dataclass
class _Reading:
    """Goes through the operators of one page."""

    source: Any
    fonts: dict[tuple[int, int], _Font]
    glyphs: list[Glyph] = field(default_factory=list)
    mcids: list[int] = field(default_factory=list)
    untagged: list[str] = field(default_factory=list)
    marks: list[tuple[int | None, str | None]] = field(default_factory=list)
    saved: list[_State] = field(default_factory=list)
    state: _State = field(default_factory=_State)
    at: Matrix = (1, 0, 0, 1, 0, 0)

    def page(self) -> Page:
        for operands, operator in pikepdf.parse_content_stream(self.source):
            self._do(str(operator), operands)
        assert not self.marks, "marked content is left open"
        _, _, width, height = (float(side) for side in self.source.MediaBox)
        return Page(width, height, tuple(self.glyphs), tuple(self.mcids), tuple(self.untagged))

    def _do(self, operator: str, operands: Any) -> None:
        match operator:
            case "q":
                self.saved.append(_State(self.state.matrix, self.state.font, self.state.size))
            case "Q":
                self.state = self.saved.pop()
            case "cm":
                self.state.matrix = _times(_matrix(operands), self.state.matrix)
            case "BDC":
                self._mark(str(operands[0]), operands[1])
            case "EMC":
                self.marks.pop()
            case "BT":
                self.at = (1, 0, 0, 1, 0, 0)
            case "Td":
                self.at = _times((1, 0, 0, 1, float(operands[0]), float(operands[1])), self.at)
            case "Tm":
                self.at = _matrix(operands)
            case "Tf":
                self.state.font, self.state.size = self._font(str(operands[0])), float(operands[1])
            case "Tj":
                self._show(bytes(operands[0]))
            case _:
                assert operator in _PAINTING, f"the reader does not know the operator {operator}"
                if not self.marks and operator in ("f", "S", "B"):
                    self.untagged.append(operator)

    def _mark(self, tag: str, properties: Any) -> None:
        assert not self.marks, "marked content stands inside marked content"
        if tag == "/Artifact":
            kind = properties.get("/Subtype", properties["/Type"])
            self.marks.append((None, str(kind)[1:]))
            return
        self.mcids.append(int(properties["/MCID"]))
        self.marks.append((self.mcids[-1], None))

    def _font(self, name: str) -> _Font:
        font = self.source.Resources.Font[name]
        if font.objgen not in self.fonts:
            self.fonts[font.objgen] = _Font.of(font)
        return self.fonts[font.objgen]

    def _show(self, codes: bytes) -> None:
        font, size = self.state.font, self.state.size
        assert font is not None, "text before any font"
        if not self.marks:
            self.untagged.append("Tj")
        mcid, artifact = self.marks[-1] if self.marks else (None, None)
        for code in codes:
            width = font.widths[code - font.first] * size / 1000
            low, high = font.descent * size / 1000, font.ascent * size / 1000
            matrix = _times(self.at, self.state.matrix)
            box = _box(matrix, width, low, high)
            self.glyphs.append(Glyph(font.texts[code], box, matrix[5], font.name, size, mcid, artifact))
            self.at = _times((1, 0, 0, 1, width, 0), self.at)


def _matrix(operands: Any) -> Matrix:
    a, b, c, d, e, f = (float(value) for value in operands)
    return a, b, c, d, e, f


def _times(one: Matrix, other: Matrix) -> Matrix:
    a, b, c, d, e, f = one
    p, q, r, s, t, u = other
    return (
        a * p + b * r, a * q + b * s, c * p + d * r, c * q + d * s, e * p + f * r + t, e * q + f * s + u,
    )  # fmt: skip


def _box(matrix: Matrix, width: float, low: float, high: float) -> Box:
    """Return the upright box around a glyph's own box, which may be turned."""
    a, b, c, d, e, f = matrix
    if a > 0 and d > 0 and b == c == 0:
        return Box(e, d * low + f, a * width + e, d * high + f)
    corners = [(0.0, low), (width, low), (0.0, high), (width, high)]
    across = [a * x + c * y + e for x, y in corners]
    up = [b * x + d * y + f for x, y in corners]
    return Box(min(across), min(up), max(across), max(up))


def texts_by_mark(page: Page) -> dict[int, str]:
    """Return the text of each mark of a page."""
    texts = dict.fromkeys(page.mcids, "")
    for glyph in page.glyphs:
        if glyph.mcid is not None:
            texts[glyph.mcid] += glyph.text
    return texts
