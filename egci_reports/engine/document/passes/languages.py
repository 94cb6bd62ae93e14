"""Marks runs of Chinese that carry no language, so that fonts and screen readers treat them rightly."""

from __future__ import annotations

from dataclasses import replace

from egci_reports.engine.document.nodes import Document, Inline, Text
from egci_reports.engine.document.passes.rewriter import Inlines, Place, Rewriter
from egci_reports.engine.language.characters import CHINESE_RUN, is_chinese_tag, tag_of


def mark_languages(document: Document) -> Document:
    """Return the document with each run of Chinese characters tagged zh-Hant-HK or zh-Hans-CN.

    Texts that carry a language keep it. A run is Simplified if GB 2312 has all its characters and Big5
    has not; otherwise Traditional.
    """
    return document if is_chinese_tag(document.meta.lang) else _Languages().document(document)


class _Languages(Rewriter):
    """Splits texts at the ends of Chinese runs."""

    def leaf(self, inline: Inline, place: Place) -> Inlines:  # noqa: ARG002 - Chinese is Chinese anywhere
        if not isinstance(inline, Text) or inline.lang or inline.text.isascii():
            return (inline,)
        parts: list[Inline] = []
        end = 0
        for match in CHINESE_RUN.finditer(inline.text):
            if match.start() > end:
                parts.append(replace(inline, text=inline.text[end : match.start()]))
            parts.append(replace(inline, text=match[0], lang=tag_of(match[0])))
            end = match.end()
        if not parts:
            return (inline,)
        return (*parts, replace(inline, text=inline.text[end:])) if end < len(inline.text) else tuple(parts)
