"""What the records do not show, point by point over all plenaries."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import groupby

from egci_reports.analysis.missing import Kind, MissingEntry, MissingPoint, missing_entries
from egci_reports.analysis.plenaries import Series
from egci_reports.kinds.history.consecutive import consecutive
from egci_reports.records.records import Records


@dataclass(frozen=True, slots=True)
class MissingRun:
    """A point that the records of some plenaries do not give, by their numbers one after the other."""

    missing: MissingEntry
    runs: tuple[tuple[int, ...], ...]


_TOLD_ELSEWHERE = (MissingPoint.SOURCE_REST, MissingPoint.RETURNS)
"""How much of a source was read stands with the source; returns are the business of annual reports."""


def missing_of(records: Records, series: Series) -> Mapping[str, tuple[MissingRun, ...]]:
    """Return by kind which points are missing, and of which plenaries."""
    found: dict[tuple[Kind, MissingPoint], tuple[MissingEntry, list[int]]] = {}
    for plenary in series.plenaries:
        for missing in missing_entries(records, plenary.meeting):
            if missing.point not in _TOLD_ELSEWHERE:
                _, numbers = found.setdefault((missing.kind, missing.point), (missing, []))
                if plenary.number not in numbers[-1:]:
                    numbers.append(plenary.number)
    kinds, points = list(Kind), list(MissingPoint)
    order = sorted(found, key=lambda key: (kinds.index(key[0]), points.index(key[1])))
    return {
        kind.value: tuple(MissingRun(found[key][0], consecutive(found[key][1])) for key in keys)
        for kind, keys in groupby(order, key=lambda key: key[0])
    }
