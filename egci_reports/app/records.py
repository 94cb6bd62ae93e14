"""Gives the records of a workspace to whatever is built from them: checked, and as they stood on a day."""

from __future__ import annotations

import datetime as dt

from egci_reports.errors import RecordsError
from egci_reports.records.checks import check_records
from egci_reports.records.load import read_records
from egci_reports.records.records import Records
from egci_reports.records.standpoint import as_of as stand_at
from egci_reports.workspace import Workspace


def records_of(workspace: Workspace, as_of: dt.date | None = None) -> Records:
    """Return the checked records of a workspace, at the end of the day `as_of` if one is given.

    Raises RecordsError with every error that the check finds; warnings do not stop it.
    """
    loaded = read_records(workspace.data)
    errors = [finding for finding in check_records(loaded) if finding.is_error]
    if loaded.records is None or errors:
        raise RecordsError(*errors)
    return loaded.records if as_of is None else stand_at(loaded.records, as_of)
