"""Which rows of a table stay on the page of what follows, in both formats."""

from __future__ import annotations

from egci_reports.engine.document.nodes import Row, Table
from egci_reports.engine.document.passes.plain import plain_text

_SHORT = 200
"""Characters in the longest cell of a row that may be moved to the next page; more would leave a gap."""


def stays_with_next(table: Table, index: int) -> bool:
    """Whether a row stays on the page of the next one, or the last one on that of the table's note.

    So no page begins with the last row alone, nor with the note. The first row is left out: LibreOffice
    loses rows of a table whose caption and first row both ask for what follows.
    """
    last = len(table.rows) - 1
    if index == 0 or not _is_short(table.rows[index]):
        return False
    if index == last:
        return bool(table.note)
    return index == last - 1 and _is_short(table.rows[last])


def _is_short(row: Row) -> bool:
    return max(len(plain_text(cell.content)) for cell in row.cells) <= _SHORT
