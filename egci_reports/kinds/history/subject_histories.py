"""Each subject with its wordings and the public developments near it; the areas that no subject claims."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from egci_reports.analysis.lists import areas_of
from egci_reports.analysis.plenaries import Series
from egci_reports.analysis.threads import ThreadHistory
from egci_reports.kinds.history.dated_facts import DatedFact
from egci_reports.kinds.history.register import RegisterEntry
from egci_reports.records.areas import Area, Grade
from egci_reports.records.records import address_of
from egci_reports.views.occasions import Occasion, Signing
from egci_reports.views.subjects import Subject, in_sentence, subject_of


@dataclass(frozen=True, slots=True)
class SubjectHistory:
    """A subject: its history and wordings, and what happened near it; `spoken` is its name in a sentence."""

    subject: Subject
    spoken: str
    is_current: bool
    """Whether the last plan names it."""
    facts: tuple[DatedFact, ...]
    latest: DatedFact | Signing | Occasion | None
    """The last dated fact or event on file that touches it."""
    fields: tuple[tuple[int, str], ...]
    """The plenaries whose plan names no area, but by another source a field of it, each with that source."""
    anchor: str
    about: str


@dataclass(frozen=True, slots=True)
class LoneArea:
    """An area that no subject claims."""

    number: int
    area: Area


def subjects_of(
    histories: Sequence[ThreadHistory],
    last: int,
    facts: Mapping[str, tuple[DatedFact, ...]],
    events: Iterable[RegisterEntry],
    series: Series,
) -> tuple[SubjectHistory, ...]:
    """Return the subjects that were ever named; those of the plan of plenary `last` come first."""
    latest = dict(_by_date(facts, events))
    found = [
        SubjectHistory(
            subject_of(history),
            in_sentence(history.thread.name),
            last in history.numbers,
            facts.get(history.thread.id, ()),
            latest.get(history.thread.id),
            tuple(_fields(history.thread.id, series)),
            f"subject-{history.thread.id}",
            address_of(history.thread),
        )
        for history in histories
        if history.numbers
    ]
    return tuple(sorted(found, key=lambda one: not one.is_current))


def _by_date(
    facts: Mapping[str, tuple[DatedFact, ...]], events: Iterable[RegisterEntry]
) -> Iterator[tuple[str, DatedFact | Signing | Occasion]]:
    """Yield what happened, the last at the end: a fact with its own subject, an event with each."""
    dated = [(fact.date.last, (thread,), fact) for thread, some in facts.items() for fact in some]
    happened = [(one.occasion.last, one.occasion.record.threads, one.told) for one in events]
    for _, threads, told in sorted((*happened, *dated), key=lambda one: (one[0], one[2].about)):
        yield from ((thread, told) for thread in threads)


def _fields(thread: str, series: Series) -> Iterator[tuple[int, str]]:
    """Yield the plenaries whose page has no area while another source surely names a field of a subject."""
    for plenary in series.plenaries:
        meeting = plenary.meeting
        for others in meeting.areas.rivals if not areas_of(meeting).items else ():
            joins = {join.thread: join.grade for one in others.items for join in one.threads}
            if joins.get(thread, Grade.DOUBTFUL) is not Grade.DOUBTFUL:
                yield meeting.number, others.sources[0]


def living_of(histories: Sequence[ThreadHistory], last: int) -> tuple[str, ...]:
    """Return the ids of the subjects that the plan of a plenary names."""
    return tuple(history.thread.id for history in histories if last in history.numbers)


def lone_areas(series: Series) -> tuple[LoneArea, ...]:
    """Return the areas that no subject claims, in order."""
    return tuple(
        LoneArea(plenary.number, area)
        for plenary in series.plenaries
        for area in areas_of(plenary.meeting).items
        if not area.threads
    )
