"""For whom a kind of paper is made, and what of its words nobody has cleared."""

from __future__ import annotations

from collections.abc import Iterator

from egci_reports.app.papers.order import Audience, Order
from egci_reports.errors import Finding, UsageError
from egci_reports.kinds import KINDS, name_of
from egci_reports.records.clearables import refusal
from egci_reports.records.records import Records, address_of, day_of

_FLAGS = {Audience.JOINT: "may_be_exchanged", Audience.PUBLIC: "may_be_published"}
_LEFT_OUT = ", and this paper leaves it out"


def require_audience(order: Order) -> None:
    """Raise UsageError (U216) if a paper of the kind is not made for the audience."""
    known = KINDS[order.kind].audiences
    if order.audience not in known:
        message = f"a paper of the kind {order.kind} is not made for the audience {order.audience}"
        hint = f"it is made for: {', '.join(known)}; docs/who-reads-what.md says who reads what"
        raise UsageError(Finding("U216", message, hint=hint))


def uncleared_words(records: Records, order: Order, subject: str) -> Iterator[Finding]:
    """Yield what of a paper's words is not cleared, and refuses its number.

    They are officers' texts for it, and what departments released for it: off the Hong Kong side either is
    left out until it is cleared. `records` are all there are.
    """
    yield from _texts(records, order, subject)
    yield from _releases(records, order)


def _texts(records: Records, order: Order, subject: str) -> Iterator[Finding]:
    name, circles = name_of(order.kind, subject).record, list(Audience)
    paper = records.papers.get(name)
    left_out = "" if order.audience.is_own_side else _LEFT_OUT
    for place, text in enumerate(paper.texts if paper else ()):
        is_for_it = circles.index(text.audience) >= circles.index(order.audience)
        if is_for_it and not text.is_cleared:
            said = f"an officer's text on {text.section} is {{state}}{left_out}"
            yield refusal("E606", text, said, f"papers/{name}#texts/{place}")


def _releases(records: Records, order: Order) -> Iterator[Finding]:
    """Yield a finding for each return whose released entries a report off the Hong Kong side leaves out."""
    flag = _FLAGS.get(order.audience)
    if flag is None or not KINDS[order.kind].prints_returns:
        return
    days = {meeting.number: day_of(meeting.date) for meeting in records.meetings}
    for one in records.returns:
        day = days.get(one.plenary)
        is_of_year = day is not None and str(day.year) == order.subject
        is_waiting = one.date is not None and not one.is_cleared
        if is_of_year and is_waiting and any(getattr(entry, flag) for entry in one.items):
            name = records.bodies[one.body].names[-1].name
            yield refusal("E605", one, f"the return of {name} is {{state}}{_LEFT_OUT}", address_of(one))
