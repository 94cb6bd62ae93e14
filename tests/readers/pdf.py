"""Reads a finished PDF through its structure tree, block by block, and its bookmarks.

It shares no code with the writer: what it tells is what a screen reader meets.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import pikepdf

from tests.readers.blocks import Block, Cell, Role, tidy
from tests.readers.pdf_tags import Node, Target, Tree, read_tree, targets_of

_GROUPS = frozenset(("Document", "Sect", "TitleBlock", "Callout", "FigureGroup"))
_TEXTS: dict[str, Role] = {
    "GroupName": "group",
    "Title": "title",
    "Subtitle": "subtitle",
    "CalloutTitle": "box-title",
    "Caption": "caption",
    "TableNote": "table-note",
    "ContentsTitle": "contents-title",
    "P": "paragraph",
}
_HEADING = re.compile(r"H([1-6])\Z")
_SOURCE = re.compile(r"\[\d+\]\Z")
_APART = ("Lbl", "NoteMark")
"""What is painted within a text and is not of it: its number, the marks of footnotes."""


@lru_cache(maxsize=8)
def blocks_of(pdf: bytes) -> tuple[Block, ...]:
    """Return the blocks of a PDF in reading order; see `tests.readers.blocks`."""
    return tree_blocks(read_tree(pdf))


def tree_blocks(tree: Tree) -> tuple[Block, ...]:
    """Return the blocks of a structure tree that was read before."""
    return tuple(_blocks(tree.root, 0))


def _blocks(node: Node, depth: int) -> Iterator[Block]:
    """Yield the blocks of an element; `depth` counts the lists around it."""
    if node.tag in _GROUPS:
        yield from _several(node.nodes, depth)
    elif heading := _HEADING.match(node.tag):
        yield _text("heading", node, level=int(heading[1]))
    elif node.tag in _TEXTS:
        yield _text(_TEXTS[node.tag], node)
    elif node.tag == "BlockQuote":
        quoted, *notes = node.nodes
        yield _text("quotation", quoted)
        yield from _several(notes, depth)
    elif node.tag == "Note":
        label, body = node.nodes
        yield _text("footnote", body, label=label.text())
    elif node.tag == "Figure":
        yield Block("figure", tidy(node.alt or ""))
    elif node.tag == "Table":
        yield from _table(node)
    elif node.tag == "TOC":
        yield from _contents(node, 1)
    elif node.tag == "L":
        for item in node.nodes:
            yield from _item(item, node.attributes["ListNumbering"], depth + 1)
    else:
        raise AssertionError(f"the reader does not know the element {node.tag}")


def _several(nodes: Iterable[Node], depth: int) -> Iterator[Block]:
    for node in nodes:
        yield from _blocks(node, depth)


def _text(role: Role, node: Node, *, label: str | None = None, level: int | None = None) -> Block:
    labels = node.named("Lbl")
    if labels:
        label = labels[0].text()
    links = [link.address for kid in node.walk() for link in kid.links if link.address is not None]
    return Block(
        role,
        tidy(node.text(*_APART)),
        None if label is None else tidy(label),
        level,
        links=tuple(dict.fromkeys(links)),
    )


def _item(item: Node, numbering: str, depth: int) -> Iterator[Block]:
    """Yield a list's item: its first paragraph bears its label."""
    assert [kid.tag for kid in item.nodes] == ["Lbl", "LBody"], "an item is a label and a body"
    label, body = item.nodes
    said = tidy(label.text())
    role: Role = "source" if _SOURCE.match(said) else "fact" if numbering == "None" else "item"
    first, *rest = body.nodes
    yield _text(role, first, label=said, level=depth if role == "item" else None)
    yield from _several(rest, depth)


def _table(table: Node) -> Iterator[Block]:
    for caption in table.named("Caption"):
        yield _text("caption", caption)
    rows = [row for part in table.named("THead", "TBody") for row in part.nodes]
    yield Block("table", rows=tuple(tuple(_cell(cell) for cell in row.nodes) for row in rows))


def _cell(cell: Node) -> Cell:
    scope = cell.attributes.get("Scope")
    assert (cell.tag == "TH") == (scope is not None), "a header cell has a scope, others have none"
    return Cell(tidy(cell.text()), "column" if scope == "Column" else "row" if scope == "Row" else None)


def _contents(toc: Node, level: int) -> Iterator[Block]:
    for entry in toc.nodes:
        if entry.tag == "TOC":
            yield from _contents(entry, level + 1)
            continue
        for kid in entry.nodes:
            if kid.tag == "TOC":
                yield from _contents(kid, level + 1)
            else:
                yield _contents_line(kid, level)


def _contents_line(node: Node, level: int) -> Block:
    (page,) = [one for one in node.walk() if one.tag == "ContentsPage"]
    numbers = [tidy(one.text()) for one in node.walk() if one.tag == "ContentsNumber"]
    title = tidy(node.text("ContentsPage", "ContentsNumber"))
    return Block("contents", title, numbers[0] if numbers else None, level, int(page.text()))


# -- bookmarks ------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Bookmark:
    """A bookmark: its level (from 1), its words, and where it leads."""

    level: int
    title: str
    target: Target


def bookmarks_of(pdf: bytes) -> tuple[Bookmark, ...]:
    """Return the bookmarks of a PDF in their order."""
    with pikepdf.open(io.BytesIO(pdf)) as file:
        return tuple(_bookmarks(file, file.Root.Outlines, 1)) if "/Outlines" in file.Root else ()


def _bookmarks(file: pikepdf.Pdf, parent: Any, level: int) -> Iterator[Bookmark]:
    bookmark = parent.get("/First")
    while bookmark is not None:
        yield Bookmark(level, str(bookmark.Title), targets_of(file, bookmark))
        yield from _bookmarks(file, bookmark, level + 1)
        bookmark = bookmark.get("/Next")
