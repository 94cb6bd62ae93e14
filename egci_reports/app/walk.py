"""Walks through records: every model inside them, with its address."""

from __future__ import annotations

from collections.abc import Iterator

from pydantic import BaseModel

from egci_reports.records.base import Model
from egci_reports.records.records import Records, address_of


def whole_records(records: Records) -> Iterator[Model]:
    """Yield every record that has an address of its own, the group first, plenaries last."""
    yield records.group
    for kind in (records.sources, records.bodies, records.people, records.threads):
        yield from kind.values()
    yield from (*records.phases, *records.agreements, *records.events, *records.meetings)


def parts_of(records: Records) -> Iterator[tuple[str, BaseModel]]:
    """Yield the address of every model in the records ("meetings/19#venue") and the model."""
    for record in whole_records(records):
        address = address_of(record)
        yield address, record
        for path, part in _inside(record):
            yield f"{address}#{path}", part


def _inside(value: object, path: str = "") -> Iterator[tuple[str, BaseModel]]:
    match value:
        case BaseModel():
            for name in type(value).model_fields:
                yield from _part(getattr(value, name), f"{path}/{name}" if path else name)
        case tuple():
            for index, item in enumerate(value):
                yield from _part(item, f"{path}/{index}")


def _part(value: object, path: str) -> Iterator[tuple[str, BaseModel]]:
    if isinstance(value, BaseModel):
        yield path, value
    yield from _inside(value, path)
