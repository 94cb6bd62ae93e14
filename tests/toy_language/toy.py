"""Turns the shipped templates, words and any records into the toy language."""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import fields, replace
from pathlib import Path
from typing import Any

from jinja2 import Environment
from pydantic import BaseModel

from egci_reports.records.group import Group
from egci_reports.records.records import Records

TOY = "toy"
TAG = "el"

_LATIN = "abcdefghijklmnopqrstuvwxyz"
_GREEK = "αβψδεφγηιξκλμνοπθρστυωςχζϊ"
_LETTERS = str.maketrans(_LATIN + _LATIN.upper(), _GREEK + _GREEK.upper())
_KEPT = re.compile(r"\{\w*\}|&#?\w+;|https?://\S+|\\n")
_NO_TEXT = re.compile(r"https?://\S+|[\d.:/-]+|\S+@\S+|en|zh-Han[ts](-\w+)?|\S+\.pdf")
"""What a record holds that is no text: addresses, numbers, languages, files."""

_PATTERNS = ("keep_together", "refused", "singular", "tag")
_OF_WORDS = frozenset(("counted", "plural", "joined", "default", "verb"))
"""Filters and macros whose arguments are words of the paper."""


def toy(text: str) -> str:
    """Return a text in the toy language; slots and entities stay."""
    parts, end = [], 0
    for match in _KEPT.finditer(text):
        parts += [text[end : match.start()].translate(_LETTERS), match[0]]
        end = match.end()
    return "".join([*parts, text[end:].translate(_LETTERS)])


def write_toy_templates(shipped: Path, folder: Path) -> None:
    """Write the templates and the words of the toy language into a folder of templates."""
    for path in sorted((shipped / "en").rglob("*.html")):
        target = folder / TOY / path.relative_to(shipped / "en")
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(_template(path.read_text("utf-8")), "utf-8")
    words = tomllib.loads((shipped / "en" / "words.toml").read_text("utf-8"))
    (folder / TOY / "words.toml").write_text("\n".join(_toml(words)) + "\n", "utf-8")
    (folder / "theme.toml").write_bytes((shipped / "theme.toml").read_bytes())


def _template(source: str) -> str:
    """Turn the text of a template, and the words in its expressions, into the toy language."""
    result, markup, call = [], _Markup(), ""
    inside: list[str] = []  # the filters in whose parentheses a string stands
    tokens = [(kind, value) for _, kind, value in Environment().lexer.tokeniter(source, "t")]
    words = [value for kind, value in tokens if kind != "whitespace"]
    at = -1
    for kind, value in tokens:
        at += kind != "whitespace"
        if kind == "data":
            result.append(markup.toy(value))
            continue
        if kind == "name":
            call = value
        elif kind == "operator" and value == "(":
            inside.append(call)
        elif kind == "operator" and value == ")":
            inside.pop()
        elif kind == "string" and (
            (inside and inside[-1] in _OF_WORDS)
            or _is_prose(value[1:-1])
            or words[at - 1] in ("{{", "{{-", "else")
            or words[at + 1] == "if"
            or (words[at - 1] == "=" and "macro" in words[max(0, at - 12) : at])
        ):
            result.append(value[0] + toy(value[1:-1]) + value[-1])
            continue
        if kind not in ("whitespace", "name"):
            call = "" if kind != "operator" or value != "|" else call
        result.append(value)
    return "".join(result)


def _is_prose(text: str) -> bool:
    return " " in text.strip() or text[:1].isupper()


class _Markup:
    """Turns text between tags, and in alternative texts; remembers across expressions where it stands."""

    def __init__(self) -> None:
        self.tag = False
        self.alt = False

    def toy(self, data: str) -> str:
        result = []
        for piece in re.split(r"(<|>| alt=\"|\")", data):
            if piece in ("<", ">"):
                self.tag = piece == "<"
            elif piece in (' alt="', '"') and self.tag:
                self.alt = piece != '"'
            elif not self.tag or self.alt:
                result.append(toy(piece))
                continue
            result.append(piece)
        return "".join(result)


def _toml(table: Mapping[str, Any], path: tuple[str, ...] = ()) -> Iterator[str]:
    plain = {key: value for key, value in table.items() if not _is_table(value)}
    if path:
        yield f"[{'.'.join(path)}]"
    for key, value in plain.items():
        yield f"{json.dumps(key)} = {json.dumps(_value(key, value))}"
    for key, value in table.items():
        if isinstance(value, dict):
            yield from _toml(value, (*path, key))


def _value(key: str, value: Any) -> Any:
    if key == "tag":
        return TAG
    if key == "ordinals":
        return [[pattern, toy(form)] for pattern, form in value]
    return value if key in _PATTERNS else _toy_value(value)


def _is_table(value: object) -> bool:
    return isinstance(value, dict) or (isinstance(value, list) and bool(value) and isinstance(value[0], dict))


def _toy_value(value: Any) -> Any:
    return [_toy_value(one) for one in value] if isinstance(value, list) else toy(value)


def toy_records(records: Records) -> Records:
    """Return records all of whose texts are in the toy language; ids, dates and choices stay."""
    tables = [records.sources, records.bodies, records.people, records.threads]
    ids = {key for table in tables for key in table}
    ids |= {one.id for one in (*records.agreements, *records.events, *records.actions, *records.phases)}
    changed = {
        field.name: _toy_record(getattr(records, field.name), ids)
        for field in fields(records)
        if field.name not in ("places", "annexes")
    }
    return replace(records, **changed)


def _toy_record(value: Any, ids: set[str]) -> Any:
    match value:
        case Group():
            told = {name: _toy_record(getattr(value, name), ids) for name in type(value).model_fields}
            told["cities"] = {toy(city): side for city, side in value.cities.items()}
            return value.model_copy(update=told)
        case BaseModel():
            names = type(value).model_fields
            known = {name: set() if name == "unit" else ids for name in names}
            return value.model_copy(
                update={name: _toy_record(getattr(value, name), known[name]) for name in names}
            )
        case Mapping():
            return {key: _toy_record(one, ids) for key, one in value.items()}
        case tuple():
            return tuple(_toy_record(one, ids) for one in value)
        case str() if type(value) is str and value not in ids and not _NO_TEXT.fullmatch(value):
            return toy(value)
    return value
