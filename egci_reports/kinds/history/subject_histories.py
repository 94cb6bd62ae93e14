"""Each subject with its wordings and the public developments near it; the areas that no subject claims."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from egci_reports.analysis.lists import areas_of
from egci_reports.analysis.plenaries import Series
from egci_reports.analysis.threads import ThreadHistory
from egci_reports.kinds.history.dated_facts import DatedFact
from egci_reports.kinds.history.spoken import in_sentence
from egci_reports.records.meetings import Area
from egci_reports.records.records import address_of
from egci_reports.views.subjects import Subject, subject_of


@dataclass(frozen=True, slots=True)
class SubjectHistory:
    """A subject: its course and wordings, and what happened near it; `spoken` is its name in a sentence."""

    subject: Subject
    spoken: str
    is_current: bool
    """Whether the last plan names it."""
    facts: tuple[DatedFact, ...]
    anchor: str
    about: str


@dataclass(frozen=True, slots=True)
class LoneArea:
    """An area that no subject claims."""

    number: int
    area: Area


def subjects_of(
    courses: Sequence[ThreadHistory], last: int, facts: Mapping[str, tuple[DatedFact, ...]]
) -> tuple[SubjectHistory, ...]:
    """Return the subjects that were ever named; those of the plan of plenary `last` come first."""
    found = [
        SubjectHistory(
            subject_of(course),
            in_sentence(course.thread.name),
            last in course.numbers,
            facts.get(course.thread.id, ()),
            f"subject-{course.thread.id}",
            address_of(course.thread),
        )
        for course in courses
        if course.numbers
    ]
    return tuple(sorted(found, key=lambda one: not one.is_current))


def living_of(courses: Sequence[ThreadHistory], last: int) -> tuple[str, ...]:
    """Return the ids of the subjects that the plan of a plenary names."""
    return tuple(course.thread.id for course in courses if last in course.numbers)


def lone_areas(series: Series) -> tuple[LoneArea, ...]:
    """Return the areas that no subject claims, in order."""
    return tuple(
        LoneArea(plenary.number, area)
        for plenary in series.plenaries
        for area in areas_of(plenary.meeting).items
        if not area.threads
    )
