"""White space as HTML has it: runs become one, none at a block's ends, a break, or before a footnote."""

from __future__ import annotations

from dataclasses import replace

from egci_reports.engine.document.inlines import Inline, Link, Styled, Text
from egci_reports.engine.document.parsing.tag import SPACES


class SpaceCollapser:
    """Collapses the text chunks of one block in turn, remembering whether a space came last."""

    def __init__(self) -> None:
        self._after_space = True

    def text(self, chunk: str) -> str:
        """Return a chunk of text with its white space collapsed against what came before it."""
        text = SPACES.sub(" ", chunk)
        if self._after_space:
            text = text.removeprefix(" ")
        if text:
            self._after_space = text.endswith(" ")
        return text

    def mark(self, *, space: bool = False) -> None:
        """Note that something other than text stands here; `space` if it swallows a space after it."""
        self._after_space = space


def trimmed(content: list[Inline]) -> list[Inline]:
    """Return inlines without a space at their end, and without texts that are empty for it."""
    content = list(content)
    while content:
        match content[-1]:
            case Text(text):
                text = text.rstrip(" ")
                if text:
                    content[-1] = replace(content[-1], text=text)
                    return content
                content.pop()
            case Styled() | Link():
                last = content[-1]
                inside = trimmed(list(last.content))
                if inside:
                    content[-1] = replace(last, content=tuple(inside))
                    return content
                content.pop()
            case _:
                return content
    return content
