"""Finds the entry in a field: what was typed, without the prompt that asks for it."""

from __future__ import annotations

import re
from itertools import takewhile

from egci_reports.app.collecting.printable import in_words
from egci_reports.app.collecting.quote import quoted
from egci_reports.app.collecting.values import NotRead
from egci_reports.engine.templating.word_list import WordList
from egci_reports.forms.filled import Filled
from egci_reports.forms.model import Field, FieldKind

_BLANKS = re.compile(r"[ \t\u00a0\u2009\u202f]+")
_WORDS_PROMPTS = ("Click or tap", "Click here", "Choose an item", "按一下", "单击", "點選")
"""How the prompts begin that Word shows in a field that was emptied."""


def entry(filled: Filled, asked: Field, words: WordList) -> str:
    """Return the text of a field, tidied: one line, or lines without loose ends; "" if it is blank.

    Raises NotRead if the prompt is still in it, or Word takes it for a prompt.
    """
    text = tidy(filled.text, asked.kind, words)
    if not text or text == asked.prompt or (filled.is_prompt and text.startswith(_WORDS_PROMPTS)):
        return ""
    if filled.is_prompt:
        raise NotRead(f"Word takes {quoted(text)} for a prompt, not an entry")
    if _has_prompt(text, asked.prompt):
        raise NotRead(f"the prompt still stands in {quoted(text)}, so that it is no entry")
    return text


def tidy(text: str, kind: FieldKind, words: WordList) -> str:
    """Return a text as entries are kept: one line, or lines without loose ends, marks turned into words."""
    lines = [_BLANKS.sub(" ", line).strip() for line in in_words(text, words).split("\n")]
    return "\n".join(lines).strip() if kind is FieldKind.TEXT else " ".join(filter(None, lines))


def _has_prompt(text: str, prompt: str) -> bool:
    """Return whether a prompt was left standing in an entry, before, after or around what was typed."""
    if " " not in prompt:  # such as "Unit": only where the entry was typed right before it
        return text.endswith(prompt) and text[-len(prompt) - 1 :][:1].isalnum()
    if prompt in text:
        return True
    alike = sum(1 for _ in takewhile(_is_same, zip(text, prompt, strict=False)))
    alike += sum(1 for _ in takewhile(_is_same, zip(reversed(text), reversed(prompt), strict=False)))
    return len(text) > len(prompt) <= alike


def _is_same(pair: tuple[str, str]) -> bool:
    return pair[0] == pair[1]
