"""The names of the bodies that the history speaks of, with their dates, and what the records note on them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from egci_reports.analysis.lineages import Lineage
from egci_reports.records.base import PartialDate
from egci_reports.records.bodies import Language
from egci_reports.records.facts import values
from egci_reports.records.meetings import Listed
from egci_reports.records.occasions import Scope
from egci_reports.records.records import Records, address_of
from egci_reports.views.names import Named, Names


@dataclass(frozen=True, slots=True)
class NameLine:
    """A name of a body with its dates; `chinese` where the records have it, verified or not."""

    name: Named
    chinese: str | None
    is_verified: bool
    starts: PartialDate | None
    ends: PartialDate | None
    sources: tuple[str, ...]
    about: str


def lineages_spoken_of(records: Records, names: Names) -> tuple[Lineage, ...]:
    """Return the lineages of all bodies listed or signing, and of those that lead, in protocol order."""
    bodies = {*records.group.leads, *(entry.body for entry in _listed(records))}
    spoken = {names.lineages.of(body).id for body in bodies}
    return tuple(lineage for lineage in names.lineages.rows if lineage.id in spoken)


def _listed(records: Records) -> Iterator[Listed]:
    for meeting in records.meetings:
        for fact in (meeting.hong_kong, meeting.guangdong):
            for delegation in values(fact):
                yield from (*delegation.bodies, *delegation.others)
    for agreement in records.agreements:
        if agreement.scope is Scope.GROUP:
            yield from agreement.parties


def name_lines(lineages: Iterable[Lineage], names: Names) -> tuple[NameLine, ...]:
    """Return every name of the lineages, oldest first in each."""
    return tuple(
        NameLine(
            names.named(body, name),
            name.name.tc,
            Language.TC not in name.unverified,
            name.starts,
            name.ends,
            name.sources,
            address_of(body),
        )
        for lineage in lineages
        for body, name in lineage.names
    )
