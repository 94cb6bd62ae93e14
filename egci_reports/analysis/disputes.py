"""Disputes of the records: which there are, and how the records would read if one were decided."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from egci_reports.records.base import Model
from egci_reports.records.developments import Development
from egci_reports.records.facts import Disputed, Stated
from egci_reports.records.meetings import Meeting
from egci_reports.records.occasions import Agreement, Event
from egci_reports.records.records import Records, address_of

Disputable = Meeting | Agreement | Event | Development
"""A record that holds facts."""

_LISTS = ("agreements", "events", "developments", "meetings")


@dataclass(frozen=True, slots=True)
class Dispute:
    """A fact of a record on which sources state rival values; `field` is its name in the record."""

    record: Disputable
    path: tuple[str, ...]
    field: str
    fact: Disputed[Any]

    @property
    def about(self) -> str:
        """Its address."""
        return f"{address_of(self.record)}#{'/'.join(self.path)}"

    @property
    def number(self) -> int | None:
        """The number of the plenary whose fact it is; None if it is no plenary's."""
        return self.record.number if isinstance(self.record, Meeting) else None

    @property
    def is_open(self) -> bool:
        """Whether it is undecided."""
        return self.fact.decided is None


def disputes_in(record: Disputable) -> Iterator[Dispute]:
    """Yield the disputes of a record in the order of its fields, that on the areas of a plan last."""
    for name in type(record).model_fields:
        value = getattr(record, name)
        if isinstance(value, Disputed):
            yield Dispute(record, (name,), name, value)
    if isinstance(record, Meeting) and isinstance(record.areas.listed, Disputed):
        yield Dispute(record, ("areas", "listed"), "areas", record.areas.listed)


def open_disputes(records: Records) -> tuple[Dispute, ...]:
    """Return all disputes that wait: neither decided nor accepted."""
    found = (record for name in _LISTS for record in getattr(records, name))
    return tuple(one for record in found for one in disputes_in(record) if one.fact.waits)


def readings(records: Records, dispute: Dispute) -> Iterator[Records]:
    """Yield the records as they would be if a dispute were decided, for each of its values in turn."""
    for claim in dispute.fact.disputed:
        fact: Stated[Any] = Stated.model_construct(value=claim.value, sources=claim.sources)
        record = _put(dispute.record, dispute.path, fact)
        lists: dict[str, Any] = {
            name: tuple(record if one is dispute.record else one for one in getattr(records, name))
            for name in _LISTS
        }
        yield replace(records, **lists)


def _put(model: Model, path: Sequence[str], fact: Stated[Any]) -> Model:
    name, *rest = path
    value = _put(getattr(model, name), rest, fact) if rest else fact
    return model.model_copy(update={name: value})
