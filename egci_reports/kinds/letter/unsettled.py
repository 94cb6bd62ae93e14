"""What sources leave open about a department: a follow-up puts it to the department concerned."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from egci_reports.analysis.lists import areas_of
from egci_reports.kinds.letter.context import OpenFigure, OpenPoint
from egci_reports.records.areas import Area
from egci_reports.records.developments import Development
from egci_reports.records.facts import values
from egci_reports.records.meetings import Meeting
from egci_reports.records.owners import owner_on
from egci_reports.records.records import Records, address_of


def open_figures(records: Records, body: str, day: date) -> Iterator[OpenFigure]:
    """Yield the published figures that do not fit others, of what a department took part in."""
    for one in _its_own(records, body, day):
        for index, figure in enumerate(one.figures):
            if figure.caution:
                about = f"{address_of(one)}#figures/{index}"
                of_day = figure.as_at or values(one.date)[0]
                yield OpenFigure(figure.value, figure.unit, of_day, figure.caution, about)


def open_points(records: Records, body: str, day: date) -> Iterator[OpenPoint]:
    """Yield the points on which sources differ and nobody has decided, of what a department took part in."""
    for one in _its_own(records, body, day):
        for index, point in enumerate(one.discrepancies):
            if point.decision is None:
                about = f"{address_of(one)}#discrepancies/{index}"
                yield OpenPoint(one.text, point.on, tuple(version.words for version in point.versions), about)


def open_wordings(meeting: Meeting) -> Iterator[tuple[Area, Area]]:
    """Yield the areas of a plan that another source words otherwise, place by place, in both wordings.

    Lists of different length, and words that may not be quoted, are not set side by side.
    """
    listed = areas_of(meeting).items
    for rival in meeting.areas.rivals:
        if len(rival.items) == len(listed):
            for one, other in zip(listed, rival.items, strict=True):
                if one.is_quotable and other.is_quotable and one.wording.en != other.wording.en:
                    yield one, other


def _its_own(records: Records, body: str, day: date) -> Iterator[Development]:
    """Yield the developments in which a department, or one whose work it took over, took part."""
    for one in records.developments:
        if body in {owner_on(records.bodies, key, day) for key in one.bodies}:
            yield one
