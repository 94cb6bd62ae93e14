"""Begins the addenda that go to the holders of an edition, if it is the one in force."""

from __future__ import annotations

from egci_reports.app.papers.addenda import Amendment, amendment, paper_of
from egci_reports.app.papers.begin import Draft, begin
from egci_reports.app.papers.departments import ALL, drafts_for
from egci_reports.app.papers.editions import base_of, rank
from egci_reports.app.papers.kept import numbers_kept
from egci_reports.app.papers.order import Order
from egci_reports.distribution.editions import drafts_for_holders, issuance_of
from egci_reports.distribution.entries import LedgerLine
from egci_reports.distribution.issuance import Issuance
from egci_reports.distribution.ledger import read_ledger
from egci_reports.distribution.register import CopyRegister
from egci_reports.errors import EditionRefused, Finding, UsageError
from egci_reports.kinds import KINDS
from egci_reports.workspace import Workspace


def amendments(
    workspace: Workspace, order: Order, body: str | None = None, *, is_next: bool = False
) -> list[Amendment]:
    """Return the addendum to the edition `order.edition` of a paper, or to those of departments' parts.

    `body` is a department, or "all", of whom not all need to have the edition. Raises what `begin` and
    `amendment` raise, and EditionRefused (E614 a later edition is in force).
    """
    drafts = iter((begin(workspace, order),)) if body is None else drafts_for(workspace, order, body)
    found: list[Amendment] = []
    unmade: list[UsageError] = []
    for draft in drafts:
        try:
            found.append(_amended(workspace, draft, is_next=is_next))
        except UsageError as error:
            if body != ALL:
                raise
            unmade.append(error)
            found.append(Amendment(paper_of(draft), order.edition, None, is_made=False))
    if len(unmade) == len(found):
        raise unmade[0]
    return found


def _amended(workspace: Workspace, now: Draft, *, is_next: bool) -> Amendment:
    _require_in_force(workspace, paper_of(now), now.request.edition)
    return amendment(now, workspace.reports, is_next=is_next)


def begin_addenda(
    workspace: Workspace, order: Order, only: str | None = None, *, is_next: bool = False
) -> tuple[tuple[Issuance, ...], tuple[Amendment, ...]]:
    """Lay out the addenda to the papers of which the edition `order.edition` is out.

    Returns them, and the papers that read as the edition does and need none. Raises what `begin_all` and
    `amendment` raise, UsageError (U411 a call has no addendum, U412 no copy of the edition went out), and
    EditionRefused (E613 nothing has changed, E614 a later edition is in force).
    """
    if order.kind in KINDS and KINDS[order.kind].brings_forms:  # a form that was filled in is not amended
        hint = "give what has changed a new number: --edition 1.1"
        raise UsageError(Finding("U411", "a call for returns has no addendum", hint=hint))
    register = CopyRegister.of(_lines(workspace))
    records, drafts = drafts_for_holders(workspace, order, only)
    held = [draft for draft in drafts if register.of_edition(paper_of(draft), order.edition)]
    if not held:
        message = f"no copy of edition {order.edition} of the {order.kind} paper went out"
        hint = f"nobody holds what an addendum would change; `who-has {order.kind}-...` shows what is out"
        raise UsageError(Finding("U412", message, hint=hint))
    found = [_amended(workspace, draft, is_next=is_next) for draft in held]
    unchanged = tuple(one for one in found if one.draft is None)
    refuse_unchanged(found)
    made = tuple(issuance_of(workspace, records, one.draft) for one in found if one.draft is not None)
    return made, unchanged


def refuse_unchanged(found: list[Amendment]) -> None:
    """Raise EditionRefused (E613) if no paper reads otherwise than its edition."""
    if all(one.draft is None for one in found):
        papers = ", ".join(one.paper for one in found)
        message = f"nothing reads otherwise now than in edition {found[0].edition} of {papers}"
        hint = "an addendum is made when something does"
        raise EditionRefused(Finding("E613", message, hint=hint))


def _require_in_force(workspace: Workspace, paper: str, edition: str) -> None:
    """Raise E614 if a later edition is in force: the highest that is out, or that is made if none is."""
    out = [issue.edition for issue in CopyRegister.of(_lines(workspace)).issues(paper)]
    known = _numbers(out) or _numbers(numbers_kept(workspace.reports, f"{paper}-"))
    highest = max(known, key=rank, default=edition)
    if rank(highest) > rank(edition):
        message = f"edition {highest} of {paper} has taken the place of edition {edition}"
        hint = f"make the addendum to the edition in force, which is {highest}"
        raise EditionRefused(Finding("E614", message, hint=hint))


def _lines(workspace: Workspace) -> tuple[LedgerLine, ...]:
    return () if workspace.is_embedded else tuple(read_ledger(workspace.data))


def _numbers(editions: list[str] | tuple[str, ...]) -> list[str]:
    """Return the numbered editions, without addenda and drafts."""
    return [one for one in editions if rank(one) and base_of(one) is None]
