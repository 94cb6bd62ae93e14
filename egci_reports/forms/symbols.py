"""Names the signs of symbol typefaces by the characters that they look like."""

from __future__ import annotations

_WINGDINGS = {
    0x6C: "\N{BULLET}",
    0x6E: "\N{BULLET}",
    0x6F: "\N{BALLOT BOX}",
    0x71: "\N{BULLET}",
    0x75: "\N{BULLET}",
    0x76: "\N{BULLET}",
    0x77: "\N{BULLET}",
    0x9E: "\N{BULLET}",
    0x9F: "\N{BULLET}",
    0xA7: "\N{BULLET}",
    0xA8: "\N{BALLOT BOX}",
    0xD8: "\N{BULLET}",
    0xDF: "\N{LEFTWARDS ARROW}",
    0xE0: "\N{RIGHTWARDS ARROW}",
    0xE1: "\N{UPWARDS ARROW}",
    0xE2: "\N{DOWNWARDS ARROW}",
    0xE8: "\N{RIGHTWARDS ARROW}",
    0xF0: "\N{RIGHTWARDS ARROW}",
    0xFB: "\N{BALLOT X}",
    0xFC: "\N{CHECK MARK}",
    0xFD: "\N{BALLOT BOX WITH X}",
    0xFE: "\N{BALLOT BOX WITH CHECK}",
}
_WINGDINGS_2 = {
    0x4F: "\N{BALLOT X}",
    0x50: "\N{CHECK MARK}",
    0x51: "\N{BALLOT BOX WITH X}",
    0x52: "\N{BALLOT BOX WITH CHECK}",
    0x53: "\N{BALLOT BOX WITH X}",
    0x54: "\N{BALLOT BOX WITH X}",
    0x97: "\N{BULLET}",
    0xA3: "\N{BALLOT BOX}",
}
_SYMBOL = {
    0xAC: "\N{LEFTWARDS ARROW}",
    0xAE: "\N{RIGHTWARDS ARROW}",
    0xB0: "\N{DEGREE SIGN}",
    0xB1: "\N{PLUS-MINUS SIGN}",
    0xB4: "\N{MULTIPLICATION SIGN}",
    0xB7: "\N{BULLET}",
    0xD6: "\N{SQUARE ROOT}",
}
_FACES = {"wingdings": _WINGDINGS, "wingdings 2": _WINGDINGS_2, "symbol": _SYMBOL}
_PRIVATE = 0xF000
"""Where Word keeps the signs of symbol typefaces in text."""


def symbol(face: str, code: int) -> str | None:
    """Return the character that a sign of a symbol typeface looks like; None if it is not known."""
    return _FACES.get(face.casefold(), {}).get(code & 0xFF)


def without_private(text: str) -> str:
    """Replace the signs of symbol typefaces that were pasted as text, where they are known.

    Text does not say of which face they are: most are of Wingdings, which Word puts in by itself.
    """
    return text.translate(_PASTED)


_PASTED = {_PRIVATE | code: sign for face in (_SYMBOL, _WINGDINGS) for code, sign in face.items()}
