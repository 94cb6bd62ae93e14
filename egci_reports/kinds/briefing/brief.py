"""What the template of a brief is given."""

from __future__ import annotations

from dataclasses import dataclass

from egci_reports.kinds.briefing.public_facts import DoubtfulNumber, Forum, PublicFact
from egci_reports.records.areas import Area
from egci_reports.records.briefs import ItemBrief
from egci_reports.records.meetings import Report
from egci_reports.records.records import address_of
from egci_reports.records.returns import Likelihood
from egci_reports.records.sources import Discrepancy
from egci_reports.views.names import Named
from egci_reports.views.plan_views import Reviewed
from egci_reports.views.returned import ItemLine


@dataclass(frozen=True, slots=True)
class ReturnedLine:
    """A line to take that a department returned on an item."""

    item: str
    body: Named
    text: str
    about: str


@dataclass(frozen=True, slots=True)
class SidePosition:
    """What one side has said, or did and published on its own, near the subjects of a brief: the newest."""

    reports: tuple[tuple[Report, str], ...]
    """What was said, each with the address of the plenary."""
    facts: tuple[PublicFact, ...]

    def __bool__(self) -> bool:
        return bool(self.reports or self.facts)


@dataclass(frozen=True, slots=True)
class NamedAlike:
    """A body whose name has the subject: at how many plenaries that named the subject it is listed."""

    body: Named
    listed: int
    named: int
    doubtful: int
    """How many of them name it in doubtful wording."""


@dataclass(frozen=True, slots=True)
class Brief:
    """The brief on an area: officers' words, the area as worded, and what the record has on its subjects."""

    words: ItemBrief
    area: Reviewed
    sources: tuple[str, ...]
    """Where the words of the area stand."""
    earlier: tuple[Area, ...]
    called: str | None
    """What papers call the source of the words of the area."""
    earlier_called: str | None
    """What they call the source of the earlier words."""
    is_like: bool
    """Whether both are from one kind of source."""
    """The wordings of the same subject in the plan before that one."""
    rivals: tuple[Area, ...]
    """The area in the words of another source."""
    items: tuple[ItemLine, ...]
    leads: tuple[Named, ...]
    """The Hong Kong bodies that lead it: the one that officers name, else those that lead its items."""
    hint: NamedAlike | None
    """Who may lead it, where nobody is named."""
    raised: Likelihood | None
    """How likely it is to be raised, as officers say, else the likeliest that the returns say."""
    lines: tuple[ReturnedLine, ...]
    shared: tuple[PublicFact, ...]
    """The newest facts that are not one side's own."""
    hong_kong: SidePosition
    guangdong: SidePosition
    told_since: int | None
    """The year since which one side's own facts are told; none: all are."""
    elsewhere: tuple[int, ...]
    """The briefs that have facts which touch its subject too, by their numbers."""
    doubts: tuple[DoubtfulNumber, ...]
    disputes: tuple[tuple[Discrepancy, str], ...]
    forums: tuple[Forum, ...]
    """Meetings of other forums on the subject, the latest first."""

    @property
    def number(self) -> int:
        """The number of the brief, that of its area in the plan."""
        return self.area.position

    @property
    def anchor(self) -> str:
        """Where it stands in the pack."""
        return f"brief-{self.number}"

    @property
    def newest(self) -> PublicFact | None:
        """The newest fact beside those of Guangdong alone: it opens the brief."""
        told = (*self.shared, *self.hong_kong.facts)
        return max(told, key=lambda fact: (fact.date.first, fact.date.last), default=None)

    @property
    def shared_before(self) -> tuple[PublicFact, ...]:
        """The facts that are not one side's own, but for the one that opens the brief."""
        return tuple(fact for fact in self.shared if fact != self.newest)

    @property
    def hong_kong_before(self) -> tuple[PublicFact, ...]:
        """The facts of Hong Kong alone, but for the one that opens the brief."""
        return tuple(fact for fact in self.hong_kong.facts if fact != self.newest)

    @property
    def partners(self) -> tuple[Named, ...]:
        """The Guangdong bodies that lead its items."""
        return tuple(dict.fromkeys(line.partner for line in self.items if line.partner))

    @property
    def address(self) -> str:
        """The address of officers' words for it."""
        return address_of(self.words)

    @property
    def none_is_ours(self) -> bool:
        """Whether no fact that is not one side's own is recorded as business of the group."""
        return not any(fact.is_ours for fact in self.shared)
