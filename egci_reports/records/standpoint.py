"""The records as they stood on a day: nothing later is left, and nothing after this knows the day.

What is later is told by the marks on the fields of the records; see `records.dated`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Any, TypeVar, cast

from pydantic import BaseModel

from egci_reports.records.actions import Action
from egci_reports.records.base import PartialDate
from egci_reports.records.bodies import Body
from egci_reports.records.dated import Dated, marks_of
from egci_reports.records.developments import Development
from egci_reports.records.facts import Disputed, Stated, Unstated, values
from egci_reports.records.group import Group
from egci_reports.records.meetings import Meeting, Status
from egci_reports.records.packs import Further
from egci_reports.records.papers import OwnTexts
from egci_reports.records.records import Records
from egci_reports.records.returns import Return
from egci_reports.records.signed import Signed
from egci_reports.records.sources import Reading, Source
from egci_reports.records.threads import Phase

T = TypeVar("T")

_SPEAKING = ("person", "people", "thread", "threads", "sources")
"""Names of fields with the ids of what a record speaks of."""


def as_of(records: Records, day: date, *, coming: int | None = None) -> Records:
    """Return the records as they stood at the end of `day`.

    Dropped are plenaries, agreements and events after it, names and posts that began later, decisions, notes
    and a list of recipients made later, and persons, threads and sources that only what was dropped spoke of.
    An end that lies after the day is not known yet. Returns are those sent by then for a plenary that is
    left, actions those agreed at one, with their progress and closing as far as known. Of dates of which only
    the month or year is known, what happened or ended counts when that month or year is over; a body, name or
    post from its first day, as what happened in that month may name it. Sources keep their titles and
    addresses only: when a source appeared, or what it is called today, is not a fact of the day. Who joined
    wordings to threads, and when, stays: what is kept of the threads rests on it. The records count as kept
    up to the day, and for which plenary a text was written is left out: nobody is asked to look again.
    `coming` is a plenary after the day whose returns and briefs count all the same, as far as they were sent
    and written; so does its record, where it is one of a plenary that is planned.
    """
    meetings = tuple(_cut(m, day) for m in records.meetings if _is(m, coming) or not _is_later(m, day))
    agreements = _cut(records.agreements, day)
    events = _cut(records.events, day)
    told = {*(one.id for one in agreements), *(one.id for one in events)}
    developments = tuple(_development(one, told) for one in _cut(records.developments, day))
    bodies = {key: body for key, body in _cut(records.bodies, day).items() if body.names}
    group = _group(records.group, bodies, day)
    last = max((meeting.number for meeting in meetings if not _is(meeting, coming)), default=0)
    expected = {meeting.number for meeting in meetings} | ({coming} if coming is not None else set())
    packs = tuple(_cut(pack, day) for pack in records.packs if pack.plenary in expected)
    kept: list[BaseModel] = [*meetings, *agreements, *events, *developments, *packs]
    named = _ids([*kept, group])
    people_named, threads_named = named["person"] | named["people"], named["thread"] | named["threads"]
    people = _cut({key: person for key, person in records.people.items() if key in people_named}, day)
    phases = tuple(_phase(phase, last) for phase in _cut(records.phases, day) if phase.first <= last)
    areas = _cut(records.areas, day)
    areas = areas.model_copy(update={"threads": tuple(t for t in areas.threads if t.id in threads_named)})
    cited = named["sources"] | _ids([*bodies.values(), *people.values()])["sources"] | {group.default_source}
    return records.with_(
        group=group,
        sources={key: _bare(one) for key, one in _cut(records.sources, day).items() if key in cited},
        bodies=bodies,
        people=people,
        areas=areas,
        phases=phases,
        agreements=agreements,
        events=events,
        developments=developments,
        meetings=meetings,
        papers=_papers(records.papers, day),
        returns=tuple(_returns(records.returns, day, expected)),
        packs=packs,
        briefs=tuple(_cut(brief, day) for brief in records.briefs if brief.plenary in expected),
        notes=tuple(_cut(one, day) for one in records.notes if one.plenary in expected),
        annexes={key: records.annexes[key] for pack in packs for key in pack.annex_files},
        actions=tuple(_actions(records.actions, day, {meeting.number for meeting in meetings})),
        distribution=_cut_field(records.distribution, None, day),
    )


def _is(meeting: Meeting, coming: int | None) -> bool:
    """Whether a meeting is the plenary to come, of which all that is recorded was planned."""
    return meeting.number == coming and meeting.status is Status.PLANNED


def _group(group: Group, bodies: dict[str, Body], day: date) -> Group:
    cut = _cut(group, day)
    return cut.model_copy(update={"leads": tuple(lead for lead in cut.leads if lead in bodies)})


def _development(development: Development, told: set[str]) -> Development:
    """Return a development without what it adds to, where that had not happened yet."""
    is_told = development.adds_to is None or development.adds_to in told
    return development if is_told else development.model_copy(update={"adds_to": None})


def _phase(phase: Phase, last: int) -> Phase:
    runs_on = phase.last is not None and phase.last > last
    return phase.model_copy(update={"last": None}) if runs_on else phase


def _papers(papers: Mapping[str, OwnTexts], day: date) -> dict[str, OwnTexts]:
    return {key: paper for key, paper in _cut(papers, day).items() if paper.texts or paper.marking}


def _returns(returns: Iterable[Return], day: date, plenaries: set[int]) -> Iterator[Return]:
    for one in returns:
        if one.plenary in plenaries:
            known = _cut(one if one.date is not None else one.unwritten(), day)
            if known.date is not None or known.excused is not None:
                yield known


def _actions(actions: Iterable[Action], day: date, plenaries: set[int]) -> Iterator[Action]:
    for action in actions:
        if action.raised_at in plenaries:
            closed = action.closed if action.closed and action.closed.meeting in plenaries else None
            yield _cut(action, day).model_copy(update={"closed": closed})


def _bare(source: Source) -> Source:
    return source.model_copy(
        update={
            "publisher": None,
            "date": None,
            "note": None,
            "read": Reading.WHOLE,
            "reprint": False,
            "machine_translation": False,
        }
    )


def _cut(value: T, day: date) -> T:
    """Return a model, or several of them, without what began or became known after the day."""
    if isinstance(value, tuple):
        return cast("T", tuple(_cut(part, day) for part in value if not _is_dropped(part, day)))
    if isinstance(value, Mapping):
        return cast("T", {key: _cut(part, day) for key, part in value.items() if not _is_dropped(part, day)})
    if not isinstance(value, BaseModel):
        return value
    if isinstance(value, Signed | Return) and _is_written_later(value, day):
        return cast("T", _cut(value.unwritten(), day))
    marks = marks_of(type(value))
    old = {name: getattr(value, name) for name in type(value).model_fields}
    new = {name: _cut_field(part, marks.get(name), day) for name, part in old.items()}
    update = {name: part for name, part in new.items() if part is not old[name]}
    return value.model_copy(update=update) if update else value


def _cut_field(value: Any, mark: Dated | None, day: date) -> Any:
    match mark:
        case Dated.ENDS:
            return value if value is None or _last(value) <= day else None
        case Dated.KEPT:
            return None if value is None else min(value, day)
        case Dated.UPKEEP:
            return None
        case Dated.SEEN:
            return tuple(seen for seen in value if _first(seen) <= day)
        case _:
            return None if _is_later(value, day) else _cut(value, day)


def _is_dropped(part: object, day: date) -> bool:
    """Whether one of several falls away; a part that was announced, or a return, stays as it was before."""
    unheard_of = isinstance(part, Further) and _is_written_later(part, day) and not part.is_announced
    return unheard_of or _is_later(part, day)


def _is_written_later(part: Signed | Return, day: date) -> bool:
    written = [getattr(part, name) for name, mark in marks_of(type(part)).items() if mark is Dated.WRITTEN]
    return any(value is not None and _first(value) > day for value in written)


def _is_later(value: object, day: date) -> bool:
    """Whether a record, or an entry of one, happened or began only after the day."""
    if not isinstance(value, BaseModel):
        return False
    marked = [(mark, getattr(value, name)) for name, mark in marks_of(type(value)).items()]
    if any(mark is Dated.HAPPENED and not _has_happened(dated, day) for mark, dated in marked):
        return True
    starts = [dated for mark, dated in marked if mark is Dated.BEGINS and dated is not None]
    starts = starts or [seen for mark, days in marked if mark is Dated.SEEN for seen in days]
    return min(map(_first, starts), default=day) > day


def _has_happened(dated: Any, day: date) -> bool:
    """Whether something is over; while sources dispute when it was, the earliest counts.

    Decisions made later are cut before: they must not decide what had happened.
    """
    match dated:
        case None:
            return True
        case Unstated():
            return False
        case Stated() | Disputed():
            return min(map(_last, values(_cut(dated, day)))) <= day
        case _:
            return _last(dated) <= day


def _first(dated: date | PartialDate) -> date:
    return dated.first if isinstance(dated, PartialDate) else dated


def _last(dated: date | PartialDate) -> date:
    return dated.last if isinstance(dated, PartialDate) else dated


def _ids(models: Iterable[BaseModel]) -> dict[str, set[str]]:
    """Return the ids in the fields that speak of people, threads and sources, however deep, by field."""
    found: dict[str, set[str]] = {name: set() for name in _SPEAKING}
    left = list(models)
    while left:
        model = left.pop()
        for name in type(model).model_fields:
            value = getattr(model, name)
            parts = value if isinstance(value, tuple) else (value,)
            if name in found:
                found[name].update(part for part in parts if isinstance(part, str))
            left += (part for part in parts if isinstance(part, BaseModel))
    return found
