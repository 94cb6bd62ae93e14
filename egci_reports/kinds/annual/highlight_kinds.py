"""The things that can stand out in a year: one class each, with what its sentence has slots for."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from egci_reports.views.names import Named


@dataclass(frozen=True, slots=True)
class OpenAreas:
    """The plan names areas in a list that is open."""

    areas: int
    kind: Literal["open-areas"] = field(default="open-areas", init=False)


@dataclass(frozen=True, slots=True)
class FirstAreas:
    """No earlier plan on record names its areas."""

    areas: int
    kind: Literal["first-areas"] = field(default="first-areas", init=False)


@dataclass(frozen=True, slots=True)
class SameAreas:
    """The list repeats that of the year before, words and order."""

    areas: int
    year: int
    kind: Literal["same-areas"] = field(default="same-areas", init=False)


@dataclass(frozen=True, slots=True)
class SameSubjects:
    """The areas answer to those before one by one, some in other words."""

    areas: int
    reworded: int
    words_added: int
    words_left_out: int
    year: int
    kind: Literal["same-subjects"] = field(default="same-subjects", init=False)


@dataclass(frozen=True, slots=True)
class ChangedAreas:
    """The list has other areas than that before: which go on, are new, are no longer listed."""

    areas: int
    going_on: int
    new: int
    no_longer_listed: int
    doubtful: int
    year: int
    kind: Literal["changed-areas"] = field(default="changed-areas", init=False)


@dataclass(frozen=True, slots=True)
class RivalWordings:
    """Two sources of the day word the areas differently."""

    areas: int
    kind: Literal["rival-wordings"] = field(default="rival-wordings", init=False)


@dataclass(frozen=True, slots=True)
class NewTerms:
    """Terms that no earlier entry names."""

    terms: int
    kind: Literal["new-terms"] = field(default="new-terms", init=False)


@dataclass(frozen=True, slots=True)
class LongestSubject:
    """A subject has been named longest without a break, alone (`is_only`) or with others."""

    subject: str
    plenaries: int
    since: int
    is_only: bool
    kind: Literal["longest-subject"] = field(default="longest-subject", init=False)


@dataclass(frozen=True, slots=True)
class AllVerbs:
    """Every area opens with a verb, as was last so in a year."""

    year: int
    kind: Literal["all-verbs"] = field(default="all-verbs", init=False)


@dataclass(frozen=True, slots=True)
class FirstBodies:
    """The first list of the Hong Kong bodies that took part."""

    bodies: int
    kind: Literal["first-bodies"] = field(default="first-bodies", init=False)


@dataclass(frozen=True, slots=True)
class SameBodies:
    """The Hong Kong bodies are those of the year before."""

    bodies: int
    year: int
    kind: Literal["same-bodies"] = field(default="same-bodies", init=False)


@dataclass(frozen=True, slots=True)
class OtherBodies:
    """The Hong Kong bodies are not those of the year before."""

    bodies: int
    bodies_before: int
    year: int
    kind: Literal["other-bodies"] = field(default="other-bodies", init=False)


@dataclass(frozen=True, slots=True)
class NewLead:
    """The lead office has a new name, some days after it was set up."""

    name: Named
    days: int
    kind: Literal["new-lead"] = field(default="new-lead", init=False)


@dataclass(frozen=True, slots=True)
class VideoMeeting:
    """The meeting was held by video conference, and how often one was by now."""

    times: int
    kind: Literal["video"] = field(default="video", init=False)


@dataclass(frozen=True, slots=True)
class PeriodsMatch:
    """The period reviewed is the one planned for, at so many plenaries running."""

    plenaries: int
    kind: Literal["periods-match"] = field(default="periods-match", init=False)


@dataclass(frozen=True, slots=True)
class OutstandingInterval:
    """The interval since an earlier plenary is the longest on record, or else the shortest."""

    days: int
    earlier: int
    is_longest: bool
    kind: Literal["interval"] = field(default="interval", init=False)


@dataclass(frozen=True, slots=True)
class AgreementAfter:
    """The two governments signed an agreement some days after the meeting."""

    day: date
    days: int
    kind: Literal["agreement-after"] = field(default="agreement-after", init=False)


Highlight = (
    OpenAreas
    | FirstAreas
    | SameAreas
    | SameSubjects
    | ChangedAreas
    | RivalWordings
    | NewTerms
    | LongestSubject
    | AllVerbs
    | FirstBodies
    | SameBodies
    | OtherBodies
    | NewLead
    | VideoMeeting
    | PeriodsMatch
    | OutstandingInterval
    | AgreementAfter
)
"""One thing the summary tells; the template words each by its kind."""
