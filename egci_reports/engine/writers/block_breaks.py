"""Which blocks stay on the page of the block that follows them, in both formats."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from egci_reports.engine.document.inlines import Break, Inline
from egci_reports.engine.document.nodes import Block, Figure, Paragraph, Section, Table
from egci_reports.engine.document.passes.plain import plain_text
from egci_reports.engine.theme.model import Theme
from egci_reports.engine.writers.block_heights import Heights

_LONGEST, _LINE = 500, 90
"""Characters of a paragraph that may be moved to the next page whole, since more would leave a gap; and of a
line, which one that is broken off counts as."""
_COLONS = (":", "：")
_WITH_TEXT, _WITH_TABLE = 0.6, 0.35
"""Shares of a page that a figure may take and still bring along the text before it, or the table after it."""
_FEW = 0.06
"""The share of a page up to which text under a heading is a line or two."""
_SHORT = 1 / 2
"""The share of a page up to which a section is not parted at its first lines."""
_WHOLE = 0.8
"""The share of a page up to which a section that is to stay whole does."""


def introduces(content: tuple[Inline, ...]) -> bool:
    """Whether words end in a colon, and so are not parted from what they announce."""
    return plain_text(content).rstrip().endswith(_COLONS) and _is_short(content)


def _is_short(content: tuple[Inline, ...]) -> bool:
    broken_off = sum(isinstance(inline, Break) for inline in content)
    return len(plain_text(content)) + broken_off * _LINE <= _LONGEST


@dataclass(frozen=True, slots=True)
class TextColumn:
    """A column of text: it tells how much of a page a figure takes there. Lengths in points."""

    theme: Theme
    width: float
    height: float

    def stays(self, blocks: Sequence[Block], index: int) -> bool:
        """Whether a block stays on the page of the next of its neighbours.

        A sentence that ends in a colon stays with what it announces, a figure with the text before it and
        with the beginning of the table after it, the line or two under the heading of a short section with
        what follows them. A table is not held to the figure after it: LibreOffice
        then breaks long tables elsewhere than Word.
        """
        block = blocks[index]
        following = blocks[index + 1] if index + 1 < len(blocks) else None
        match block, following:
            case (_, None) | (_, Section()):
                return False
            case Paragraph(), Figure():
                return self._share(following) <= _WITH_TEXT and _is_short(block.content)
            case Paragraph(), _:
                return introduces(block.content) or (index == 0 and self._opens_short(blocks))
            case Figure(), Table():
                return self._share(block) <= _WITH_TABLE
        return False

    @property
    def heights(self) -> Heights:
        """The heights of blocks in the column."""
        return Heights(self.theme, self.width)

    def holds(self, section: Section) -> bool:
        """Whether a section stays on one page: one that is to, and is of text that takes part of a page."""
        return section.whole and self.heights.of(section.children) <= _WHOLE * self.height

    def _opens_short(self, blocks: Sequence[Block]) -> bool:
        """Whether blocks are a short section of text and tables that opens with a line or two."""
        opening = self.heights.of(blocks[:1])
        return opening <= _FEW * self.height and sum(map(self._height, blocks)) <= _SHORT * self.height

    def _height(self, block: Block) -> float:
        if isinstance(block, Table):
            return sum(self.heights.row(block, row) for row in block.rows)
        return self.heights.of((block,))

    def _share(self, figure: Figure) -> float:
        from egci_reports.engine.writers.drawing.draw import height_of  # noqa: PLC0415 - few papers have figures

        return height_of(figure.chart, self.theme, self.width) / self.height
