"""What a YAML file of records holds, and where each part of it stands."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from egci_reports.errors import Position

Path_ = tuple[str | int, ...]
Data = dict[str, Any] | list[Any] | str


@dataclass(frozen=True, slots=True)
class YamlFile:
    """The data of a file, and where each part of it stands.

    `name` is the path shown to officers. `values` and `keys` give (line, column), from 1, of the value
    at a path and of the key that names it. `lines` is the text, for the line shown under an error.
    """

    name: str
    data: Data
    lines: tuple[str, ...]
    values: dict[Path_, tuple[int, int]] = field(repr=False)
    keys: dict[Path_, tuple[int, int]] = field(repr=False)

    def position(self, path: Path_, *, of_key: bool = False) -> Position:
        """Return the place of the longest part of `path` that the file has.

        Elements of the path that the file does not have (tags of a union, keys of a written-out form) are
        passed over, so that the locations of pydantic's errors can be given as they are.
        """
        found: Path_ = ()
        node: Any = self.data
        for part in path:
            if (isinstance(node, dict) and part in node) or (
                isinstance(node, list) and isinstance(part, int) and part < len(node)
            ):
                node = node[part]  # type: ignore[index]  # the test above fits the kind of node
                found = (*found, part)
        table = self.keys if of_key and found in self.keys else self.values
        line, column = table.get(found, (1, 1))
        return Position(self.name, line, column)

    def line(self, number: int) -> str:
        """Return a line of the text by its number, from 1; empty where there is none."""
        return self.lines[number - 1] if 0 < number <= len(self.lines) else ""
