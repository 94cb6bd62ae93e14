"""Text as runs: cut where the script changes, with the face and the language each part is read in."""

from __future__ import annotations

import re
from dataclasses import replace

from egci_reports.engine.language.characters import is_chinese_tag, parts_by_script
from egci_reports.engine.theme.model import Theme
from egci_reports.engine.writers.word.formats import PLAIN, RunFormat, run_properties
from egci_reports.engine.writers.word.languages import word_tag
from egci_reports.engine.writers.word.markup import NOTHING, Xml, chars, join

_OWN_ELEMENTS = {
    "\t": Xml("<w:tab/>"),
    "\n": Xml("<w:br/>"),
    "\u00ad": Xml("<w:softHyphen/>"),
    "\u2011": Xml("<w:noBreakHyphen/>"),
}
"""Characters that are elements in Word (ISO/IEC 29500-1, 17.3.3)."""
_CUT = re.compile("([\t\n\u00ad\u2011])")
TAB = Xml("<w:r><w:tab/></w:r>")
BREAK = Xml("<w:r><w:br/></w:r>")
_SIMPLIFIED = "zh-CN"


def run(content: Xml, said: RunFormat = PLAIN) -> Xml:
    """Return one run around its content."""
    return Xml(f"<w:r>{run_properties(said)}{content}</w:r>")


def text_content(text: str) -> Xml:
    """Return the content of a run: text with its spaces kept, and elements for tabs, breaks, hyphens."""
    if not _CUT.search(text):
        return Xml(f'<w:t xml:space="preserve">{chars(text)}</w:t>') if text else NOTHING
    return join(_OWN_ELEMENTS.get(piece) or text_content(piece) for piece in _CUT.split(text) if piece)


def text_runs(
    theme: Theme, text: str, lang: str | None = None, said: RunFormat = PLAIN, *, leaning: bool = False
) -> Xml:
    """Return a text as runs; `lang` is its BCP 47 tag where it differs from the paper's.

    Chinese characters without a tag are read as those of Hong Kong. They stand upright, also where the
    paragraph's style is `leaning`: leaning Chinese is hard to read.
    """
    if not text:
        return NOTHING
    upright = replace(said, italic=False) if leaning or said.italic else said
    if lang is not None and is_chinese_tag(lang):
        return run(text_content(text), _chinese(theme, upright, word_tag(lang)))
    if lang is not None:
        said = replace(said, lang=word_tag(lang))
    if text.isascii():
        return run(text_content(text), said)
    return join(
        run(text_content(piece), _chinese(theme, upright, "zh-HK") if chinese else said)
        for piece, chinese in parts_by_script(text)
    )


def _chinese(theme: Theme, said: RunFormat, tag: str) -> RunFormat:
    face = theme.fonts.chinese_cn_word if tag == _SIMPLIFIED else theme.fonts.chinese_hk_word
    return replace(said, east_asian=face, east_asian_lang=tag)
