"""Table rows as boxes in the column: a table costs as much as its rows, however many pages it runs over."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import NamedTuple

from egci_reports.engine.theme.model import Align, TableLook
from egci_reports.engine.writers.pdf.boxes import Box
from egci_reports.engine.writers.pdf.canvas import LAYOUT, PAGINATION, Canvas
from egci_reports.engine.writers.pdf.line_painting import paint_lines
from egci_reports.engine.writers.pdf.lines import TextLine
from egci_reports.engine.writers.pdf.structure import StructElem

_FEWEST = 2
"""Lines of a row taller than a page that may stand alone at the foot of a page."""


class CellText(NamedTuple):
    """A cell: its lines, the element they belong to, and where its text stands across the table."""

    lines: list[TextLine]
    element: StructElem
    x: float
    width: float
    align: Align


class RowLook(NamedTuple):
    """How a row looks: its text, its ground (RRGGBB or None) and the rules below it and above a total."""

    size: float
    leading: float
    fill: str | None
    rule: str
    rule_above: str | None = None


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class RowBox(Box):
    """A row of a table: as high as its longest cell, with cell margins and a rule below it.

    `x` and `width` are the table's. `header` is the row repeated above this one at the head of a page.
    """

    cells: list[CellText]
    look: RowLook
    table: TableLook
    x: float
    width: float
    header: RowBox | None = None
    repeated: bool = False

    @property
    def _lines(self) -> int:
        return max(len(cell.lines) for cell in self.cells)

    @property
    def _around(self) -> float:
        return self.table.cell_top + self.table.cell_bottom + self.table.rule

    @property
    def height(self) -> float:
        """Lines times leading, the cell margins and the rule."""
        return self._lines * self.look.leading + self._around

    @property
    def lead_in(self) -> Box | None:
        """The table's header, as an artifact: it was read at the table's head."""
        return None if self.header is None else replace(self.header, repeated=True, keep=False, anchors=())

    def least(self, page: float) -> float:
        """Return the height of the whole row, or of two lines of one that is taller than a page."""
        return self.height if self.height <= page else _FEWEST * self.look.leading + self._around

    def split(self, room: float, page: float) -> tuple[Box, Box] | None:
        """Split a row that is taller than a page, between lines of all its cells; others stay whole."""
        if self.header is not None:
            page -= self.header.height
        if self.height <= page:
            return None
        count = int((room - self._around + 1e-6) / self.look.leading)
        if count < _FEWEST:
            return None
        count = min(count, self._lines - 1)
        first = [cell._replace(lines=cell.lines[:count]) for cell in self.cells]
        rest = [cell._replace(lines=cell.lines[count:]) for cell in self.cells]
        return (
            replace(self, cells=first, after=0.0, keep=False),
            replace(self, cells=rest, before=0.0, anchors=(), look=self.look._replace(rule_above=None)),
        )

    def paint(self, canvas: Canvas, x: float, y: float) -> None:
        """Paint the ground, the rules and the cells."""
        if self.repeated:
            canvas.override(PAGINATION)
        left, look, rule = x + self.x, self.look, self.table.rule
        if look.fill is not None:
            canvas.rectangle(LAYOUT, left, y, self.width, self.height, look.fill)
        canvas.rectangle(LAYOUT, left, y + self.height - rule, self.width, rule, look.rule)
        if look.rule_above is not None:
            canvas.rectangle(LAYOUT, left, y - rule, self.width, 2 * rule, look.rule_above)
        top = y + self.table.cell_top
        for lines, element, cell_x, width, align in self.cells:
            paint_lines(canvas, lines, element, (left + cell_x, top), look.leading, look.size, width, align)
        if self.repeated:
            canvas.override(None)
