"""Compares wordings word by word, as the papers count words."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

_PLACE = r"(?:Hong Kong|Guangdong|Macao)"
_WORD = re.compile(rf"{_PLACE}(?:[/-]{_PLACE})+|\S+", re.IGNORECASE)
_EDGES = "\"'“”‘’.,;:()"


def words_of(text: str) -> tuple[str, ...]:
    """Split a wording into words as printed; a pair of places ("Hong Kong/Guangdong") is one word."""
    return tuple(_WORD.findall(text))


def bare(word: str) -> str:
    """Return a word without capitals, quotation marks and points, by which two words are compared."""
    return word.strip(_EDGES).casefold()


def key_of(text: str) -> tuple[str, ...]:
    """Return what two wordings must share to count as the same: their bare words in order."""
    return tuple(bare(word) for word in words_of(text))


class WordStep(StrEnum):
    """What became of a word between two wordings."""

    KEPT = "kept"
    ADDED = "added"
    REMOVED = "removed"


@dataclass(frozen=True, slots=True)
class WordRun:
    """Neighbouring words all kept, all added or all left out; as printed later, but for those left out."""

    step: WordStep
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class WordDiff:
    """How one wording became another: stretches in reading order, what is removed before what is added."""

    stretches: tuple[WordRun, ...]

    def count(self, step: WordStep) -> int:
        """Return how many words were kept, added or removed."""
        return sum(len(stretch.words) for stretch in self.stretches if stretch.step is step)

    @property
    def kept(self) -> int:
        """Words of the earlier wording that stand in the later one, in the same order."""
        return self.count(WordStep.KEPT)

    @property
    def added(self) -> int:
        """Words of the later wording that the earlier one does not have there."""
        return self.count(WordStep.ADDED)

    @property
    def removed(self) -> int:
        """Words of the earlier wording that are left out."""
        return self.count(WordStep.REMOVED)

    @property
    def before(self) -> int:
        """Words of the earlier wording."""
        return self.kept + self.removed

    @property
    def after(self) -> int:
        """Words of the later wording."""
        return self.kept + self.added

    @property
    def is_same(self) -> bool:
        """Whether no word is added or left out."""
        return self.added == self.removed == 0


def compare(earlier: str, later: str, *, as_printed: bool = False) -> WordDiff:
    """Compare two wordings by a longest common row of words.

    Capitals and quotation marks count only `as_printed`.
    """
    old, new = words_of(earlier), words_of(later)
    common = _common(old, new) if as_printed else _common(key_of(earlier), key_of(later))
    steps: list[tuple[WordStep, str]] = []
    i = j = 0
    for k, m in [*common, (len(old), len(new))]:
        steps += [(WordStep.REMOVED, word) for word in old[i:k]]
        steps += [(WordStep.ADDED, word) for word in new[j:m]]
        steps += [(WordStep.KEPT, word) for word in new[m : m + 1]]
        i, j = k + 1, m + 1
    return WordDiff(_joined(steps))


def _joined(steps: list[tuple[WordStep, str]]) -> tuple[WordRun, ...]:
    stretches: list[WordRun] = []
    for step, word in steps:
        if stretches and stretches[-1].step is step:
            stretches[-1] = WordRun(step, (*stretches[-1].words, word))
        else:
            stretches.append(WordRun(step, (word,)))
    return tuple(stretches)


def _common(old: tuple[str, ...], new: tuple[str, ...]) -> list[tuple[int, int]]:
    """Return the places of a longest common subsequence. Wordings are short, so the square is cheap."""
    lengths = [[0] * (len(new) + 1) for _ in range(len(old) + 1)]
    for i in range(len(old) - 1, -1, -1):
        for j in range(len(new) - 1, -1, -1):
            same = lengths[i + 1][j + 1] + 1 if old[i] == new[j] else 0
            lengths[i][j] = max(same, lengths[i + 1][j], lengths[i][j + 1])
    pairs, i, j = [], 0, 0
    while i < len(old) and j < len(new):
        if old[i] == new[j]:
            pairs.append((i, j))
            i, j = i + 1, j + 1
        elif lengths[i + 1][j] >= lengths[i][j + 1]:
            i += 1
        else:
            j += 1
    return pairs
