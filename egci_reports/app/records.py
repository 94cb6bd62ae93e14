"""Gives the records of a workspace: checked, each fact with its sources, and as they stood on a day."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from egci_reports.app.keeping.check import errors_of
from egci_reports.errors import Finding, RecordsError
from egci_reports.garbage import without_collection
from egci_reports.records.citing import with_sources
from egci_reports.records.load import read_records
from egci_reports.records.records import Records, day_of
from egci_reports.records.standpoint import as_of as stand_at
from egci_reports.records.without_dangling import without_dangling
from egci_reports.workspace import Workspace

__all__ = ["Readable", "Records", "readable", "records_of"]


@without_collection()
def records_of(workspace: Workspace, as_of: dt.date | None = None, *, with_next: bool = False) -> Records:
    """Return the checked records of a workspace, at the end of the day `as_of` if one is given.

    `with_next` keeps beside what had happened by that day what was sent and written by then for the first
    plenary after it, and its own record if it is planned. Raises RecordsError with every error that the check
    finds; warnings do not stop it.
    """
    loaded = read_records(workspace.data)
    errors = [finding for finding in errors_of(loaded, workspace) if finding.is_error]
    if loaded.records is None or errors:
        raise RecordsError(*errors)
    records = with_sources(loaded.records)
    if as_of is None:
        return records
    return stand_at(records, as_of, coming=_next_after(records, as_of) if with_next else None)


@dataclass(frozen=True, slots=True)
class Readable:
    """The records as far as they can be read, the errors, and the addresses of what these left out."""

    records: Records
    errors: tuple[Finding, ...]
    left_out: tuple[str, ...]


@without_collection()
def readable(workspace: Workspace, as_of: dt.date | None = None) -> Readable:
    """Return what can be read of a workspace whatever is wrong elsewhere in it, at the end of a day.

    It is for reading on the terminal; papers are made from `records_of`. Raises RecordsError where no records
    can be made at all.
    """
    loaded = read_records(workspace.data)
    errors = tuple(finding for finding in errors_of(loaded, workspace) if finding.is_error)
    if loaded.records is None:
        raise RecordsError(*errors)
    records, left_out = without_dangling(loaded.records) if errors else (loaded.records, ())
    whole = with_sources(records)
    return Readable(whole if as_of is None else stand_at(whole, as_of), errors, left_out)


def _next_after(records: Records, day: dt.date) -> int:
    """Return the number of the first plenary that is held after a day or has no day yet, on record or not."""
    later = (one.number for one in records.meetings if (held := day_of(one.date)) is None or held > day)
    return next(later, max((one.number for one in records.meetings), default=0) + 1)
