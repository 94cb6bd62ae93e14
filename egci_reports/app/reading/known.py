"""The words by which records and papers can be named, as a shell completes them."""

from __future__ import annotations

from collections.abc import Iterator

from egci_reports.app.reading.find import known_words
from egci_reports.kinds import KINDS
from egci_reports.records.audience.reader import Audience
from egci_reports.records.facts import values
from egci_reports.records.paper_kinds import paper_names
from egci_reports.records.records import Records


def years(records: Records) -> Iterator[str]:
    """Yield the years in which plenaries were held, or are planned."""
    yield from dict.fromkeys(str(day.year) for meeting in records.meetings for day in values(meeting.date))


def plenaries(records: Records) -> Iterator[str]:
    """Yield the numbers of the plenaries on record, and of the next."""
    numbers = [meeting.number for meeting in records.meetings]
    yield from map(str, [*numbers, max(numbers, default=0) + 1])


def subjects(records: Records) -> Iterator[str]:
    """Yield the years and numbers by which papers are told apart."""
    yield from (*years(records), *plenaries(records))


def papers(records: Records) -> Iterator[str]:
    """Yield the names of all papers: annual-2024."""
    yield from paper_names(records.meetings)


def kinds(records: Records) -> Iterator[str]:
    """Yield the kinds of papers, then their names."""
    yield from (kind for kind, entry in KINDS.items() if entry.part_of is None)
    yield from papers(records)


def bodies(records: Records) -> Iterator[str]:
    """Yield the ids of the bodies."""
    yield from records.bodies


def readers(records: Records) -> Iterator[str]:
    """Yield those for whom papers are made: the audiences, all departments, each body."""
    yield from (*(audience for audience in Audience if audience is not Audience.DEPARTMENT), "all")
    yield from records.bodies


def anything(records: Records) -> Iterator[str]:
    """Yield what leads to one record: years, numbers, ids, names of papers."""
    yield from (*known_words(records), *years(records), *papers(records))
