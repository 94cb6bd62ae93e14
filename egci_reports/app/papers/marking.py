"""The marking of a paper: what its record says, which whoever makes it can raise and never lower."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from egci_reports.app.papers.order import Order
from egci_reports.errors import Finding, UsageError
from egci_reports.records.papers import name_of
from egci_reports.records.records import Records


def marking_of(records: Records, order: Order, subject: str) -> str | None:
    """Return the marking of a paper on a subject: the higher of what is recorded and what is asked for.

    The record speaks of the paper for the Hong Kong side. One for both sides or for the public is another
    paper, and bears none unless it is asked for; then it stays on this side. Raises UsageError (U217) for a
    marking that is not in the group's list, and for one that is lower than the recorded.
    """
    recorded, asked = _recorded(records, order, subject), order.marking
    ranks = {marking: rank for rank, marking in enumerate(records.group.markings)}
    for marking in (recorded, asked):
        if marking is not None and marking not in ranks:
            known = ", ".join(ranks)
            raise UsageError(Finding("U217", f"{marking} is no marking of the group", hint=f"write {known}"))
    if recorded is None or asked is None:
        return recorded or asked
    if ranks[asked] < ranks[recorded]:
        message = f"the paper is marked {recorded} on record, and {asked} would lower it"
        hint = "leave --marking out, or raise it; what is on record is changed there"
        raise UsageError(Finding("U217", message, hint=hint))
    return asked


def _recorded(records: Records, order: Order, subject: str) -> str | None:
    """Return the marking that the record of a paper has: of a pack with its words, of others in papers/."""
    if not order.audience.is_own_side:
        return None
    if order.kind in ("briefing", "department"):
        return records.pack(int(subject)).marking
    name = name_of(order.kind, subject)
    return records.papers[name].marking if name in records.papers else None


def unmarked(undisclosed: Iterable[str], marking: str | None) -> Iterator[Finding]:
    """Yield what refuses a number: words that are not for disclosure, by address, in an unmarked paper."""
    for about in undisclosed if marking is None else ():
        message = "the paper prints what is not for disclosure, and bears no marking"
        hint = "enter 'marking: RESTRICTED' with the record of the paper, or make a draft"
        yield Finding("E611", message, hint=hint, about=about)
