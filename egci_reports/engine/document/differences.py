"""What reads otherwise in a paper than in an edition of it: places changed, put in and taken out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from egci_reports.engine.document.entries import TextEntry

_ALIKE = 0.4
"""How much of their words two texts share, of all that they have, that one is the other reworded."""


@dataclass(frozen=True, slots=True)
class Difference:
    """One place that reads otherwise: None before where it is put in, None now where it is taken out.

    `at` is the index among the entries of the edition: of the entry itself, or of the one before which the
    new one stands.
    """

    at: int
    before: TextEntry | None
    now: TextEntry | None


def differences(before: Sequence[TextEntry], now: Sequence[TextEntry]) -> tuple[Difference, ...]:
    """Return what reads otherwise, in reading order; numbers and pages make no difference."""
    matcher = SequenceMatcher(None, [one.said for one in before], [one.said for one in now], autojunk=False)
    found: list[Difference] = []
    for tag, i, j, k, m in matcher.get_opcodes():
        if tag != "equal":
            found += _within(before[i:j], now[k:m], i)
    return tuple(found)


def _within(before: Sequence[TextEntry], now: Sequence[TextEntry], start: int) -> list[Difference]:
    """Pair the entries of a stretch so that what was paired is alike in all as far as may be."""
    best = _best(before, now)
    found: list[Difference] = []
    i = k = 0
    while i < len(before) or k < len(now):
        alike = _alike(before[i], now[k]) if i < len(before) and k < len(now) else 0.0
        if alike and best[i][k] == alike + best[i + 1][k + 1]:
            if before[i].said != now[k].said:
                found.append(Difference(start + i, before[i], now[k]))
            i, k = i + 1, k + 1
        elif i < len(before) and best[i][k] == best[i + 1][k]:
            found.append(Difference(start + i, before[i], None))
            i += 1
        else:
            found.append(Difference(start + i, None, now[k]))
            k += 1
    return found


def _best(before: Sequence[TextEntry], now: Sequence[TextEntry]) -> list[list[float]]:
    """Return how alike the rests of two stretches can be paired, from each pair of their entries on."""
    best = [[0.0] * (len(now) + 1) for _ in range(len(before) + 1)]
    for i in range(len(before) - 1, -1, -1):
        for k in range(len(now) - 1, -1, -1):
            alike = _alike(before[i], now[k])
            paired = alike + best[i + 1][k + 1] if alike else 0.0
            best[i][k] = max(paired, best[i + 1][k], best[i][k + 1])
    return best


def _alike(one: TextEntry, other: TextEntry) -> float:
    """Return how alike two entries are: 0 if one cannot be the other reworded, most if they are the same."""
    if (one.kind, one.place) != (other.kind, other.place) or len(one.texts) != len(other.texts):
        return 0.0
    words, others = (Counter(" ".join(entry.texts).split()) for entry in (one, other))
    total = words.total() + others.total()
    shared = 2 * (words & others).total() / total if total else 1.0
    if one.name and one.name == other.name and one.kind != "paragraph":
        return 1.0 + shared
    return shared if shared >= _ALIKE or one.kind in ("heading", "caption", "columns", "title") else 0.0
