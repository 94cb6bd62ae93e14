"""Walks through records: every record with an address of its own, and every part of it."""

from __future__ import annotations

from collections.abc import Iterator

from pydantic import BaseModel

from egci_reports.records.base import Model
from egci_reports.records.checks.inspection import Inspection
from egci_reports.records.records import Records


def whole_records(records: Records) -> Iterator[Model]:
    """Yield every record that has an address of its own, the group first, plenaries last."""
    yield records.group
    for kind in (records.sources, records.bodies, records.people, records.threads):
        yield from kind.values()
    yield from (*records.phases, *records.agreements, *records.events, *records.developments)
    yield from records.meetings


def parts_of(records: Records) -> Iterator[tuple[str, str, BaseModel]]:
    """Yield every model in the records, with the address of its record and its path in it."""
    for spot, part in Inspection(records, frozenset()).nodes:
        yield spot.record, "/".join(map(str, spot.path)), part
