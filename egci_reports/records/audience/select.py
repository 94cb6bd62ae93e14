"""The records that an audience may read, put together field by field from what the allow-list allows.

Nothing after this knows what was left out: a paper is made from these records by the same code as any other.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields
from datetime import date
from types import NoneType
from typing import Any

from egci_reports.records.audience.allowed import ALLOWED
from egci_reports.records.audience.conditions import Context
from egci_reports.records.audience.reader import Audience, Reader
from egci_reports.records.base import Model
from egci_reports.records.clearance import Clearable
from egci_reports.records.facts import Disputed, Stated, Unstated, UnstatedReason
from egci_reports.records.records import Records

_ABSENT: Any = object()
"""Stands for what may not be read, or of which nothing is left."""

_PLAIN = (str, int, date, NoneType)
"""The types of most values, which have no parts: asked first, since there are so many."""

_NO_RECORDS = ("places", "audience")
"""Fields of `Records` that are no records: where they stand, and for whom they were put together."""


def for_audience(records: Records, reader: Reader) -> Records:
    """Return the records that a reader may read: the same ones for the secretariat and named officers.

    A field that may not be read is as if nothing had been entered in it; a fact is one that is not recorded;
    a record is absent if a field that it needs may not be read. A decided dispute is, for those who may not
    read the decision, the value that was decided for.
    """
    if reader.audience is Audience.INTERNAL:
        return records
    context = Context(records, reader)
    kept: dict[str, Any] = {}
    for field in fields(Records):
        if field.name not in _NO_RECORDS:
            value = getattr(records, field.name)
            part = _part(value, context) if _reads(Records, field.name, context) else _ABSENT
            kept[field.name] = _nothing(value) if part is _ABSENT else part
    return Records(**kept, places=records.places, audience=reader.audience)


def _nothing(value: object) -> object:
    match value:
        case tuple():
            return ()
        case Mapping():
            return {}
    return None


def _reads(kind: type, name: str, context: Context) -> bool:
    """Whether the reader may read a field; one that stands in no row of the allow-list is read by nobody."""
    condition = ALLOWED.get((kind, name), {}).get(context.reader.audience)
    return condition is not None and condition.holds(context)


def _part(value: Any, context: Context) -> Any:
    """Return what is left of a value: of a list or table those of its entries of which something is left."""
    if isinstance(value, Model):
        return _record(value, context)
    if isinstance(value, _PLAIN):
        return value
    match value:
        case tuple():
            parts = tuple(part for one in value if (part := _part(one, context)) is not _ABSENT)
            return parts if parts or not value else _ABSENT
        case Mapping():
            found = {key: _part(one, context) for key, one in value.items()}
            return {key: part for key, part in found.items() if part is not _ABSENT}
    return value


def _record(record: Model, context: Context) -> Any:
    """Return a record made of the fields that may be read; absent if one that it needs may not be."""
    record = _decided(record, context)
    kind, inner, kept = _kind(record), context.inside(record), {}
    for name, field in type(record).model_fields.items():
        value = getattr(record, name)
        part = _part(value, inner) if _reads(kind, name, inner) else _ABSENT
        if part is not _ABSENT:
            kept[name] = part
        elif isinstance(value, (Stated, Disputed, Unstated)) and field.is_required():
            kept[name] = Unstated(unstated=UnstatedReason.NOT_RECORDED)
        elif field.is_required():
            return _ABSENT
    if not kept:
        return _ABSENT
    made = type(record).model_construct(**kept)
    return made.as_part_of(record) if isinstance(made, Clearable) and isinstance(record, Clearable) else made


def _decided(record: Model, context: Context) -> Model:
    """Return the value that a dispute was decided for, if its decision may not be read."""
    if not isinstance(record, Disputed) or record.decided is None or _reads(Disputed, "decision", context):
        return record
    (of_what,) = type(record).__pydantic_generic_metadata__["args"]
    stated: Any = Stated.__class_getitem__(of_what)
    value: Model = stated(value=record.decided.value, sources=record.decided.sources)
    return value


def _kind(record: Model) -> type:
    """Return the class of a record; of one with a type of value, the class without it."""
    kind = type(record)
    return kind.__pydantic_generic_metadata__["origin"] or kind
