"""Places labels above points of a line, in as few levels as keep them apart, joined by leaders."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

Lean = Literal["middle", "right", "left"]
_APART = 4.0
_AROUND_LEADER = 1.5
_STRAIGHT = 3.0
"""How far the middle of a label may be from its point and still be plainly its own."""

_WAYS: tuple[tuple[tuple[Lean, ...], bool], ...] = (
    (("middle", "right", "left"), False),
    (("middle", "right", "left"), True),
    (("right", "middle", "left"), True),
    (("left", "middle", "right"), False),
    (("right",), True),
    (("left",), False),
)
"""The ways to go about it: where a label may stand over its point, and whether from right to left.

Labels that all lean right, set from right to left, cross no leader, but may need many levels.
"""
_CROSSING = 2
"""How many levels a crossing is worth."""


@dataclass(frozen=True, slots=True)
class LabelWish:
    """A label of some width that wants to stand over the place `at`."""

    at: float
    width: float


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a label stands: from `left` to `right`, `level` levels above the lowest (0)."""

    at: float
    left: float
    right: float
    level: int

    @property
    def leans(self) -> bool:
        """Whether the label stands aside or so high that a leader must join it to its point."""
        return self.level > 0 or abs((self.left + self.right) / 2 - self.at) > _STRAIGHT


def place(wishes: Sequence[LabelWish], left: float, right: float) -> tuple[Spot, ...]:
    """Return a spot for each wish, in their order, between `left` and `right`; no two spots overlap.

    Of several ways to go about it, the cheapest wins. Widths must not exceed the room between `left` and
    `right`.
    """
    tries = [_place(wishes, left, right, leans, backwards=backwards) for leans, backwards in _WAYS]
    best = min(tries, key=lambda spots: (cost(spots), sum(spot.level for spot in spots)))
    return _settle(best, left, right)


def _settle(spots: tuple[Spot, ...], left: float, right: float) -> tuple[Spot, ...]:
    """Put labels that lean straight over their points where the room has turned out to be free."""
    settled = list(spots)
    for index, spot in enumerate(spots):
        others = settled[:index] + settled[index + 1 :]
        wish = LabelWish(spot.at, spot.right - spot.left)
        straight = next(_candidates(wish, spot.level, left, right, ("middle",)))
        if not any(_overlap(straight, o) or crosses(straight, o) or crosses(o, straight) for o in others):
            settled[index] = straight
    return tuple(settled)


def levels(spots: Sequence[Spot]) -> int:
    """Return how many levels some spots need."""
    return max((spot.level + 1 for spot in spots), default=0)


def cost(spots: Sequence[Spot]) -> int:
    """Return how bad some spots are: their levels, and more for each leader that runs through a label."""
    return levels(spots) + _CROSSING * sum(crosses(high, low) for high in spots for low in spots)


def crosses(high: Spot, low: Spot) -> bool:
    """Whether the leader of the higher spot runs through the lower one."""
    return low.level < high.level and low.left - _AROUND_LEADER < high.at < low.right + _AROUND_LEADER


def _place(
    wishes: Sequence[LabelWish], left: float, right: float, leans: tuple[Lean, ...], *, backwards: bool
) -> tuple[Spot, ...]:
    order = sorted(range(len(wishes)), key=lambda index: wishes[index].at, reverse=backwards)
    done: dict[int, Spot] = {}
    for index in order:
        done[index] = _first_free(wishes[index], tuple(done.values()), left, right, leans)
    return tuple(done[index] for index in range(len(wishes)))


def _first_free(
    wish: LabelWish, done: Sequence[Spot], left: float, right: float, leans: tuple[Lean, ...]
) -> Spot:
    """Return the lowest spot whose leader meets no label, else the lowest that overlaps none."""
    second: Spot | None = None
    for level in range(levels(done) + 1):
        for spot in _candidates(wish, level, left, right, leans):
            if any(_overlap(spot, other) for other in done):
                continue
            if not any(crosses(spot, other) or crosses(other, spot) for other in done):
                return spot
            second = second or spot
    if second is None:  # the level above all others is always free
        raise AssertionError(wish)
    return second


def _candidates(
    wish: LabelWish, level: int, left: float, right: float, leans: tuple[Lean, ...]
) -> Iterator[Spot]:
    offsets = {"middle": wish.width / 2, "right": _AROUND_LEADER, "left": wish.width - _AROUND_LEADER}
    for lean in leans:
        start = max(left, min(wish.at - offsets[lean], right - wish.width))
        yield Spot(wish.at, start, start + wish.width, level)


def _overlap(one: Spot, other: Spot) -> bool:
    return one.level == other.level and one.left < other.right + _APART and other.left < one.right + _APART
