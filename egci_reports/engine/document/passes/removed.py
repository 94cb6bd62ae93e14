"""Tells in words what is struck out: whoever copies a text, or hears it, knows of no line through it."""

from __future__ import annotations

from egci_reports.engine.document.inlines import Inline, Styled, Text
from egci_reports.engine.document.nodes import Document
from egci_reports.engine.document.passes.rewriter import Inlines, Place, Rewriter


def tell_removed(document: Document) -> Document:
    """Return the document with words around those that are struck out: "[deleted: in]"."""
    before, _, after = document.words.removed.partition("{text}")
    return _Removed(before, after).document(document)


class _Removed(Rewriter):
    """Puts words around stretches that are struck out."""

    reads_text = False

    def __init__(self, before: str, after: str) -> None:
        self._before, self._after = before, after

    def content(self, content: Inlines, place: Place) -> Inlines:
        content = super().content(content, place)
        if not any(_is_removed(inline) for inline in content):
            return content
        told: list[Inline] = []
        for inline in content:
            told += (Text(self._before), inline, Text(self._after)) if _is_removed(inline) else (inline,)
        return tuple(told)


def _is_removed(inline: Inline) -> bool:
    return isinstance(inline, Styled) and inline.style == "removed"
