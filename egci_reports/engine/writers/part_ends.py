"""Which paragraphs or rows end a part together, in both formats: its last page is not one of two lines."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise, takewhile

from egci_reports.engine.document.nodes import (
    Block,
    Entry,
    Fields,
    ItemList,
    Orientation,
    Paragraph,
    Row,
    Section,
    Source,
    SourceList,
    Table,
)
from egci_reports.engine.theme.model import Theme
from egci_reports.engine.writers.block_heights import Heights

_SHARE = 1 / 7
"""The share of a page that the last paragraphs of a part fill together."""
_MOST = 3
"""So many stay together at most: LibreOffice parts longer chains of paragraphs."""
_MOST_ROWS = 5
"""So many rows do: they are lower than paragraphs, and LibreOffice keeps them."""
_LONGEST = 1 / 4
"""The share of a page up to which a paragraph is moved whole; more would leave a gap."""

Line = Paragraph | Source | Entry | Row


class PartEnds:
    """Tells which paragraphs, items, facts, sources and rows stay together since a part ends with them."""

    def __init__(self, blocks: Sequence[Block], theme: Theme) -> None:
        self._theme = theme
        self._staying: set[int] = set()
        self._whole: set[int] = set()
        self._walk(blocks, "portrait", ends=True)

    def stays(self, line: Line) -> bool:
        """Whether one stays on the page of the next."""
        return id(line) in self._staying

    def is_whole(self, line: Line) -> bool:
        """Whether one is not parted."""
        return id(line) in self._whole

    def _walk(self, blocks: Sequence[Block], orientation: Orientation, *, ends: bool) -> None:
        for index, (block, following) in enumerate(pairwise((*blocks, None))):
            is_last = ends if following is None else _begins_page(following, orientation)
            if isinstance(block, Section):
                own = block.orientation if block.level == 1 else orientation
                self._walk(block.children, own, ends=is_last or own != orientation)
            elif is_last:
                self._end(blocks[: index + 1], orientation)

    def _end(self, blocks: Sequence[Block], orientation: Orientation) -> None:
        """Hold the last paragraphs among blocks together, as many as fill their share of a page."""
        width, height = self._theme.page.text_size(landscape=orientation == "landscape")
        heights, filled, held = Heights(self._theme, width), 0.0, list[Line]()
        for line, own in takewhile(lambda one: one[1] <= _LONGEST * height, _from_the_end(blocks, heights)):
            held.append(line)
            filled += own
            if filled >= _SHARE * height or len(held) == (_MOST_ROWS if isinstance(line, Row) else _MOST):
                break
        self._whole.update(map(id, held))
        self._staying.update(map(id, held[1:]))


def _begins_page(block: Block, orientation: Orientation) -> bool:
    return isinstance(block, Section) and (
        block.new_page or (block.level == 1 and block.orientation != orientation)
    )


def _from_the_end(blocks: Sequence[Block], heights: Heights) -> Iterator[tuple[Line, float]]:
    """Yield the lines that blocks end with, the last first, and the height of each."""
    for block in reversed(blocks):
        match block:
            case Paragraph():
                yield block, heights.of((block,))
            case Fields():
                yield from ((one, heights.entry(one)) for one in reversed(block.entries))
            case SourceList():
                yield from ((one, heights.source(one)) for one in reversed(block.sources))
            case ItemList():
                for item in reversed(block.items):
                    match item.children:
                        case (Paragraph() as only,):
                            yield only, heights.item(only)
                        case _:
                            return
            case Table():
                yield from ((row, heights.row(block, row)) for row in reversed(block.rows))
                return
            case _:
                return
