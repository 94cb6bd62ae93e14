"""Gathers what the editor of the group's page should know: slips of the pen, and notes on what it prints."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from egci_reports.app.reading.find import label_of
from egci_reports.app.reading.walk import parts_of, whole_records
from egci_reports.records.records import Records, address_of
from egci_reports.records.sources import Slip


@dataclass(frozen=True, slots=True)
class PageSlip:
    """Words that the page prints wrongly: with which record, as printed, the right form, and why."""

    record: str
    printed: str
    right: str
    reason: str


@dataclass(frozen=True, slots=True)
class PageNotes:
    """All that is to be sent: the page by title and address, its slips in order, and notes on the whole."""

    title: str
    url: str
    slips: tuple[PageSlip, ...]
    remarks: tuple[str, ...]


def page_notes(records: Records) -> PageNotes:
    """Return the notes on the main source of the records; slips of other sources are not for its editor."""
    page = records.sources[records.group.default_source]
    remarks = tuple(note.text for note in records.group.notes if not note.sources or page.id in note.sources)
    return PageNotes(page.title, page.url, tuple(_slips(records, page.id)), remarks)


def _slips(records: Records, page: str) -> Iterator[PageSlip]:
    labels = {address_of(record): label_of(record) for record in whole_records(records)}
    for record, _, part in parts_of(records):
        if isinstance(part, Slip) and (not part.sources or page in part.sources):
            yield PageSlip(labels.get(record, record), part.printed, part.right, part.reason)
