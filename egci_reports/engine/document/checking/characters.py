"""Finds characters that no paper can hold: control characters, invisible and unassigned ones."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from egci_reports.engine.document.checking.slip import Rule, Slip

_SOFT_HYPHEN = "\u00ad"
_REFUSED = {
    "Cc": "a control character",
    "Cf": "an invisible character",
    "Cn": "an unassigned character",
    "Cs": "half a character",
    "Co": "a private character, which each font draws in its own way",
    "Zl": "a line separator",
    "Zp": "a paragraph separator",
}
_PLAIN = re.compile(
    "[\t\n\x20-\x7e\xa0-\xac\xae-\u036f\u2010-\u2027\u3000-\u303e\u4e00-\u9fa5\uff01-\uff5e]*"
)
"""Texts of such characters alone, which are most texts, need no second look."""


def odd_characters(text: str) -> Iterator[Slip]:
    """Yield a slip (T211) for each character that no paper can hold; line ends and tabs may stand."""
    if _PLAIN.fullmatch(text):
        return
    for index, character in enumerate(text):
        what = None if character in "\n\t" else _what(character)
        if what:
            message = f"U+{ord(character):04X} is {what}"
            yield Slip(Rule.CHARACTERS, character, index, message, "replace it in the record or the template")


def _what(character: str) -> str | None:
    if character == _SOFT_HYPHEN:
        return "a soft hyphen, which is invisible"
    if character == "\N{REPLACEMENT CHARACTER}":
        return "the mark that text was damaged before it came here"
    if ord(character) & 0xFFFE == 0xFFFE:
        return "no character"
    return _REFUSED.get(unicodedata.category(character))
