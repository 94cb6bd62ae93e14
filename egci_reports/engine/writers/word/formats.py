"""Paragraph and run properties in the order the schema fixes (ISO/IEC 29500-1, 17.3.1.26 and 17.3.2.28)."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from egci_reports.engine.theme.model import Align
from egci_reports.engine.writers.word.markup import NOTHING, Xml, join, switch, tag, val
from egci_reports.engine.writers.word.measures import eighths, half_points, twips

_JUSTIFICATION = {"left": "left", "right": "right", "centre": "center"}


@dataclass(frozen=True, slots=True)
class Tab:
    """A tab stop: its place in points, how text stands at it, and whether dots lead to it."""

    at: float
    align: str = "left"
    dots: bool = False


@dataclass(frozen=True, slots=True)
class Edge:
    """One side of a paragraph's border: thickness and distance from the text in points, and its colour."""

    width: float
    space: float
    colour: str


@dataclass(frozen=True, slots=True)
class ParagraphBox:
    """Border and ground of a paragraph; neighbours with equal ones share one box."""

    fill: str
    top: Edge | None = None
    left: Edge | None = None
    bottom: Edge | None = None
    right: Edge | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ParagraphFormat:
    """What w:pPr says; None is silence, so that the style (or the style's base) speaks. Lengths in points.

    `numbering` is the number instance and the level (0 to 8). `line` is the exact height of a line, `loose`
    lets lines grow with what stands in them. `outline` is the heading level less one.
    """

    style: str | None = None
    keep_next: bool | None = None
    keep_lines: bool | None = None
    page_break: bool | None = None
    numbering: tuple[int, int] | None = None
    box: ParagraphBox | None = None
    tabs: tuple[Tab, ...] = ()
    before: float | None = None
    after: float | None = None
    line: float | None = None
    loose: bool = False
    left: float | None = None
    right: float | None = None
    hanging: float | None = None
    align: Align | None = None
    outline: int | None = None
    section: Xml = NOTHING


@dataclass(frozen=True, slots=True, kw_only=True)
class RunFormat:
    """What w:rPr says; None is silence.

    `east_asian` is the face and `east_asian_lang` the language of Chinese characters. `theme_colour` names
    the colour of Word's own palette that stands for `colour` and wins over it.
    """

    style: str | None = None
    east_asian: str | None = None
    bold: bool | None = None
    italic: bool | None = None
    struck: bool | None = None
    unproofed: bool | None = None
    colour: str | None = None
    theme_colour: str | None = None
    size: float | None = None
    underlined: bool | None = None
    raised: bool | None = None
    lang: str | None = None
    east_asian_lang: str | None = None


UNSAID = ParagraphFormat()
PLAIN = RunFormat()


@lru_cache(maxsize=1024)
def paragraph_properties(f: ParagraphFormat) -> Xml:
    """Return w:pPr, or nothing where the format says nothing."""
    children = (
        val("w:pStyle", f.style) if f.style else NOTHING,
        switch("w:keepNext", f.keep_next),
        switch("w:keepLines", f.keep_lines),
        switch("w:pageBreakBefore", f.page_break),
        _numbering(f),
        _box(f.box),
        _tabs(f.tabs),
        _spacing(f),
        _indent(f),
        val("w:jc", _JUSTIFICATION[f.align]) if f.align else NOTHING,
        val("w:outlineLvl", f.outline) if f.outline is not None else NOTHING,
        f.section,
    )
    return _unless_empty("w:pPr", children)


@lru_cache(maxsize=1024)
def run_properties(f: RunFormat) -> Xml:
    """Return w:rPr, or nothing where the format says nothing."""
    children = (
        val("w:rStyle", f.style) if f.style else NOTHING,
        _fonts(f),
        switch("w:b", f.bold),
        switch("w:bCs", f.bold),
        switch("w:i", f.italic),
        switch("w:iCs", f.italic),
        switch("w:strike", f.struck),
        switch("w:noProof", f.unproofed),
        tag("w:color", {"w:val": f.colour, "w:themeColor": f.theme_colour}) if f.colour else NOTHING,
        val("w:sz", half_points(f.size)) if f.size else NOTHING,
        val("w:szCs", half_points(f.size)) if f.size else NOTHING,
        val("w:u", "single") if f.underlined else NOTHING,
        val("w:vertAlign", "superscript") if f.raised else NOTHING,
        _languages(f),
    )
    return _unless_empty("w:rPr", children)


def _unless_empty(name: str, children: tuple[Xml, ...]) -> Xml:
    return tag(name, None, *children) if any(children) else NOTHING


def _numbering(f: ParagraphFormat) -> Xml:
    if f.numbering is None:
        return NOTHING
    instance, level = f.numbering
    return tag("w:numPr", None, val("w:ilvl", level), val("w:numId", instance))


def _box(box: ParagraphBox | None) -> Xml:
    if box is None:
        return NOTHING
    sides = {"top": box.top, "left": box.left, "bottom": box.bottom, "right": box.right}
    edges = join(_edge(f"w:{name}", edge) for name, edge in sides.items() if edge)
    ground = tag("w:shd", {"w:val": "clear", "w:color": "auto", "w:fill": box.fill})
    return Xml(tag("w:pBdr", None, edges) + ground)


def _edge(name: str, edge: Edge) -> Xml:
    return tag(
        name,
        {
            "w:val": "single",
            "w:sz": eighths(edge.width),
            "w:space": round(edge.space),
            "w:color": edge.colour,
        },
    )


def _tabs(tabs: tuple[Tab, ...]) -> Xml:
    if not tabs:
        return NOTHING
    stops = (
        tag("w:tab", {"w:val": t.align, "w:leader": "dot" if t.dots else None, "w:pos": twips(t.at)})
        for t in tabs
    )
    return tag("w:tabs", None, *stops)


def _spacing(f: ParagraphFormat) -> Xml:
    line: dict[str, str | int | None] = {}
    if f.line is not None:
        line = {"w:line": twips(f.line), "w:lineRule": "exact"}
    elif f.loose:
        line = {"w:line": 240, "w:lineRule": "auto"}
    said = {
        "w:before": None if f.before is None else twips(f.before),
        "w:after": None if f.after is None else twips(f.after),
        **line,
    }
    return tag("w:spacing", said) if any(value is not None for value in said.values()) else NOTHING


def _indent(f: ParagraphFormat) -> Xml:
    said = {
        "w:left": None if f.left is None else twips(f.left),
        "w:right": None if f.right is None else twips(f.right),
        "w:hanging": None if f.hanging is None else twips(f.hanging),
    }
    return tag("w:ind", said) if any(value is not None for value in said.values()) else NOTHING


def _fonts(f: RunFormat) -> Xml:
    if not f.east_asian:
        return NOTHING
    # the hint gives quotes, dashes and dots between Chinese characters the Chinese face
    return tag("w:rFonts", {"w:hint": "eastAsia", "w:eastAsia": f.east_asian})


def _languages(f: RunFormat) -> Xml:
    if not (f.lang or f.east_asian_lang):
        return NOTHING
    return tag("w:lang", {"w:val": f.lang, "w:eastAsia": f.east_asian_lang})
