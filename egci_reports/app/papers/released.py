"""For whom a kind of paper is made, and what departments released for it that nobody has cleared."""

from __future__ import annotations

from collections.abc import Iterator

from egci_reports.app.papers.order import Audience, Order
from egci_reports.errors import Finding, UsageError
from egci_reports.kinds import KINDS
from egci_reports.records.records import Records, day_of

_FLAGS = {Audience.JOINT: "may_be_exchanged", Audience.PUBLIC: "may_be_published"}


def require_audience(order: Order) -> None:
    """Raise UsageError (U216) if a paper of the kind is not made for the audience."""
    known = KINDS[order.kind].audiences
    if order.audience not in known:
        message = f"a paper of the kind {order.kind} is not made for the audience {order.audience}"
        hint = f"it is made for: {', '.join(known)}; docs/who-reads-what.md says who reads what"
        raise UsageError(Finding("U216", message, hint=hint))


def uncleared_releases(records: Records, order: Order) -> Iterator[Finding]:
    """Yield a finding for each return whose released entries a report off the Hong Kong side leaves out.

    `records` are all there are; what was sent and is not cleared is not shown to anybody else.
    """
    flag = _FLAGS.get(order.audience)
    if flag is None or not KINDS[order.kind].prints_returns:
        return
    days = {meeting.number: day_of(meeting.date) for meeting in records.meetings}
    for one in records.returns:
        day = days.get(one.plenary)
        is_of_year = day is not None and str(day.year) == order.subject
        is_waiting = one.date is not None and one.cleared_by is None
        if is_of_year and is_waiting and any(getattr(entry, flag) for entry in one.items):
            name = records.bodies[one.body].names[-1].name
            yield Finding(
                "E605",
                f"the return of {name} is not cleared, and this paper leaves it out",
                hint="enter 'cleared_by' once it is, or make a draft",
                about=f"returns/{one.plenary:02d}/{one.body}",
            )
