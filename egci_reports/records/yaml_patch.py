"""Changes what a file of records says, and leaves its comments and every other character as they are."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import yaml

from egci_reports.records.file_text import YamlError, text_of
from egci_reports.records.yaml_dump import dumped, dumped_in_line
from egci_reports.records.yaml_edit import CannotEdit, as_in
from egci_reports.records.yaml_loader import Loader
from egci_reports.records.yaml_text import parse_yaml

Edit = tuple[int, int, str]
"""A stretch of the text, from and up to a place, and what takes its place."""


def patched(raw: str, data: Any) -> str:
    """Return the text of a file, changed so that it reads as `data`.

    Keys that the file does not have come after the key before them in `data`. Line ends stay what they are.
    Raises CannotEdit where the file cannot be read, or is written in a way in which this would change more.
    """
    try:
        text = text_of(raw.encode(), "")
        old = parse_yaml(text, "").data
        wanted = as_text(data)
        made = _Patch(text).to(old, wanted, data)
        if parse_yaml(text_of(made.encode(), ""), "").data != wanted:
            raise CannotEdit
    except YamlError as error:
        raise CannotEdit from error
    return as_in(raw, text, made)


def as_text(value: Any) -> Any:
    """Return a value as it is read from a file, in which every scalar is text."""
    match value:
        case dict():
            return {key: as_text(one) for key, one in value.items()}
        case list() | tuple():
            return [as_text(one) for one in value]
        case bool():
            return str(value).lower()
    return str(value)


class _Patch:
    def __init__(self, text: str) -> None:
        self.text = text
        self.edits: list[Edit] = []

    def to(self, old: Any, wanted: Any, data: Any) -> str:
        """Return the text with the edits that lead from what it says to what is wanted."""
        self._change(yaml.compose(self.text, Loader=Loader), old, wanted, data)
        made = self.text
        order = sorted(range(len(self.edits)), key=lambda place: (self.edits[place][0], place))
        for place in reversed(order):
            start, end, new = self.edits[place]
            made = made[:start] + new + made[end:]
        return made

    def _change(self, node: Any, old: Any, wanted: Any, data: Any) -> None:
        if old == wanted:
            return
        if isinstance(node, yaml.MappingNode) and isinstance(wanted, dict) and node.value:
            self._mapping(node, old, wanted, data)
        elif isinstance(node, yaml.SequenceNode) and isinstance(wanted, list) and node.value:
            self._sequence(node, old, wanted, data)
        else:
            raise CannotEdit

    def _mapping(self, node: Any, old: dict[str, Any], wanted: dict[str, Any], data: dict[str, Any]) -> None:
        pairs = {key.value: (key, value) for key, value in node.value}
        if node.flow_style and old.keys() != wanted.keys():
            self._replace(node.start_mark.index, node.end_mark.index, dumped_in_line(data))
            return
        for name in old.keys() - wanted.keys():
            self._take_out(*pairs[name])
        before = ""
        for name, value in wanted.items():
            if name not in old:
                self._put_in(node, pairs, before, {name: data[name]})
                continue
            before = name
            if old[name] != value:
                self._value(node, *pairs[name], (old[name], value, data[name]))

    def _value(self, node: Any, key: Any, value: Any, change: tuple[Any, Any, Any]) -> None:
        """Change the value of a key: within, where its form stays; else as a whole."""
        old, wanted, data = change
        if bool(old) and self._stays(value, old, wanted, in_block=not node.flow_style):
            self._change(value, old, wanted, data)
        elif node.flow_style:
            self._replace(value.start_mark.index, value.end_mark.index, dumped_in_line(data))
        else:
            self._replace_value(key, value, dumped({key.value: data}))

    def _stays(self, value: Any, old: Any, wanted: Any, *, in_block: bool) -> bool:
        """Whether a value is changed within: what stood in braces and gets other keys becomes a block."""
        if isinstance(old, dict) and isinstance(wanted, dict):
            return not (in_block and value.flow_style and old.keys() != wanted.keys())
        return isinstance(old, list) and isinstance(wanted, list) and len(wanted) >= len(old)

    def _replace_value(self, key: Any, value: Any, lines: str) -> None:
        """Put another value after a key; a comment behind the old one stays on its first line."""
        end = self._end(value)
        line_end = self._line_end(end)
        comment = self.text[end:line_end]
        first, *rest = _indented(lines, key.start_mark.column)
        made = "\n".join((first.lstrip() + comment, *rest))
        self._replace(key.start_mark.index, line_end, made)

    def _sequence(self, node: Any, old: list[Any], wanted: list[Any], data: list[Any]) -> None:
        if len(old) == len(wanted):
            for place, item in enumerate(node.value):
                self._item(node, item, (old[place], wanted[place], data[place]))
            return
        if node.flow_style or len(wanted) < len(old):
            if not node.flow_style:
                raise CannotEdit
            self._replace(node.start_mark.index, node.end_mark.index, dumped_in_line(data))
            return
        head = _common(old, wanted)
        tail = _common(old[head:][::-1], wanted[head:][::-1])
        kept = len(old) - tail
        for place in range(head, kept):
            self._item(node, node.value[place], (old[place], wanted[place], data[place]))
        new = data[kept : len(wanted) - tail]
        if kept == 0:
            raise CannotEdit
        lines = [line for item in new for line in _indented(dumped([item]), node.start_mark.column)]
        at = self._line_end(self._end(node.value[kept - 1]))
        self._replace(at, at, "".join(f"\n{line}" for line in lines))

    def _item(self, node: Any, item: Any, change: tuple[Any, Any, Any]) -> None:
        old, wanted, data = change
        if old == wanted:
            return
        if isinstance(wanted, dict | list) and type(old) is type(wanted):
            self._change(item, old, wanted, data)
        elif node.flow_style:
            self._replace(item.start_mark.index, item.end_mark.index, dumped_in_line(data))
        else:
            first, *rest = _indented(dumped([data]), node.start_mark.column)
            end = self._line_end(self._end(item))
            comment = self.text[self._end(item) : end]
            lines = "\n".join((first.lstrip()[2:] + comment, *rest))
            self._replace(item.start_mark.index, end, lines)

    def _put_in(self, node: Any, pairs: dict[str, Any], before: str, entry: dict[str, Any]) -> None:
        """Put a key after another of a block, or at its end if there is none before."""
        if node.flow_style:
            raise CannotEdit
        _, value = pairs[before] if before in pairs else node.value[-1]
        at = self._line_end(self._end(value))
        column = node.value[0][0].start_mark.column
        self._replace(at, at, "".join(f"\n{line}" for line in _indented(dumped(entry), column)))

    def _take_out(self, key: Any, value: Any) -> None:
        start = self.text.rfind("\n", 0, key.start_mark.index) + 1
        if self.text[start : key.start_mark.index].strip():
            raise CannotEdit  # the first key of an item of a list
        self._replace(start, min(self._line_end(self._end(value)) + 1, len(self.text)), "")

    def _replace(self, start: int, end: int, new: str) -> None:
        self.edits.append((start, end, new))

    def _end(self, node: Any) -> int:
        """Return where a node ends, without the blanks and comments that follow it."""
        while not isinstance(node, yaml.ScalarNode) and not node.flow_style and node.value:
            last = node.value[-1]
            node = last[1] if isinstance(node, yaml.MappingNode) else last
        end: int = node.end_mark.index
        return len(self.text[:end].rstrip()) if isinstance(node, yaml.ScalarNode) else end

    def _line_end(self, at: int) -> int:
        found = self.text.find("\n", at)
        return len(self.text) if found < 0 else found


def _indented(lines: str, column: int) -> list[str]:
    """Return lines as far in as a column."""
    return [f"{' ' * column}{line}".rstrip() for line in lines.rstrip("\n").split("\n")]


def _common(one: Sequence[Any], other: Sequence[Any]) -> int:
    """Return how many items two lists begin with that are the same."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((place for place, (a, b) in pairs if a != b), min(len(one), len(other)))
