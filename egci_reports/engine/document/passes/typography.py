"""Keeps together what should not part at a line's end, and joins texts that passes left in pieces."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache
from itertools import pairwise

from egci_reports.engine.document.nodes import Document, Inline, Text
from egci_reports.engine.document.passes.rewriter import Inlines, Place, Rewriter

NO_BREAK = "\N{NO-BREAK SPACE}"


def keep_together(document: Document) -> Document:
    """Return the document with no-break spaces in what the language keeps together: "9 October".

    Cells of tables are left alone: they are narrow. Nothing but spaces changes.
    """
    return _Typography(document.words.wording.keep_together).document(document)


class _Typography(Rewriter):
    """Replaces the spaces within matches."""

    reads_cells = False

    def __init__(self, patterns: tuple[str, ...]) -> None:
        self._pattern = _compiled(patterns)

    def content(self, content: Inlines, place: Place) -> Inlines:
        return super().content(_joined(content), place)

    def leaf(self, inline: Inline, place: Place) -> Inlines:  # noqa: ARG002 - cells are not read
        if not isinstance(inline, Text) or self._pattern is None:
            return (inline,)
        text = self._pattern.sub(lambda match: match[0].replace(" ", NO_BREAK), inline.text)
        return (inline,) if text == inline.text else (replace(inline, text=text),)


@lru_cache(maxsize=8)
def _compiled(patterns: tuple[str, ...]) -> re.Pattern[str] | None:
    return re.compile("|".join(f"(?:{pattern})" for pattern in patterns)) if patterns else None


def _joined(content: Inlines) -> Inlines:
    """Return inlines with neighbouring texts of one language joined; the same tuple if there are none."""
    if not any(_pair(a, b) for a, b in pairwise(content)):
        return content
    joined: list[Inline] = []
    for inline in content:
        last = joined[-1] if joined else None
        if isinstance(last, Text) and isinstance(inline, Text) and last.lang == inline.lang:
            joined[-1] = replace(last, text=last.text + inline.text, names=last.names + inline.names)
        else:
            joined.append(inline)
    return tuple(joined)


def _pair(a: Inline, b: Inline) -> bool:
    return isinstance(a, Text) and isinstance(b, Text) and a.lang == b.lang
