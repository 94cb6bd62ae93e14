"""How the group came about."""

from __future__ import annotations

from egci_reports.analysis.plenaries import Series
from egci_reports.records.group import GroupFact
from egci_reports.records.records import Records


def founding_of(records: Records, series: Series, *, before_first: bool = True) -> tuple[GroupFact, ...]:
    """Return what is recorded of the founding: what happened before the first plenary, or from then on."""
    first = series.plenaries[0].day
    return tuple(
        fact
        for fact in records.group.founding
        if (fact.on is None or first is None or fact.on.last < first) is before_first
    )
