"""Finds words that house style refuses and numbers that do not fit their nouns, outside quotations."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from egci_reports.engine.document.checking.slip import Rule, Slip
from egci_reports.engine.language.wording import Wording
from egci_reports.errors import Severity

# What may stand between a number and its noun: one word that is no preposition or conjunction
_BETWEEN = r"(?:(?!(?:of|in|to|and|or|the|at|for|as|is)\b)[A-Za-z-]+[ \u00a0])?"
# "1" is no count in "Table 1", "21", "0.1", "2 001", "1-2"
_ALONE = (
    r"(?<![\w.,/-])(?<!\d[ \u00a0\u2009\u202f])(?<!Table[ \u00a0])(?<!Figure[ \u00a0])(?<!paragraph[ \u00a0])"
)


def misworded(text: str, wording: Wording) -> Iterator[Slip]:
    """Yield an error for each slip of number (T231), a warning for each refused word (T241).

    Refused words may stand in the phrases that the language allows ("Asia-Pacific Economic Cooperation").
    """
    for one in wording.refused:
        for match in _refused(one.pattern, exact=one.exact).finditer(text):
            if not _is_allowed(text, match, wording.allowed):
                message = f"house style refuses {match[0]!r}"
                yield Slip(Rule.HOUSE_STYLE, match[0], match.start(), message, one.say, Severity.WARNING)
    if numbers := _numbers(wording):
        for match in numbers.finditer(text):
            message = f"{match[0]!r}: number and noun do not fit"
            yield Slip(
                Rule.NUMBERS,
                match[0],
                match.start(),
                message,
                "mend the noun; a template uses the filter `counted`",
            )


def _is_allowed(text: str, match: re.Match[str], phrases: Iterable[str]) -> bool:
    """Whether the words matched stand in one of the phrases; spaces of the finished text may not break."""
    plain = text.replace("\u00a0", " ")
    for phrase in phrases:
        at = plain.find(phrase, max(0, match.end() - len(phrase)), match.start() + len(phrase))
        if 0 <= at <= match.start():
            return True
    return False


@lru_cache(maxsize=256)
def _refused(pattern: str, *, exact: bool) -> re.Pattern[str]:
    return re.compile(pattern, 0 if exact else re.IGNORECASE)


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
