"""Points on which sources disagree, as papers print them: rival values, words, decision."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from egci_reports.analysis.year import Dispute
from egci_reports.records.base import PartialDate
from egci_reports.records.facts import Acceptance, Decision, RivalValue
from egci_reports.records.meetings import Venue


@dataclass(frozen=True, slots=True)
class Rival:
    """What some sources claim: the value as a text or a day, where it is one, and their words."""

    text: str | None
    day: date | PartialDate | None
    words: str | None
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Contested:
    """A point on which sources disagree, with its decision, or the reason to print both, if there is one."""

    field: str
    number: int | None
    """The plenary whose fact it is; None for other records."""
    rivals: tuple[Rival, ...]
    note: str | None
    decision: Decision | None
    decided: Rival | None
    accepted: Acceptance | None
    about: str

    @property
    def waits(self) -> bool:
        """Whether it keeps a numbered edition waiting."""
        return self.decision is None and self.accepted is None


def contested(disputes: Iterable[Dispute], number: int | None = None) -> tuple[Contested, ...]:
    """Return the disputes of a record; `number` is that of the plenary, if it is one's."""
    return tuple(_contested(dispute, number) for dispute in disputes)


def _contested(dispute: Dispute, number: int | None) -> Contested:
    fact = dispute.fact
    return Contested(
        dispute.field,
        number,
        tuple(_rival(claim) for claim in fact.disputed),
        fact.note,
        fact.decision,
        _rival(fact.decided) if fact.decided else None,
        fact.accepted,
        dispute.about,
    )


def _rival(claim: RivalValue[Any]) -> Rival:
    value = claim.value
    text = value.city if isinstance(value, Venue) else value if isinstance(value, str) else None
    day = value if isinstance(value, date | PartialDate) else None
    return Rival(text, day, claim.words, claim.sources)
