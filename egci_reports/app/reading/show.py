"""Shows what is recorded of one thing, as a sheet for reading or as plain data."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from egci_reports.app.reading.find import find
from egci_reports.app.reading.sheets.bodies import body_sheet, person_sheet
from egci_reports.app.reading.sheets.meeting import meeting_sheet
from egci_reports.app.reading.sheets.model import RecordSheet
from egci_reports.app.reading.sheets.occasions import agreement_sheet, development_sheet, event_sheet
from egci_reports.app.reading.sheets.subjects import group_sheet, phase_sheet, source_sheet, thread_sheet
from egci_reports.records.base import Model
from egci_reports.records.bodies import Body, Person
from egci_reports.records.developments import Development
from egci_reports.records.group import Group
from egci_reports.records.meetings import Meeting
from egci_reports.records.occasions import Agreement, Event
from egci_reports.records.records import Records, address_of
from egci_reports.records.sources import Source
from egci_reports.records.threads import Phase, Thread


@dataclass(frozen=True, slots=True)
class ShownRecord:
    """A record found by name: its address, its sheet, and itself."""

    address: str
    sheet: RecordSheet
    record: Model

    @property
    def fields(self) -> dict[str, Any]:
        """The fields of the record as JSON can hold them."""
        return self.record.model_dump(mode="json", exclude_defaults=True)


def show(records: Records, word: str) -> ShownRecord:
    """Find the record that `word` means and set it out; raises UsageError if it means none, or several."""
    record = find(records, word)
    return ShownRecord(address_of(record), sheet_of(records, record), record)


def sheet_of(records: Records, record: Model) -> RecordSheet:
    """Set out a record of any kind that has an address of its own."""
    match record:
        case Meeting():
            return meeting_sheet(records, record)
        case Body():
            return body_sheet(records, record)
        case Person():
            return person_sheet(records, record)
        case Agreement():
            return agreement_sheet(records, record)
        case Event():
            return event_sheet(records, record)
        case Development():
            return development_sheet(records, record)
        case Thread():
            return thread_sheet(records, record)
        case Source():
            return source_sheet(records, record)
        case Phase():
            return phase_sheet(records, record)
        case Group():
            return group_sheet(records, record)
        case _:
            raise TypeError(f"{type(record).__name__} is no record of its own")
