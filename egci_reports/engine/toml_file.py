"""Reads a TOML file that officers may write (words, theme), and tells each fault at its line."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Collection, Iterator
from dataclasses import replace
from difflib import get_close_matches
from typing import Any

from egci_reports.errors import Finding, Position, TemplateError

Keys = tuple[str | int, ...]
"""Where a value stands: the names of the tables around it and its key; of tables in a list, its index."""

_HEADER = re.compile(r"\s*\[(\[?)\s*([\w.-]+)\s*\]")
_KEY = re.compile(r"\s*([\w.-]+)\s*=")
_AT = re.compile(r" \(at (?:line (\d+), column (\d+)|end of document)\)")
_NAMED = 3


class TomlFile:
    """A TOML file: its values, and the faults found in them so far.

    `file` is its path as the officer would type it; `codes` are those of a file that is no TOML and of faulty
    entries, `hint` that of the latter.
    """

    def __init__(self, text: str, file: str, codes: tuple[str, str], hint: str) -> None:
        """Read a text; raises TemplateError with the first code if it is no TOML."""
        self.file = file
        self._code, self._hint = codes[1], hint
        self._lines = text.replace("\r\n", "\n").split("\n")
        self._findings: list[Finding] = []
        try:
            self.values: dict[str, Any] = tomllib.loads(text)
        except tomllib.TOMLDecodeError as error:
            match = _AT.search(str(error))
            place = (int(match[1]), int(match[2])) if match and match[1] else (len(self._lines), 1)
            said = f"this is no TOML: {_AT.sub('', str(error))}"
            raise TemplateError(replace(self._finding(said, place), code=codes[0])) from error
        self._places = dict(_places(self._lines))

    def table(
        self, *path: str, needs: Collection[str] = (), may: Collection[str] | None = None
    ) -> dict[str, Any]:
        """Return a table; an empty one, and a fault, where there is none.

        Notes which of the keys that it `needs` it lacks, and unless `may` is None, each key that it neither
        needs nor `may` have.
        """
        table: Any = self.values
        for depth, name in enumerate(path, 1):
            if name not in table:
                self.wrong(f"the table [{'.'.join(path)}] is missing", *path[: depth - 1])
                return {}
            table = table[name]
            if not isinstance(table, dict):
                self.wrong(f"{name!r} must be a table", *path[:depth])
                return {}
        self._hold(table, needs, may, *path)
        return dict(table)

    def _hold(
        self, table: Collection[str], needs: Collection[str], may: Collection[str] | None, *path: str
    ) -> None:
        name = f"[{'.'.join(path)}]" if path else "the file"
        lacking = sorted(set(needs) - set(table))
        if lacking:
            more = f" and {len(lacking) - _NAMED} more" if len(lacking) > _NAMED else ""
            self.wrong(f"{name} lacks {', '.join(map(repr, lacking[:_NAMED]))}{more}", *path)
        for key in table if may is not None else ():
            if key not in needs and key not in (may or ()):
                near = get_close_matches(key, [*lacking, *(may or ())], n=1)
                hint = f"did you mean {near[0]!r}?" if near else None
                self.wrong(f"{name} has the unknown key {key!r}", *path, key, hint=hint)

    def wrong(self, message: str, *path: str | int, hint: str | None = None) -> None:
        """Note a fault of the value at a path, at its line or that of the table around it."""
        known = (self._places.get(path[:end]) for end in range(len(path), 0, -1))
        self._findings.append(self._finding(message, next(filter(None, known), (1, 1)), hint))

    def finish(self) -> None:
        """Raise TemplateError with all faults, if there are any."""
        if self._findings:
            raise TemplateError(*dict.fromkeys(self._findings))

    def _finding(self, message: str, place: tuple[int, int], hint: str | None = None) -> Finding:
        line, column = place
        source = self._lines[line - 1] if line <= len(self._lines) else None
        return Finding(
            self._code, message, Position(self.file, line, column), hint or self._hint, source=source
        )


def _places(lines: list[str]) -> Iterator[tuple[Keys, tuple[int, int]]]:
    """Yield where each table and key begins: line and column, from 1.

    What only looks like a key, in a text of several lines, has a path that nobody asks for.
    """
    table: Keys = ()
    counts: dict[Keys, int] = {}
    for number, line in enumerate(lines, 1):
        if header := _HEADER.match(line):
            table = tuple(header[2].split("."))
            if header[1]:
                counts[table] = counts.get(table, -1) + 1
                table = (*table, counts[table])
            yield table, (number, header.start(2) + 1)
        elif key := _KEY.match(line):
            yield (*table, *key[1].split(".")), (number, key.start(1) + 1)
