"""What a plenary had on its agenda: as its notes have it, else the pack, else by the form of earlier ones."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from egci_reports.analysis.lists import areas_of
from egci_reports.records.areas import Area
from egci_reports.records.records import Records, meeting_before

AgendaKind = Literal["named", "opening", "area", "plan", "other"]


@dataclass(frozen=True, slots=True)
class OnAgenda:
    """An item of an agenda: its words, or which of the usual items it is; with the area that it is about."""

    kind: AgendaKind
    text: str | None = None
    position: int | None = None
    area: Area | None = None


def agenda_of(records: Records, number: int) -> tuple[OnAgenda, ...]:
    """Return the agenda of a plenary, in order."""
    before = meeting_before(records, number)
    areas = dict(enumerate(areas_of(before).items if before else (), 1))
    notes, pack = records.notes_of(number), records.pack(number)
    if notes.items:
        named = [(one.item, one.area) for one in notes.items]
    else:
        named = [(one.text, one.area) for one in pack.agenda.items]
    if named:
        return tuple(OnAgenda("named", text, area, areas.get(area or 0)) for text, area in named)
    return tuple(_usual(areas))


def _usual(areas: dict[int, Area]) -> Iterator[OnAgenda]:
    yield OnAgenda("opening")
    for position, area in areas.items():
        yield OnAgenda("area", position=position, area=area)
    yield OnAgenda("plan")
    yield OnAgenda("other")
