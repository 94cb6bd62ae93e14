"""Cuts a TrueType face down to the characters that a file shows (OpenType 1.9.1; ISO 32000-1, 9.9)."""

from __future__ import annotations

import struct
from collections.abc import Iterator, Sequence

from egci_reports.engine.theme.typeface import Typeface

_KEPT = ("name", "OS/2", "cvt ", "fpgm", "prep")
"""Tables that stay as they are, where the face has them."""
_WORDS, _SCALE, _MORE, _TWO_SCALES, _MATRIX = 0x0001, 0x0008, 0x0020, 0x0040, 0x0080
"""Flags of a part of a glyph that is made of others ("glyf")."""
_MAGIC = 0xB1B0AFBA
"""What all words of a face add up to ("head")."""


def subset(face: Typeface, characters: Sequence[int]) -> bytes:
    """Return a face with the glyphs of some characters; the code of each is its place among them."""
    shown = [face.characters.glyph(character) for character in characters]
    glyphs = _with_parts(face, list(dict.fromkeys((0, *shown))))
    places = {glyph: place for place, glyph in enumerate(glyphs)}
    outlines = [_renumbered(face.outline(glyph), places) for glyph in glyphs]
    starts = [0]
    for outline in outlines:
        starts.append(starts[-1] + len(outline))
    is_long = starts[-1] > 2 * 0xFFFF
    pairs, metrics = _metrics([face.metrics(glyph) for glyph in glyphs])
    codes = [places[glyph] for glyph in shown]
    tables = {tag: table for tag in _KEPT if (table := face.table(tag))}
    tables |= {
        "cmap": struct.pack(
            f">9H{len(codes) + 2}H", 0, 1, 1, 0, 0, 12, 6, 10 + 2 * len(codes), 0, 0, len(codes), *codes
        ),
        "glyf": b"".join(outlines),
        "head": _with(_with(face.table("head"), 8, ">I", 0), 50, ">H", is_long),
        "hhea": _with(face.table("hhea"), 34, ">H", pairs),
        "hmtx": metrics,
        "loca": struct.pack(f">{len(starts)}I", *starts)
        if is_long
        else struct.pack(f">{len(starts)}H", *(start // 2 for start in starts)),
        "maxp": _with(face.table("maxp"), 4, ">H", len(glyphs)),
        "post": b"\0\3\0\0" + face.table("post")[4:16] + bytes(16),
    }
    return _file(tables)


def _with_parts(face: Typeface, glyphs: list[int]) -> list[int]:
    """Return glyphs and, behind them, those that they are made of."""
    known = set(glyphs)
    for glyph in glyphs:  # grows on the way
        for _, part in _parts(face.outline(glyph)):
            if part not in known:
                known.add(part)
                glyphs.append(part)
    return glyphs


def _parts(outline: bytes) -> Iterator[tuple[int, int]]:
    """Yield where in an outline the number of each part stands, and that number; none of a simple glyph."""
    if not outline or struct.unpack_from(">h", outline)[0] >= 0:
        return
    at, flags = 10, _MORE
    while flags & _MORE:
        flags, part = struct.unpack_from(">HH", outline, at)
        yield at + 2, part
        scales = 1 if flags & _SCALE else 2 if flags & _TWO_SCALES else 4 if flags & _MATRIX else 0
        at += (8 if flags & _WORDS else 6) + 2 * scales


def _renumbered(outline: bytes, places: dict[int, int]) -> bytes:
    """Return an outline whose parts have their new numbers, filled to whole words."""
    for at, part in list(_parts(outline)):
        outline = _with(outline, at, ">H", places[part])
    return _padded(outline)


def _metrics(metrics: list[tuple[int, int]]) -> tuple[int, bytes]:
    """Return how many glyphs tell their width, and the table: those at the end that are as wide do not."""
    pairs = len(metrics)
    while pairs > 1 and metrics[pairs - 1][0] == metrics[pairs - 2][0]:
        pairs -= 1
    told = [number for pair in metrics[:pairs] for number in pair]
    bearings = [bearing for _, bearing in metrics[pairs:]]
    return pairs, struct.pack(f">{len(told) + len(bearings)}H", *told, *bearings)


def _file(tables: dict[str, bytes]) -> bytes:
    """Return the tables as a face, with the sums by which it is checked."""
    count = len(tables)
    power = count.bit_length() - 1
    directory = [struct.pack(">IHHHH", 0x00010000, count, 16 << power, power, 16 * count - (16 << power))]
    body: list[bytes] = []
    at, head = 12 + 16 * count, 0
    for tag, table in sorted(tables.items()):
        head = at if tag == "head" else head
        padded = _padded(table)
        directory.append(struct.pack(">4sIII", tag.encode("ascii"), _sum(padded), at, len(table)))
        body.append(padded)
        at += len(padded)
    made = b"".join((*directory, *body))
    return _with(made, head + 8, ">I", (_MAGIC - _sum(made)) & 0xFFFFFFFF)


def _sum(padded: bytes) -> int:
    words: tuple[int, ...] = struct.unpack(f">{len(padded) // 4}I", padded)
    return sum(words) & 0xFFFFFFFF


def _padded(table: bytes) -> bytes:
    return table + bytes(-len(table) % 4)


def _with(table: bytes, at: int, form: str, value: int) -> bytes:
    """Return a table with another number at one place."""
    packed = struct.pack(form, value)
    return table[:at] + packed + table[at + len(packed) :]
