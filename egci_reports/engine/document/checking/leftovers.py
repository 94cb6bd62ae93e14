"""Finds what programming leaves in a text: None, nan, brackets of templates, doubled spaces and stops."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from egci_reports.engine.document.checking.place import finding
from egci_reports.engine.document.text import BlockText
from egci_reports.errors import Finding

_SPOKEN = frozenset({"paragraph", "footnote", "note", "alt", "caption", "heading"})
# "None" is a good word of a cell; in running text only at the start of a sentence or after a colon
_NONE = re.compile(r"(?<!^)(?<![.!?:;(] )(?<!\()\bNone\b")
_LEFTOVERS = re.compile(
    r"\b(?:nan|NaN|TBC|TBD|TODO|XXX|undefined|Undefined)\b|\[\]|\{\}|\{\{|\}\}|\{%|%\}|<[\w.]+ object at|\(\)"
)
_DOUBLED = re.compile(r"[ \u00a0]{2,}|(?<!\.)\.\.(?!\.)|,,|;;| [,;](?!\S)|\( | \)")


def check_leftovers(texts: Iterable[BlockText]) -> Iterator[Finding]:
    """Yield a finding for each leftover (T221) and each doubled or misplaced mark (T222)."""
    for text in texts:
        for match in _LEFTOVERS.finditer(text.text):
            yield finding("T221", f"{match[0]!r} is left over", text, match.start(), "say it in words")
        if text.kind in _SPOKEN:
            for match in _NONE.finditer(text.text):
                yield finding("T221", "'None' in a sentence", text, match.start(), "say what is not known")
        for match in _DOUBLED.finditer(text.text):
            yield finding("T222", f"{match[0]!r} in a sentence", text, match.start(), "take one out")
