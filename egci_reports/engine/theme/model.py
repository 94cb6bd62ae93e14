"""What a theme holds. Lengths are points unless said otherwise, colours are RRGGBB without a sign."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, NewType

MM = 72 / 25.4
"""Points in a millimetre."""

Align = Literal["left", "right", "centre"]
Colour = NewType("Colour", str)


@dataclass(frozen=True, slots=True)
class TextStyle:
    """How a paragraph looks. `leading` is exact in both formats, so that their lines break pages alike."""

    size: float
    leading: float
    before: float = 0.0
    after: float = 0.0
    indent: float = 0.0
    bold: bool = False
    italic: bool = False
    colour: str = "ink"
    align: Align = "left"
    keep_with_next: bool = False
    keep_lines: bool = False


@dataclass(frozen=True, slots=True)
class Page:
    """The page and its margins, in millimetres; `header` and `footer` run from the page's edge."""

    width: float
    height: float
    top: float
    bottom: float
    left: float
    right: float
    header: float
    footer: float

    def text_size(self, *, landscape: bool) -> tuple[float, float]:
        """Return width and height between the margins, in points.

        Word counts in twentieths of a point: the PDF must lose as much by rounding, or its lines break
        elsewhere. The margins stay with the reader, not with the sheet.
        """
        width, height = (self.height, self.width) if landscape else (self.width, self.height)
        across = _twentieths(width) - _twentieths(self.left) - _twentieths(self.right)
        down = _twentieths(height) - _twentieths(self.top) - _twentieths(self.bottom)
        return across / 20, down / 20


def _twentieths(millimetres: float) -> int:
    return round(millimetres * MM * 20)


@dataclass(frozen=True, slots=True)
class Fonts:
    """Font families: those named in Word files and those embedded in PDFs (file names without face)."""

    latin_word: str
    latin_pdf: str
    chinese_hk_word: str
    chinese_cn_word: str
    chinese_hk_pdf: str
    chinese_cn_pdf: str


@dataclass(frozen=True, slots=True)
class Palette:
    """Colours of figures."""

    series: tuple[Colour, ...]
    full: Colour
    light: Colour
    open: Colour
    hatched: Colour
    highlight: Colour
    grid: Colour


@dataclass(frozen=True, slots=True)
class TableLook:
    """Cell margins, the thickness of rules and the space after a table."""

    cell_left: float
    cell_right: float
    cell_top: float
    cell_bottom: float
    rule: float
    after: float


@dataclass(frozen=True, slots=True)
class FigureLook:
    """Height of a figure, and of one row where the figure's height follows its rows."""

    height: float
    row: float


@dataclass(frozen=True, slots=True)
class ListLook:
    """Indents of lists in the text, of list levels, of numbered paragraphs and headings, and of facts."""

    inset: float
    indent: float
    number_indent: float
    heading_indent: float
    field_indent: float

    def left(self, level: int) -> float:
        """Return where the text of a list in the running text begins; `level` counts from 0."""
        return self.inset + self.indent * (level + 1)


@dataclass(frozen=True, slots=True)
class CalloutLook:
    """The bar at the left of a callout, what its ground leaves around the text, and the space outside it."""

    edge: float
    inset: float
    above: float
    below: float
    before: float
    after: float


@dataclass(frozen=True, slots=True)
class TitleLook:
    """How far down a cover the title block begins, below the top margin."""

    cover_top: float


@dataclass(frozen=True, slots=True)
class Theme:
    """One look for all papers. `colours` by name; `styles` by name, all of `names.STYLES`."""

    page: Page
    fonts: Fonts
    colours: Mapping[str, str]
    palette: Palette
    table: TableLook
    figure: FigureLook
    lists: ListLook
    callout: CalloutLook
    title: TitleLook
    styles: Mapping[str, TextStyle]

    def colour(self, name: str) -> str:
        """Return the RRGGBB value of a named colour."""
        return self.colours[name]

    def style(self, name: str) -> TextStyle:
        """Return a style by its name."""
        return self.styles[name]
