"""Finds what is left over in a text: words to be filled in, marks of programs, doubled spaces and stops."""

from __future__ import annotations

import re
from collections.abc import Iterator

from egci_reports.engine.document.checking.slip import Rule, Slip

# "None" is a good word of a cell; in running text only at the start of a sentence or after a colon
_NONE = re.compile(r"(?<!^)(?<![.!?:;(] )(?<!\()\bNone\b")
_LEFTOVERS = re.compile(
    r"\b(?:nan|NaN|TB[ACD]|tb[cd]|TODO|FIXME|[Uu]ndefined|X{3,}|x{3,}|[Ll]orem ipsum)\b"
    r"|\[[ \u00a0_]*\]|\{\}|\{\{|\}\}|\{%|%\}|<[\w.]+ object at|\(\)|\?{2,}|_{3,}"
)
_DOUBLED = re.compile(r"[ \u00a0]{2,}|(?<!\.)\.\.(?!\.)|,,|;;| [,;](?!\S)|\( | \)")


def leftovers(text: str, *, spoken: bool = True) -> Iterator[Slip]:
    """Yield a slip for each leftover (T221) and each doubled or misplaced mark (T222).

    Of a sentence that is `spoken`, "None" is a leftover too.
    """
    for match in _LEFTOVERS.finditer(text):
        yield Slip(Rule.LEFTOVERS, match[0], match.start(), f"{match[0]!r} is left over", "say it in words")
    if spoken:
        for match in _NONE.finditer(text):
            yield Slip(
                Rule.LEFTOVERS, match[0], match.start(), "'None' in a sentence", "say what is not known"
            )
    for match in _DOUBLED.finditer(text):
        yield Slip(Rule.MARKS, match[0], match.start(), f"{match[0]!r} in a sentence", "take one out")
