"""What departments returned on the plan under review, and what became of actions, ready to print."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from egci_reports.analysis.actions import ActionOn, FollowUp, followed_up
from egci_reports.analysis.plenaries import Plenary
from egci_reports.analysis.returns import returns_on
from egci_reports.analysis.returns_report import BodyReturn, FigureRow, ItemReport, ReturnsReport
from egci_reports.errors import Finding
from egci_reports.for_templates import for_templates
from egci_reports.records.actions import ProgressNote
from egci_reports.records.clearables import refusal
from egci_reports.records.meetings import ActionCount
from egci_reports.records.records import Records, address_of
from egci_reports.records.returns import ItemStatus
from egci_reports.views.names import Named, Names


@dataclass(frozen=True, slots=True)
class ItemLine:
    """An item with its leaders on both sides, and the department whose return it is."""

    report: ItemReport
    lead: Named | None
    partner: Named | None
    anchor: str
    """Where its progress stands in the paper."""
    due: date | None = None
    """The day by which its return was asked for."""


@dataclass(frozen=True, slots=True)
class FigureLine:
    """A figure of an item beside that of the return before."""

    item: str
    row: FigureRow


@dataclass(frozen=True, slots=True)
class RegisterLine:
    """A department's line in the register of returns."""

    name: Named
    source: BodyReturn


@dataclass(frozen=True, slots=True)
class StatusCount:
    """How many items stand in one way."""

    status: ItemStatus
    count: int


@dataclass(frozen=True, slots=True)
class Returned:
    """The returns for a plenary: items, figures, register, and counts."""

    report: ReturnsReport
    items: tuple[ItemLine, ...]
    by_area: Mapping[int, tuple[ItemLine, ...]]
    figures: tuple[FigureLine, ...]
    register: tuple[RegisterLine, ...]
    statuses: tuple[StatusCount, ...]
    was_called: bool

    @for_templates
    def beyond(self, areas: int) -> tuple[ItemLine, ...]:
        """Return the items of areas that a list of so many areas does not name."""
        return tuple(line for line in self.items if line.report.item.area > areas)

    @property
    def remarks(self) -> tuple[RegisterLine, ...]:
        """The departments that say whom they send, or what they expect Guangdong to raise."""
        found = ((line, line.source.source) for line in self.register)
        return tuple(line for line, one in found if one is not None and (one.delegates or one.expects))

    @property
    def item_count(self) -> int:
        """How many items the plan has."""
        return len(self.items)

    @property
    def uncalled_count(self) -> int:
        """On how many items no return was called for."""
        return self.item_count - self.report.called_count


@dataclass(frozen=True, slots=True)
class ActionLine:
    """An action with its owner, its partners and its latest progress."""

    on: ActionOn
    owner: Named
    partners: tuple[Named, ...]
    latest: ProgressNote | None
    is_new: bool


@dataclass(frozen=True, slots=True)
class FollowedActions:
    """The actions that the report follows up, and their count from plenary to plenary."""

    lines: tuple[ActionLine, ...]
    count: ActionCount


def returned_for(records: Records, plenary: Plenary, names: Names, position: date) -> Returned | None:
    """Return the returns for a plenary; None if the plan under review has no items on file."""
    report = returns_on(records, plenary.meeting)
    if report is None:
        return None
    day = plenary.day or position
    lines = tuple(_item(line, names, plenary, day) for line in report.items)
    areas = dict.fromkeys(line.report.item.area for line in lines)
    return Returned(
        report,
        lines,
        {area: tuple(line for line in lines if line.report.item.area == area) for area in areas},
        tuple(FigureLine(line.report.item.item, row) for line in lines for row in line.report.figures),
        tuple(RegisterLine(names.body(one.body, day), one) for one in report.register),
        tuple(StatusCount(status, count) for status, count in report.statuses.items()),
        plenary.meeting.call is not None or bool(records.returns_for(plenary.number)),
    )


def _item(report: ItemReport, names: Names, plenary: Plenary, day: date) -> ItemLine:
    """Name the leaders: the department that answers on the day of the plenary, and Guangdong's."""
    lead = names.body(report.owner, day) if report.owner else None
    partner = names.body(report.item.partner, day) if report.item.partner else None
    call = plenary.meeting.call
    anchor = f"item-{report.item.item.replace('.', '-')}"
    return ItemLine(report, lead, partner, anchor, call.reply_by if call else None)


def followed_for(records: Records, plenary: Plenary, names: Names, position: date) -> FollowedActions | None:
    """Return the actions that a plenary follows up; None if none is recorded."""
    found = followed_up(records, plenary.number, position)
    if found is None:
        return None
    return FollowedActions(tuple(_actions(found, plenary, names, position)), found.count)


def _actions(found: FollowUp, plenary: Plenary, names: Names, day: date) -> Iterator[ActionLine]:
    for one in found.actions:
        yield ActionLine(
            one,
            names.body(one.owner, day),
            tuple(names.body(key, day) for key in one.action.partners),
            one.action.progress[-1] if one.action.progress else None,
            one.action.raised_at == plenary.number,
        )


def uncleared(returned: Returned | None) -> Iterator[Finding]:
    """Yield what refuses a numbered edition: returns that have come and are not cleared."""
    for line in returned.register if returned else ():
        source = line.source.source
        if source is not None and line.source.is_received and not line.source.is_cleared:
            said = f"the return of {line.name.name.full} is {{state}}"
            yield refusal("E605", source, said, address_of(source))
