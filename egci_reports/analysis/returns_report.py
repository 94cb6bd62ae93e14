"""What came of a call for returns: each item and each department with how it stands."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from egci_reports.records.meetings import PlanItem
from egci_reports.records.returns import Figure, ItemReturn, ItemStatus, Return


class ItemState(StrEnum):
    """What there is on an item; each prints in words of its own."""

    REPORTED = "reported"
    NIL = "nil"
    NO_RETURN = "no-return"  # asked for, and not there: a gap
    EXCUSED = "excused"  # not there, and papers may go without it
    NONE_CALLED_FOR = "none-called-for"
    UNTOLD = "untold"  # these readers are not told whether anything was returned

    @property
    def is_answered(self) -> bool:
        """Whether a return says what there is on the item, or that there is nothing new."""
        return self in (ItemState.REPORTED, ItemState.NIL)


@dataclass(frozen=True, slots=True)
class FigureRow:
    """A figure, and the one of the same name and unit in the return before."""

    figure: Figure
    before: Figure | None


@dataclass(frozen=True, slots=True)
class ItemReport:
    """An item of the plan under review. `owner` is the body that answers for it; None: Guangdong alone."""

    item: PlanItem
    owner: str | None
    state: ItemState
    entry: ItemReturn | None
    source: Return | None
    figures: tuple[FigureRow, ...]
    about: str


@dataclass(frozen=True, slots=True)
class BodyReturn:
    """What came from a department: its return, None if there is no file, and its items."""

    body: str
    source: Return | None
    items: tuple[ItemReport, ...]
    asked: tuple[str, ...] = ()
    """The numbers of the items on which it is asked to report."""

    @property
    def is_received(self) -> bool:
        """Whether the return has come."""
        return self.source is not None and self.source.date is not None

    @property
    def is_cleared(self) -> bool:
        """Whether it has come and these words of it are cleared."""
        return self.is_received and self.source is not None and self.source.is_cleared

    @property
    def is_void(self) -> bool:
        """Whether it has come and has changed since it was cleared."""
        return self.is_received and self.source is not None and self.source.is_void

    @property
    def is_excused(self) -> bool:
        """Whether it has not come, and papers may go without it."""
        return not self.is_received and self.source is not None and self.source.excused is not None

    @property
    def item_count(self) -> int:
        """How many items the department answers for."""
        return len(self.items)

    @property
    def reported_count(self) -> int:
        """On how many of them it reports, nil included."""
        return sum(item.state.is_answered for item in self.items)

    @property
    def exchange_count(self) -> int:
        """How many entries may be shown to Guangdong."""
        return sum(item.entry is not None and item.entry.may_be_exchanged for item in self.items)

    @property
    def publish_count(self) -> int:
        """How many entries may be published."""
        return sum(item.entry is not None and item.entry.may_be_published for item in self.items)


@dataclass(frozen=True, slots=True)
class ReturnsReport:
    """All items of a plan with the returns on them, and the register of the departments asked."""

    number: int
    items: tuple[ItemReport, ...]
    register: tuple[BodyReturn, ...]

    @property
    def called_count(self) -> int:
        """On how many items returns were called for."""
        return sum(item.state is not ItemState.NONE_CALLED_FOR for item in self.items)

    @property
    def reported_count(self) -> int:
        """On how many of them a return is there, nil included."""
        return sum(item.state.is_answered for item in self.items)

    @property
    def nil_count(self) -> int:
        """How many of those are nil."""
        return sum(item.state is ItemState.NIL for item in self.items)

    @property
    def statuses(self) -> Mapping[ItemStatus, int]:
        """How many items stand how, in the order of the list; only what occurs."""
        found = Counter(item.entry.status for item in self.items if item.entry and item.entry.status)
        return {status: found[status] for status in ItemStatus if found[status]}

    @property
    def latest(self) -> date | None:
        """The day of the last return received."""
        days = [one.source.date for one in self.register if one.source and one.source.date]
        return max(days, default=None)
