"""Quotations that a source's copy breaks off: which texts have one, and how they are told without."""

from __future__ import annotations

import re

_BROKEN_OFF = re.compile(r"“([^“”]*?)\s*[^\s“”]*…”")
_JOINING = 3
"""A small word of so many letters before the break joins what is cut off: and, of, the."""


def breaks_off(text: str) -> bool:
    """Return whether a quotation in a text breaks off."""
    return as_far_as_read(text) != text


def as_far_as_read(text: str) -> str:
    """Return a sentence whose quotation breaks off without its marks, the broken word and what joins it.

    “... in the development of AI and digit…” goes as far as: ... in the development of AI. No word is
    completed. Whole quotations stay as they are. The one that breaks off is shown in one place of a paper.
    """
    return _BROKEN_OFF.sub(lambda found: _whole(found[1]) or found[0], text)


def _whole(words: str) -> str:
    kept = words.split()
    while kept and kept[-1].islower() and len(kept[-1]) <= _JOINING:
        kept = kept[:-1]
    return " ".join(kept)
