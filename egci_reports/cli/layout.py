"""Lays text out in columns of a terminal, where a Chinese character is two columns wide."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from unicodedata import combining, east_asian_width

from egci_reports.engine.language.characters import CHINESE

_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
_OPENING, _CLOSING = "「『（《〈【", "」』）》〉】。，、；：？！"
_BREAK = re.compile(rf"[^\S\xa0]+|(?<=[{CHINESE}])(?<![{_OPENING}])(?![{_CLOSING}\s])")
_LEAD = re.compile(r" *(?:- |\d+\. )?")
_DAY = re.compile(r"\b(\d{1,2}) ([A-Z][a-z]{2,8}) (?=\d{4}\b)")


def terminal_width() -> int:
    """Return the columns there are: those of the terminal, at most 110 so that lines stay readable."""
    return max(40, min(shutil.get_terminal_size((110, 24)).columns, 110))


def plain(text: str) -> str:
    """Show control characters, and those that turn the direction of writing, as escapes."""
    return _CONTROL.sub(lambda match: f"\\x{ord(match.group()):02x}", text).replace("\t", " ")


def width_of(text: str) -> int:
    """Return how many columns a text takes."""
    if text.isascii():
        return len(text)
    return sum(2 if east_asian_width(c) in "WF" else 0 if combining(c) else 1 for c in text)


def fit(line: str, index: int, room: int) -> tuple[str, str]:
    """Cut a long line to `room` columns around the character at `index`.

    Returns what to show, and the part of it that stands before the character.
    """
    before, after = plain(line[:index]), plain(line[index:])
    while width_of(before) > room * 2 // 3:
        before = f"...{before[3 + max(1, width_of(before) - room // 2) :]}"
    rest = room - width_of(before)
    if width_of(after) > rest:
        after = f"{_first_columns(after, rest - 3)}..."
    return before + after, before


def _first_columns(text: str, room: int) -> str:
    taken = 0
    for index, character in enumerate(text):
        taken += width_of(character)
        if taken > room:
            return text[:index]
    return text


def wrap(text: str, width: int) -> list[str]:
    """Break a text into lines of at most `width` columns, at spaces and between Chinese characters.

    A word that is longer than a line has a line of its own and runs over, so that an address can be
    copied whole. A day such as 9 October 2024 counts as a word.
    """
    lines, current = [], ""
    for gap, word in _words(_DAY.sub("\\1\xa0\\2\xa0", plain(text))):
        longer = f"{current}{gap if current else ''}{word}"
        if current and width_of(longer) > width:
            lines.append(current)
            current = word
        else:
            current = longer
    return [line.replace("\xa0", " ") for line in (*lines, current) if line]


def _words(text: str) -> Iterator[tuple[str, str]]:
    """Yield each word with the white space before it (none between Chinese characters)."""
    start, gap = 0, ""
    for match in _BREAK.finditer(text):
        if match.start() > start:
            yield gap, text[start : match.start()]
        gap, start = (" " if match.group() else ""), match.end()
    if start < len(text):
        yield gap, text[start:]


def hang(label: str, text: str, column: int, width: int) -> list[str]:
    """Set a label and, from `column` on, a text wrapped to `width`, the label on its first line.

    Where the text begins with spaces, a bullet or a number, its further lines stand under its words.
    """
    lead = _LEAD.match(text)
    mark = lead.group() if lead else ""
    under = column + len(mark)
    body = wrap(text[len(mark) :], max(width - under, 12)) or [""]
    first = f"{label}{' ' * max(1, column - width_of(label))}{mark}{body[0]}"
    return [first.rstrip(), *(f"{' ' * under}{line}" for line in body[1:])]
