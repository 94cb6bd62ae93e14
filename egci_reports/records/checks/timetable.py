"""Checks that the timetable has each step once, below the one from which it is reckoned."""

from __future__ import annotations

from collections.abc import Iterator

from egci_reports.errors import Finding
from egci_reports.records.checks.inspection import Inspection, Spot
from egci_reports.records.timetable import Step


def check_timetable(inspection: Inspection) -> Iterator[Finding]:
    """Yield a finding for each step that stands twice, or is reckoned from none that stands above it."""
    known = {Step.PLENARY}
    for index, one in enumerate(inspection.records.group.timetable):
        spot = Spot("group") / "timetable" / index
        if one.step in known:
            hint = "take one of the two out; the plenary itself is no entry"
            yield inspection.error("C287", spot / "step", f"the step {one.step} is there already", hint)
        if one.lead.step not in known:
            message = f"the step {one.step} is reckoned from {one.lead.step}, which does not stand above it"
            yield inspection.error("C287", spot / "when", message, "put that step above this one")
        known.add(one.step)
