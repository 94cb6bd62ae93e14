"""Reads how a language writes from the table [language] of its words.toml."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import fields
from pathlib import Path
from typing import Any

from egci_reports.engine.language import ENGLISH
from egci_reports.engine.language.language import Language
from egci_reports.engine.template_files import template_text
from egci_reports.engine.toml_file import TomlFile
from egci_reports.errors import Finding, TemplateError

FILE = "words.toml"
TABLE = "language"

_LISTS = frozenset(("numbers", "times", "ordinal_words", "months", "weekdays"))


def words_text(folders: Sequence[Path], lang: str) -> tuple[str, str]:
    """Return the name and the text of a language's words, from the first of the folders that has them.

    Raises TemplateError: T141 no file, T142 it cannot be read.
    """
    found = template_text(folders, f"{lang}/{FILE}", "T142")
    name = f"templates/{lang}/{FILE}"
    if found is None:
        searched = ", ".join(str(folder) for folder in folders)
        raise TemplateError(Finding("T141", f"there is no {name}", hint=f"searched: {searched}"))
    return name, found[1]


def words_file(name: str, text: str) -> TomlFile:
    """Read the text of a language's words; raises TemplateError (T142) if it is no TOML."""
    return TomlFile(text, name, ("T142", "T143"), "compare the shipped file")


def load_language(folders: Sequence[Path], lang: str = ENGLISH) -> Language:
    """Return how a language writes; raises TemplateError as `words_file`, and T143 for what is wrong."""
    file = words_file(*words_text(folders, lang))
    language = read_language(file)
    file.finish()
    return language


def read_language(file: TomlFile) -> Language:
    """Take the table [language] out of a file, which is told what is missing or wrong in it."""
    keys = {field.name: field.name.rstrip("_") for field in fields(Language)}
    table = file.table(TABLE, needs=tuple(keys.values()), may=())
    return Language(**{name: _form(file, key, table.get(key)) for name, key in keys.items()})


def _form(file: TomlFile, key: str, value: Any) -> Any:
    """Return a list of words, pairs of pattern and form, or a text; what is missing is told already."""
    if key == "ordinals":
        return tuple(_ordinals(file, value or ()))
    if key in _LISTS:
        if isinstance(value, list) and all(isinstance(one, str) for one in value):
            return tuple(value)
        return _wrong(file, key, value, "a list of texts", ())
    return value if isinstance(value, str) else _wrong(file, key, value, "a text", "")


def _ordinals(file: TomlFile, pairs: Any) -> Any:
    for index, pair in enumerate(pairs if isinstance(pairs, list) else ()):
        match pair:
            case [str(pattern), str(form)] if _compiles(pattern):
                yield pattern, form
            case _:
                file.wrong("an entry is a pattern and a form", TABLE, "ordinals", index)


def _compiles(pattern: str) -> bool:
    try:
        re.compile(pattern)
    except re.error:
        return False
    return True


def _wrong(file: TomlFile, key: str, value: Any, wanted: str, instead: Any) -> Any:
    if value is not None:
        file.wrong(f"{key!r} must be {wanted}", TABLE, key)
    return instead
