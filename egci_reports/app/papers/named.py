"""Reads how an officer names papers: annual-2024 or annual 2024, wherever a command asks for one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from egci_reports.kinds import KINDS
from egci_reports.records.audience.reader import Audience
from egci_reports.records.paper_kinds import paper_names
from egci_reports.records.paper_name import EVERYTHING, PaperName
from egci_reports.records.records import Records

__all__ = ["EVERYTHING", "PaperName", "all_papers", "paper_of", "papers_in", "parted"]


def paper_of(words: Sequence[str]) -> tuple[str, tuple[str, ...]]:
    """Return the name of the paper that words begin with, as its files have it, and the words after it."""
    name, rest = PaperName.first_of(words)
    return str(name), rest


def parted(kind: str, subject: str | None, reader: str | None) -> tuple[str, str | None, str | None]:
    """Return kind, subject and reader of a paper whose kind may have been given as its whole name.

    Whatever the name says of its reader stands back behind what was given: annual-2024-joint.
    """
    if kind.replace("-", "") in KINDS:  # follow-up, second-reminder
        return kind.replace("-", ""), subject, reader
    name = PaperName.read(kind)
    if subject is not None or name.subject == EVERYTHING:
        return kind, subject, reader
    own = name.body or (None if name.audience.is_own_side else str(name.audience))
    return name.kind, name.subject, reader or own


def papers_in(words: Sequence[str]) -> tuple[tuple[PaperName, ...], tuple[str, ...]]:
    """Return the papers that words name, annual-2024 or annual 2024, and the words that name none."""
    papers: list[PaperName] = []
    others: list[str] = []
    while words:
        name, rest = PaperName.first_of(words)
        if name.kind in KINDS and name.body is None:
            papers.append(name)
            words = rest
        else:
            others.append(words[0])
            words = words[1:]
    return tuple(papers), tuple(others)


def all_papers(records: Records) -> Iterator[PaperName]:
    """Yield the papers for our own side about the group and about each plenary; not all can be made."""
    for name in map(PaperName.read, paper_names(records.meetings)):
        if Audience.INTERNAL in KINDS[name.kind].audiences:
            yield name
