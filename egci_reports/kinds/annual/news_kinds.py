"""The kinds of things that are new in a year, as the template words them."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from egci_reports.kinds.annual.open_points import Proposal
from egci_reports.views.occasions import Occasion, Signing


@dataclass(frozen=True, slots=True)
class NewAgreements:
    """Agreements signed at the meeting or after it, all by government or all by industry bodies."""

    signings: tuple[Signing, ...]
    is_government: bool
    kind: Literal["signed"] = field(default="signed", init=False)

    @property
    def count(self) -> int:
        """How many there are."""
        return len(self.signings)


@dataclass(frozen=True, slots=True)
class Founded:
    """A body was set up under the group."""

    occasion: Occasion
    kind: Literal["founded"] = field(default="founded", init=False)


@dataclass(frozen=True, slots=True)
class Proposed:
    """What somebody hoped for or proposed at the meeting, beyond the areas."""

    proposal: Proposal
    kind: Literal["proposed"] = field(default="proposed", init=False)


@dataclass(frozen=True, slots=True)
class NewFramework:
    """The plan stands under a plan or agreement, or names means, that no earlier entry has."""

    frame: str | None
    terms: tuple[str, ...]
    kind: Literal["framed"] = field(default="framed", init=False)


@dataclass(frozen=True, slots=True)
class OtherSubjects:
    """Subjects that begin, that are listed again, and that end.

    With those listed again go the year that last had them, and whether its wording may mean another.
    Those that begin are new only if both lists are closed (`are_closed`); else they are first named here.
    """

    are_closed: bool
    fresh: tuple[str, ...]
    again: tuple[tuple[str, int, bool], ...]
    ended: tuple[str, ...]
    kind: Literal["subjects"] = field(default="subjects", init=False)


@dataclass(frozen=True, slots=True)
class FirstAreas:
    """The first plan that names its areas; `fields` are subjects that another source had the year before."""

    fields: tuple[str, ...]
    kind: Literal["first-areas"] = field(default="first-areas", init=False)


@dataclass(frozen=True, slots=True)
class FirstFocusPoints:
    """Points of focus stand beside the areas, as in no plan before."""

    points: int
    kind: Literal["focus"] = field(default="focus", init=False)


@dataclass(frozen=True, slots=True)
class FirstByVideo:
    """The first plenary by video conference."""

    kind: Literal["video"] = field(default="video", init=False)


@dataclass(frozen=True, slots=True)
class MoreParties:
    """More Guangdong bodies are named than ever, or the first participants that are no departments."""

    guangdong: bool
    others: bool
    kind: Literal["parties"] = field(default="parties", init=False)


News = (
    NewAgreements
    | Founded
    | Proposed
    | NewFramework
    | OtherSubjects
    | FirstAreas
    | FirstFocusPoints
    | FirstByVideo
    | MoreParties
)
"""One thing that is new; the template words each by its kind."""


@dataclass(frozen=True, slots=True)
class SubjectsInEveryPlan:
    """How long the subjects of the plan have stood in every plan, as far as their joins are sure."""

    subjects: tuple[str, ...]
    since: int
