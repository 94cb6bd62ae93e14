"""What is asked for when copies are given out, and what is planned: copies, and recipients who get none."""

from __future__ import annotations

from dataclasses import dataclass

from egci_reports.distribution.entries import LedgerLine
from egci_reports.distribution.register import InForce, Issue
from egci_reports.records.bodies import Side
from egci_reports.records.distribution import Channel


@dataclass(frozen=True, slots=True)
class CopyHolder:
    """Who holds a copy: the key in the ledger, the body, what the copy says, and the code in file names."""

    key: str
    body: str
    printed: str
    code: str
    side: Side


@dataclass(frozen=True, slots=True)
class PlannedCopy:
    """A copy to be made: its number, of how many, for whom, how it gets there, and what it replaces.

    `in_force` is the edition that stays in force in its place, if another does.
    """

    number: int
    copies: int
    holder: CopyHolder
    channel: Channel
    address: str | None
    replaces: tuple[LedgerLine, ...] = ()
    in_force: InForce | None = None


@dataclass(frozen=True, slots=True)
class ExcludedRecipient:
    """A recipient who gets nothing now; `line` is what the ledger says last, if that is why.

    `is_other` tells that the paper is not one that it gets: it may get the same as made for others.
    """

    holder: CopyHolder
    reason: str
    line: LedgerLine | None = None
    is_other: bool = False


@dataclass(frozen=True, slots=True)
class IssuePlan:
    """What is to be done for one issue.

    `open` are the copies sent before of which nobody knows whether they arrived. `earlier` are the copies
    of earlier issues that are out. `expected` are the keys of all who have a copy of this issue, or are to
    get one. `in_force` is the edition that has taken this one's place already.
    """

    issue: Issue
    copies: tuple[PlannedCopy, ...]
    left_out: tuple[ExcludedRecipient, ...]
    open: tuple[PlannedCopy, ...]
    earlier: tuple[LedgerLine, ...]
    expected: frozenset[str]
    in_force: InForce | None = None


@dataclass(frozen=True, slots=True)
class IssueOptions:
    """What is asked for: whom to leave out, by the ids of bodies or keys of holders; whether to send mail."""

    without: tuple[str, ...] = ()
    send: bool = False
