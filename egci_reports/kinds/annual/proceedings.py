"""What was done at the plenary: its outcome in the verbs of the record, who led, what was said."""

from __future__ import annotations

import re
from dataclasses import dataclass

from egci_reports.analysis.plenaries import Plenary
from egci_reports.records.bodies import Side
from egci_reports.records.facts import settled, sources_of
from egci_reports.records.meetings import Meeting, OtherWords, Outcome, Report
from egci_reports.views.names import Names, OfficeHolder

_DECIDED = re.compile(r"\b(?:agreed|endorsed|approved|adopted|decided|confirmed)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Lead:
    """Somebody who led a side, with post and verb of the source."""

    holder: OfficeHolder
    side: Side


@dataclass(frozen=True, slots=True)
class OtherOutcome:
    """What another source says was done, and what papers call that source."""

    said: OtherWords
    called: str | None


@dataclass(frozen=True, slots=True)
class Proceedings:
    """What was done at the plenary, in the verbs of the record."""

    outcome: Outcome | None
    words: str
    """The words on the plan, without those that open its list: no quotation ends in "such as"."""
    outcome_sources: tuple[str, ...]
    others: tuple[OtherOutcome, ...]
    leads: tuple[Lead, ...]
    lead_sources: tuple[str, ...]
    lead_note: str | None
    statements: tuple[Report, ...]
    called: str | None
    """What papers call the source of the outcome: "the page"."""

    @property
    def is_decision(self) -> bool:
        """Whether a source says that something was agreed or endorsed; "discussed" and "will" are less."""
        return self.outcome is not None and (
            _decides(self.outcome.words) or self.decided_elsewhere is not None
        )

    @property
    def decided_elsewhere(self) -> OtherOutcome | None:
        """Another source that says that something was decided, where the main one does not."""
        if self.outcome is None or _decides(self.outcome.words):
            return None
        return next((one for one in self.others if _decides(one.said.words)), None)

    @property
    def is_endorsed(self) -> bool:
        """Whether a source says that a plan was endorsed, which is more than agreed."""
        words = [self.words, *(one.said.words for one in self.others)]
        return any("endorsed" in one for one in words)

    @property
    def has_one_subject(self) -> bool:
        """Whether those who did what the words on the plan say also did the review."""
        return self.outcome is not None and not self.outcome.words.startswith("will ")

    @property
    def verb(self) -> str | None:
        """What the sources say the leads did, where it is the same of all."""
        verbs = {lead.holder.verb for lead in self.leads}
        return next(iter(verbs)) if len(verbs) == 1 and "" not in verbs else None


def proceedings_of(plenary: Plenary, names: Names) -> Proceedings:
    """Return what was done at a plenary."""
    meeting = plenary.meeting
    outcome, leads = settled(meeting.outcome), settled(meeting.convenors) or ()
    sources, people = names.records.sources, names.records.people
    others = outcome.others if outcome else ()
    own = _sources(meeting, outcome)
    return Proceedings(
        outcome,
        _closed(outcome.words, meeting.areas.hedge) if outcome else "",
        own,
        tuple(OtherOutcome(one, sources[one.sources[0]].short) for one in others),
        tuple(
            Lead(names.person(lead.person, plenary.day, lead.verb or ""), people[lead.person].side)
            for lead in leads
        ),
        sources_of(meeting.convenors),
        getattr(meeting.convenors, "note", None),
        meeting.statements,
        sources[own[0]].short if own else None,
    )


def _decides(words: str) -> bool:
    return _DECIDED.search(words) is not None


def _closed(words: str, hedge: str | None) -> str:
    """Return words without the beginning of a hedge ("in areas such as … etc.") at their end."""
    opening = (hedge or "").partition(" …")[0]
    return words.removesuffix(opening).rstrip() if opening else words


def _sources(meeting: Meeting, outcome: Outcome | None) -> tuple[str, ...]:
    own = outcome.sources if outcome else ()
    return own or sources_of(meeting.outcome) or meeting.sources[:1]
