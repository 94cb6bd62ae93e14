"""Where a line may end: Latin words, Chinese, and the signs that may not begin or end a line."""

from __future__ import annotations

import re

from egci_reports.engine.language.characters import CHINESE_RUN, is_chinese

_NOT_FIRST = frozenset(
    "!%),.:;?]}¢°’”†‡›℃、。〃々〉》」』】〕〗〞︰︶︺︾﹀﹂﹄﹐﹑﹒﹔﹕﹖﹗﹚﹜！％），．：；？］｝～ー…—·‧"
)
"""Signs that may not begin a line (kinsoku; GB/T 15834, 5.1.10)."""
_NOT_LAST = frozenset("$(£¥‘“〈《「『【〔〖〝﹙﹛＄（．［｛￡￥")
"""Signs that may not end a line."""
_LONGEST_NAME = 4
"""A person's name in Chinese has no more characters."""
_SIMPLE = re.compile(r"[!-,./-~\u00a0-\u02ff]*\Z")
"""Words without hyphens, dashes and Chinese: they break nowhere."""


def may_break(before: str, after: str) -> bool:
    """Whether a line may end between two characters that no space parts.

    Hyphens before a letter and dashes end a line; a slash does not (Word and LibreOffice differ there),
    nor does a hyphen before a digit.
    """
    if after in _NOT_FIRST or before in _NOT_LAST:
        return False
    if is_chinese(before) or is_chinese(after):
        return True
    if before == "-":
        return after.isalpha()
    return before in "–—\u200b\u2009" and after.isalnum()


def unbroken(word: str, before: str) -> list[str]:
    """Cut a word (no spaces in it) where a line may end; `before` is the character it follows, or "".

    The first part is empty if the line may end before the word itself. Some few Chinese characters among
    others are a name, which stays whole.
    """
    if _SIMPLE.match(word) and (not before or _SIMPLE.match(before)):
        return [word]
    names = (found for found in CHINESE_RUN.finditer(word) if len(found[0]) <= _LONGEST_NAME)
    whole = {index for found in names for index in range(found.start() + 1, found.end())}
    parts, start, last = [], 0, before
    for index, character in enumerate(word):
        if last and index not in whole and may_break(last, character):
            parts.append(word[start:index])
            start = index
        last = character
    parts.append(word[start:])
    return parts
