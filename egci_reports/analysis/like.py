"""Like with like: wordings are set against each other within one kind of source, as far as they were read."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from egci_reports.records.areas import Area, AreaList
from egci_reports.records.facts import sources_of
from egci_reports.records.meetings import Meeting
from egci_reports.records.records import Records


@dataclass(frozen=True, slots=True)
class Pair:
    """An earlier and a later wording of a subject that are from one kind of source, and its name."""

    earlier: Area
    later: Area
    kind: str


def sources_of_area(meeting: Meeting, area: Area, others: AreaList | None = None) -> tuple[str, ...]:
    """Return the sources of an area: its own, else those of its list."""
    return area.sources or (others.sources if others else sources_of(meeting.areas.listed))


def kind_of(records: Records, sources: tuple[str, ...]) -> str:
    """Return what kind of source a wording is from: that of its publisher; "" without a source."""
    source = records.sources.get(sources[0]) if sources else None
    return (source.publisher or source.id) if source else ""


def called_by(records: Records, sources: tuple[str, ...]) -> str | None:
    """Return what papers call the first of some sources ("the press release"); None if they do not."""
    source = records.sources.get(sources[0]) if sources else None
    return source.short if source else None


def like_pair(records: Records, before: tuple[Meeting, Area], after: tuple[Meeting, Area]) -> Pair | None:
    """Return the wordings of two areas that may be compared; None if no kind of source has both in full.

    The wordings of the lists come first, then what another source has of the same subject.
    """
    for later, kind in _wordings(records, *after):
        for earlier, other in _wordings(records, *before):
            if kind == other and later.is_quotable and earlier.is_quotable:
                return Pair(earlier, later, kind)
    return None


def other_wordings(meeting: Meeting, area: Area) -> Iterator[tuple[Area, AreaList]]:
    """Yield what other sources have of the subjects of an area."""
    threads = {join.thread for join in area.threads}
    for others in meeting.areas.rivals:
        for one in others.items:
            if threads & {join.thread for join in one.threads}:
                yield one, others


def _wordings(records: Records, meeting: Meeting, area: Area) -> Iterator[tuple[Area, str]]:
    yield area, kind_of(records, sources_of_area(meeting, area))
    for one, others in other_wordings(meeting, area):
        yield one, kind_of(records, sources_of_area(meeting, one, others))
