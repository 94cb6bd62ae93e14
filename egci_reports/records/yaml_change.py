"""Changes values in a file of records, and leaves every other character of it as it is, comments too."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from copy import deepcopy
from dataclasses import dataclass
from typing import Any

import yaml

from egci_reports.records.yaml_edit import CannotEdit
from egci_reports.records.yaml_loader import Loader
from egci_reports.records.yaml_text import Path_, parse_yaml

Value = str | Sequence[Any] | Mapping[str, Any]
"""What can stand in a file: texts, and lists and mappings of them."""

_PLAIN = re.compile(
    r"[A-Za-z\u3400-\u9fff][\w .'()/\u3400-\u9fff-]*(?<! )|[0-9]{1,3}|[0-9]{4}(-[0-9]{2}){0,2}"
)
"""Texts that YAML takes as they stand, in braces too."""
_WORDS_OF_YAML = frozenset({"null", "true", "false", "yes", "no", "on", "off"})
_FLAGS = frozenset({"true", "false"})
_LONG = 90
"""Characters of an entry that is written on one line."""


@dataclass(frozen=True, slots=True)
class Put:
    """A value for a path; what is not there yet is added, a list by the path behind its last entry."""

    path: Path_
    value: Value


def changed(text: str, puts: Sequence[Put]) -> str:
    """Return the text of a file with each value at its path.

    Lists and mappings that are replaced lose the comments inside them; texts, and whatever is added, leave
    all comments where they are. Raises CannotEdit if the file is written in a way in which that would change
    anything else.
    """
    end = "\r\n" if "\r\n" in text else "\n"
    made = text.replace("\r\n", "\n")
    wanted = deepcopy(parse_yaml(made, "").data)
    for put in puts:
        made = _put(made, put)
        _set(wanted, put)
    if parse_yaml(made, "").data != wanted:
        raise CannotEdit
    return made.replace("\n", end)


def _set(data: Any, put: Put) -> None:
    *way, last = put.path
    for part in way:
        data = data[part]
    if isinstance(data, list) and last == len(data):
        data.append(plain_data(put.value))
    else:
        data[last] = plain_data(put.value)


def plain_data(value: Value) -> Any:
    """Return a value as a file of records has it: every scalar a text."""
    if isinstance(value, str):
        return value
    if isinstance(value, Mapping):
        return {key: plain_data(one) for key, one in value.items()}
    return [plain_data(one) for one in value]


def _put(text: str, put: Put) -> str:
    *way, last = put.path
    holder = _at(yaml.compose(text, Loader=Loader), way)
    if isinstance(holder, yaml.SequenceNode) and isinstance(last, int):
        if last < len(holder.value):
            return _replaced(text, holder.value[last], put.value, inside=holder)
        return _appended(text, holder, put.value)
    if not isinstance(holder, yaml.MappingNode) or not holder.value:
        raise CannotEdit
    pairs = {key.value: (key, value) for key, value in holder.value}
    if last in pairs:
        return _replaced(text, pairs[last][1], put.value, inside=holder)
    return _added(text, holder, str(last), put.value)


def _at(node: Any, path: Sequence[str | int]) -> Any:
    for part in path:
        if isinstance(node, yaml.MappingNode):
            node = next((value for key, value in node.value if key.value == part), None)
        elif isinstance(node, yaml.SequenceNode) and isinstance(part, int) and part < len(node.value):
            node = node.value[part]
        else:
            raise CannotEdit
    return node


def _replaced(text: str, node: Any, value: Value, inside: Any) -> str:
    """Put a value in the place of another: on its line, a text of several lines as a block."""
    is_block = not inside.flow_style
    margin = inside.start_mark.column
    start, end = node.start_mark.index, _end(text, node)
    if isinstance(node, yaml.CollectionNode) and not node.flow_style:  # it begins on a line below its key
        start = len(text[:start].rstrip())
        return f"{text[:start]} {_written(value, margin, is_block=is_block)}{text[end:]}"
    return text[:start] + _written(value, margin, is_block=is_block) + text[end:]


def _added(text: str, holder: Any, key: str, value: Value) -> str:
    """Put a key and its value after those of a mapping: in its braces, or on lines of its own."""
    at = _end(text, holder.value[-1][1])
    if holder.flow_style:
        return f"{text[:at]}, {key}: {_written(value, 0, is_block=False)}{text[at:]}"
    margin = holder.start_mark.column
    line = f"{' ' * margin}{key}:{_after_key(value, margin)}"
    at = _line_end(text, at)
    return f"{text[:at]}\n{line}{text[at:]}"


def _appended(text: str, holder: Any, value: Value) -> str:
    """Put an entry at the end of a list, written as those before it are."""
    if not holder.value:
        raise CannotEdit
    last = holder.value[-1]
    at = _end(text, last)
    if holder.flow_style:
        return f"{text[:at]}, {_written(value, 0, is_block=False)}{text[at:]}"
    margin = " " * holder.start_mark.column
    if isinstance(value, Mapping) and isinstance(last, yaml.MappingNode) and not last.flow_style:
        entry = f"\n{margin}  ".join(_lines(value, holder.start_mark.column + 2))
    else:
        entry = _written(value, 0, is_block=False)
    at = _line_end(text, at)
    return f"{text[:at]}\n{margin}- {entry}{text[at:]}"


def _lines(value: Mapping[str, Any], margin: int) -> Iterator[str]:
    for key, one in value.items():
        yield f"{key}:{_after_key(one, margin)}"


def _after_key(value: Value, margin: int) -> str:
    """Return what stands after a new key: a value on its line, or a list of mappings below it."""
    is_list = isinstance(value, Sequence) and not isinstance(value, str)
    if not is_list or not any(isinstance(one, Mapping) for one in value):
        return f" {_written(value, margin, is_block=True)}"
    below = "\n" + " " * (margin + 2)
    return "".join(f"{below}- {_entry(one, margin + 4)}" for one in value)


def _entry(value: Value, margin: int) -> str:
    """Return an entry of a new list: in braces on one line, or a field a line where that is long."""
    on_one = _written(value, 0, is_block=False)
    if not isinstance(value, Mapping) or (len(on_one) <= _LONG and "\\n" not in on_one):
        return on_one
    return f"\n{' ' * margin}".join(_lines(value, margin))


def _end(text: str, node: Any) -> int:
    """Return where a value ends: blocks end before the blank lines and comments that follow them."""
    if isinstance(node, yaml.CollectionNode) and not node.flow_style and node.value:
        last = node.value[-1]
        return _end(text, last[1] if isinstance(last, tuple) else last)
    start, end = node.start_mark.index, node.end_mark.index
    if isinstance(node, yaml.ScalarNode) and text[start : start + 1] in ("|", ">"):
        lines = text[start:end].split("\n")
        while len(lines) > 1 and (not lines[-1].strip() or lines[-1].startswith("#")):
            lines.pop()
        return int(start) + len("\n".join(lines))
    return int(end)


def _line_end(text: str, at: int) -> int:
    found = text.find("\n", at)
    return len(text) if found < 0 else found


def _written(value: Value, margin: int, *, is_block: bool) -> str:
    """Return a value as YAML: on one line, but for a text of several lines where a block may stand."""
    if isinstance(value, Mapping):
        return (
            "{" + ", ".join(f"{key}: {_written(one, 0, is_block=False)}" for key, one in value.items()) + "}"
        )
    if not isinstance(value, str):
        return "[" + ", ".join(_written(one, 0, is_block=False) for one in value) + "]"
    if "\n" in value and is_block and not value.startswith((" ", "\n")) and value.endswith("\n"):
        inner = " " * (margin + 2)
        return "|\n" + "\n".join(f"{inner}{line}" if line else "" for line in value.rstrip("\n").split("\n"))
    if value in _FLAGS:
        return value
    is_plain = _PLAIN.fullmatch(value) and value.casefold() not in _WORDS_OF_YAML
    return value if is_plain else json.dumps(value, ensure_ascii=False)
