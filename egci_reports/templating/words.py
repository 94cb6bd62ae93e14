"""Reads words.toml: the words that writers print, the wording of passes and checks, templates' words."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import fields
from pathlib import Path
from typing import Any

from egci_reports.document.nodes import Words
from egci_reports.document.wording import Counted, Refused, Wording
from egci_reports.errors import Finding, Position, TemplateError
from egci_reports.templating.word_list import WordList

FILE = "words.toml"


def load_words(folders: Sequence[Path], lang: str = "en") -> tuple[Words, WordList]:
    """Return the words of a language from the first of the template folders that has them.

    The tables [writers], [wording] and [refused] become `Words`; everything else is the list. Raises
    TemplateError: T141 no file, T142 not TOML, T143 a table or key that is missing or wrong.
    """
    path = next((f / lang / FILE for f in folders if (f / lang / FILE).is_file()), None)
    file = f"templates/{lang}/{FILE}"
    if path is None:
        searched = ", ".join(str(folder) for folder in folders)
        raise TemplateError(Finding("T141", f"there is no {file}", hint=f"searched: {searched}"))
    try:
        table = tomllib.loads(path.read_text("utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise TemplateError(
            Finding("T142", f"{file} is no TOML: {error}", _place(file, str(error)))
        ) from error
    try:
        words = _words(table)
    except (KeyError, TypeError, ValueError, re.error) as error:
        message = f"{file}: {_reason(error)}"
        raise TemplateError(Finding("T143", message, Position(file), "compare the shipped file")) from error
    return words, _word_list(table, file)


def _words(table: dict[str, Any]) -> Words:
    """Take the tables for writers, passes and checks out of the file's."""
    writers, wording, checks = table.pop("writers"), table.pop("wording"), table.pop("checks")
    refused = tuple(_refused(entry) for entry in checks.pop("refused", ()))
    counted = tuple(Counted(one, many) for one, many in checks.pop("counted", {}).items())
    allowed = tuple(checks.pop("allowed", ()))
    spoken = tuple(table.get("numbers", ())[1:])
    together = tuple(_pattern(text) for text in wording.pop("keep_together", ()))
    quotes = tuple(wording.pop("quotes"))
    if checks:
        raise ValueError(f"[checks] has the unknown key {next(iter(checks))!r}")
    given = Wording(
        **_known("wording", wording, Wording),
        quotes=(str(quotes[0]), str(quotes[1])),
        keep_together=together,
        refused=refused,
        allowed=allowed,
        counted=counted,
        number_words=spoken,
    )
    return Words(**_known("writers", writers, Words), wording=given)


def _known(name: str, table: dict[str, Any], model: type[Words | Wording]) -> dict[str, str]:
    """Return a table of texts whose keys are exactly the model's fields that hold texts."""
    wanted = {field.name for field in fields(model) if isinstance(field.default, str)}
    for key in sorted(wanted ^ set(table)):
        raise ValueError(f"[{name}] {'has the unknown key' if key in table else 'lacks'} {key!r}")
    return {key: str(value) for key, value in table.items()}


def _refused(entry: Mapping[str, Any]) -> Refused:
    return Refused(_pattern(entry["pattern"]), str(entry["say"]), exact=bool(entry.get("exact", False)))


def _pattern(text: str) -> str:
    re.compile(text)
    return text


def _word_list(table: Mapping[str, Any], file: str) -> WordList:
    flat = dict(_flat(table, ""))
    texts = {key: value for key, value in flat.items() if isinstance(value, str)}
    lists = {key: tuple(map(str, value)) for key, value in flat.items() if isinstance(value, list)}
    return WordList(file, texts, lists)


def _flat(table: Mapping[str, Any], prefix: str) -> Iterator[tuple[str, Any]]:
    for key, value in table.items():
        if isinstance(value, dict):
            yield from _flat(value, f"{prefix}{key}.")
        else:
            yield f"{prefix}{key}", value


def _place(file: str, message: str) -> Position:
    """Return the line and column that tomllib names in its message."""
    match = re.search(r"line (\d+), column (\d+)", message)
    return Position(file, int(match[1]), int(match[2])) if match else Position(file)


def _reason(error: Exception) -> str:
    if isinstance(error, KeyError):
        return f"the table or key {error.args[0]!r} is missing"
    if isinstance(error, re.error):
        return f"{error.pattern!r} is no regular expression: {error}"
    return str(error)
