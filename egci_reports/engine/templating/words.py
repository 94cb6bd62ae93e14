"""Reads words.toml: the words that writers print, the wording of passes and checks, templates' words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import fields
from functools import lru_cache
from pathlib import Path
from typing import Any

from egci_reports.engine.document.meta import Words
from egci_reports.engine.language import ENGLISH
from egci_reports.engine.language.language import Language
from egci_reports.engine.language.load import TABLE, read_language, words_file, words_text
from egci_reports.engine.language.wording import Counted, Refused, Wording
from egci_reports.engine.templating.word_list import WordList, slots_of
from egci_reports.engine.toml_file import TomlFile

_OWN = (TABLE, "writers", "wording", "checks")


def load_words(folders: Sequence[Path], lang: str = ENGLISH) -> tuple[Words, WordList]:
    """Return the words of a language from the first of the template folders that has them.

    The table [language] says how the language writes, [writers], [wording] and [checks] become `Words`;
    everything else is the list. Raises TemplateError: T141 no file, T142 no TOML, T143 entries that are
    missing or wrong, each at its line.
    """
    name, text = words_text(folders, lang)
    return _words(name, text)


@lru_cache(maxsize=4)
def _words(name: str, text: str) -> tuple[Words, WordList]:
    """Return the words in a text: papers that are made one after the other read it once."""
    file = words_file(name, text)
    language = read_language(file)
    reading = _WordReader(file)
    words, word_list = reading.words(language), reading.word_list(language)
    file.finish()
    return words, word_list


class _WordReader:
    """Takes the words out of the file, noting what is wrong with them."""

    def __init__(self, file: TomlFile) -> None:
        self._file = file

    def words(self, language: Language) -> Words:
        """Take the tables for writers, passes and checks."""
        checks = self._file.table("checks", may=("allowed", "counted", "refused"))
        table = self._file.table(
            "wording", needs=(*_texts(Wording), "quotes", "inner_quotes"), may=("keep_together",)
        )
        wording = Wording(
            **self._filled(Wording, table, "wording"),
            quotes=self._quotes(table, "quotes"),
            inner_quotes=self._quotes(table, "inner_quotes"),
            keep_together=self._patterns(table.get("keep_together", []), "wording", "keep_together"),
            refused=self._refused(checks.get("refused", [])),
            allowed=self._several(checks.get("allowed", []), "checks", "allowed"),
            counted=self._counted(),
            number_words=language.numbers[1:],
        )
        table = self._file.table("writers", needs=_texts(Words), may=())
        return Words(**self._filled(Words, table, "writers"), wording=wording)

    def word_list(self, language: Language) -> WordList:
        """Take everything else."""
        rest = {key: value for key, value in self._file.values.items() if key not in _OWN}
        texts, lists = {}, {}
        for path, value in _flat(rest, ()):
            if isinstance(value, list):
                lists[".".join(path)] = self._several(value, *path)
            else:
                texts[".".join(path)] = self._text(value, *path)
        return WordList(self._file.file, language, texts, lists)

    def _filled(self, model: type[Words | Wording], table: Mapping[str, Any], name: str) -> dict[str, str]:
        """Return the texts of a model; each has the slots that the model's own text has."""
        texts = {}
        for key, default in _texts(model).items():
            texts[key] = text = self._text(table.get(key, default), name, key)
            if text and slots_of(text) != slots_of(default):
                slots = ", ".join(f"{{{slot}}}" for slot in sorted(slots_of(default)))
                self._file.wrong(f"{key!r} must have the slots: {slots or 'none'}", name, key)
        return texts

    def _text(self, value: Any, *path: str) -> str:
        """Return a text whose braces are in order, or nothing."""
        if not isinstance(value, str):
            self._file.wrong(f"{path[-1]!r} must be a text", *path)
            return ""
        try:
            slots_of(value)
        except ValueError as error:
            self._file.wrong(f"{path[-1]!r}: {error}", *path, hint="slots stand in braces: {year}")
            return ""
        return value

    def _several(self, value: Any, *path: str) -> tuple[str, ...]:
        if not isinstance(value, list) or not all(isinstance(one, str) for one in value):
            self._file.wrong(f"{path[-1]!r} must be a list of texts", *path)
            return ()
        return tuple(value)

    def _quotes(self, table: Mapping[str, Any], key: str) -> tuple[str, str]:
        match table.get(key, ["", ""]):
            case [str(before), str(after)]:
                return before, after
        self._file.wrong(f"{key!r} must be two marks, one before and one after", "wording", key)
        return "", ""

    def _patterns(self, value: Any, *path: str | int) -> tuple[str, ...]:
        return tuple(self._pattern(one, *path) for one in value if isinstance(value, list))

    def _pattern(self, value: Any, *path: str | int) -> str:
        try:
            re.compile(value)
        except (re.error, TypeError) as error:
            self._file.wrong(f"{value!r} is no regular expression: {error}", *path)
        return str(value)

    def _refused(self, entries: Any) -> tuple[Refused, ...]:
        found = []
        for index, entry in enumerate(entries if isinstance(entries, list) else ()):
            path = ("checks", "refused", index)
            match {"exact": False, **entry} if isinstance(entry, dict) else entry:
                case {"pattern": pattern, "say": str(say), "exact": bool(exact), **rest} if not rest:
                    found.append(Refused(self._pattern(pattern, *path, "pattern"), say, exact=exact))
                case _:
                    self._file.wrong("an entry has a pattern, what to say, and perhaps exact = true", *path)
        return tuple(found)

    def _counted(self) -> tuple[Counted, ...]:
        table = self._file.table("checks", "counted")
        return tuple(Counted(one, self._text(many, "checks", "counted", one)) for one, many in table.items())


def _texts(model: type[Words | Wording]) -> dict[str, str]:
    """Return the texts that a model has, with its own for each."""
    return {field.name: field.default for field in fields(model) if isinstance(field.default, str)}


def _flat(table: Mapping[str, Any], path: tuple[str, ...]) -> Iterator[tuple[tuple[str, ...], Any]]:
    for key, value in table.items():
        if isinstance(value, dict):
            yield from _flat(value, (*path, key))
        else:
            yield (*path, key), value
