"""What the entries say, plenary by plenary: terms and stated numbers."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from egci_reports.analysis import claims
from egci_reports.analysis.claims import Observation
from egci_reports.analysis.lists import areas_of
from egci_reports.analysis.plenaries import Series
from egci_reports.records.facts import settled
from egci_reports.records.meetings import Meeting


@dataclass(frozen=True, slots=True)
class Term:
    """A term that the entry of a plenary names beside its areas, and the last plenary before that names it.

    `before` is None where no earlier entry does. `areas` are the plenaries up to this one that have the term
    in an area's wording.
    """

    text: str
    number: int
    before: int | None
    areas: tuple[int, ...]

    @property
    def is_first(self) -> bool:
        """Whether no earlier entry names it."""
        return self.before is None


def mention_points(series: Series, term: str, *, in_areas: bool = False) -> tuple[Observation, ...]:
    """Tell for each plenary whether its entry (or, `in_areas`, an area of its plan) names a term.

    Capitals do not count; the term must stand as whole words. Entries are searched in the words of the page:
    wordings, outcome, frame, focus and captions, not reports in our own words nor other sources' wordings.
    """
    pattern = re.compile(rf"(?<!\w){re.escape(term)}(?!\w)", re.IGNORECASE)
    return tuple(
        Observation(
            plenary.number, any(pattern.search(text) for text in _texts(plenary.meeting, in_areas=in_areas))
        )
        for plenary in series.plenaries
    )


def terms_of(series: Series, number: int) -> tuple[Term, ...]:
    """Return the terms that the plan of a plenary names beside its areas, and where they stood before."""
    so_far = series.until(number)
    return tuple(_term(so_far, text, number) for text in series.by_number[number].meeting.areas.focus)


def _term(so_far: Series, text: str, number: int) -> Term:
    before = claims.last_before(mention_points(so_far, text), number)
    areas = tuple(point.number for point in mention_points(so_far, text, in_areas=True) if point.holds)
    return Term(text, number, before.number if before else None, areas)


def _texts(meeting: Meeting, *, in_areas: bool) -> Iterator[str]:
    areas = meeting.areas
    yield from (str(area.wording) for area in areas_of(meeting).items)
    if in_areas:
        return
    outcome = settled(meeting.outcome)
    if outcome is not None:
        yield from (outcome.reviewed or "", outcome.words)
    yield from (areas.hedge or "", areas.frame or "", meeting.purpose or "")
    yield from (*areas.focus, *meeting.captions)
    if areas.focus_points is not None:
        yield from (str(point.wording) for point in areas.focus_points.items)
