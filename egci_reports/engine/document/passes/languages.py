"""Marks runs of Chinese that carry no language, so that fonts and screen readers treat them rightly."""

from __future__ import annotations

import re
from dataclasses import replace

from egci_reports.engine.document.nodes import Document, Inline, Text
from egci_reports.engine.document.passes.rewriter import Inlines, Place, Rewriter

TRADITIONAL = "zh-Hant-HK"
SIMPLIFIED = "zh-Hans-CN"

# Ideographs (with the planes beyond the basic one), Bopomofo, CJK and full-width punctuation
_HAN = (
    "\u2e80-\u2fdf\u3000-\u303f\u3100-\u312f\u31a0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\uff01-\uff60"
)
_RUN = re.compile(f"[{_HAN}\U00020000-\U0003ffff]+")


def mark_languages(document: Document) -> Document:
    """Return the document with each run of Chinese characters tagged zh-Hant-HK or zh-Hans-CN.

    Texts that carry a language keep it. A run is Simplified if GB 2312 has all its characters and Big5
    has not; otherwise Traditional, the group's own form.
    """
    return document if document.meta.lang.startswith("zh") else _Languages().document(document)


class _Languages(Rewriter):
    """Splits texts at the ends of Chinese runs."""

    def leaf(self, inline: Inline, place: Place) -> Inlines:  # noqa: ARG002 - Chinese is Chinese anywhere
        if not isinstance(inline, Text) or inline.lang or inline.text.isascii():
            return (inline,)
        parts: list[Inline] = []
        end = 0
        for match in _RUN.finditer(inline.text):
            if match.start() > end:
                parts.append(replace(inline, text=inline.text[end : match.start()]))
            parts.append(replace(inline, text=match[0], lang=chinese(match[0])))
            end = match.end()
        if not parts:
            return (inline,)
        return (*parts, replace(inline, text=inline.text[end:])) if end < len(inline.text) else tuple(parts)


def chinese(text: str) -> str:
    """Return the language tag of a text in Chinese characters."""
    return SIMPLIFIED if _fits(text, "gb2312") and not _fits(text, "big5") else TRADITIONAL


def _fits(text: str, codec: str) -> bool:
    try:
        text.encode(codec)
    except UnicodeEncodeError:
        return False
    return True
