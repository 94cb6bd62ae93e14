"""Numbers of plenaries as papers name them: those one after the other from the first to the last."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby

_SHORTEST = 3


def consecutive(numbers: Iterable[int]) -> tuple[tuple[int, ...], ...]:
    """Return numbers, given in order, as stretches of three or more, and the rest one by one."""
    return tuple(_parts(numbers))


def _parts(numbers: Iterable[int]) -> Iterator[tuple[int, ...]]:
    for _, found in groupby(enumerate(numbers), key=lambda pair: pair[1] - pair[0]):
        stretch = tuple(number for _, number in found)
        if len(stretch) >= _SHORTEST:
            yield stretch
        else:
            yield from ((number,) for number in stretch)
