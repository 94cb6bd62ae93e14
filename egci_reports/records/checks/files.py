"""Finds texts that are read otherwise than they look: cut, swallowed, joined, or quoted twice."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from egci_reports.errors import Finding, Position, Severity
from egci_reports.records.scalar_text import FIELD, Scalar, place_in, scalars
from egci_reports.records.texts import NAMES, QUOTED, RecordText
from egci_reports.records.yaml_file import YamlFile

_CANDIDATE = re.compile(
    r"""
    ^[ ]*[^ #\n][^\n]*(?:(?<![ \t])[ ]\#|[ ]\#\S)  # a comment after something that looks like its rest
    | ^[^\n]*(?:[:\-\[,{][ ]+|\[|\{)  # a quotation mark that is not closed on its line
      (?:"(?:[^"\\\n]|\\.)*|'(?:[^'\n]|'')*)\n
    | ^([ ]*)-[ ][^\n]*\n\1[ ]+-[ ]   # an entry of a list under the text of another
    """,
    re.MULTILINE | re.VERBOSE,
)
"""What a file has in which any of these faults may be; most files have none of it."""

_COMMENT = re.compile(r"([ \t]+)#(.?)")
_PLAIN = re.compile("[a-z0-9-]+")
"""An id, a date, a number or a word from a list: no text that goes on."""
_PAIRS = {"“": "”", "‘": "’", '"': '"', "'": "'", "「": "」", "『": "』", "«": "»", "《": "》"}
_SUMMED_UP = frozenset({"versions", "slips", "disputed"})
"""Parts of records whose words are told about, with their marks, and not quoted."""
_BLANKS = re.compile("[\u00a0\u2000-\u200a\u202f\u205f]| {2,}|^ +| +$")


def check_files(files: Iterable[YamlFile], texts: Iterable[RecordText]) -> Iterator[Finding]:
    """Yield a warning for each text that is probably not read as it was meant (Y201 to Y205)."""
    for file in files:
        text = "\n".join((*file.lines, ""))
        if _CANDIDATE.search(text):
            for scalar in scalars(text):
                yield from _scalar(file, scalar)
    for one in texts:
        if one.field in QUOTED and not _SUMMED_UP.intersection(one.path):
            yield from _quoted(one)
        if one.field in NAMES or one.field in QUOTED:
            yield from _blanks(one)


def _scalar(file: YamlFile, scalar: Scalar) -> Iterator[Finding]:
    inner = [(scalar.line + number, line) for number, line in enumerate(scalar.source.split("\n")) if number]
    if scalar.style in ('"', "'"):
        if any(FIELD.match(line) for _, line in inner):
            message = f"the quotation mark that opens here is closed only on line {scalar.end_line + 1}"
            hint = "close it where the text ends; the lines below it are read as text, not as fields"
            yield _warning("Y202", message, file, scalar.line, scalar.column, hint)
    elif scalar.style is None:
        for number, line in inner:
            if line.lstrip().startswith("- "):
                message = "this entry of the list is read as the end of the one above it"
                hint = "begin its '- ' straight under that of the entry above"
                yield _warning("Y203", message, file, number, len(line) - len(line.lstrip()), hint)
        yield from _cut(file, scalar)


def _cut(file: YamlFile, scalar: Scalar) -> Iterator[Finding]:
    """Find a text that ends where a comment begins that looks like the rest of it.

    Comments stand off by two blanks, and after "#" comes a blank: as in the files that this program begins.
    """
    line = file.line(scalar.end_line + 1)
    comment = _COMMENT.match(line, scalar.end_column) if scalar.value else None
    if comment and (comment[2].strip() or (len(comment[1]) == 1 and not _PLAIN.fullmatch(scalar.value))):
        message = f"the text is cut here: {line[comment.end(1) :][:40]!r} is read as a comment"
        hint = "put the text in quotation marks; a comment stands off by two blanks, with one after '#'"
        yield _warning("Y201", message, file, scalar.end_line, comment.end(1), hint)


def _quoted(one: RecordText) -> Iterator[Finding]:
    """Find quotation marks around the whole of a text that papers quote."""
    words = one.value.strip()
    closing = _PAIRS.get(words[:1])
    if closing and len(words) > 1 and words.endswith(closing) and not _parts(words, closing):
        hint = "take the marks out; papers set the words in quotation marks"
        message = f"{one.field!r} stands in quotation marks of its own, and would be quoted twice"
        line, column = one.file.values[one.path]
        yield _warning("Y204", message, one.file, line - 1, column - 1, hint)


def _parts(words: str, closing: str) -> bool:
    """Whether the first mark is closed before the end: “one” and “two”."""
    return closing in words[1:-1] and closing != "’"


def _blanks(one: RecordText) -> Iterator[Finding]:
    """Find blanks in a name that nobody sees, and that keep it from being known again."""
    match = None if "\n" in one.value else _BLANKS.search(one.value)
    if match is None:
        return
    place = one.file.values[one.path]
    for scalar in scalars("\n".join(one.file.lines)):
        if (scalar.line + 1, scalar.column + 1) == place:
            place = place_in(scalar, match.start(), match[0])
    what = "a no-break or narrow blank" if match[0].strip(" ") else "a doubled blank"
    if match.start() == 0 or match.end() == len(one.value):
        what = "a blank at its end" if match.start() else "a blank at its beginning"
    message = f"{one.field!r} has {what}"
    yield _warning("Y205", message, one.file, place[0] - 1, place[1] - 1, "leave one plain blank, or none")


def _warning(code: str, message: str, file: YamlFile, line: int, column: int, hint: str) -> Finding:
    """Return a warning at a line and column, both from 0."""
    position = Position(file.name, line + 1, column + 1)
    return Finding(code, message, position, hint, Severity.WARNING, file.line(line + 1))
