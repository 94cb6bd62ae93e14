"""Makes the draft of the press release on a plenary, from what is public and the day of the plenary."""

from __future__ import annotations

from egci_reports.app.papers.begin import Draft, begin_with
from egci_reports.app.papers.order import Order
from egci_reports.app.records import records_of
from egci_reports.errors import Finding, UsageError
from egci_reports.kinds.interface import Request
from egci_reports.records.facts import settled
from egci_reports.workspace import Workspace


def release_of(workspace: Workspace, order: Order) -> Draft:
    """Return the draft; of a plenary to come, which the public does not know, the day alone is taken.

    Raises RecordsError, TemplateError, and UsageError (U210) where there is no such plenary.
    """
    records = records_of(workspace, order.as_of)
    meeting = records.meeting(int(order.subject))
    if meeting is None:
        hint = "begin its record: egci-report new meeting"
        message = f"there is no plenary {order.subject} on record"
        raise UsageError(Finding("U210", message, hint=hint))
    request = Request(
        order.subject,
        order.edition,
        order.as_of,
        lang=order.lang,
        audience=order.audience,
        dated=settled(meeting.date),
    )
    return begin_with(records, workspace, order, request)
