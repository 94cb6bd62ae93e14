"""Each subject with its wordings numbered, and the areas that no subject claims."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from egci_reports.analysis.lists import areas_of
from egci_reports.analysis.plenaries import Series
from egci_reports.analysis.threads import ThreadHistory, WordingRun
from egci_reports.analysis.wording import key_of
from egci_reports.kinds.history.consecutive import consecutive
from egci_reports.kinds.history.context import LoneArea, NumberedWording, SubjectHistory
from egci_reports.records.records import address_of
from egci_reports.views.subjects import subject_of


def subjects_of(courses: Sequence[ThreadHistory], series: Series) -> tuple[SubjectHistory, ...]:
    """Return the subjects that were ever named; those that the last plan names stand first."""
    last = series.plenaries[-1].number
    found = [
        SubjectHistory(
            subject_of(course),
            _wordings(course),
            course.last == last,
            f"subject-{course.thread.id}",
            address_of(course.thread),
        )
        for course in courses
        if course.numbers
    ]
    return tuple(sorted(found, key=lambda one: not one.is_current))


def wording_numbers(course: ThreadHistory) -> Mapping[tuple[str, ...], int]:
    """Return the number of each wording of a subject, from 1 in the order in which they first stood."""
    keys = dict.fromkeys(key_of(str(run.area.wording)) for run in course.wordings)
    return {key: number for number, key in enumerate(keys, 1)}


def _wordings(course: ThreadHistory) -> tuple[NumberedWording, ...]:
    numbers = wording_numbers(course)
    runs: dict[tuple[str, ...], list[WordingRun]] = {}
    for run in course.wordings:
        runs.setdefault(key_of(str(run.area.wording)), []).append(run)
    return tuple(
        NumberedWording(
            numbers[key],
            consecutive(number for run in some for number in run.numbers),
            some[0].area,
            some[0].join.grade,
            some[0].join.reason,
        )
        for key, some in runs.items()
    )


def lone_areas(series: Series) -> tuple[LoneArea, ...]:
    """Return the areas that no subject claims, in order."""
    return tuple(
        LoneArea(plenary.number, area)
        for plenary in series.plenaries
        for area in areas_of(plenary.meeting).items
        if not area.threads
    )
