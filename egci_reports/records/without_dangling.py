"""Leaves out of the records what refers to nothing, so that the rest can still be read."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import TypeVar

from egci_reports.records.base import Model
from egci_reports.records.checks.inspection import Inspection
from egci_reports.records.checks.references import dangling
from egci_reports.records.records import Records, address_of

M = TypeVar("M", bound=Model)

_STAY = frozenset(["group"])
"""What no reading can do without: it stays, whatever is wrong with it."""


def without_dangling(records: Records) -> tuple[Records, tuple[str, ...]]:
    """Return the records without those that refer to what is not there, and the addresses of these.

    What refers to a record that is left out goes with it: nothing could be told of the two together. Whatever
    else is wrong with a record, it stays.
    """
    left_out: dict[str, None] = {}
    while new := _referring_to_nothing(records) - left_out.keys() - _STAY:
        left_out.update(dict.fromkeys(sorted(new)))
        records = _without(records, left_out)
    return records, tuple(left_out)


def _referring_to_nothing(records: Records) -> set[str]:
    places = [finding.position for finding in dangling(Inspection(records, frozenset()))]
    found = (records.places.record_at(place) for place in places if place)
    return {address for address in found if address is not None}


def _without(records: Records, addresses: Collection[str]) -> Records:
    threads = _kept(records.areas.threads, addresses)
    distribution = None if "distribution" in addresses else records.distribution
    return records.with_(
        sources=_named(records.sources, addresses),
        bodies=_named(records.bodies, addresses),
        people=_named(records.people, addresses),
        areas=records.areas.model_copy(update={"threads": threads}),
        phases=_kept(records.phases, addresses),
        agreements=_kept(records.agreements, addresses),
        events=_kept(records.events, addresses),
        developments=_kept(records.developments, addresses),
        meetings=_kept(records.meetings, addresses),
        papers={key: one for key, one in records.papers.items() if f"papers/{key}" not in addresses},
        distribution=distribution,
        returns=_kept(records.returns, addresses),
        packs=_kept(records.packs, addresses),
        briefs=_kept(records.briefs, addresses),
        notes=_kept(records.notes, addresses),
        actions=_kept(records.actions, addresses),
    )


def _kept(parts: tuple[M, ...], addresses: Collection[str]) -> tuple[M, ...]:
    return tuple(one for one in parts if address_of(one) not in addresses)


def _named(parts: Mapping[str, M], addresses: Collection[str]) -> dict[str, M]:
    return {key: one for key, one in parts.items() if address_of(one) not in addresses}
