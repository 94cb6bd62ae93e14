"""What the template of the pack is given."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from egci_reports.analysis.hosts import HostTally
from egci_reports.analysis.plenaries import Plenary
from egci_reports.engine.document.inlines import Name
from egci_reports.kinds.briefing.brief import Brief
from egci_reports.kinds.briefing.public_facts import FactsOn
from egci_reports.kinds.briefing.sheet import ChairmansSheet
from egci_reports.records.areas import Area
from egci_reports.records.base import PartialDate, Words
from egci_reports.records.meetings import Delegation, Outcome
from egci_reports.records.office import Office
from egci_reports.records.packs import PackWords, Role, RunDownRow
from egci_reports.records.records import address_of
from egci_reports.records.sources import Source
from egci_reports.views.names import Named, OfficeHolder
from egci_reports.views.occasions import Occasions
from egci_reports.views.officers_texts import OfficersText
from egci_reports.views.plan_views import Plan
from egci_reports.views.returned import FollowedActions, ItemLine, Returned
from egci_reports.views.setting import MeetingSetting


@dataclass(frozen=True, slots=True)
class PackHead:
    """What the pack says of itself; `position` is the day it speaks of."""

    edition: str
    is_draft: bool
    position: date
    group: Words
    group_name: Name


@dataclass(frozen=True, slots=True)
class KeptDays:
    """Up to which day the records were kept; None: not looked after beyond the plenaries."""

    plenaries: date | None
    others: date | None
    """Agreements, events and names: the earliest of their days."""
    developments: date | None
    later: date | None
    """The last day of a fact or event on file that is later than the position of the pack."""


@dataclass(frozen=True, slots=True)
class LastTime:
    """Who was at the plenary before, by the names of that day."""

    leads: tuple[OfficeHolder, ...]
    hong_kong: tuple[Named, ...]
    guangdong: tuple[Named, ...]
    hong_kong_others: tuple[Named, ...]
    guangdong_others: tuple[Named, ...]
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
    is_withheld: bool = False
    """Whether there is a brief for it that this copy does not have."""


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
    is_withheld: bool = False
    """Whether there is a brief for it that this copy does not have."""


@dataclass(frozen=True, slots=True)
class SkeletonLine:
    """A line of an agenda that nobody has written: which, its number, and the brief for it."""

    kind: str
    number: str
    brief: Brief | None = None


@dataclass(frozen=True, slots=True)
class Member:
    """A member of a delegation; what is not known is None, and to be confirmed."""

    name: str | None
    post: str | None
    body: Named
    role: Role
    about: str
    is_on_record: bool = False
    """Whether the name comes from a person on record."""


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
    kept: KeptDays
    words: PackWords
    run_down: tuple[RunDownLine, ...]
    agenda: tuple[AgendaLine, ...]
    skeleton: tuple[SkeletonLine, ...]
    """The agenda as the form of earlier meetings suggests it, where none is written."""
    hong_kong: tuple[Member, ...]
    guangdong: tuple[Member, ...]
    proposed: tuple[Area, ...]
    """The areas that the record of the plenary to come proposes for the next plan."""
    annexes: tuple[Annexed, ...]
    plenary: Plenary
    before: Plenary
    held_count: int
    """How many plenaries were held before this one."""
    years: Mapping[int, int]
    setting: MeetingSetting
    tally: HostTally
    """Where the plenaries held met; the one to come is not among them."""
    plan: Plan
    """The plan of the plenary before, and where its areas stand."""
    outcome: Outcome | None
    outcome_note: str | None
    """Why no outcome is on record, in our words."""
    sheet: ChairmansSheet
    briefs: tuple[Brief, ...]
    beyond: tuple[ItemLine, ...]
    """Items of areas that the list does not name."""
    returned: Returned | None
    followed: FollowedActions | None
    last_time: LastTime
    since: Occasions
    """Agreements and events of the group since the plenary before."""
    new_names: tuple[NewName, ...]
    secretariat: Named
    """The body that keeps the records and makes the pack."""
    office: Office
    """Where the secretariat is reached, as far as it is entered."""
    facts: FactsOn
    texts: Mapping[str, tuple[OfficersText, ...]]
    """Officers' own texts by section."""
    sources: tuple[Source, ...]
    about: str
    """The address of the plenary before."""

    @property
    def video_count(self) -> int:
        """How many of the plenaries held met by video conference."""
        return len(self.tally.video)

    @property
    def tells_how_read(self) -> bool:
        """Whether the record still says of sources who published them and how far each was read.

        Records that stand at a day in the past keep their titles and addresses only.
        """
        return any(source.publisher for source in self.sources)

    @property
    def is_sensitive(self) -> bool:
        """Whether an officer has written what is not for disclosure."""
        return bool(self.words.steering.sensitive or any(one.words.not_for_disclosure for one in self.briefs))

    @property
    def address(self) -> str:
        """The address of officers' words for the pack as a whole."""
        return address_of(self.words)
