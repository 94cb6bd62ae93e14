"""The ledger as a CSV file for spreadsheets, in which no text is a formula."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable
from dataclasses import asdict

from egci_reports.distribution.entries import LedgerLine
from egci_reports.distribution.names import cell

_BOM = "\ufeff"
"""Without it, Excel takes UTF-8 for the system's own encoding."""


def as_csv(lines: Iterable[LedgerLine]) -> bytes:
    """Return lines of the ledger as a CSV file with a header row, in UTF-8."""
    out = io.StringIO()
    rows = [{"line": line.number, "at": line.at, **asdict(line.entry), "hash": line.hash} for line in lines]
    names = list(rows[0]) if rows else ["line"]
    writer = csv.writer(out)
    writer.writerow(names)
    for row in rows:
        writer.writerow([cell(str(row[name])) for name in names])
    return (_BOM + out.getvalue()).encode()
