"""Blanks out quotations, whose words are not ours to correct."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache

from egci_reports.engine.document.text import BlockText
from egci_reports.engine.language.wording import Wording

_BLANK = "\N{OBJECT REPLACEMENT CHARACTER}"


def unquoted(text: BlockText, wording: Wording) -> BlockText:
    """Return a text with its quotations blanked to the same length."""
    if text.kind == "quotation":
        return replace(text, text=_BLANK * len(text.text))
    words = _pattern(wording.quotes).sub(lambda match: _BLANK * len(match[0]), text.text)
    return text if words == text.text else replace(text, text=words)


@lru_cache(maxsize=8)
def _pattern(quotes: tuple[str, str]) -> re.Pattern[str]:
    """Match what stands between the language's marks, or between straight ones."""
    before, after = map(re.escape, quotes)
    return re.compile(f'{before}[^{after}]*{after}|(?<!\\w)"[^"]*"')
