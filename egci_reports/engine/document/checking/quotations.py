"""Blanks out quotations, whose words are not ours to correct."""

from __future__ import annotations

import re
from functools import lru_cache

from egci_reports.engine.language.wording import Wording

_BLANK = "\N{OBJECT REPLACEMENT CHARACTER}"


def unquoted(text: str, wording: Wording) -> str:
    """Return a text with its quotations blanked to the same length."""
    return _pattern(wording.quotes).sub(lambda match: blank(match[0]), text)


def blank(text: str) -> str:
    """Return as many marks that stand for nothing as a text has characters."""
    return _BLANK * len(text)


@lru_cache(maxsize=8)
def _pattern(quotes: tuple[str, str]) -> re.Pattern[str]:
    """Match what stands between the language's marks, or between straight ones."""
    before, after = map(re.escape, quotes)
    return re.compile(f'{before}[^{after}]*{after}|(?<!\\w)"[^"]*"')
