"""The sheet of each plenary: the same facts in the same order, whatever a year has of them."""

from __future__ import annotations

from dataclasses import dataclass

from egci_reports.analysis.changes import AreaChange, AreaChanges
from egci_reports.analysis.hosts import MeetingPlace
from egci_reports.analysis.lists import AreaListing, ListState
from egci_reports.analysis.periods import PeriodRow
from egci_reports.analysis.plenaries import Plenary
from egci_reports.analysis.year import SourceNotes
from egci_reports.records.areas import Area, PlenaryAreas
from egci_reports.records.facts import settled, sources_of
from egci_reports.records.meetings import Meeting, Outcome
from egci_reports.views.body_changes import BodiesChanged
from egci_reports.views.contested import Contested
from egci_reports.views.fact_notes import FactNote
from egci_reports.views.names import Named, OfficeHolder
from egci_reports.views.occasions import Occasion, Signing


@dataclass(frozen=True, slots=True)
class SheetArea:
    """An area on a sheet: its words, its subjects with their grades, how it stands to the list before."""

    position: int
    area: Area
    subjects: tuple[str, ...]
    """The names of its subjects, as they stand in a sentence."""
    change: AreaChange | None
    before: tuple[Area, ...]
    """The areas of the list before that it belongs with, if the two lists are of one kind of source."""
    reported: int | None
    """The plenary before, where its reports or another source, and not its own list, name its subject."""
    is_doubtful: bool
    """Whether the area that it is joined with, or that last named its subject, may be on another."""

    @property
    def may_be_compared(self) -> bool:
        """Whether its wording may be set against the one before."""
        return bool(self.before)


@dataclass(frozen=True, slots=True)
class PlenarySheet:
    """The sheet of a plenary: the same facts of each, in the same order."""

    plenary: Plenary
    place: MeetingPlace
    period: PeriodRow
    following_interval: int | None
    outcome: Outcome | None
    outcome_sources: tuple[str, ...]
    said: PlenaryAreas
    listing: AreaListing
    areas: tuple[SheetArea, ...]
    changes: AreaChanges | None
    other_lists: tuple[str | None, ...]
    """What papers call the sources of other lists of the same areas, in the order of `said.rivals`."""
    hong_kong: tuple[Named, ...]
    hong_kong_state: ListState
    changed: BodiesChanged | None
    hong_kong_others: tuple[Named, ...]
    guangdong: tuple[Named, ...]
    guangdong_others: tuple[Named, ...]
    leads: tuple[OfficeHolder, ...]
    signings: tuple[Signing, ...]
    occasions: tuple[Occasion, ...]
    nothing_on: tuple[str, ...]
    """The kinds of facts of which nothing is recorded, by the keys of words."""
    contested: tuple[Contested, ...]
    notes: SourceNotes
    fact_notes: tuple[FactNote, ...]
    sources: tuple[str, ...]
    about: str

    @property
    def meeting(self) -> Meeting:
        """The record of the plenary."""
        return self.plenary.meeting

    @property
    def anchor(self) -> str:
        """The name by which references find the sheet."""
        return f"sheet-{self.plenary.number}"

    @property
    def is_open(self) -> bool:
        """Whether there are more areas than those named."""
        return self.listing.state is ListState.OPEN

    @property
    def is_same_list(self) -> bool:
        """Whether the areas are those of the plenary before, word for word."""
        return bool(self.changes and self.changes.is_same_list)

    @property
    def is_unlike(self) -> bool:
        """Whether no area may be set against that of the plenary before, though each has the same subject."""
        return bool(self.areas) and all(
            area.change is not None and area.change.before and not area.may_be_compared for area in self.areas
        )

    @property
    def names_fields(self) -> bool:
        """Whether the main source names no area and states no number of them, and another names fields."""
        return bool(self.said.rivals) and not self.areas and not self.said.said

    @property
    def area_sources(self) -> tuple[str, ...]:
        """What the areas rest on, but for those that have a source of their own."""
        return sources_of(self.meeting.areas.listed) or self.sources

    @property
    def government_count(self) -> int:
        """How many agreements between government bodies go with the plenary."""
        return sum(signing.is_government for signing in self.signings)

    @property
    def industry_count(self) -> int:
        """How many agreements of industry bodies go with it."""
        return len(self.signings) - self.government_count

    @property
    def has_occasions(self) -> bool:
        """Whether an agreement or an event goes with it."""
        return bool(self.signings or self.occasions)

    @property
    def area_count(self) -> int:
        """How many areas are named."""
        return len(self.areas)

    @property
    def body_count(self) -> int:
        """How many Hong Kong bodies are listed."""
        return len(self.hong_kong)

    @property
    def lead_sources(self) -> tuple[str, ...]:
        """What the names of the heads of the two sides rest on."""
        return sources_of(self.meeting.convenors) or self.sources

    @property
    def hong_kong_opening(self) -> str | None:
        """Why the Hong Kong list may not be whole, in our words; None where none is given."""
        delegation = settled(self.meeting.hong_kong)
        return delegation.open_because if delegation else None

    @property
    def guangdong_opening(self) -> str | None:
        """Why the Guangdong list may not be whole, in our words; None where none is given."""
        delegation = settled(self.meeting.guangdong)
        return delegation.open_because if delegation else None

    @property
    def hong_kong_sources(self) -> tuple[str, ...]:
        """What the list of Hong Kong bodies rests on."""
        return sources_of(self.meeting.hong_kong) or self.sources

    @property
    def guangdong_sources(self) -> tuple[str, ...]:
        """What the list of Guangdong bodies rests on."""
        return sources_of(self.meeting.guangdong) or self.sources
