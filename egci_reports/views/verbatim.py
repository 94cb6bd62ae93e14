"""The words of sources that stand in papers without quotation marks: wordings of areas, titles."""

from __future__ import annotations

from collections.abc import Iterator

from egci_reports.analysis.lists import areas_of
from egci_reports.records.records import Records


def words_of_sources(records: Records) -> tuple[str, ...]:
    """Return wordings of areas and of focus points, titles of events, titles and addresses of sources."""
    return tuple(dict.fromkeys(_all(records)))


def _all(records: Records) -> Iterator[str]:
    for meeting in records.meetings:
        points = meeting.areas.focus_points
        rivals = [area for other in meeting.areas.rivals for area in other.items]
        for area in (*areas_of(meeting).items, *rivals, *(points.items if points else ())):
            yield str(area.wording)
    for source in records.sources.values():
        yield source.title
        yield source.publisher or source.title
        yield source.address
    titles = [*(one.title for one in records.agreements), *(one.title for one in records.events)]
    yield from (str(title) for title in titles if title)
