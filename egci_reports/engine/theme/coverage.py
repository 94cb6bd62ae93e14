"""Which characters the typefaces of a PDF have: read from their maps alone, without loading a face."""

from __future__ import annotations

import struct
import tomllib
import unicodedata
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

FOLDER = Path(__file__).resolve().parent / "fonts"
"""Where the typefaces lie."""

SHIPPED = ("Arimo", "NotoSansHK", "NotoSansSC")
"""The families that come with the program."""

_FROM_THE_RIGHT = frozenset(("R", "AL", "RLE", "RLO", "RLI"))
"""Classes of letters, and of marks that turn the direction of writing (UAX 9)."""

Ranges = tuple[tuple[int, ...], tuple[int, ...]]
"""First and last characters of the stretches that a face has, in order."""


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


def has(face: str, character: str) -> bool:
    """Whether the regular weight of a family has a character."""
    firsts, lasts = _ranges(face)
    at = bisect_right(firsts, ord(character)) - 1
    return at >= 0 and ord(character) <= lasts[at]


@cache
def _ranges(face: str) -> Ranges:
    with (FOLDER / f"{face}-Regular.ttf").open("rb") as file:
        (tables,) = struct.unpack(">4xH6x", file.read(12))
        where = {tag: (at, size) for tag, at, size in struct.iter_unpack(">4s4xII", file.read(16 * tables))}
        at, size = where[b"cmap"]
        file.seek(at)
        table = file.read(size)
    ranges = sorted(_stretches(table))
    return tuple(first for first, _ in ranges), tuple(last for _, last in ranges)


def _stretches(table: bytes) -> Iterator[tuple[int, int]]:
    """Yield the stretches of the widest map of a face (OpenType 1.9.1, "cmap"), of format 12 or 4."""
    (count,) = struct.unpack_from(">H", table, 2)
    maps = {
        (platform, code): at for platform, code, at in struct.iter_unpack(">HHI", table[4 : 4 + 8 * count])
    }
    if (at := maps.get((3, 10))) is not None:
        (groups,) = struct.unpack_from(">I", table, at + 12)
        for first, last, _ in struct.iter_unpack(">III", table[at + 16 : at + 16 + 12 * groups]):
            yield first, last
        return
    at = maps[3, 1]
    (double,) = struct.unpack_from(">H", table, at + 6)
    lasts = struct.unpack_from(f">{double // 2}H", table, at + 14)
    firsts = struct.unpack_from(f">{double // 2}H", table, at + 16 + double)
    yield from zip(firsts, lasts, strict=True)
