"""Checks that every id and every number of a plenary leads to a record, and stands once in a list."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from difflib import get_close_matches
from functools import cache

from pydantic import BaseModel

from egci_reports.errors import Finding
from egci_reports.records.actions import Closing
from egci_reports.records.bodies import Post
from egci_reports.records.checks.inspection import Inspection, Spot, fields_of
from egci_reports.records.distribution import Recipient
from egci_reports.records.meetings import Report
from egci_reports.records.occasions import Tie, Witness
from egci_reports.records.packs import Delegate, RunDownRow
from egci_reports.records.papers import OwnText
from egci_reports.records.reference_fields import BEGUN_BY, KIND_WORDS, REFERENCES, begin_with
from egci_reports.records.returns import Return
from egci_reports.records.threads import Phase

_REPEATED = (Report, Post, Recipient, Delegate, RunDownRow)
"""Entries of lists in which the same body, person or item may stand several times."""


def check_references(inspection: Inspection) -> Iterator[Finding]:
    """Yield a finding for each id or number that leads nowhere, and for each that stands twice in a list."""
    yield from dangling(inspection)
    for spot, node in inspection.nodes:
        for name in fields_of(type(node)):
            value = getattr(node, name)
            if isinstance(value, tuple) and value:
                yield from _twice(inspection, spot / name, value, by_id=name in REFERENCES)


def dangling(inspection: Inspection) -> Iterator[Finding]:
    """Yield a finding for each id or number that leads nowhere."""
    for spot, node in inspection.nodes:
        for name in _references_of(type(node)):
            yield from _ids(inspection, spot / name, REFERENCES[name], getattr(node, name))
    for spot, tie in inspection.of_kind(Tie):
        yield from _number(inspection, spot / "meeting", tie.meeting)
    for spot, one in inspection.of_kind(Return):
        yield from _number(inspection, spot / "plenary", one.plenary)
    for spot, closing in inspection.of_kind(Closing):
        yield from _number(inspection, spot / "meeting", closing.meeting)
    for spot, text in inspection.of_kind(OwnText):
        _, _, thread = text.section.partition("/")
        if thread:
            yield from _ids(inspection, spot / "section", "areas", thread)
    for spot, phase in inspection.of_kind(Phase):
        yield from _number(inspection, spot / "first", phase.first)
        yield from _number(inspection, spot / "last", phase.last)


@cache
def _references_of(kind: type[BaseModel]) -> tuple[str, ...]:
    return tuple(name for name in fields_of(kind) if name in REFERENCES)


def _ids(inspection: Inspection, spot: Spot, kind: str, value: object) -> Iterator[Finding]:
    if isinstance(value, str):
        if not _is_known(inspection, kind, value):
            yield _unknown(inspection, spot, kind, value)
    elif isinstance(value, tuple):
        for index, part in enumerate(value):
            if isinstance(part, str):
                yield from _ids(inspection, spot / index, kind, part)


def _known(inspection: Inspection, kind: str) -> Mapping[str, object]:
    records = inspection.records
    match kind:
        case "sources":
            return records.sources
        case "people":
            return records.people
        case "bodies":
            return records.bodies
    return records.threads


def _is_known(inspection: Inspection, kind: str, key: str) -> bool:
    return (
        key in _known(inspection, kind) or kind in inspection.broken or f"{kind}/{key}" in inspection.broken
    )


def _unknown(inspection: Inspection, spot: Spot, kind: str, key: str) -> Finding:
    word = KIND_WORDS[kind]
    near = get_close_matches(key, _known(inspection, kind), n=1, cutoff=0.6)
    other = next(
        (KIND_WORDS[name] for name in KIND_WORDS if name != kind and key in _known(inspection, name)), None
    )
    if other is not None:
        hint = f"{key} is the id of a {other}, and a {word} belongs here"
    elif kind in BEGUN_BY:
        meant = f"did you mean {near[0]!r}?" if near else "mend the id."
        hint = f"{meant} If the {word} is new, begin it: {begin_with(kind)} --id {key}"
    else:
        hint = f"did you mean {near[0]!r}?" if near else f"mend the id, or add the {word} to {kind}.yaml"
    return inspection.error("C201", spot, f"there is no {word} with the id {key!r}", hint)


def _number(inspection: Inspection, spot: Spot, number: int | None) -> Iterator[Finding]:
    if number is not None and inspection.numbers and number not in inspection.numbers:
        last = max(inspection.numbers)
        hint = f"the records hold plenaries {min(inspection.numbers)} to {last}"
        yield inspection.error("C202", spot, f"there is no plenary {number}", hint)


def _twice(
    inspection: Inspection, spot: Spot, parts: tuple[object, ...], *, by_id: bool
) -> Iterator[Finding]:
    seen: set[tuple[str, str | None]] = set()
    for index, part in enumerate(parts):
        key = _key(part, by_id=by_id)
        if key is None:
            continue
        if key in seen:
            hint = "take one of the two out"
            yield inspection.error("C203", spot / index, f"{key[0]!r} stands twice in this list", hint)
        seen.add(key)


def _key(part: object, *, by_id: bool) -> tuple[str, str | None] | None:
    """Return what may stand only once in a list; None where a repetition has a meaning."""
    if isinstance(part, str):
        return (part, None) if by_id else None
    if not isinstance(part, BaseModel) or isinstance(part, _REPEATED):
        return None
    role = part.role if isinstance(part, Witness) else None
    fields = type(part).model_fields
    key = next((getattr(part, name) for name in ("body", "person", "thread", "item") if name in fields), None)
    return (key, role) if key is not None else None
