"""Finds words of a value in the YAML that it was written in: unfolded, unescaped, and at their own column."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice, pairwise
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import yaml

FIELD = re.compile(r"[ ]*(?:-[ ]+)?[A-Za-z_]+:(?:[ ]|$)|[ ]*-[ ]")
"""How a line begins that holds a field or an entry of a list."""

_OPENED = re.compile(r"""[ ]*(?:-[ ]+)*(?:[\w-]+:[ ]+)?((?:"(?:[^"\\]|\\.)*|'(?:[^']|'')*)$)""")
"""A line whose value begins with a quotation mark and does not end it."""

_ESCAPES = {
    "\0": "0", "\a": "a", "\b": "b", "\t": "t", "\n": "n", "\v": "v", "\f": "f", "\r": "r", "\x1b": "e",
    "\x85": "N", "\xa0": "_", "\u2028": "L", "\u2029": "P", '"': '"', "\\": r"\\", "/": "/",
}  # fmt: skip
"""What YAML writes after a backslash for some characters (YAML 1.2, 5.7)."""


def find_in_source(source: str, style: str | None, value: str, start: int, words: str) -> int:
    """Return the index in `source`, a scalar of a style, of the `words` that stand at `start` in its value.

    Where they cannot be found, as after escapes within words, the beginning of the scalar is meant: 0.
    """
    pattern = re.compile("".join(_written(character, style) for character in words))
    before = value.count(words, 0, start)
    found = next(islice(pattern.finditer(source), before, None), None)
    return found.start() if found else 0


def _written(character: str, style: str | None) -> str:
    """Return a pattern for a character as a scalar of a style may hold it."""
    if character in " \n":
        return r"(?:\s|\\\n)+" if style == '"' else r"\s+"
    plain = re.escape(character)
    if style == "'" and character == "'":
        return "''"
    if style != '"':
        return plain
    short = rf"|\\{_ESCAPES[character]}" if character in _ESCAPES else ""
    digits = "".join(f"[{one}{one.upper()}]" for one in f"{ord(character):x}")
    return rf"(?:{plain}|\\[xuU]0*{digits}{short})"


@dataclass(frozen=True, slots=True)
class Scalar:
    """A text as it stands in a file: where, in which style, and where it ends (lines and columns from 0)."""

    line: int
    column: int
    end_line: int
    end_column: int
    style: str | None
    source: str
    value: str


def scalars(text: str) -> Iterator[Scalar]:
    """Yield the scalars of a text that is known to be YAML, in order."""
    import yaml  # noqa: PLC0415 - PyYAML, only where a file changed

    from egci_reports.records.yaml_loader import Loader  # noqa: PLC0415

    for event in yaml.parse(text, Loader=Loader):
        if isinstance(event, yaml.ScalarEvent):
            yield scalar_of(event, text)


def scalar_of(event: Any, text: str) -> Scalar:
    """Return the scalar that an event speaks of; `text` is that of the whole file."""
    begin, end = _marks(event)
    source = text[begin.index : end.index]
    return Scalar(begin.line, begin.column, end.line, end.column, event.style or None, source, event.value)


def _marks(event: yaml.ScalarEvent) -> tuple[Any, Any]:
    """Return where a scalar begins and ends; events of a parser always know."""
    return event.start_mark, event.end_mark


def place_in(scalar: Scalar, start: int, words: str) -> tuple[int, int]:
    """Return the line and column, from 1, of the `words` at `start` in the value of a scalar."""
    at = find_in_source(scalar.source, scalar.style, scalar.value, start, words)
    line = scalar.source.count("\n", 0, at)
    column = at - scalar.source.rfind("\n", 0, at) if line else scalar.column + at + 1
    return scalar.line + line + 1, column


def unclosed_quote(lines: Sequence[str]) -> tuple[int, int] | None:
    """Return the line and column, from 1, of a quotation mark that takes in a field or an entry below it.

    It is looked for in lines that were found not to be YAML; None if there is none.
    """
    for number, (line, following) in enumerate(pairwise(lines), 1):
        opened = _OPENED.match(line)
        if opened and FIELD.match(following):
            return number, opened.start(1) + 1
    return None
