"""Bends apostrophes: records are typed with straight ones, papers print the language's own."""

from __future__ import annotations

import re
from dataclasses import replace

from egci_reports.engine.document.inlines import Inline, Text
from egci_reports.engine.document.nodes import Document
from egci_reports.engine.document.passes.rewriter import Inlines, Place, Rewriter

_STRAIGHT = re.compile(r"(?<=\w)'(?=\w)|(?<=s)'(?=\s)")
"""An apostrophe within a word, or after the s of a plural; feet, minutes and quotations are none."""


def bend_apostrophes(document: Document) -> Document:
    """Return the document with the apostrophes of its language in all texts, those of others' too."""
    return _Apostrophes(document.words.wording.apostrophe).document(document)


class _Apostrophes(Rewriter):
    """Puts one mark for the straight one."""

    def __init__(self, mark: str) -> None:
        self._mark = mark

    def leaf(self, inline: Inline, place: Place) -> Inlines:  # noqa: ARG002 - they bend everywhere
        if not isinstance(inline, Text) or "'" not in inline.text:
            return (inline,)
        return (replace(inline, text=_STRAIGHT.sub(self._mark, inline.text)),)
