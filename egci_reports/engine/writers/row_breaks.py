"""Which rows of a table stay on the page of what follows, in both formats."""

from __future__ import annotations

from egci_reports.engine.document.nodes import Row, Table
from egci_reports.engine.document.passes.plain import plain_text

_SHORT = 200
"""Characters in the longest cell of a row that may be moved to the next page; more would leave a gap."""


def stays_with_next(table: Table, index: int) -> bool:
    """Whether a row stays on the page of the next one, or the last one on that of the table's note.

    So no row of a table stands alone on a page, at its foot under the header or at its head, and no page
    begins with the note.
    """
    last = len(table.rows) - 1
    if not _is_short(table.rows[index]):
        return False
    if index == last:
        return bool(table.note)
    return index in (0, last - 1) and _is_short(table.rows[index + 1])


def _is_short(row: Row) -> bool:
    return max(len(plain_text(cell.content)) for cell in row.cells) <= _SHORT
