"""Finds words that house style refuses and numbers that do not fit their nouns, outside quotations."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from egci_reports.document.checking.place import finding
from egci_reports.document.text import BlockText
from egci_reports.document.wording import Refused, Wording
from egci_reports.errors import Finding, Severity

# What may stand between a number and its noun: one word that is no preposition or conjunction
_BETWEEN = r"(?:(?!(?:of|in|to|and|or|the|at|for|as|is)\b)[A-Za-z-]+[ \u00a0])?"
# "1" is no count in "Table 1", "21", "0.1", "2 001", "1-2"
_ALONE = (
    r"(?<![\w.,/-])(?<!\d[ \u00a0\u2009\u202f])(?<!Table[ \u00a0])(?<!Figure[ \u00a0])(?<!paragraph[ \u00a0])"
)


def check_wording(texts: Iterable[BlockText], wording: Wording) -> Iterator[Finding]:
    """Yield an error for each slip of number (T231), a warning for each refused word (T241).

    Refused words may stand in the phrases that the language allows ("Asia-Pacific Economic Cooperation").
    """
    refused = [(_refused(one), one) for one in wording.refused]
    allowed = _any(wording.allowed)
    numbers = _numbers(wording)
    for text in texts:
        if allowed:
            yield from _style(text, refused, [match.span() for match in allowed.finditer(text.text)])
        else:
            yield from _style(text, refused, [])
        if numbers:
            for match in numbers.finditer(text.text):
                message = f"{match[0]!r}: number and noun do not fit"
                yield finding("T231", message, text, match.start(), "use the filter `counted`")


def _style(
    text: BlockText, refused: list[tuple[re.Pattern[str], Refused]], allowed: list[tuple[int, int]]
) -> Iterator[Finding]:
    for pattern, one in refused:
        for match in pattern.finditer(text.text):
            if not any(start <= match.start() and match.end() <= end for start, end in allowed):
                message = f"house style refuses {match[0]!r}"
                yield finding("T241", message, text, match.start(), one.say, Severity.WARNING)


@lru_cache(maxsize=256)
def _refused(one: Refused) -> re.Pattern[str]:
    return re.compile(one.pattern, 0 if one.exact else re.IGNORECASE)


@lru_cache(maxsize=8)
def _any(phrases: tuple[str, ...]) -> re.Pattern[str] | None:
    """Match any of the phrases, the longest that fits; its spaces may not break in the finished text."""
    longest_first = sorted(phrases, key=len, reverse=True)
    pattern = "|".join(re.escape(phrase).replace(r"\ ", "[ \u00a0]") for phrase in longest_first)
    return re.compile(pattern) if phrases else None


@lru_cache(maxsize=8)
def _numbers(wording: Wording) -> re.Pattern[str] | None:
    """Match "1 areas", "one plenary meetings" and, at a clause's end or before a verb, "2 area"."""
    if not wording.counted:
        return None
    one = "|".join(re.escape(noun.one) for noun in wording.counted)
    many = "|".join(re.escape(noun.many) for noun in wording.counted)
    words = "|".join(("0", r"[2-9]", r"[1-9]\d+", *map(re.escape, wording.number_words)))
    single = rf"{_ALONE}(?:1|[Oo]ne)[ \u00a0]{_BETWEEN}(?:{many})\b"
    several = (
        rf"{_ALONE}(?:{words})[ \u00a0]{_BETWEEN}(?:{one})(?=[.,;:)]|$|[ \u00a0](?:are|were|have|of|in|at)\b)"
    )
    return re.compile(f"{single}|{several}")
