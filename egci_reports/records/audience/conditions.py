"""The conditions under which an audience reads a field: few, each with a name and with words for the docs."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar

from egci_reports.records.actions import Action
from egci_reports.records.audience.reader import Audience, Reader
from egci_reports.records.base import Model
from egci_reports.records.briefs import ItemBrief
from egci_reports.records.meetings import Meeting, PlanItem, Status
from egci_reports.records.owners import owner_on
from egci_reports.records.packs import ForumRow, Forums, Further, PackWords
from egci_reports.records.papers import OwnText
from egci_reports.records.records import Records, day_of, meeting_before
from egci_reports.records.returns import ItemReturn, Return

M = TypeVar("M", bound=Model)


@dataclass(frozen=True, slots=True)
class Context:
    """Where a field stands: all records, who reads, and the models around it, the outermost first."""

    records: Records
    reader: Reader
    chain: tuple[Model, ...] = ()

    def inside(self, model: Model) -> Context:
        """Return the context of the fields of a model that stands here."""
        return Context(self.records, self.reader, (*self.chain, model))

    def find(self, kind: type[M]) -> M | None:
        """Return the innermost model of a kind around the field; None if there is none."""
        return next((model for model in reversed(self.chain) if isinstance(model, kind)), None)


@dataclass(frozen=True, slots=True)
class Condition:
    """When a field is read: in words for the docs, and as a test."""

    words: str
    holds: Callable[[Context], bool]


def is_own(records: Records, number: int, key: str | None, body: str) -> bool:
    """Whether what was given to the body `key` is, at a plenary, for `body` to answer."""
    meeting = records.meeting(number)
    return (
        key is not None and owner_on(records.bodies, key, day_of(meeting.date) if meeting else None) == body
    )


def lead_of(records: Records, brief: ItemBrief) -> str | None:
    """Return the body whose brief it is: as officers say, else the only one that leads items of its area."""
    before = meeting_before(records, brief.plenary)
    leads = {item.lead for item in before.work_plan if item.area == brief.area} if before else set()
    return brief.lead or (leads.pop() if len(leads) == 1 else None)


def _is_bodys(context: Context) -> bool:
    """Whether a return, a brief or an action is that of the reading body, before its plenary."""
    records, body, number = context.records, context.reader.body, context.reader.plenary
    if body is None or number is None:
        return False
    if brief := context.find(ItemBrief):
        return brief.plenary == number and is_own(records, number, lead_of(records, brief), body)
    if action := context.find(Action):
        return any(is_own(records, number, key, body) for key in (action.owner, *action.partners))
    returned = context.find(Return)
    return returned is not None and is_own(records, number, returned.body, body)


def _is_common(context: Context) -> bool:
    words = context.find(PackWords)
    return words is not None and words.plenary == context.reader.plenary


def _is_named(context: Context) -> bool:
    """Whether a part or a row of the pack before the reader's plenary is for the reading body."""
    body = context.reader.body
    if not _is_common(context) or body is None:
        return False
    if part := context.find(Further):
        return body in part.bodies
    if row := context.find(ForumRow):
        return not row.bodies or body in row.bodies
    forums = context.find(Forums)
    return forums is not None and any(not row.bodies or body in row.bodies for row in forums.rows)


def _is_released(context: Context, flag: str) -> bool:
    """Whether a cleared return that has come releases its entry, or any of its entries."""
    returned = context.find(Return)
    if returned is None or returned.date is None or not returned.is_cleared:
        return False
    entry = context.find(ItemReturn)
    return any(getattr(one, flag) for one in ((entry,) if entry else returned.items))


def _is_exchanged(context: Context) -> bool:
    return _is_released(context, "may_be_exchanged")


def _is_published(context: Context) -> bool:
    return _is_released(context, "may_be_published")


def _is_published_item(context: Context) -> bool:
    """Whether an item of a plan was reported on, at the plenary after, in words that may be published."""
    item, meeting, records = context.find(PlanItem), context.find(Meeting), context.records
    if item is None or meeting is None:
        return False
    for one in records.returns:
        entry = one.on_item(item.item)
        if entry is not None and meeting_before(records, one.plenary) == meeting:
            around = Context(records, context.reader, (one, entry))
            if _is_published(around):
                return True
    return False


def _is_held(context: Context) -> bool:
    meeting = context.find(Meeting)
    return meeting is not None and meeting.status is Status.HELD


def _says_so(context: Context) -> bool:
    """Whether an officer's text is for the readers; off the Hong Kong side it must be cleared, too."""
    text, order, audience = context.find(OwnText), list(Audience), context.reader.audience
    if text is None or order.index(text.audience) < order.index(audience):
        return False
    return audience.is_own_side or text.is_cleared


ALWAYS = Condition("yes", lambda _context: True)
OWN = Condition("its own", _is_bodys)
COMMON = Condition("of its plenary", _is_common)
NAMED = Condition("where it names the body, or a row names none", _is_named)
EXCHANGED = Condition("if a cleared return says `may_be_exchanged`", _is_exchanged)
PUBLISHED = Condition("if a cleared return says `may_be_published`", _is_published)
PUBLISHED_ITEM = Condition("if a cleared return on it says `may_be_published`", _is_published_item)
HELD = Condition("once the plenary was held", _is_held)
SAID = Condition("if its `audience` says so; off the Hong Kong side once it is cleared", _says_so)
