"""Lists the records of one kind as a table."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from difflib import get_close_matches
from itertools import groupby

from egci_reports.app.reading.find import label_of
from egci_reports.app.reading.sheets.words import day, full_name, partial
from egci_reports.errors import Finding, UsageError
from egci_reports.records.areas import Area
from egci_reports.records.base import PartialDate
from egci_reports.records.developments import Development
from egci_reports.records.facts import Disputed, Stated, Unstated, settled, values
from egci_reports.records.meetings import Meeting, Mode, Status
from egci_reports.records.occasions import Agreement, Event
from egci_reports.records.records import Records, day_of

Cell = str | int | date | PartialDate | tuple[int, ...] | None


@dataclass(frozen=True, slots=True)
class Listing:
    """A table: the heads of its columns, and a row for each record. An empty cell is None."""

    heads: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]

    def texts(self) -> list[list[str]]:
        """Return the cells as an officer reads them."""
        return [[cell_text(cell) for cell in row] for row in self.rows]


def cell_text(cell: Cell) -> str:
    """Return a cell as text; a date as papers write it, numbers as ranges."""
    match cell:
        case None:
            return ""
        case date():
            return day(cell)
        case PartialDate():
            return partial(cell)
        case tuple():
            return ", ".join(_runs(cell))
        case _:
            return str(cell)


def _runs(numbers: Sequence[int]) -> Iterator[str]:
    """Yield numbers in order, three or more that follow each other as one part: 4, 5, 8-10."""
    for _, group in groupby(enumerate(numbers), key=lambda pair: pair[1] - pair[0]):
        run = [number for _, number in group]
        yield f"{run[0]}-{run[-1]}" if len(run) > 2 else ", ".join(map(str, run))


def listing(records: Records, kind: str) -> Listing:
    """List the records of a kind, one of KINDS; raises UsageError with the nearest kind if it is none."""
    if kind not in KINDS:
        near = get_close_matches(kind, KINDS, n=1, cutoff=0.5)
        hint = f"did you mean {near[0]}?" if near else f"write one of: {', '.join(KINDS)}"
        raise UsageError(Finding("U303", f"there is no list of {kind!r}", hint=hint))
    return KINDS[kind](records)


def _plenaries(records: Records) -> Listing:
    rows = tuple(
        (m.number, day_of(m.date), _where(m), _period(m.reviewed), _period(m.planned), _areas(m))
        for m in records.meetings
    )
    return Listing(("No.", "Date", "Where", "Reviewed", "Planned for", "Areas"), rows)


def _where(meeting: Meeting) -> str:
    planned = "planned: " if meeting.status is Status.PLANNED else ""
    if meeting.mode is Mode.VIDEO:
        return f"{planned}video conference"
    cities = [venue.city for venue in values(meeting.venue)] if meeting.venue else []
    undecided = ", disputed" if len(cities) > 1 else ""
    return f"{planned}{' or '.join(cities) or 'not recorded'}{undecided}"


def _period(fact: Stated[str] | Disputed[str] | Unstated) -> str:
    match fact:
        case Unstated():
            return _silence(fact)
        case _:
            return " or ".join(values(fact))


def _silence(fact: Unstated) -> str:
    return fact.unstated.replace("-", " ")


def _areas(meeting: Meeting) -> str:
    listed: Stated[tuple[Area, ...]] | Disputed[tuple[Area, ...]] | Unstated = meeting.areas.listed
    if isinstance(listed, Unstated):
        said = f"{meeting.areas.said}, " if meeting.areas.said else ""
        return f"{said}{_silence(listed)}"
    counts = " or ".join(str(len(areas)) for areas in values(listed))
    return counts if meeting.areas.closed else f"{counts}, open"


def _bodies(records: Records) -> Listing:
    ordered = sorted(records.bodies.values(), key=lambda body: body.protocol)
    sides = dict.fromkeys(body.side for body in ordered)
    rows = tuple((b.id, full_name(b.names[-1])) for side in sides for b in ordered if b.side is side)
    return Listing(("Id", "Name"), rows)


def _people(records: Records) -> Listing:
    rows = tuple(
        (
            person.id,
            person.full_name,
            str(person.posts[-1].title) if person.posts else None,
        )
        for person in records.people.values()
    )
    return Listing(("Id", "Name", "Latest post"), rows)


def _agreements(records: Records) -> Listing:
    return _occasions(records.agreements)


def _events(records: Records) -> Listing:
    return _occasions(records.events)


def _developments(records: Records) -> Listing:
    return _occasions(records.developments)


def _occasions(occasions: Sequence[Agreement | Event | Development]) -> Listing:
    return _by_date((settled(o.date), o.id, label_of(o)) for o in occasions)


def _by_date(rows: Iterable[tuple[PartialDate | None, str, str]]) -> Listing:
    """List titles in the order of their dates, those without a date first."""
    ordered = sorted(rows, key=lambda row: row[0].first if row[0] else date.min)
    return Listing(("Date", "Id", "Title"), tuple(ordered))


def _threads(records: Records) -> Listing:
    rows = tuple((thread.id, thread.name, _named(records, thread.id)) for thread in records.threads.values())
    return Listing(("Id", "Name", "Plenaries"), rows)


def _named(records: Records, thread: str) -> tuple[int, ...]:
    """Return the numbers of the plenaries that name an area of the thread."""
    return tuple(meeting.number for meeting in records.meetings if _names(meeting, thread))


def _names(meeting: Meeting, thread: str) -> bool:
    lists = values(meeting.areas.listed)
    return any(join.thread == thread for areas in lists for area in areas for join in area.threads)


def _sources(records: Records) -> Listing:
    return _by_date((source.date, source.id, source.title) for source in records.sources.values())


def _phases(records: Records) -> Listing:
    rows = tuple((phase.id, _reach(phase.first, phase.last), phase.title) for phase in records.phases)
    return Listing(("Id", "Plenaries", "Title"), rows)


def _reach(first: int, last: int | None) -> str:
    return f"{first} to {last}" if last else f"from {first}"


KINDS: dict[str, Callable[[Records], Listing]] = {
    "plenaries": _plenaries,
    "bodies": _bodies,
    "people": _people,
    "agreements": _agreements,
    "events": _events,
    "developments": _developments,
    "threads": _threads,
    "phases": _phases,
    "sources": _sources,
}
"""What can be listed."""
