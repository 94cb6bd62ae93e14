"""What the template of the pack is given."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from egci_reports.analysis.plenaries import Plenary, Series
from egci_reports.engine.document.inlines import Name
from egci_reports.records.base import PartialDate, Words
from egci_reports.records.briefs import ItemBrief
from egci_reports.records.meetings import Area, Delegation, Outcome, Report
from egci_reports.records.packs import PackWords, Role, RunDownRow
from egci_reports.records.returns import Likelihood
from egci_reports.records.sources import GroupFact, Source
from egci_reports.views.names import Named, OfficeHolder
from egci_reports.views.occasions import Happened, Occasion, Signing
from egci_reports.views.plan_views import Comparison, Plan, Reviewed
from egci_reports.views.returned import Followed, ItemLine, Returned
from egci_reports.views.setting import MeetingSetting
from egci_reports.views.subjects import Subject, WordingRow


@dataclass(frozen=True, slots=True)
class PackHead:
    """What the pack says of itself; `position` is the day it speaks of."""

    edition: str
    is_draft: bool
    position: date
    group: Words
    group_name: Name
    main_source: str


@dataclass(frozen=True, slots=True)
class LineReturned:
    """A line to take that a department returned on an item."""

    item: str
    body: Named
    text: str
    about: str


@dataclass(frozen=True, slots=True)
class Brief:
    """The brief on an area: officers' words, the area as agreed, and the items of the work plan under it."""

    words: ItemBrief
    area: Reviewed
    rivals: tuple[Area, ...]
    """The area in the words of another source."""
    items: tuple[ItemLine, ...]
    leads: tuple[Named, ...]
    """The Hong Kong bodies that lead it: the one that officers name, else those that lead its items."""
    raised: Likelihood | None
    """How likely it is to be raised, as officers say, else the likeliest that the returns say."""
    lines: tuple[LineReturned, ...]
    said: tuple[Report, ...]
    """What the Guangdong side is on record to have said on its subjects."""

    @property
    def number(self) -> int:
        """The number of the brief, that of its area in the plan."""
        return self.area.position

    @property
    def anchor(self) -> str:
        """Where it stands in the pack."""
        return f"brief-{self.number}"

    @property
    def latest(self) -> tuple[tuple[Subject, tuple[WordingRow, ...]], ...]:
        """The subjects that were worded in several ways, each with its last two wordings."""
        worded = ((one, tuple(row for row in one.rows if row.wording)) for one in self.area.subjects)
        return tuple((subject, rows[-2:]) for subject, rows in worded if len(rows) > 1)


@dataclass(frozen=True, slots=True)
class CountRow:
    """A plenary in the table of all: how many areas it names."""

    plenary: Plenary
    area_count: int
    is_open: bool
    about: str


@dataclass(frozen=True, slots=True)
class LastTime:
    """Who was at the plenary before, by the names of that day."""

    leads: tuple[OfficeHolder, ...]
    hong_kong: tuple[Named, ...]
    guangdong: tuple[Named, ...]
    hong_kong_list: Delegation | None
    guangdong_list: Delegation | None


@dataclass(frozen=True, slots=True)
class NewName:
    """A name of a body that began since the plenary before."""

    name: Named
    since: PartialDate
    about: str


@dataclass(frozen=True, slots=True)
class RunDownLine:
    """A line of the run-down, and the brief for it."""

    row: RunDownRow
    brief: BriefPlace | None


@dataclass(frozen=True, slots=True)
class BriefPlace:
    """A brief that another part of the pack points to."""

    number: int

    @property
    def anchor(self) -> str:
        """Where it stands in the pack."""
        return f"brief-{self.number}"


@dataclass(frozen=True, slots=True)
class AgendaLine:
    """An item of the agenda, who leads it, and its brief."""

    text: str
    lead: Named | None
    brief: BriefPlace | None
    number: int


@dataclass(frozen=True, slots=True)
class Member:
    """A member of a delegation; what is not known is None, and to be confirmed."""

    name: str | None
    post: str | None
    body: Named
    role: Role
    about: str


@dataclass(frozen=True, slots=True)
class Annexed:
    """An annex: what it is, its pages, the hash of its file, and what the file is called that goes beside."""

    title: str
    date: date | None
    pages: int
    sha256: str
    key: str
    file_name: str
    is_apart: bool
    letter: str
    about: str

    @property
    def anchor(self) -> str:
        """Where its cover line stands in the pack."""
        return f"annex-{self.letter}"


@dataclass(frozen=True)
class Pack:
    """Everything that the pack says."""

    head: PackHead
    words: PackWords
    run_down: tuple[RunDownLine, ...]
    agenda: tuple[AgendaLine, ...]
    hong_kong: tuple[Member, ...]
    guangdong: tuple[Member, ...]
    proposed: tuple[Area, ...]
    """The areas that the record of the plenary to come proposes for the next plan."""
    annexes: tuple[Annexed, ...]
    plenary: Plenary
    before: Plenary
    series: Series
    """The plenaries held before it."""
    years: Mapping[int, int]
    setting: MeetingSetting
    plan: Plan
    """The plan of the plenary before."""
    comparison: Comparison | None
    """That plan beside the one before it."""
    outcome: Outcome | None
    briefs: tuple[Brief, ...]
    beyond: tuple[ItemLine, ...]
    """Items of areas that the list does not name."""
    returned: Returned | None
    followed: Followed | None
    last_time: LastTime
    since: Happened
    signing_count: int
    new_names: tuple[NewName, ...]
    surroundings: tuple[Signing | Occasion, ...]
    founding: tuple[GroupFact, ...]
    rows: tuple[CountRow, ...]
    average_interval: int | None
    sources: tuple[Source, ...]
    about: str
    """The address of the plenary before."""

    @property
    def brief_count(self) -> int:
        """How many item briefs there are."""
        return len(self.briefs)

    @property
    def held_count(self) -> int:
        """How many plenaries were held before this one."""
        return len(self.rows)
