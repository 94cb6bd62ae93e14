"""Says over a row of plenaries what is first, only, running or longest, and what is not known about it.

Every claim over time goes through here. A plenary for which nothing is known (no list, an open list, an
undecided dispute) makes no claim false, but is named beside it, so that a paper can say so.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import TypeVar

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Observation:
    """Whether something holds at a plenary: yes, no, or not known (None)."""

    number: int
    holds: bool | None


@dataclass(frozen=True, slots=True)
class ConsecutiveRun:
    """Plenaries one after the other at which something holds, by their numbers.

    `unknown_before` and `unknown_after`: nothing is known of the plenary next to the run, so it may be
    longer.
    """

    numbers: tuple[int, ...]
    unknown_before: bool = False
    unknown_after: bool = False

    @property
    def first(self) -> int:
        """Number of the first plenary of the run."""
        return self.numbers[0]

    @property
    def last(self) -> int:
        """Number of the last plenary of the run."""
        return self.numbers[-1]

    @property
    def length(self) -> int:
        """How many plenaries it has."""
        return len(self.numbers)


@dataclass(frozen=True, slots=True)
class ClaimOverTime:
    """That something holds at a plenary in a certain way, and at which plenaries it is not known."""

    number: int
    unknown: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Tally:
    """At how many plenaries something holds, of those for which it is known either way."""

    holds: int
    known: int
    unknown: tuple[int, ...]


def first(points: Sequence[Observation]) -> ClaimOverTime | None:
    """Return the first plenary at which it holds, with the earlier ones of which nothing is known."""
    unknown: list[int] = []
    for point in points:
        if point.holds:
            return ClaimOverTime(point.number, tuple(unknown))
        if point.holds is None:
            unknown.append(point.number)
    return None


def last(points: Sequence[Observation]) -> ClaimOverTime | None:
    """Return the last plenary at which it holds, with the later ones of which nothing is known."""
    return first(points[::-1])


def only(points: Sequence[Observation]) -> ClaimOverTime | None:
    """Return the one plenary at which it holds; None if it holds at none or at several."""
    holding = [point.number for point in points if point.holds]
    unknown = tuple(point.number for point in points if point.holds is None)
    return ClaimOverTime(holding[0], unknown) if len(holding) == 1 else None


def last_before(points: Sequence[Observation], number: int) -> ClaimOverTime | None:
    """Return the last plenary before `number` at which it holds: "the first since ..."."""
    return last([point for point in points if point.number < number])


def tally(points: Sequence[Observation]) -> Tally:
    """Count at how many plenaries it holds: "11 of the 12"."""
    known = [point for point in points if point.holds is not None]
    unknown = tuple(point.number for point in points if point.holds is None)
    return Tally(sum(bool(point.holds) for point in known), len(known), unknown)


def runs(points: Sequence[Observation]) -> tuple[ConsecutiveRun, ...]:
    """Return the longest stretches without a break; what is not known breaks a run, and is said."""
    found: list[ConsecutiveRun] = []
    numbers: list[int] = []
    before: bool | None = False
    for point in points:
        if point.holds:
            numbers.append(point.number)
            continue
        if numbers:
            found.append(ConsecutiveRun(tuple(numbers), before is None, point.holds is None))
        numbers, before = [], point.holds
    if numbers:
        found.append(ConsecutiveRun(tuple(numbers), unknown_before=before is None))
    return tuple(found)


def run_to(points: Sequence[Observation], number: int) -> ConsecutiveRun | None:
    """Return the run that ends with plenary `number`; None if it does not hold there."""
    found = runs([point for point in points if point.number <= number])
    return found[-1] if found and found[-1].last == number else None


def longest(items: Iterable[T], size: Callable[[T], float]) -> tuple[T, ...]:
    """Return all items of the greatest size: one, or several that tie; none of none."""
    items = tuple(items)
    top = max(map(size, items), default=None)
    return tuple(item for item in items if size(item) == top)


def shortest(items: Iterable[T], size: Callable[[T], float]) -> tuple[T, ...]:
    """Return all items of the smallest size: one, or several that tie; none of none."""
    return longest(items, lambda item: -size(item))
