"""An officer's plain text as blocks: a blank line makes a paragraph, "- " a list item, nothing else."""

from __future__ import annotations

import re

from egci_reports.engine.document.inlines import Text
from egci_reports.engine.document.nodes import Block, Item, ItemList, Paragraph, ParagraphRole

_BLANK = re.compile(r"\n[ \t]*(?:\n[ \t]*)+")
_ITEM = re.compile(r"[ \t]*-(?: +|$)")
_SPACES = re.compile(r"[ \t\n\r\f]+")


def blocks_of_text(text: str, *, numbered: bool = False, role: ParagraphRole = "body") -> tuple[Block, ...]:
    """Return the paragraphs and lists of an officer's text; `numbered` paragraphs take part in numbering.

    Line ends within a paragraph or an item are spaces. Items with blank lines between them are one list.
    """
    blocks: list[Block] = []
    for part in _BLANK.split(text.replace("\r\n", "\n").strip(" \t\n")):
        for block in _part(part, numbered=numbered, role=role):
            last = blocks[-1] if blocks else None
            if isinstance(block, ItemList) and isinstance(last, ItemList):
                blocks[-1] = ItemList("bullet", last.items + block.items)
            else:
                blocks.append(block)
    return tuple(blocks)


def lines_of_text(text: str) -> tuple[str, ...]:
    """Return an officer's text line by line: a paragraph a line, items with their dash, blanks between."""
    lines: list[str] = []
    for block in blocks_of_text(text):
        if lines:
            lines.append("")
        if isinstance(block, ItemList):
            lines += [f"- {_words(item.children)}" for item in block.items]
        else:
            lines.append(_words((block,)))
    return tuple(lines)


def _words(blocks: tuple[Block, ...]) -> str:
    return " ".join(
        inline.text
        for block in blocks
        if isinstance(block, Paragraph)
        for inline in block.content
        if isinstance(inline, Text)
    )


def _part(part: str, *, numbered: bool, role: ParagraphRole) -> list[Block]:
    """Return the blocks of a part without blank lines: a paragraph, its list, or both."""
    lines: list[str] = []
    items: list[list[str]] = []
    for line in part.split("\n"):
        mark = _ITEM.match(line)
        if mark:
            items.append([line[mark.end() :]])
        else:
            (items[-1] if items else lines).append(line)
    paragraph = _joined(lines)
    blocks: list[Block] = []
    if paragraph:
        blocks.append(Paragraph((Text(paragraph),), role, numbered=numbered))
    texts = [text for text in map(_joined, items) if text]
    if texts:
        blocks.append(ItemList("bullet", tuple(Item((Paragraph((Text(text),)),)) for text in texts)))
    return blocks


def _joined(lines: list[str]) -> str:
    return _SPACES.sub(" ", " ".join(lines)).strip(" ")
