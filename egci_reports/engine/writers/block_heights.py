"""How high blocks are, about: decides before anything is laid out what stays together, in both formats."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from math import ceil, inf

from egci_reports.engine.document.inlines import Break, Inline
from egci_reports.engine.document.nodes import (
    Block,
    Entry,
    Fields,
    Item,
    ItemList,
    Paragraph,
    Row,
    Source,
    Table,
)
from egci_reports.engine.document.passes.plain import plain_text
from egci_reports.engine.theme.model import TextStyle, Theme
from egci_reports.engine.writers.drawing.text import estimate


@dataclass(frozen=True, slots=True)
class Heights:
    """Tells the heights of blocks in a column `width` points wide. Lengths in points."""

    theme: Theme
    width: float

    def row(self, table: Table, row: Row) -> float:
        """Return the height of a row of a table."""
        look, style = self.theme.table, self.theme.style("compact" if table.compact else "table")
        total = sum(column.share for column in table.columns)
        rooms = (self.width * column.share / total for column in table.columns)
        lines = max(
            _lines(cell.content, style, room - look.cell_left - look.cell_right)
            for cell, room in zip(row.cells, rooms, strict=True)
        )
        return lines * style.leading + look.cell_top + look.cell_bottom

    def source(self, source: Source) -> float:
        """Return the height of an entry in a list of sources."""
        return self._text(source.content, "source", self.theme.lists.number_indent)

    def item(self, paragraph: Paragraph) -> float:
        """Return the height of a paragraph that is an item of a list in the text."""
        return self._text(paragraph.content, "list", self.theme.lists.inset + self.theme.lists.indent)

    def entry(self, entry: Entry) -> float:
        """Return the height of a labelled fact."""
        return self._text(entry.content, "field", self.theme.lists.field_indent)

    def of(self, blocks: Iterable[Block]) -> float:
        """Return the height of paragraphs, lists and labelled facts; that of other blocks has no bound."""
        return sum(self._block(block) for block in blocks)

    def _block(self, block: Block) -> float:
        match block:
            case Paragraph():
                return self._text(block.content, block.role)
            case Fields():
                return sum(self.entry(entry) for entry in block.entries)
            case ItemList():
                return sum(self._items(block.items))
        return inf

    def _items(self, items: Iterable[Item]) -> Iterator[float]:
        for child in (child for item in items for child in item.children):
            yield self.item(child) if isinstance(child, Paragraph) else inf

    def _text(self, content: tuple[Inline, ...], name: str, hang: float = 0.0) -> float:
        style = self.theme.style(name)
        return _lines(content, style, self.width - hang) * style.leading + style.after


def _lines(content: tuple[Inline, ...], style: TextStyle, room: float) -> int:
    """Return how many lines a text takes."""
    return sum(max(1, ceil(estimate(part, style.size) / room)) for part in _parts(content))


def _parts(content: tuple[Inline, ...]) -> Iterator[str]:
    """Yield the words between breaks."""
    part: list[Inline] = []
    for inline in content:
        if isinstance(inline, Break):
            yield plain_text(part)
            part = []
        else:
            part.append(inline)
    yield plain_text(part)
