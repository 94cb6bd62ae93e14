"""Which bodies took another name, or gave way to a successor, on which day."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from egci_reports.analysis.lineages import Lineage
from egci_reports.records.base import PartialDate
from egci_reports.records.bodies import Body, BodyName


@dataclass(frozen=True, slots=True)
class Renaming:
    """That one name of a lineage followed another: of the same body, or of the body that succeeded it."""

    lineage: Lineage
    earlier: tuple[Body, BodyName]
    later: tuple[Body, BodyName]
    on: PartialDate


def renamings_of(lineages: Iterable[Lineage]) -> tuple[Renaming, ...]:
    """Return the changes of name of which the day, month or year is known, by date."""
    found = [
        Renaming(lineage, before, after, start)
        for lineage in lineages
        for before, after in zip(lineage.names, lineage.names[1:], strict=False)
        if (start := after[1].starts or after[0].founded) is not None
    ]
    return tuple(sorted(found, key=lambda renaming: (renaming.on.first, renaming.lineage.protocol)))
