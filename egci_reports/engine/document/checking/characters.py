"""Finds characters that no paper can hold: control characters, unassigned ones, replacement marks."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator

from egci_reports.engine.document.checking.place import finding
from egci_reports.engine.document.meta import Meta
from egci_reports.engine.document.text import PAGE, BlockText
from egci_reports.errors import Finding

_REFUSED = {
    "Cc": "a control character",
    "Cn": "an unassigned character",
    "Cs": "half a character",
    "Co": "a private character, which each font draws in its own way",
    "Zl": "a line separator",
    "Zp": "a paragraph separator",
}
_ALLOWED = {"\n", PAGE}


def check_characters(meta: Meta, texts: Iterable[BlockText]) -> Iterator[Finding]:
    """Yield a finding for each character of these kinds (T211), with its text and record."""
    said = (meta.title, meta.short_title, meta.author, meta.subject, meta.keywords, meta.status)
    for text in (*(BlockText("title", words, "of the file") for words in said), *texts):
        if not text.text.isprintable() or "\N{REPLACEMENT CHARACTER}" in text.text:
            yield from _text(text)


def _text(text: BlockText) -> Iterator[Finding]:
    for index, character in enumerate(text.text):
        what = _what(character)
        if what and character not in _ALLOWED:
            message = f"U+{ord(character):04X} is {what}"
            yield finding("T211", message, text, index, "replace it in the record or the template")


def _what(character: str) -> str | None:
    if character == "\N{REPLACEMENT CHARACTER}":
        return "the mark that text was damaged before it came here"
    if ord(character) & 0xFFFE == 0xFFFE:
        return "no character"
    return _REFUSED.get(unicodedata.category(character))
