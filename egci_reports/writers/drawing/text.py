"""Fits text into the room it has: estimates its width, breaks it into lines, shortens what is too long.

A drawing's room is shared out by `estimate` alone, so that its height depends on nothing but chart, theme
and width; the true measure of a format then breaks and shortens the text within that room.
"""

from __future__ import annotations

import re

from egci_reports.writers.drawing.shapes import Measure

ELLIPSIS = "…"

_IDEOGRAPHS = "\u2e80-\u2fff\u3040-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
_CLOSING = "\u3001\u3002\u300b\u300d\u300f\uff01\uff09\uff0c\uff1a\uff1b\uff1f"
_PIECE = re.compile(rf" *(?:[{_IDEOGRAPHS}][{_CLOSING}]*|[^ {_IDEOGRAPHS}]+)")
"""What may not be broken: a word, or an ideograph with the closing signs after it."""

_WIDTHS = {
    0.28: "ijl,.:;/\\|I '‘’[]\u00a0",
    0.34: "ft()`!-",
    0.4: "r{}*",
    0.5: 'z"',
    0.56: "0123456789aceksvxyJ_$#–“”",
    0.62: "bdghnopquLFTZ?+<=>^~×",
    0.67: "EPSVXY",
    0.73: "ABCDHKNRU&",
    0.78: "GOQw",
    0.84: "M",
    0.89: "m%",
    0.95: "W",
}
_WIDTH = {character: width for width, characters in _WIDTHS.items() for character in characters}
_WIDEST = 1.02


def estimate(text: str, size: float, bold: bool = False) -> float:  # noqa: ARG001, FBT001, FBT002 - a Measure
    """Return a width that English text in Arial or Arimo, regular or bold, and Chinese do not exceed."""
    return size * sum(_WIDTH.get(character, _WIDEST) for character in text)


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
        if not line or measure(longer, size, bold) <= width:
            line = longer
            continue
        if len(done) == lines - 1:
            line += text[match.start() :]
            break
        done.append(line)
        line = match.group().lstrip(" ")
    fitted = [shorten(each, width, size, bold=bold, measure=measure) for each in (*done, line)]
    return tuple(each for each in fitted if each)


def shorten(text: str, width: float, size: float, *, bold: bool = False, measure: Measure = estimate) -> str:
    """Return the text, or as much of its beginning as fits with an ellipsis, or nothing."""
    if measure(text, size, bold) <= width:
        return text
    for end in range(len(text) - 1, 0, -1):
        shorter = text[:end].rstrip(" ,;:–-") + ELLIPSIS
        if measure(shorter, size, bold) <= width:
            return shorter
    return ELLIPSIS if measure(ELLIPSIS, size, bold) <= width else ""


def widest(texts: tuple[str, ...], size: float) -> float:
    """Return the estimated width of the widest of some texts; 0 where there are none."""
    return max((estimate(text, size) for text in texts), default=0.0)
