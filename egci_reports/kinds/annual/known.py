"""How far the sources on which a paper rests carry its position on."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from egci_reports.kinds.annual.developments import FactOfYear
from egci_reports.records.records import Records


def carried_on(records: Records, position: date, own: Iterable[str], facts: Iterable[FactOfYear]) -> date:
    """Return the day to which sources carry a position on, within its year.

    `own` are the sources of the plenary and of the group's business: the paper rests on all of them. A fact
    of others carries it on only where no other dated source has it.
    """
    found = list(_days(records, own))
    for fact in facts:
        if not any(_days(records, fact.sources)):
            found += sorted(_days(records, fact.later))[:1]
    return max([position, *(day for day in found if day.year == position.year)])


def _days(records: Records, keys: Iterable[str]) -> Iterable[date]:
    return (day.first for key in keys if (day := records.sources[key].date) is not None)
