"""Quotations that break off within a word: whether a text has one, and how it is told without it."""

from __future__ import annotations

import re

_BROKEN = re.compile(r"“([^“”]*?)[\s,;:]*\w+…”")
"""A quotation that ends in a part of a word: "… of AI and digit…"."""
_HANGING = re.compile(
    r"(?:[\s,;:]+(?:and|or|of|in|for|to|the|a|an|with|on|by|as|from|between))+$", re.IGNORECASE
)
"""Words at the end of what is left that lead on to the next, which the source does not have."""


def breaks_off(text: str) -> bool:
    """Return whether a quotation in a text breaks off within a word."""
    return _BROKEN.search(text) is not None


def told_as_far(text: str) -> str:
    """Return a text with such a quotation told as far as whole words go, without quotation marks.

    No word is completed. A text without such a quotation stays as it is.
    """
    return _BROKEN.sub(lambda found: _HANGING.sub("", found[1]), text)
