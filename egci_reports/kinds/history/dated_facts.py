"""Public developments as the history tells them: each once, with the subject that it is nearest to."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from egci_reports.records.base import PartialDate
from egci_reports.records.bodies import Side
from egci_reports.records.developments import Belonging, Development
from egci_reports.records.facts import values
from egci_reports.records.records import Records, address_of


@dataclass(frozen=True, slots=True)
class DatedFact:
    """A public development: what happened and when, what it rests on, what its source ties it to."""

    text: str
    date: PartialDate
    is_inferred: bool
    belongs: Belonging
    caution: str | None
    sources: tuple[str, ...]
    about: str


def dated_facts(
    records: Records, position: date, living: Sequence[str]
) -> Mapping[str, tuple[DatedFact, ...]]:
    """Return the developments up to the position, by date, under the living subject each is nearest to.

    Those told are official and of more than one side, or have figures; `list developments` has all.

    That is the first of its subjects that is living, else the first of all.
    """
    found: dict[str, list[DatedFact]] = {}
    for one in records.developments:
        days = values(one.date)
        if days and days[-1].last <= position and _is_told(one):
            for thread in [key for key in one.threads if key in living][:1]:
                found.setdefault(thread, []).append(_told(one, days[-1]))
    return {
        thread: tuple(sorted(some, key=lambda fact: (fact.date.last, fact.date.first, fact.about)))
        for thread, some in found.items()
    }


def _is_told(one: Development) -> bool:
    """Whether a history tells it: official words, read to their end, that tell of more than one side's own.

    A side's own measure is told for its figures.
    """
    is_joint = one.side is Side.JOINT or one.belongs is not Belonging.NEITHER
    return one.is_quotable and (is_joint or bool(one.figures))


def _told(one: Development, day: PartialDate) -> DatedFact:
    return DatedFact(one.text, day, one.inferred, one.belongs, one.caution, one.sources, address_of(one))
