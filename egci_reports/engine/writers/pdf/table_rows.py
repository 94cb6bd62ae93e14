"""Turns a table of the tree into its caption, its rows and its note, with their structure elements."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from egci_reports.engine.document.inlines import Inline, Text
from egci_reports.engine.document.nodes import Column, Row, Table
from egci_reports.engine.writers.block_breaks import TextColumn as Place
from egci_reports.engine.writers.part_ends import PartEnds
from egci_reports.engine.writers.pdf.boxes import Box
from egci_reports.engine.writers.pdf.composer import ColumnSetting, Composer
from egci_reports.engine.writers.pdf.structure import StructElem
from egci_reports.engine.writers.pdf.tables import CellText, RowBox, RowLook
from egci_reports.engine.writers.row_breaks import stays_with_next

_COLUMN_SCOPE = b"<</O/Table/Scope/Column>>"
_ROW_SCOPE = b"<</O/Table/Scope/Row>>"


def numbered_caption(word: str, number: str | None, caption: tuple[Inline, ...]) -> tuple[Inline, ...]:
    """Return a caption with its label before it: "Table 3: ..."."""
    return caption if number is None else (Text(f"{word}\u00a0{number}: "), *caption)


def table_boxes(
    composer: Composer, table: Table, setting: ColumnSetting, column: Place, ends: PartEnds
) -> Iterator[Box]:
    """Yield the caption, the header row, the rows and the note of a table that stands in a column."""
    element = setting.parent.add("Table")
    composer.await_box(table.anchor)
    caption = numbered_caption(composer.words.table, table.number, table.caption)
    yield composer.text(caption, element.add("Caption"), "caption_table", setting)
    rows = _Rows(composer, table, setting)
    header = composer.ready(rows.box(table.header, element.add("THead").add("TR"), None), setting)
    yield replace(header, keep=True)
    body = element.add("TBody")
    for index, row in enumerate(table.rows):
        composer.about = row.about or table.about or composer.about
        box = composer.ready(rows.box(row, body.add("TR"), header), setting)
        is_last = index == len(table.rows) - 1 and not table.note
        after = composer.theme.table.after if is_last else box.after
        yield replace(box, keep=ends.stays(row) or stays_with_next(table, index, column), after=after)
    if table.note:
        yield composer.text(table.note, setting.parent.add("TableNote"), "table_note", setting)


class _Rows:
    """Makes the rows of one table."""

    def __init__(self, composer: Composer, table: Table, setting: ColumnSetting) -> None:
        self._composer, self._table = composer, table
        self._x = setting.indent
        self._width = setting.width - setting.indent
        look = composer.theme.table
        total = sum(column.share for column in table.columns)
        self._columns: list[tuple[Column, float, float]] = []
        x = 0.0
        for column in table.columns:
            width = self._width * column.share / total
            self._columns.append((column, x + look.cell_left, width - look.cell_left - look.cell_right))
            x += width

    def box(self, row: Row, element: StructElem, header: RowBox | None) -> RowBox:
        """Return a row; without `header` it is the header row itself."""
        composer, theme = self._composer, self._composer.theme
        name = "compact" if self._table.compact else "table"
        style = theme.style(name if header is not None else f"{name}_header")
        cells = []
        for index, (cell, (column, x, width)) in enumerate(zip(row.cells, self._columns, strict=True)):
            if header is None:
                owner = element.add("TH", attributes=_COLUMN_SCOPE)
            elif index == 0 and self._table.row_headers:
                owner = element.add("TH", attributes=_ROW_SCOPE)
            else:
                owner = element.add("TD")
            if row.total or (header is not None and index == 0 and self._table.row_headers):
                lines = composer.strong_lines(cell.content, owner, style, width)
            else:
                lines = composer.lines(cell.content, owner, style, width)
            cells.append(CellText(lines, owner, x, width, column.align))
        fill = "header_fill" if header is None else "total_fill" if row.total else None
        return RowBox(
            cells=cells,
            look=RowLook(
                style.size,
                style.leading,
                None if fill is None else theme.colour(fill),
                theme.colour("accent" if header is None else "rule"),
                theme.colour("accent") if row.total else None,
            ),
            table=theme.table,
            x=self._x,
            width=self._width,
            header=header,
        )
