"""What the ledger tells: which copy each recipient has of which edition, and how it stands."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from egci_reports.app.papers.editions import base_of, rank
from egci_reports.distribution.entries import CopyEvent, LedgerLine
from egci_reports.distribution.ledger import read_ledger
from egci_reports.records.paper_name import PaperName
from egci_reports.workspace import Workspace


class Issue(NamedTuple):
    """An edition as it went out. Drafts have no number, so each content of one is an issue of its own."""

    paper: str
    edition: str
    master: str


class InForce(NamedTuple):
    """The edition of a paper that is in force, and the day on which its first copy went out (YYYY-MM-DD)."""

    edition: str
    day: str


@dataclass(frozen=True)
class CopyRegister:
    """The lines of a ledger, read for what they tell of copies."""

    lines: tuple[LedgerLine, ...]

    @classmethod
    def of(cls, lines: Iterable[LedgerLine]) -> CopyRegister:
        """Return the register of these lines."""
        return cls(tuple(lines))

    @cached_property
    def latest(self) -> Mapping[tuple[Issue, str], LedgerLine]:
        """The last line about each copy, by issue and recipient, in the order of first mention."""
        return {(issue_of(line), line.entry.recipient): line for line in self.lines}

    def line(self, issue: Issue, recipient: str) -> LedgerLine | None:
        """Return how the copy of a recipient stands; None if nothing was done about it."""
        return self.latest.get((issue, recipient))

    def issues(self, paper: str) -> tuple[Issue, ...]:
        """Return the issues of a paper of which a copy is, or may be, out: oldest first."""
        return tuple(
            dict.fromkeys(
                issue
                for (issue, _), line in self.latest.items()
                if issue.paper == paper and line.entry.event is not CopyEvent.FAILED
            )
        )

    def holders(self, issue: Issue) -> tuple[LedgerLine, ...]:
        """Return the copies of an issue that are out, in the order of their numbers."""
        held = [
            line
            for (of, _), line in self.latest.items()
            if of == issue and line.entry.event is CopyEvent.ISSUED
        ]
        return tuple(sorted(held, key=lambda line: line.entry.copy))

    def of_edition(self, paper: str, edition: str) -> tuple[LedgerLine, ...]:
        """Return the copies of an edition of a paper that are out."""
        return tuple(
            line for one in self.issues(paper) if one.edition == edition for line in self.holders(one)
        )

    def numbers(self, paper: str) -> dict[str, int]:
        """Return the number of each recipient's copies of a paper: it stays through all editions."""
        return {line.entry.recipient: line.entry.copy for line in self.lines if line.entry.paper == paper}

    def later(self, issue: Issue) -> Issue | None:
        """Return the issue of the same paper that is in force in this one's place; None if this one is.

        In force is the highest number that is out, whenever it went out; of drafts, the last that went out,
        as long as no number did. An issue of which no copy is out yet counts as the last. An addendum leaves
        its edition in force; a later edition or addendum takes its own place.
        """
        base = base_of(issue.edition)
        issues = [other for other in self.issues(issue.paper) if self.holders(other) or other == issue]
        rivals = [other for other in issues if base_of(other.edition) is None]
        if base is not None:
            above = [other for other in rivals if rank(other.edition) > rank(base)]
            rivals = above or [other for other in issues if base_of(other.edition) == base]
        in_order = rivals if issue in rivals else [*rivals, issue]
        # of equals, such as drafts, max takes the first that it meets: the last to go out
        last = max(reversed(in_order), key=lambda other: rank(other.edition))
        return last if last != issue else None

    def addendum(self, issue: Issue) -> Issue | None:
        """Return the addendum to an edition that is in force; None if it has none, or is none itself."""
        addenda = [
            other
            for other in self.issues(issue.paper)
            if base_of(other.edition) == issue.edition and self.holders(other)
        ]
        return max(addenda, key=lambda other: rank(other.edition), default=None)

    def in_force(self, issue: Issue) -> InForce | None:
        """Return which edition is in force in an issue's place; None if this one is, or is to be."""
        later = self.later(issue)
        if later is None:
            return None
        first = min(self.holders(later), key=lambda line: line.number)
        return InForce(later.edition, first.at[:10])

    def earlier(self, issue: Issue) -> tuple[LedgerLine, ...]:
        """Return the copies that an issue supersedes: those of the issue that was in force before it.

        None if another stays in force. Holders of what was superseded before have been told then. An addendum
        supersedes the one before it, and never its edition.
        """
        if self.later(issue) is not None:
            return ()
        base = base_of(issue.edition)
        others = [
            other
            for other in self.issues(issue.paper)
            if other != issue and base_of(other.edition) == base and self.holders(other)
        ]
        before = max(reversed(others), key=lambda other: rank(other.edition), default=None)
        return self.holders(before) if before is not None else ()


def is_open(line: LedgerLine) -> bool:
    """Whether nobody knows if the copy a line speaks of arrived."""
    return line.entry.event in (CopyEvent.SENDING, CopyEvent.UNKNOWN)


def issue_of(line: LedgerLine) -> Issue:
    """Return the issue that a line speaks of."""
    return Issue(line.entry.paper, line.entry.edition, line.entry.master)


def papers_out(workspace: Workspace) -> frozenset[PaperName]:
    """Return the papers of which copies are out; none without a workspace.

    Raises VerificationError if the ledger is not as it was written.
    """
    if workspace.is_embedded:
        return frozenset()
    latest = CopyRegister.of(read_ledger(workspace.data)).latest.values()
    names = (line.entry.paper for line in latest if line.entry.event is CopyEvent.ISSUED)
    return frozenset(map(PaperName.read, names))
