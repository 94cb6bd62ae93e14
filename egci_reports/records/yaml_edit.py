"""Puts one entry into a file of records, and leaves every other character of it as it is."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from copy import deepcopy
from typing import Any

import yaml

from egci_reports.records.yaml_file import Path_
from egci_reports.records.yaml_loader import Loader
from egci_reports.records.yaml_text import parse_yaml

_PLAIN = re.compile(r"[A-Za-z][A-Za-z0-9 .'()/-]*(?<! )|[0-9a-f-]+")
"""Texts that YAML takes as they stand, in braces too."""

_BOM = "\ufeff"
_WORDS_OF_YAML = frozenset({"null", "true", "false", "yes", "no", "on", "off"})


class CannotEdit(Exception):  # noqa: N818 - it says what is the case, and is told as an error by who catches it
    """The file is written in a way into which nothing can be put without changing what it says."""


def put_entry(text: str, at: Path_, key: str, entry: Mapping[str, str], instead: str, after: str) -> str:
    """Return the text of a file with `key: {entry}` in the mapping at a path.

    What stands there under the key is changed value by value; else the entry takes the place of the key
    `instead`, else it comes after the key `after`. Raises CannotEdit if any of this would change more.
    """
    node = _node_at(yaml.compose(text, Loader=Loader), at)
    if not isinstance(node, yaml.MappingNode):
        raise CannotEdit
    pairs = {name.value: (name, value) for name, value in node.value}
    whole = f"{key}: {{{', '.join(f'{name}: {_written(value)}' for name, value in entry.items())}}}"
    if key in pairs:
        made = _changed(text, pairs[key][1], entry)
    elif instead in pairs:
        name, value = pairs[instead]
        made = text[: name.start_mark.index] + whole + text[value.end_mark.index :]
    elif after in pairs:
        made = _inserted(text, node, pairs[after], whole)
    else:
        raise CannotEdit
    if _data(made) != _expected(_data(text), at, key, entry, instead):
        raise CannotEdit
    return made


def as_in(raw: str, before: str, after: str) -> str:
    """Return an edited text with the line ends that the file had; `before` is its text without them."""
    if raw.startswith(_BOM):
        return _BOM + as_in(raw.removeprefix(_BOM), before, after)
    same = 0
    while same < min(len(before), len(after)) and before[same] == after[same]:
        same += 1
    tail = 0
    while tail < min(len(before), len(after)) - same and before[-1 - tail] == after[-1 - tail]:
        tail += 1
    end = "\r\n" if "\r\n" in raw else "\n"
    new = after[same : len(after) - tail].replace("\n", end)
    return raw[: _in_raw(raw, same)] + new + raw[_in_raw(raw, len(before) - tail) :]


def _in_raw(raw: str, index: int) -> int:
    """Return the place in a file of a place in its text, in which each line end is one character."""
    for found in re.finditer("\r\n", raw):
        if index <= found.start():
            break
        index += 1
    return index


def _node_at(node: Any, path: Path_) -> Any:
    for part in path:
        if isinstance(node, yaml.MappingNode):
            node = next((value for key, value in node.value if key.value == part), None)
        elif isinstance(node, yaml.SequenceNode) and isinstance(part, int) and part < len(node.value):
            node = node.value[part]
        else:
            return None
    return node


def _changed(text: str, node: Any, entry: Mapping[str, str]) -> str:
    """Return a text with the values of a mapping changed, and with those put last that it does not have."""
    if not isinstance(node, yaml.MappingNode) or not node.value:
        raise CannotEdit
    pairs = {name.value: (name, value) for name, value in node.value}
    missing = [f"{name}: {_written(value)}" for name, value in entry.items() if name not in pairs]
    for line in reversed(missing):
        text = _inserted(text, node, node.value[-1], line)
    known = [(pairs[name][1], value) for name, value in entry.items() if name in pairs]
    for old, value in sorted(known, key=lambda one: one[0].start_mark.index, reverse=True):
        if old.value != value:
            text = text[: old.start_mark.index] + _written(value) + text[old.end_mark.index :]
    return text


def _inserted(text: str, node: Any, pair: tuple[Any, Any], line: str) -> str:
    """Return a text with a key and its value put after those of a mapping: in its braces, or on a line."""
    name, value = pair
    at = value.end_mark.index
    if node.flow_style:
        return f"{text[:at]}, {line}{text[at:]}"
    end = text.find("\n", at)
    end = len(text) if end < 0 else end
    return f"{text[:end]}\n{' ' * name.start_mark.column}{line}{text[end:]}"


def _written(value: str) -> str:
    plain = _PLAIN.fullmatch(value) and value.casefold() not in _WORDS_OF_YAML
    return value if plain else json.dumps(value, ensure_ascii=False)


def _data(text: str) -> Any:
    return parse_yaml(text, "").data


def _expected(data: Any, at: Path_, key: str, entry: Mapping[str, str], instead: str) -> Any:
    made = deepcopy(data)
    inner = made
    for part in at:
        inner = inner[part]
    if key not in inner:
        inner.pop(instead, None)
    inner[key] = {**inner.get(key, {}), **entry}
    return made
