"""Checks public developments: their figures against their quotations, and what they are near."""

from __future__ import annotations

from collections.abc import Iterator

from egci_reports.errors import Finding
from egci_reports.records.checks.inspection import Inspection, spot_of
from egci_reports.records.facts import Stated


def check_developments(inspection: Inspection) -> Iterator[Finding]:
    """Yield a finding for each figure without its words, each lack without its reason, each loose end."""
    records = inspection.records
    known = {*(one.id for one in records.agreements), *(one.id for one in records.events)}
    unread = {"agreements", "events"} & inspection.broken
    for one in records.developments:
        spot = spot_of(one)
        for index, figure in enumerate(one.figures):
            if not one.carries(figure):
                message = f"no quotation has the figure {figure.printed or figure.value}"
                hint = "quote the words that have it, or write under 'printed' how they write it"
                yield inspection.error("C282", spot / "figures" / index, message, hint)
        if bool(one.threads) == (one.no_thread is not None):
            message = "it has neither threads nor a reason for none, or both"
            hint = "add 'threads: [...]', or 'no_thread: ...' with the reason"
            yield inspection.error("C283", spot, message, hint)
        failed = {f"agreements/{one.adds_to}", f"events/{one.adds_to}"} & inspection.broken
        if one.adds_to is not None and one.adds_to not in known and not unread and not failed:
            message = f"there is no event or agreement with the id {one.adds_to!r}"
            yield inspection.error("C284", spot / "adds_to", message, "mend the id, or take the line out")
        if one.inferred and not (isinstance(one.date, Stated) and one.date.note):
            message = "part of the date is inferred, but from what is not said"
            yield inspection.error("C285", spot / "date", message, "write 'date: {value: ..., note: ...}'")
