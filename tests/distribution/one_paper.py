"""Plans and issues the copies of one paper; commands do so with several at once."""

from __future__ import annotations

from collections.abc import Callable

from egci_reports.distribution.issuance import Issuance, plan_all
from egci_reports.distribution.issue import Ask, CopyOutcome, IssueOutcome, issue_all
from egci_reports.distribution.issue_plan import IssueOptions, IssuePlan
from egci_reports.distribution.ledger import Clock, utc_now
from egci_reports.distribution.mail import Server


def plan(issuance: Issuance, wanted: IssueOptions) -> IssuePlan:
    """Return what would be done for one paper."""
    return plan_all((issuance,), wanted)[0]


def issue(
    issuance: Issuance,
    wanted: IssueOptions,
    server: Server | None = None,
    *,
    ask: Ask = lambda _copy, _line: None,
    tell: Callable[[CopyOutcome], None] = lambda _done: None,
    clock: Clock = utc_now,
) -> IssueOutcome:
    """Give out the copies of one paper."""
    return issue_all((issuance,), wanted, server, ask=ask, tell=tell, clock=clock)[0]
