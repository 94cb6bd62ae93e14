"""Which rows of a table stay on the page of what follows, in both formats: no short row stands alone."""

from __future__ import annotations

from egci_reports.document.nodes import Row, Table
from egci_reports.document.passes.plain import plain_text

_SHORT = 200
"""Characters in the longest cell of a row that may be moved to the next page; more would leave a gap."""


def stays_with_next(table: Table, index: int) -> bool:
    """Whether a row stays on the page of the next one, or the last one on that of the table's note.

    The first two rows stand together, so do the last two: a page never ends or begins with a single row.
    """
    last = len(table.rows) - 1
    if index == last:
        return bool(table.note) and _is_short(table.rows[last])
    return index in (0, last - 1) and all(map(_is_short, table.rows[index : index + 2]))


def _is_short(row: Row) -> bool:
    return max(len(plain_text(cell.content)) for cell in row.cells) <= _SHORT
