"""Points on which sources disagree, as papers print them: rival values, words, decision."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from egci_reports.analysis.disputes import Disputable, Dispute
from egci_reports.records.base import PartialDate
from egci_reports.records.developments import Development
from egci_reports.records.facts import Acceptance, Decision, RivalValue
from egci_reports.records.meetings import Meeting, Outcome, Venue
from egci_reports.records.occasions import Agreement, Event


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
    title: str
    """What another record is called by; "" for a plenary's fact."""
    rivals: tuple[Rival, ...]
    note: str | None
    decision: Decision | None
    decided: Rival | None
    accepted: Acceptance | None
    waits: bool
    """Whether it keeps a numbered edition waiting."""
    about: str

    @property
    def is_place(self) -> bool:
        """Whether it is the place of a plenary that waits."""
        return self.field == "venue" and self.waits


def contested(disputes: Iterable[Dispute]) -> tuple[Contested, ...]:
    """Return disputes as papers print them."""
    return tuple(map(_contested, disputes))


def _contested(dispute: Dispute) -> Contested:
    fact = dispute.fact
    return Contested(
        dispute.field,
        dispute.number,
        _title(dispute.record),
        tuple(_rival(claim) for claim in fact.disputed),
        fact.note,
        fact.decision,
        _rival(fact.decided) if fact.decided else None,
        fact.accepted,
        fact.waits,
        dispute.about,
    )


def _title(record: Disputable) -> str:
    match record:
        case Meeting():
            return ""
        case Agreement():
            return str(record.title or record.subject)
        case Event():
            return str(record.title)
        case Development():
            return record.text


def _rival(claim: RivalValue[Any]) -> Rival:
    value = claim.value
    text = value.city if isinstance(value, Venue) else value if isinstance(value, str) else None
    day = value if isinstance(value, date | PartialDate) else None
    words = claim.words or (value.words if isinstance(value, Outcome) else None)
    return Rival(text, day, words, claim.sources)
