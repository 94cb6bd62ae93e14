"""What the template of a department's pack is given beside the common parts of the pack."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from egci_reports.kinds.briefing.brief import Brief
from egci_reports.kinds.interface import Mention
from egci_reports.records.returns import Part, Return, slip_of
from egci_reports.views.names import Named
from egci_reports.views.plan_views import Reviewed
from egci_reports.views.returned import ActionLine, ItemLine


@dataclass(frozen=True, slots=True)
class OwnArea:
    """An area in which the department leads items; None: the list does not name the area."""

    area: Reviewed | None
    items: tuple[ItemLine, ...]


@dataclass(frozen=True, slots=True)
class ListingYears:
    """In how many lists of bodies the department stands, and in which years most recently, running."""

    total: int
    lists: int
    latest: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class AskedArea:
    """An area of the plan, and how often the department is listed where each of its subjects was named.

    `listed` has the plenaries with both, and those that named the subject.
    """

    area: Reviewed
    listed: tuple[tuple[int, int], ...]
    address: str | None
    """Where its answer stands in its return; None: the plan has items, of which the return tells."""
    part: Part | None
    """What it answered."""


@dataclass(frozen=True, slots=True)
class Department:
    """What concerns one department."""

    name: Named
    areas: tuple[OwnArea, ...]
    briefs: tuple[Brief, ...]
    actions: tuple[ActionLine, ...]
    mentions: tuple[Mention, ...]
    reply_by: date | None
    """The day by which returns are asked for, where it is still to come."""
    answered: Return
    """Its return, so far as it has one: the slip is part of it."""
    secretariat: Named
    """The body that answers for the papers."""
    listing: ListingYears | None
    """None: it is in no list."""
    asked: tuple[AskedArea, ...]
    """The areas of the plan, of each of which it is asked what part it has."""

    @property
    def address(self) -> str:
        """The address of its slip."""
        return slip_of(self.answered.plenary, self.answered.body)

    @property
    def is_asked(self) -> bool:
        """Whether it is asked in which areas it takes part: no item of the plan stands under its name."""
        return not self.areas

    @property
    def item_count(self) -> int:
        """How many items it leads."""
        return sum(len(area.items) for area in self.areas)

    @property
    def action_count(self) -> int:
        """How many open actions it owns or takes part in."""
        return len(self.actions)
