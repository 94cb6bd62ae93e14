"""Checks whether what is written by hand, and the search for news, kept up with the plenaries."""

from __future__ import annotations

from collections.abc import Iterator

from egci_reports.errors import Finding
from egci_reports.records.bodies import DatedNote
from egci_reports.records.checks.inspection import Inspection, Spot
from egci_reports.records.meetings import Status
from egci_reports.records.records import day_of
from egci_reports.records.sources import Mapping, Phase, Thread

_WHAT = {DatedNote: "note", Mapping: "mapping of subjects", Phase: "phase", Thread: "subject"}


def check_upkeep(inspection: Inspection) -> Iterator[Finding]:
    """Yield what was written before the last plenary that was held, and what is not kept up to it."""
    held = [m for m in inspection.records.meetings if m.status is Status.HELD]
    if not held:
        return
    last = max(held, key=lambda meeting: meeting.number)
    for spot, node in inspection.nodes:
        if isinstance(node, DatedNote | Mapping | Phase | Thread) and node.written_for is not None:
            ended = isinstance(node, Phase) and node.last is not None
            if node.written_for < last.number and not ended:
                message = f"the {_WHAT[type(node)]} was written for plenary {node.written_for}"
                message += f"; plenary {last.number} has been held since"
                hint = f"look whether it is still true, mend it, then write 'written_for: {last.number}'"
                yield inspection.warning("C316", spot / "written_for", message, hint)
    kept, day = inspection.records.group.kept_up_to, day_of(last.date)
    if kept is not None and day is not None and kept.plenaries < day:
        message = (
            f"plenaries are kept up to {kept.plenaries}, but plenary {last.number} of {day} is on record"
        )
        spot = Spot("group") / "kept_up_to" / "plenaries"
        yield inspection.error("C298", spot, message, f"write {day}, or a later day up to which was looked")
