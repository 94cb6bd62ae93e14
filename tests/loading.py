"""Loads records as they are in their files, held against nothing but their form."""

from __future__ import annotations

from pathlib import Path

from egci_reports.errors import RecordsError
from egci_reports.records.load import read_records
from egci_reports.records.records import Records


def load_records(data: Path) -> Records:
    """Load the records under `data`; raises RecordsError with all findings of form that are errors."""
    loaded = read_records(data)
    errors = [finding for finding in loaded.findings if finding.is_error]
    if loaded.records is None or errors:
        raise RecordsError(*errors)
    return loaded.records
