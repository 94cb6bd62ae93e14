"""The typefaces that travel with the program, and which characters they have."""

from __future__ import annotations

import tomllib
import unicodedata
from collections.abc import Iterable
from functools import cache
from pathlib import Path

from egci_reports.engine.theme.typeface import Typeface

FOLDER = Path(__file__).resolve().parent / "fonts"
"""Where the typefaces lie."""

SHIPPED = ("Arimo", "NotoSansHK", "NotoSansSC")
"""The families that come with the program."""

_FROM_THE_RIGHT = frozenset(("R", "AL", "RLE", "RLO", "RLI"))
"""Classes of letters, and of marks that turn the direction of writing (UAX 9)."""


def can_be_set(character: str) -> bool:
    """Whether a character that a face has can be set in a line.

    A soft hyphen cannot: it is not a sign. Nor can letters that run from right to left: lines are set from
    left to right only, and would turn their words round.
    """
    return character != "\u00ad" and unicodedata.bidirectional(character) not in _FROM_THE_RIGHT


def families(theme: str) -> tuple[str, ...]:
    """Return the families of the PDF that the text of theme.toml names; those shipped where it is wrong.

    What is wrong with a theme `load_theme` says; here only characters are asked for.
    """
    try:
        fonts = tomllib.loads(theme)["fonts"]
        named = tuple(str(fonts[key]) for key in ("latin_pdf", "chinese_hk_pdf", "chinese_cn_pdf"))
    except (tomllib.TOMLDecodeError, KeyError, TypeError):
        return SHIPPED
    return named if all((FOLDER / f"{name}-Regular.ttf").is_file() for name in named) else SHIPPED


def missing_characters(text: Iterable[str], faces: Iterable[str]) -> tuple[str, ...]:
    """Return the characters of a text that none of some families can show, each once, in order.

    Tabs and line ends are white space, not signs.
    """
    faces = tuple(faces)
    odd = (c for c in dict.fromkeys(text) if not (c.isascii() and c.isprintable()) and c not in "\n\t")
    return tuple(c for c in odd if not (can_be_set(c) and any(has(face, c) for face in faces)))


def has(family: str, character: str) -> bool:
    """Whether the regular weight of a family has a character."""
    return ord(character) in typeface(f"{family}-Regular").characters


@cache
def typeface(name: str) -> Typeface:
    """Return a typeface by the name of its file."""
    return Typeface(FOLDER / f"{name}.ttf")
