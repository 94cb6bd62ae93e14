"""The watermark of a draft: the shape that Word itself makes, so that Design > Watermark can remove it."""

from __future__ import annotations

from egci_reports.engine.theme.model import Theme
from egci_reports.engine.writers.word.formats import RunFormat
from egci_reports.engine.writers.word.markup import Xml, tag
from egci_reports.engine.writers.word.runs import run

_FORMULAS = (
    "sum #0 0 10800",
    "prod #0 2 1",
    "sum 21600 0 @1",
    "sum 0 0 @2",
    "sum 21600 0 @3",
    "if @0 @3 0",
    "if @0 21600 @1",
    "if @0 0 @2",
    "if @0 @4 21600",
    "mid @5 @6",
    "mid @8 @5",
    "mid @7 @8",
    "mid @6 @7",
    "sum @6 0 @5",
)
"""Plain text in a line, shape type 136 of VML (ISO/IEC 29500-4, 19.1.2.20)."""
_TYPE = "_x0000_t136"
_LETTER = 0.68
"""Width of a bold capital of Arial in sizes, on average; the shape stretches the word to its width."""


def watermark(theme: Theme, text: str, number: int) -> Xml:
    """Return a run with a watermark across the page; `number` tells the shapes of the headers apart."""
    return run(tag("w:pict", None, _shape_type(), _shape(theme, text, number)), RunFormat(unproofed=True))


def _shape_type() -> Xml:
    path = {"textpathok": "t", "o:connecttype": "custom"}
    places = {"o:connectlocs": "@9,0;@10,10800;@11,21600;@12,10800", "o:connectangles": "270,180,90,0"}
    return tag(
        "v:shapetype",
        {
            "id": _TYPE,
            "coordsize": "21600,21600",
            "o:spt": 136,
            "adj": 10800,
            "path": "m@7,l@8,m@5,21600l@6,21600e",
        },
        tag("v:formulas", None, *(tag("v:f", {"eqn": formula}) for formula in _FORMULAS)),
        tag("v:path", {**path, **places}),
        tag("v:textpath", {"on": "t", "fitshape": "t"}),
        tag("v:handles", None, tag("v:h", {"position": "#0,bottomRight", "xrange": "6629,14971"})),
        tag("o:lock", {"v:ext": "edit", "text": "t", "shapetype": "t"}),
    )


def _shape(theme: Theme, text: str, number: int) -> Xml:
    size = theme.style("watermark").size
    colour = theme.colour(theme.style("watermark").colour)
    across = "mso-position-horizontal:center;mso-position-horizontal-relative:margin"
    down = "mso-position-vertical:center;mso-position-vertical-relative:margin"
    place = (
        "position:absolute;margin-left:0;margin-top:0;"
        f"width:{len(text) * size * _LETTER:g}pt;height:{size:g}pt;rotation:315;z-index:-251658752;"
        f"{across};{down}"
    )
    face = f'font-family:"{theme.fonts.latin_word}";font-size:1pt;font-weight:bold'
    return tag(
        "v:shape",
        {
            "id": f"PowerPlusWaterMarkObject{2048 + number}",
            "o:spid": f"_x0000_s{2048 + number}",
            "type": f"#{_TYPE}",
            "alt": text,
            "style": place,
            "o:allowincell": "f",
            "fillcolor": f"#{colour.lower()}",
            "stroked": "f",
        },
        tag("v:textpath", {"style": face, "string": text}),
        tag("w10:wrap", {"anchorx": "margin", "anchory": "margin"}),
    )
