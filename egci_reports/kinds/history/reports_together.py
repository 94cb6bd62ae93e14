"""Puts reports that open with the same words into one sentence."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import takewhile

from egci_reports.records.meetings import Report

_SHARED = 5
"""Reports that open with so many of the same words are told in one sentence."""


@dataclass(frozen=True, slots=True)
class ReportsTogether:
    """Reports in one sentence: the words they open with, and how each goes on, if there are several."""

    opening: str
    endings: tuple[str, ...]
    sources: tuple[str, ...]
    caution: str | None


def told_together(reports: Iterable[Report], sources: tuple[str, ...]) -> tuple[ReportsTogether, ...]:
    """Return reports as sentences: neighbours that open alike and rest on the same sources as one."""
    found: list[ReportsTogether] = []
    for report in reports:
        own = report.sources or sources
        words = report.text.rstrip(".").split()
        last = found[-1] if found else None
        shared = _shared(last, words) if last and last.sources == own and not report.caution else 0
        if last and shared:
            rest = last.opening.split()[shared:]
            endings = [" ".join((*rest, ending)).strip() for ending in last.endings or ("",)]
            found[-1] = ReportsTogether(
                " ".join(words[:shared]), (*endings, " ".join(words[shared:])), own, None
            )
        else:
            found.append(ReportsTogether(" ".join(words), (), own, report.caution))
    return tuple(found)


def _shared(last: ReportsTogether, words: Sequence[str]) -> int:
    """Return how many words a report opens with as the one before does; 0 if they are too few."""
    before = last.opening.split()
    alike = len(list(takewhile(lambda pair: pair[0] == pair[1], zip(before, words, strict=False))))
    return 0 if last.caution or alike < _SHARED else alike
