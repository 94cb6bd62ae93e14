"""The records as they stood on a day: nothing later is left, and nothing after this knows the day."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Any, TypeVar, cast

from pydantic import BaseModel

from egci_reports.records.actions import Action, ProgressNote
from egci_reports.records.annexes import Annex, Validation
from egci_reports.records.base import PartialDate
from egci_reports.records.bodies import Body, BodyName, DatedNote, Post
from egci_reports.records.developments import Development, Figure
from egci_reports.records.distribution import Distribution
from egci_reports.records.facts import Acceptance, Decision, Disputed, Stated, Unstated
from egci_reports.records.meetings import Meeting, Status
from egci_reports.records.packs import Further
from egci_reports.records.papers import OwnText, OwnTexts
from egci_reports.records.records import Records, day_of
from egci_reports.records.returns import Return
from egci_reports.records.signed import Clearance, Signed
from egci_reports.records.sources import Group, GroupFact, KeptUpTo, Phase, Reading, Slip, Source

T = TypeVar("T")


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
    # Decisions made later are cut before dates are compared: they must not decide what had happened.
    meetings = tuple(m for m in _cut(records.meetings, day) if _is_by(day_of(m.date), day) or _is(m, coming))
    agreements = tuple(a for a in _cut(records.agreements, day) if _happened(a.date, day))
    events = tuple(e for e in _cut(records.events, day) if _happened(e.date, day))
    told = {*(one.id for one in agreements), *(one.id for one in events)}
    developments = tuple(
        _development(d, told) for d in _cut(records.developments, day) if _happened(d.date, day)
    )
    bodies = {key: cut for key, body in records.bodies.items() if (cut := _body(body, day)) is not None}
    group = _group(records.group, bodies, day)
    last = max((meeting.number for meeting in meetings if not _is(meeting, coming)), default=0)
    expected = {meeting.number for meeting in meetings} | ({coming} if coming is not None else set())
    packs = tuple(_cut(pack, day) for pack in records.packs if pack.plenary in expected)
    kept: list[BaseModel] = [*meetings, *agreements, *events, *developments, *packs]
    people_named = {*_ids([*kept, group], "person"), *_ids(kept, "people")}
    threads_named = {*_ids(kept, "thread"), *_ids(kept, "threads")}
    people = {key: _cut(person, day) for key, person in records.people.items() if key in people_named}
    phases = tuple(_phase(phase, last) for phase in _cut(records.phases, day) if phase.first <= last)
    areas = _cut(records.areas, day)
    areas = areas.model_copy(update={"threads": tuple(t for t in areas.threads if t.id in threads_named)})
    cited = set(_ids([*kept, group, *bodies.values(), *people.values()], "sources")) | {group.default_source}
    return records.with_(
        group=group,
        sources={key: _bare(source) for key, source in records.sources.items() if key in cited},
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
        annexes={key: records.annexes[key] for pack in packs for key in pack.annex_files},
        actions=tuple(_actions(records.actions, day, {meeting.number for meeting in meetings})),
        distribution=_distribution(records.distribution, day),
    )


def _is(meeting: Meeting, coming: int | None) -> bool:
    """Whether a meeting is the plenary to come, of which all that is recorded was planned."""
    return meeting.number == coming and meeting.status is Status.PLANNED


def _is_by(happened: date | None, day: date) -> bool:
    return happened is not None and happened <= day


def _happened(fact: Stated[PartialDate] | Disputed[PartialDate] | Unstated, day: date) -> bool:
    match fact:
        case Stated():
            return fact.value.last <= day
        case Disputed():
            claims = [fact.decided] if fact.decided else fact.disputed
            return min(claim.value.last for claim in claims) <= day
        case Unstated():
            return False


def _body(body: Body, day: date) -> Body | None:
    if body.founded is not None and body.founded.first > day:
        return None
    cut = _cut(body, day)
    return cut if cut.names else None


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
    cut = {key: _cut(paper, day) for key, paper in papers.items()}
    return {key: paper for key, paper in cut.items() if paper.texts}


def _returns(returns: Iterable[Return], day: date, plenaries: set[int]) -> Iterator[Return]:
    for one in returns:
        if one.plenary not in plenaries:
            continue
        excused = one.excused if one.excused is not None and one.excused.on <= day else None
        if one.date is not None and one.date <= day:
            yield one.model_copy(update={"excused": excused})
        elif excused is not None:
            yield Return(plenary=one.plenary, body=one.body, excused=excused)


def _actions(actions: Iterable[Action], day: date, plenaries: set[int]) -> Iterator[Action]:
    for action in actions:
        if action.raised_at in plenaries:
            closed = action.closed if action.closed and action.closed.meeting in plenaries else None
            yield _cut(action, day).model_copy(update={"closed": closed})


def _bare(source: Source) -> Source:
    return source.model_copy(
        update={"publisher": None, "date": None, "note": None, "read": Reading.WHOLE, "reprint": False}
    )


def _distribution(listed: Distribution | None, day: date) -> Distribution | None:
    return listed if listed is not None and listed.as_at <= day else None


def _is_later(value: object, day: date) -> bool:
    """Whether an entry of a list began, or became true, only after the day."""
    match value:
        case BodyName() | Post():
            since = value.starts or min(value.seen, key=lambda seen: seen.first, default=None)
            return since is not None and since.first > day
        case Slip() | DatedNote():
            return value.since is not None and value.since > day
        case OwnText():
            return value.date > day
        case ProgressNote():
            return value.on > day
        case GroupFact():
            return value.on is not None and value.on.last > day
        case PartialDate():
            return value.first > day
        case Figure():
            return value.as_at is not None and value.as_at.last > day
        case Further():
            # a part that nobody had announced was not known of; an announced one keeps its heading
            return value.date is not None and value.date > day and not value.is_announced
        case Annex():
            return value.date is not None and value.date > day
        case _:
            return False


def _cut(value: T, day: date) -> T:
    """Return a model, or a list of them, without what began or became known after the day."""
    if isinstance(value, tuple):
        return cast("T", tuple(_cut(part, day) for part in value if not _is_later(part, day)))
    if not isinstance(value, BaseModel):
        return value
    if isinstance(value, KeptUpTo):
        return value.by(day)
    if isinstance(value, Signed) and value.date is not None and value.date > day:
        return value.unwritten()
    update: dict[str, Any] = {}
    for name in type(value).model_fields:
        old = getattr(value, name)
        new = None if _is_unknown_yet(name, old, day) else _cut(old, day)
        if new is not old:
            update[name] = new
    return value.model_copy(update=update) if update else value


def _is_unknown_yet(name: str, value: object, day: date) -> bool:
    """Whether the value of an optional field lies after the day: an end, a decision, a cut-off date."""
    match value:
        case PartialDate() if name in ("ends", "dissolved"):
            return value.last > day
        case Decision() | Acceptance() | Clearance() | Validation():
            return value.on > day
        case date() if name in ("position_as_at", "agreed_on"):
            return value > day
        case int() if name == "written_for":
            return True
        case _:
            return False


def _ids(models: Iterable[BaseModel], field: str) -> Iterator[str]:
    """Yield the ids in every field of that name, however deep."""
    for model in models:
        for name in type(model).model_fields:
            value = getattr(model, name)
            parts = value if isinstance(value, tuple) else (value,)
            if name == field:
                yield from (part for part in parts if isinstance(part, str))
            yield from _ids((part for part in parts if isinstance(part, BaseModel)), field)
