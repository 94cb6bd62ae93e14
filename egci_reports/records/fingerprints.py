"""Says by a hash for each file of records what of it a set of records holds."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping

from egci_reports.records.base import Model
from egci_reports.records.records import Records, address_of


def fingerprints(records: Records) -> Mapping[str, str]:
    """Return, by the name of each file ("data/meetings/20.yaml"), a SHA-256 (hex) of what records hold of it.

    What a standpoint or an audience leaves out is not in it: two sets with the same fingerprints are the
    same to every paper. Who gets copies is no part of it.
    """
    found: dict[str, hashlib._Hash] = {}
    for file, content in _contents(records):
        found.setdefault(file, hashlib.sha256()).update(content + b"\n")
    return {file: state.hexdigest() for file, state in sorted(found.items())}


def _contents(records: Records) -> Iterator[tuple[str, bytes]]:
    for record in _records(records):
        yield _file(records, address_of(record)), _json(record)
    yield "data/areas.yaml", _json(records.areas)
    for key, texts in sorted(records.papers.items()):
        yield _file(records, f"papers/{key}"), _json(texts)
    for name, annex in sorted(records.annexes.items()):
        yield f"data/{name}", annex.sha256.encode()


def _records(records: Records) -> Iterator[Model]:
    yield records.group
    for table in (records.sources, records.bodies, records.people):
        yield from table.values()
    yield from records.phases
    yield from records.agreements
    yield from records.events
    yield from records.developments
    yield from records.meetings
    yield from records.returns
    yield from records.actions
    yield from records.packs
    yield from records.briefs
    yield from records.notes


def _file(records: Records, address: str) -> str:
    """Return the name of the file of a record; of one that is in none (it is only expected), its address."""
    found = records.places.files.get(address)
    return found[0].name if found else address


def _json(record: Model) -> bytes:
    return record.model_dump_json(exclude_defaults=True).encode()
