"""Points on which sources disagree, as papers print them: rival values, words, decision."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from egci_reports.analysis.year import Dispute
from egci_reports.kinds.history.context import Contested, Rival
from egci_reports.records.base import PartialDate
from egci_reports.records.facts import Claim
from egci_reports.records.meetings import Venue


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


def _rival(claim: Claim[Any]) -> Rival:
    value = claim.value
    text = value.city if isinstance(value, Venue) else value if isinstance(value, str) else None
    day = value if isinstance(value, date | PartialDate) else None
    return Rival(text, day, claim.words, claim.sources)
