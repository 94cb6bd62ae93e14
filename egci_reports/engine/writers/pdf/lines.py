"""Breaks runs of text into lines of a given width, each a few segments of one run and one face."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from egci_reports.engine.writers.pdf.breaks import unbroken
from egci_reports.engine.writers.pdf.faces import Face, FaceChoice
from egci_reports.engine.writers.pdf.structure import StructElem

if TYPE_CHECKING:
    from egci_reports.engine.writers.pdf.boxes import TextBox

_TOKEN = re.compile(r"\n| +|[^ \n]+")
_LATE_PAGE = "00"
"""Holds the place of a page number until the pages are known."""
_NARROW = 0.4
"""Text whose characters would have to be narrower than this, in sizes, is not tried on one line."""


@dataclass(frozen=True, slots=True)
class Look:
    """How a run is painted: its size, RRGGBB colour, `rise` above the line, lines through or under it."""

    size: float
    colour: str
    bold: bool = False
    italic: bool = False
    rise: float = 0.0
    struck: bool = False
    underlined: bool = False


class LinkTarget(NamedTuple):
    """Where a link leads, an address or an anchor; `element` is its Link, `says` what it tells."""

    element: StructElem
    says: str
    url: str | None = None
    target: str | None = None


@dataclass(frozen=True, slots=True, eq=False)
class Run:
    """Text of one look that belongs to one structure element (None: the paragraph's own).

    `page_of` is an anchor whose page number is painted instead of the text; `note` is the footnote whose
    mark the run is. `rule` is the length of a ruled line in its place, at most the line; 0: none.
    """

    text: str
    look: Look
    lang: str
    element: StructElem | None = None
    leads: LinkTarget | None = None
    page_of: str | None = None
    note: TextBox | None = None
    rule: float = 0.0


class Segment(NamedTuple):
    """A stretch of a line: one run, one face."""

    run: Run
    face: Face
    text: str
    width: float


class TextLine(NamedTuple):
    """A line: its segments, its width without the space that ends it, and the notes whose marks it holds."""

    segments: tuple[Segment, ...]
    width: float
    notes: tuple[TextBox, ...] = ()


class _Word(NamedTuple):
    """Text that stays on one line, and the space after it; no segments and no space: a line break."""

    segments: list[Segment]
    width: float
    space: Segment | None


_LINE_BREAK = _Word([], 0.0, None)

_COMPOUND = 3
"""Hyphens that a compound has at most: "Three-Places-One-Lock"."""


def _words(runs: Iterable[Run], faces: FaceChoice, limit: float) -> Iterator[_Word]:
    """Yield what may not be broken; a word may run over several runs. A ruled line is a word."""
    word: list[Segment] = []
    width = 0.0
    for run in runs:
        size = run.look.size
        latin = faces.latin(bold=run.look.bold, italic=run.look.italic)
        if run.rule:
            width += min(run.rule, limit)
            word.append(Segment(run, latin, run.text, min(run.rule, limit)))
            continue
        for piece in _TOKEN.findall(_LATE_PAGE if run.page_of else run.text):
            if piece[0] == " ":
                yield _Word(word, width, Segment(run, latin, piece, latin.measure(piece) * size))
                word, width = [], 0.0
            elif piece == "\n":
                yield _Word(word, width, Segment(run, latin, " ", 0.0))
                yield _LINE_BREAK
                word, width = [], 0.0
            elif not word and piece.isascii() and "-" not in piece:
                width = latin.measure(piece) * size
                word.append(Segment(run, latin, piece, width))
            else:
                for index, part in enumerate(unbroken(piece, word[-1].text[-1] if word else "")):
                    if index:
                        yield _Word(word, width, None)
                        word, width = [], 0.0
                    for segment in _segments(run, part, faces):
                        word.append(segment)
                        width += segment.width
    if word:
        yield _Word(word, width, None)


def _segments(run: Run, text: str, faces: FaceChoice) -> list[Segment]:
    """Return text that is not broken, cut where its face changes."""
    look = run.look
    split = faces.split(text, bold=look.bold, italic=look.italic, lang=run.lang)
    return [Segment(run, face, part, face.measure(part) * look.size) for face, part in split if part]


def _chopped(word: _Word, limit: float) -> Iterator[_Word]:
    """Cut a word that is wider than the line wherever a line is full."""
    part: list[Segment] = []
    width = 0.0
    for run, face, text, _ in word.segments:
        start = 0
        begin = width
        for index, character in enumerate(text):
            step = face.measure(character) * run.look.size
            if width + step > limit and (part or index > start):
                if index > start:
                    part.append(Segment(run, face, text[start:index], width - begin))
                yield _Word(part, width, None)
                part, width, begin, start = [], 0.0, 0.0, index
            width += step
        part.append(Segment(run, face, text[start:], width - begin))
    yield _Word(part, width, word.space)


def _line(segments: Sequence[Segment], width: float) -> TextLine:
    """Join neighbouring segments of one run and face."""
    joined: list[Segment] = []
    run, face, texts, total = None, None, list[str](), 0.0
    for segment in segments:
        if segment[0] is run and segment[1] is face:
            texts.append(segment[2])
            total += segment[3]
            continue
        if run is not None and face is not None:
            joined.append(Segment(run, face, "".join(texts), total))
        run, face, texts, total = segment[0], segment[1], [segment[2]], segment[3]
    if run is not None and face is not None:
        joined.append(Segment(run, face, "".join(texts), total))
    notes = tuple(segment.run.note for segment in joined if segment.run.note is not None)
    return TextLine(tuple(joined), width, notes)


def _only_line(runs: Sequence[Run], faces: FaceChoice, limit: float) -> TextLine | None:
    """Return the line of plain Latin text that fits on one: most cells, headings and items are such."""
    if len(runs) != 1 or runs[0].page_of is not None or runs[0].rule:
        return None
    run = runs[0]
    text, look = run.text, run.look
    if not text.isascii() or not text.isprintable() or text.endswith(" "):
        return None
    if len(text) * look.size * _NARROW > limit:
        return None
    face = faces.latin(bold=look.bold, italic=look.italic)
    width = face.measure(text) * look.size
    return TextLine((Segment(run, face, text, width),), width) if width <= limit else None


def break_lines(runs: Sequence[Run], faces: FaceChoice, limit: float, first: float = 0.0) -> list[TextLine]:
    """Break runs into lines at most `limit` wide, the first shorter by `first`; there is always one line.

    The space that ends a line stays in it, so that text taken from the file keeps its words apart; it is
    not counted in the line's width. A word wider than the line is cut. Readers take a hyphen at a line's
    end for one that the line put there, and then find and copy another word: compounds stay whole wherever
    the line can hold them, chains of more parts (addresses have such) where that makes no line more.
    """
    if only := _only_line(runs, faces, limit - first):
        return [only]
    words = list(_words(runs, faces, limit - first if first < limit else limit))
    lines = _filled(words, limit, limit - first)
    if not any(line.segments and line.segments[-1].text.endswith("-") for line in lines[:-1]):
        return lines
    for index in range(len(words) - 2, -1, -1):
        if _is_parted(words[index]):
            whole = _Word(
                words[index].segments + words[index + 1].segments,
                words[index].width + words[index + 1].width,
                words[index + 1].space,
            )
            if whole.width > limit:
                continue
            tried = [*words[:index], whole, *words[index + 2 :]]
            refilled = _filled(tried, limit, limit - first)
            if len(refilled) == len(lines) or _hyphens(whole) <= _COMPOUND:
                words, lines = tried, refilled
    return lines


def _hyphens(word: _Word) -> int:
    return sum(segment.text.count("-") for segment in word.segments)


def _is_parted(word: _Word) -> bool:
    """Whether a word is the first part of a compound, which goes on after its hyphen."""
    return word.space is None and bool(word.segments) and word.segments[-1].text.endswith("-")


def _filled(words: Iterable[_Word], limit: float, room: float) -> list[TextLine]:
    """Put words on lines at most `limit` wide, of which the first has its own `room`."""
    lines: list[TextLine] = []
    line: list[Segment] = []
    width = 0.0
    space: Segment | None = None
    for word in words:
        if word is _LINE_BREAK:
            lines.append(_line([*line, space] if space else line, width))
            line, width, room, space = [], 0.0, limit, None
            continue
        for part in (word,) if word.width <= limit else _chopped(word, limit):
            gap = space.width if space else 0.0
            if (line or room < limit) and width + gap + part.width > room + 1e-6:
                lines.append(_line([*line, space] if space else line, width))
                line, width, room = list(part.segments), part.width, limit
            else:
                if space:
                    line.append(space)
                line.extend(part.segments)
                width += gap + part.width
            space = part.space
    if line or not lines:
        lines.append(_line(line, width))
    return lines
