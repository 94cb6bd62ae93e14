"""Returns: what a department reports before a plenary on the items of the plan that it leads."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, ClassVar

from egci_reports.records.base import (
    Day,
    Flag,
    Id,
    ItemNumber,
    Line,
    Model,
    Number,
    PartialDate,
    PlenaryNumber,
    Prose,
)
from egci_reports.records.clearance import Clearable, Clearance, ClearanceState
from egci_reports.records.dated import PLANNED, Dated, Undated

SLIP = "slip-"
"""Begins the name of a slip among the parts of a pack."""


class ItemStatus(StrEnum):
    """How an item stands. That no return came is no status: it is seen from what is there."""

    COMPLETED = "completed"
    ON_SCHEDULE = "on-schedule"
    BEHIND_SCHEDULE = "behind-schedule"  # reason and new date are compulsory
    ONGOING = "ongoing"  # no end date by nature
    NOT_YET_STARTED = "not-yet-started"
    UNDER_REVIEW = "under-review"
    CEASED = "ceased"  # ceased or superseded: the reason says by what


class Likelihood(StrEnum):
    """How likely an item is to be raised by the other side."""

    CERTAIN = "certain"
    MAY = "may"
    UNLIKELY = "unlikely"


class Part(StrEnum):
    """What part a department takes in an area; asked where the plan under review names no leads."""

    LEAD = "lead"
    SUPPORT = "support"
    NONE = "none"


def slip_of(number: int, body: str) -> str:
    """Return the address of the slip of a department's part of a pack; what stands on it is its return's."""
    return f"briefs/{number:02d}/{SLIP}{body}"


class Figure(Model):
    """A figure: every one has its unit and the day of which it speaks."""

    name: Line
    """What is counted or measured."""
    value: Number
    """The number, in figures: 2 100, 0, 12.5."""
    unit: Line
    """Its unit: lamps, HK$ million, %."""
    as_at: Annotated[Day, Undated("a figure is known when its return is sent")]
    """The day of which it speaks."""


class ItemReturn(Model):
    """What a department reports on one item."""

    item: ItemNumber
    """The number of the item in the plan under review."""
    part: Part | None = None
    """Whether the department leads it, supports it or takes no part; asked where the plan names no leads."""
    nil: Flag = False
    """Whether the department reports no new development on it."""
    progress: Prose | None = None
    """What was done in the period."""
    figures: tuple[Figure, ...] = ()
    """Figures."""
    status: ItemStatus | None = None
    """How it stands."""
    reason: Line | None = None
    """Why it is behind schedule, or why it ceased and what superseded it."""
    new_date: Annotated[PartialDate | None, PLANNED] = None
    """The new date, if it is behind schedule."""
    next_step: Line | None = None
    """The next step."""
    may_be_exchanged: Flag = False
    """Whether this may be shown to Guangdong."""
    may_be_published: Flag = False
    """Whether this may be published."""
    raised: Likelihood | None = None
    """Whether it is likely to be raised. Stands in briefs only."""
    line_to_take: Prose | None = None
    """What to say if it is raised. Stands in briefs only."""

    @property
    def is_begun(self) -> bool:
        """Whether anything is entered for the item."""
        return self != ItemReturn(item=self.item)


class Excuse(Model):
    """Why a numbered edition may go without a return that did not come."""

    reason: Line
    """The reason; not printed."""
    by: Line
    """Who decided: a post or a name."""
    on: Annotated[Day, Dated.BEGINS]
    """When."""


class Return(Clearable):
    """The return of one department for one plenary. It counts as received once it has a date."""

    APART: ClassVar[frozenset[str]] = frozenset(
        ("prepared_by", "cleared_by", "cleared", "date", "excused", "telephone", "email", "answer")
    )

    plenary: PlenaryNumber
    """The plenary at which it will be used; its items are those of the plan agreed before."""
    body: Id
    """The department."""
    nil: Flag = False
    """Whether the department reports no new development on any of its items."""
    items: tuple[ItemReturn, ...] = ()
    """What it reports, item by item."""
    expects: Prose | None = None
    """What the department expects Guangdong to raise. Stands in briefs only."""
    delegates: tuple[Line, ...] = ()
    """Whom it sends to the plenary: a name and a post each."""
    prepared_by: Line | None = None
    """Who prepared it: a name and a post."""
    telephone: Line | None = None
    """The telephone of whoever prepared it."""
    email: Line | None = None
    """The e-mail address of whoever prepared it."""
    cleared: Clearance | None = None
    """Who of directorate rank cleared it; none: it is not cleared, and releases nothing."""
    cleared_by: Line | None = None
    """Who cleared it, written by hand: it counts once `egci-report clear` has entered of which words."""
    date: Annotated[Day | None, Dated.WRITTEN] = None
    """The day on which the department sent it; none: it has not come."""
    answer: Prose | None = None
    """What it answers on the slip of its part of the pack: confirmed, or what is to be amended."""
    excused: Excuse | None = None
    """Why papers may be final without it."""

    @property
    def clearance_state(self) -> ClearanceState:
        """How the words stand to their clearance; a name written by hand is one of no known words."""
        state = super().clearance_state
        is_unbound = state is ClearanceState.NONE and self.cleared_by is not None
        return ClearanceState.UNBOUND if is_unbound else state

    def on_item(self, number: str) -> ItemReturn | None:
        """Return what it reports on an item; None if it leaves the item out."""
        return next((entry for entry in self.items if entry.item == number), None)

    def unwritten(self) -> Return:
        """Return what is on record of a return that has not come: why it is excused, if it is."""
        return Return(plenary=self.plenary, body=self.body, excused=self.excused)
