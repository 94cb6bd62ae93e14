"""Fits text into the room it has: estimates its width, breaks it into lines, shortens what is too long.

A drawing's room is shared out by `estimate` alone, so that its height depends on nothing but chart, theme
and width; the true measure of a format then breaks and shortens the text within that room.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from egci_reports.engine.language.characters import CHINESE

if TYPE_CHECKING:  # tables are measured where nothing is drawn
    from egci_reports.engine.writers.drawing.shapes import Measure

ELLIPSIS = "…"

_SHARES = (0.9, 0.8, 0.7, 0.6, 0.5)

_CLOSING = "\u3001\u3002\u300b\u300d\u300f\uff01\uff09\uff0c\uff1a\uff1b\uff1f"
_PIECE = re.compile(rf" *(?:[{CHINESE}][{_CLOSING}]*|[^ {CHINESE}]+)")
"""What may not be broken: a word, or an ideograph with the closing signs after it."""

_REGULAR = {
    0.191: "'",
    0.222: "ijl‘’",
    0.278: "!,./:;I[\\]ft| \u00a0",
    0.355: '()-`r“”{}"',
    0.389: "*",
    0.5: "Jcksvxyz^",
    0.556: "#$0123456789?L_abdeghnopqu–é",
    0.584: "+<=>~×−",
    0.611: "FTZ",
    0.667: "&ABEKPSVXY",
    0.722: "CDHNRUw",
    0.778: "GOQ",
    0.834: "Mm",
    0.889: "%",
    0.944: "W",
}
_BOLD = {
    0.238: "'",
    0.28: ",./I\\ijl|‘’ \u00a0",
    0.334: "!()-:;[]`ft",
    0.39: "*r{}",
    0.5: 'z“”"',
    0.557: "#$0123456789J_aceksvxy–é",
    0.584: "+<=>^~×−",
    0.611: "?FLTZbdghnopqu",
    0.667: "EPSVXY",
    0.723: "&ABCDHKNRU",
    0.778: "GOQw",
    0.834: "M",
    0.89: "m%",
    0.944: "W",
}
"""The advance widths of Arial in ems, which Arimo shares; like ones are put together under the widest."""

_ROUNDED = 1.005
"""Makes good for widths that are rounded down above."""
_WIDEST = 1.02
"""Of all other characters: Chinese ones are one em wide."""


class _EmWidths(dict[str, float]):
    """The widths of characters in ems."""

    def __missing__(self, character: str) -> float:
        return _WIDEST


_WIDTH = tuple(
    _EmWidths((character, width) for width, characters in table.items() for character in characters)
    for table in (_REGULAR, _BOLD)
)
_SLACK = 0.01
"""What a text may exceed its room by: a room worked out for just this text may be rounded down."""


def estimate(text: str, size: float, bold: bool = False) -> float:  # noqa: FBT001, FBT002 - a Measure
    """Return a width that English text in Arial or Arimo, and Chinese text, does not exceed."""
    return size * _ROUNDED * sum(map(_WIDTH[bold].__getitem__, text))


def fit(
    text: str, width: float, size: float, *, lines: int = 1, bold: bool = False, measure: Measure = estimate
) -> tuple[str, ...]:
    """Break text into at most `lines` lines no wider than `width`; what does not fit ends in an ellipsis.

    Breaks at spaces and between ideographs. No line at all where not even the ellipsis fits.
    """
    done: list[str] = []
    line = ""
    for match in _PIECE.finditer(text):
        longer = line + match.group() if line else match.group().lstrip(" ")
        if not line or measure(longer, size, bold) <= width + _SLACK:
            line = longer
            continue
        if len(done) == lines - 1:
            line += text[match.start() :]
            break
        done.append(line)
        line = match.group().lstrip(" ")
    fitted = [shorten(each, width, size, bold=bold, measure=measure) for each in (*done, line)]
    return tuple(each for each in fitted if each)


def balance(text: str, width: float, size: float, *, lines: int, bold: bool = False) -> tuple[str, ...]:
    """Break text as `fit` does, by estimate, into lines of like length: as narrow as their number allows."""
    best = fit(text, width, size, lines=lines, bold=bold)
    for share in _SHARES:
        narrower = fit(text, width * share, size, lines=lines, bold=bold)
        if len(narrower) != len(best) or any(ELLIPSIS in line for line in narrower):
            break
        best = narrower
    return best


def shorten(text: str, width: float, size: float, *, bold: bool = False, measure: Measure = estimate) -> str:
    """Return the text, or as much of its beginning as fits with an ellipsis, or nothing.

    What has no letter, a number above all, is kept whole or left out: its beginning would be another number.
    """
    width += _SLACK
    if measure(text, size, bold) <= width:
        return text
    if not any(character.isalpha() for character in text):
        return ""
    for end in range(len(text) - 1, 0, -1):
        shorter = text[:end].rstrip(" ,;:–-") + ELLIPSIS
        if measure(shorter, size, bold) <= width:
            return shorter
    return ELLIPSIS if measure(ELLIPSIS, size, bold) <= width else ""


def widest(texts: tuple[str, ...], size: float, *, bold: bool = False) -> float:
    """Return the estimated width of the widest of some texts; 0 where there are none."""
    return max((estimate(text, size, bold) for text in texts), default=0.0)
