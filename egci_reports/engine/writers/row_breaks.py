"""Which rows of a table stay on the page of what follows, in both formats."""

from __future__ import annotations

from egci_reports.engine.document.nodes import Table
from egci_reports.engine.writers.block_breaks import TextColumn

_LOW = 1 / 6
"""The share of a page's height of a row that may be moved to the next page; more would leave a gap."""
_TALL = 1 / 3
"""The share of a page's height from which a last row stands alone without looking lost."""


def stays_with_next(table: Table, index: int, column: TextColumn) -> bool:
    """Whether a row stays on the page of the next one, or the last one on that of the table's note.

    So no row of a table stands alone on a page, at its foot under the header or at its head, and no page
    begins with the note.
    """
    last = len(table.rows) - 1
    if not _is_within(_LOW, table, index, column):
        return False
    if index == last:
        return bool(table.note)
    if index == last - 1 and _is_within(_TALL, table, last, column):
        return True
    return index == 0 and _is_within(_LOW, table, 1, column)


def _is_within(share: float, table: Table, index: int, column: TextColumn) -> bool:
    return column.heights.row(table, table.rows[index]) <= share * column.height
