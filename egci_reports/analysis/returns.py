"""Returns against the plan they report on: each item with what was returned on it, or why nothing was."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from egci_reports.analysis.returns_report import BodyReturn, FigureRow, ItemReport, ItemState, ReturnsReport
from egci_reports.records.facts import values
from egci_reports.records.meetings import Meeting, PlanItem
from egci_reports.records.owners import owner_on
from egci_reports.records.plans import plan_of
from egci_reports.records.records import Records, address_of, day_of, meeting_before
from egci_reports.records.returns import ItemReturn, Part, Return


def returns_on(records: Records, meeting: Meeting) -> ReturnsReport | None:
    """Return what was reported for a plenary on the plan before; None if that plan has no items on file.

    Readers off the Hong Kong side are told what departments released, and not who returned what.
    """
    before = meeting_before(records, meeting.number)
    returns = records.returns_for(meeting.number)
    called = meeting.call is not None or bool(returns)
    if before is None or not (before.work_plan or (called and plan_of(before))):
        return None
    if not before.work_plan:
        return _by_areas(records, meeting, before, returns)
    day = day_of(meeting.date)
    items = []
    for index, item in enumerate(before.work_plan):
        owner = owner_on(records.bodies, item.lead, day) if item.lead else None
        source = _source(records, returns, owner, item, day)
        about = f"{address_of(before)}#work_plan/{index}"
        items.append(_item(records, meeting, item, owner, source, about, called=called))
    register = _register(records, items, returns, day) if records.audience.is_own_side else ()
    return ReturnsReport(meeting.number, tuple(items), register)


def entry_before(records: Records, number: int, item: PlanItem) -> tuple[Return, ItemReturn] | None:
    """Return what was reported, for the plenary before `number`, on the item that an item continues."""
    before = meeting_before(records, number)
    if before is None or item.continues is None:
        return None
    for source in records.returns_for(before.number):
        entry = source.on_item(item.continues)
        if entry is not None and source.date is not None:
            return source, entry
    return None


def items_of(records: Records, number: int, body: str) -> tuple[PlanItem, ...]:
    """Return the items for which a body answers at a plenary: those of the plan before, by the owner's id."""
    meeting, before = records.meeting(number), meeting_before(records, number)
    day = day_of(meeting.date) if meeting else None
    plan = plan_of(before)
    if before is not None and not before.work_plan:
        return plan if body in asked_by_areas(records, number) else ()
    return tuple(item for item in plan if item.lead and owner_on(records.bodies, item.lead, day) == body)


def asked_by_areas(records: Records, number: int) -> tuple[str, ...]:
    """Return the bodies that are asked area by area: those listed at the last plenary that has a list."""
    meeting = records.meeting(number)
    day = day_of(meeting.date) if meeting else None
    for before in reversed([one for one in records.meetings if one.number < number]):
        listed = [one.body for delegation in values(before.hong_kong) for one in delegation.bodies]
        if listed:
            owners = dict.fromkeys(owner_on(records.bodies, key, day) for key in listed)
            return tuple(sorted(owners, key=lambda key: (records.bodies[key].protocol, key)))
    return ()


def _by_areas(
    records: Records, meeting: Meeting, before: Meeting, returns: Sequence[Return]
) -> ReturnsReport:
    """Return what was reported area by area, where the plan has no items: by whoever leads or supports."""
    day = day_of(meeting.date)
    sources = {owner_on(records.bodies, one.body, day): one for one in returns}
    plan, items = plan_of(before), []
    asked = asked_by_areas(records, meeting.number)
    for index, item in enumerate(plan):
        about = f"{address_of(before)}#areas/listed/{index}"
        number = item.item
        taking = [key for key, one in sources.items() if _takes_part(one.on_item(number))]
        taking.sort(key=lambda key: (_is_support(sources[key], number), records.bodies[key].protocol))
        items += [_item(records, meeting, item, key, sources[key], about, called=True) for key in taking]
    keys = sorted({*asked, *sources}, key=lambda key: (records.bodies[key].protocol, key))
    numbers = tuple(item.item for item in plan)
    register = [
        BodyReturn(
            key,
            sources.get(key),
            tuple(item for item in items if item.owner == key),
            numbers if key in asked else (),
        )
        for key in keys
    ]
    return ReturnsReport(
        meeting.number, tuple(items), tuple(register) if records.audience.is_own_side else ()
    )


def _takes_part(entry: ItemReturn | None) -> bool:
    return entry is not None and entry.part is not Part.NONE and entry.is_begun


def _is_support(source: Return, number: str) -> bool:
    """Whether a body does not lead an area: those that do come first."""
    entry = source.on_item(number)
    return entry is None or entry.part is not Part.LEAD


def _source(
    records: Records, returns: Sequence[Return], owner: str | None, item: PlanItem, day: date | None
) -> Return | None:
    """Return the return on an item: of its owner, or of the body that the owner took over from."""
    if owner is None:
        return None
    own = [one for one in returns if owner_on(records.bodies, one.body, day) == owner]
    return next((one for one in own if one.on_item(item.item)), own[0] if own else None)


def _item(
    records: Records,
    meeting: Meeting,
    item: PlanItem,
    owner: str | None,
    source: Return | None,
    about: str,
    *,
    called: bool,
) -> ItemReport:
    entry = source.on_item(item.item) if source is not None and source.date is not None else None
    state = _state(owner, source, entry, called=called)
    if not state.is_answered and not records.audience.is_own_side:
        state = ItemState.UNTOLD
    if entry is not None and source is not None:
        about = f"{address_of(source)}#items/{_place(source, entry)}"
    past = entry_before(records, meeting.number, item)
    earlier = {(figure.name, figure.unit): figure for figure in past[1].figures} if past else {}
    figures = entry.figures if entry is not None else ()
    rows = tuple(FigureRow(figure, earlier.get((figure.name, figure.unit))) for figure in figures)
    return ItemReport(item, owner, state, entry, source, rows, about)


def _place(source: Return, entry: ItemReturn) -> int:
    """Return where an entry of a return stands; by identity, as comparing all fields takes long."""
    return next(place for place, one in enumerate(source.items) if one is entry)


def _state(owner: str | None, source: Return | None, entry: ItemReturn | None, *, called: bool) -> ItemState:
    if owner is None or not called:
        return ItemState.NONE_CALLED_FOR
    if source is not None and source.date is not None:
        if source.nil or (entry is not None and entry.nil):
            return ItemState.NIL
        if entry is not None and entry.status is not None:
            return ItemState.REPORTED
    if source is not None and source.excused is not None:
        return ItemState.EXCUSED
    return ItemState.NO_RETURN


def _register(
    records: Records, items: Sequence[ItemReport], returns: Sequence[Return], day: date | None
) -> tuple[BodyReturn, ...]:
    """Return the departments asked, in protocol order, with those that answered unasked."""
    owners = [item.owner for item in items if item.owner and item.state is not ItemState.NONE_CALLED_FOR]
    sources = {owner_on(records.bodies, one.body, day): one for one in returns}
    keys = sorted({*owners, *sources}, key=lambda key: (records.bodies[key].protocol, key))
    own = {key: tuple(item for item in items if item.owner == key) for key in keys}
    return tuple(
        BodyReturn(key, sources.get(key), own[key], tuple(item.item.item for item in own[key]))
        for key in keys
    )
