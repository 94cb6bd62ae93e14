"""A subject of co-operation as papers tell it: its history, and its wordings row by row."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from egci_reports.analysis.lists import Presence
from egci_reports.analysis.threads import ThreadHistory, WordingRun
from egci_reports.analysis.wording import key_of
from egci_reports.records.areas import Grade


@dataclass(frozen=True, slots=True)
class WordingRow:
    """A stretch of plenaries (by number) that name a subject in one wording, or that do not name it."""

    numbers: tuple[int, ...]
    presence: Presence
    wording: WordingRun | None = None

    @property
    def is_doubtful(self) -> bool:
        """Whether the wording joins the subject by one slight link only."""
        return self.wording is not None and self.wording.join.grade is Grade.DOUBTFUL


@dataclass(frozen=True, slots=True)
class Subject:
    """A subject of co-operation up to a plenary: its history, and its wordings row by row."""

    history: ThreadHistory
    rows: tuple[WordingRow, ...]

    @property
    def in_sentence(self) -> str:
        """The name of the subject as it stands inside a sentence: smart city; e-Commerce and RFID stay."""
        return in_sentence(self.history.thread.name)

    @property
    def since_first(self) -> int:
        """How many plenaries there are from its first naming on."""
        tally = self.history.since_first
        return tally.known + len(tally.unknown)

    @property
    def runs_through(self) -> bool:
        """Whether every plenary since its first naming names it."""
        return self.history.since_first.holds == self.since_first

    @property
    def wording_count(self) -> int:
        """In how many wordings the main source names it: those of other sources are not counted."""
        return len({key_of(str(run.area.wording)) for run in self.history.wordings if self._counts(run)})

    @property
    def leaves_out(self) -> bool:
        """Whether the count of wordings leaves out one that another source has."""
        return not all(map(self._counts, self.history.wordings))

    def _counts(self, run: WordingRun) -> bool:
        """Whether a wording rests on the source on which most of them rest."""
        named = Counter(source for one in self.history.wordings for source in one.area.sources)
        return not run.area.sources or named.most_common(1)[0][0] in run.area.sources


@dataclass(frozen=True, slots=True)
class Spoken:
    """A subject that a sentence names, and which of the plenaries spoken of name it in doubtful wording."""

    name: str
    doubtful: tuple[int, ...] = ()


def spoken(history: ThreadHistory, numbers: Collection[int]) -> Spoken:
    """Return a subject for a sentence that says of plenaries (by number) that they name it."""
    return Spoken(in_sentence(history.thread.name), tuple(n for n in history.doubtful if n in numbers))


def in_sentence(name: str) -> str:
    """Return a name with a small first letter, unless its capitals are its spelling (RFID)."""
    return name[:1].lower() + name[1:] if name[:1].isupper() and name[1:2].islower() else name


def subject_of(history: ThreadHistory) -> Subject:
    """Return a subject with its wordings up to the end of its history, and the stretches without one."""
    if history.first is None or history.last is None:
        return Subject(history, ())
    rows = [WordingRow(run.numbers, Presence.LISTED, run) for run in history.wordings]
    gaps = [cell for cell in history.gaps if not cell.namings]
    for presence, cells in groupby(gaps, key=lambda cell: cell.presence):
        rows += [WordingRow(numbers, presence) for numbers in _stretches(cell.number for cell in cells)]
    return Subject(history, tuple(sorted(rows, key=lambda row: row.numbers)))


def _stretches(numbers: Iterable[int]) -> Iterator[tuple[int, ...]]:
    """Yield numbers one after the other together."""
    for _, found in groupby(enumerate(numbers), key=lambda pair: pair[1] - pair[0]):
        yield tuple(number for _, number in found)
