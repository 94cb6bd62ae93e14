"""Finds the undecided disputes that a paper prints: those on whose decision its words depend.

A text that is about the disputed fact prints it. What else prints it no kind of paper says: the paper is
made once more from records in which the dispute is decided, for each value in turn, and if it then reads
otherwise anywhere, the dispute is printed in it or decides what is.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple

from egci_reports.analysis.disputes import Dispute, open_disputes, readings
from egci_reports.app.papers.kept import kept_words
from egci_reports.app.reading.find import label_of
from egci_reports.engine.document.nodes import Document
from egci_reports.engine.document.text import blocks_of
from egci_reports.errors import Finding
from egci_reports.kinds.interface import Paper
from egci_reports.records.records import Records

_DAY = "date"
"""The field that says when something was."""


class Making(NamedTuple):
    """How a paper is made: its records to what it is made of, and that to its tree."""

    paper: Callable[[Records], Paper]
    document: Callable[[Paper], Document]


def undecided(paper: Paper, document: Document, records: Records, make: Making) -> Iterator[Finding]:
    """Yield what refuses a numbered edition of a paper (E601): each undecided dispute that it prints."""
    disputes = tuple(one for one in open_disputes(records) if _may_be_read(one, paper.records))
    spoken_of = frozenset(_spoken_of(document)) if disputes else frozenset()
    for dispute in disputes:
        others = (make.paper(decided) for decided in readings(records, dispute))
        if dispute.about in spoken_of or any(
            _reads_otherwise(paper, document, other, make) for other in others
        ):
            yield _finding(dispute)


def _may_be_read(dispute: Dispute, stood: Records | None) -> bool:
    """Whether a dispute is in the records a paper stands on; a disputed day may decide which those are."""
    if stood is None or dispute.field == _DAY:
        return True
    return any(one.about == dispute.about for one in open_disputes(stood))


def _spoken_of(document: Document) -> Iterator[str]:
    """Yield the addresses that the texts of a paper are about."""
    for text in blocks_of(document):
        if text.about:
            yield text.about
        for citation in text.cited:
            yield from citation.about


def _reads_otherwise(paper: Paper, document: Document, other: Paper, make: Making) -> bool:
    if other.context == paper.context and other.charts == paper.charts:
        return False  # the same words, without making them
    return kept_words(make.document(other), {}).said != kept_words(document, {}).said


def _finding(dispute: Dispute) -> Finding:
    field, where = dispute.field.replace("_", " "), label_of(dispute.record)
    return Finding(
        "E601",
        f"the {field} of {where} is in dispute and undecided",
        hint="record a decision, accept it with a reason, or make a draft",
        about=dispute.about,
    )
