"""Public developments of the year under review: dated facts near the subjects, each with what it rests on.

None of them is business of the group by its subject: whose matter each is, its source alone tells.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date as Day  # noqa: N812 - a field is called date

from egci_reports.records.base import PartialDate
from egci_reports.records.bodies import Side
from egci_reports.records.developments import Belonging
from egci_reports.records.grades import SourceGrade
from egci_reports.records.sources import Discrepancy
from egci_reports.views.names import OfficeHolder
from egci_reports.views.occasions import Occasion, Signing

MOST = 6
"""How many developments a paper tells of one area."""

LEAST_IN_SUMMARY = 4
"""What a development weighs at least that the summary tells: official words, or an act of both sides."""


@dataclass(frozen=True, slots=True)
class DevelopmentText:
    """A development in words: what happened, who is named, and what its source does not say."""

    text: str
    date: PartialDate
    people: tuple[OfficeHolder, ...]
    cautions: tuple[str, ...]
    grade: SourceGrade | None
    has_figures: bool
    sources: tuple[str, ...]
    about: str


@dataclass(frozen=True, slots=True)
class FactOfYear:
    """A dated public fact: an event or agreement of others, with the developments that tell more of it.

    `head` is the event or agreement, None where a development stands alone. `disputes` are the points on
    which sources differ about a figure that is printed. `weight` says what is told first where not all is.
    """

    date: PartialDate
    first: Day
    last: Day
    is_inferred: bool
    head: Occasion | Signing | None
    told: tuple[DevelopmentText, ...]
    disputes: tuple[Discrepancy, ...]
    side: Side | None
    belongs: Belonging
    threads: tuple[str, ...]
    weight: int
    sources: tuple[str, ...]
    about: str
    later: tuple[str, ...] = ()
    """Sources that came out after the day of the paper, and are not cited."""
    is_told_later: bool = False
    """Whether only sources of a later day than the paper's tell of it."""

    @property
    def foremost(self) -> DevelopmentText | None:
        """What says it in brief: the development with a figure, else the first; None: the occasion itself."""
        found = [one for one in self.told if one.has_figures] or ([] if self.head else self.told)
        return found[0] if found else None

    @property
    def is_official(self) -> bool:
        """Whether all that is told of it stands in official words that were read to their end."""
        return all(one.grade in (None, SourceGrade.OFFICIAL) for one in self.told)

    @property
    def rests_on(self) -> str:
        """The addresses of the records that name its sources, with spaces between, as citations have them."""
        return " ".join(dict.fromkeys((self.about, *(one.about for one in self.told))))

    @property
    def is_of_one_side(self) -> bool:
        """Whether it is the measure of one side alone."""
        return self.side in (Side.HONG_KONG, Side.GUANGDONG)


def weightiest(facts: Iterable[FactOfYear], most: int = MOST) -> tuple[FactOfYear, ...]:
    """Return the facts that weigh most, by date.

    Of several that weigh as much those in official words go before those reported, then later before earlier.
    """

    def rank(fact: FactOfYear) -> tuple[int, bool, Day, str]:
        return fact.weight, fact.is_official, fact.first, fact.about

    chosen = sorted(facts, key=rank, reverse=True)[:most]
    return tuple(sorted(chosen, key=lambda fact: (fact.first, fact.last, fact.about)))


def foremost(areas: Iterable[Sequence[FactOfYear]], most: int) -> tuple[FactOfYear, ...]:
    """Return the facts to tell first: of each area the weightiest, acts of both sides before those of one.

    A second one of an area, or a measure of one side, is told only where there are not two without it.
    """
    ranked: list[tuple[bool, int, int, FactOfYear]] = []
    for own in areas:
        by_weight = sorted(own, key=lambda fact: (-fact.weight, fact.first, fact.about))
        ranked += [(fact.is_of_one_side, rank, -fact.weight, fact) for rank, fact in enumerate(by_weight)]
    ranked.sort(key=lambda one: (*one[:3], one[3].first, one[3].about))
    chosen: list[FactOfYear] = []
    for is_of_one_side, rank, _, fact in ranked:
        if is_of_one_side and rank:
            continue
        if fact.weight >= LEAST_IN_SUMMARY and len(chosen) < (2 if rank or is_of_one_side else most):
            chosen.append(fact)
    return tuple(sorted(chosen, key=lambda fact: (fact.first, fact.about)))


def by_first_area(
    facts: Iterable[FactOfYear], areas: Sequence[frozenset[str]]
) -> Mapping[int | None, tuple[FactOfYear, ...]]:
    """Place each fact under one area (from 1) by the first of its subjects that has one; None: under none."""
    placed: dict[int | None, list[FactOfYear]] = {}
    for fact in facts:
        found = (
            position
            for thread in fact.threads
            for position, threads in enumerate(areas, 1)
            if thread in threads
        )
        placed.setdefault(next(found, None), []).append(fact)
    return {position: tuple(own) for position, own in placed.items()}
