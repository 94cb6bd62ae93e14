"""Checks whether what is written by hand, and the search for news, kept up with the plenaries."""

from __future__ import annotations

from collections.abc import Iterator

from egci_reports.errors import Finding
from egci_reports.records.bodies import DatedNote
from egci_reports.records.checks.inspection import Inspection, Spot
from egci_reports.records.meetings import Meeting, Status
from egci_reports.records.records import day_of
from egci_reports.records.threads import Mapping, Phase, Thread


def check_upkeep(inspection: Inspection) -> Iterator[Finding]:
    """Yield what was written before the last plenary that was held, once a file, and what is not kept up."""
    held = [m for m in inspection.records.meetings if m.status is Status.HELD]
    if held:
        last = max(held, key=lambda meeting: meeting.number)
        yield from _written(inspection, last.number)
        yield from _kept(inspection, last)


def _written(inspection: Inspection, last: int) -> Iterator[Finding]:
    stale: dict[str, list[tuple[Spot, int]]] = {}
    for spot, node in inspection.nodes:
        if not isinstance(node, DatedNote | Mapping | Phase | Thread) or node.written_for is None:
            continue
        ended = isinstance(node, Phase) and node.last is not None
        if node.written_for < last and not ended:
            file = spot.record.partition("/")[0]
            stale.setdefault(file, []).append((spot / "written_for", node.written_for))
    for found in stale.values():
        spot, number = found[0]
        more = f" (so were {len(found) - 1} more in this file)" if len(found) > 1 else ""
        message = f"it was written for plenary {number}{more}; plenary {last} has been held since"
        hint = f"look whether it is still true, mend it, then write 'written_for: {last}'"
        yield inspection.warning("C319", spot, message, hint)


def _kept(inspection: Inspection, last: Meeting) -> Iterator[Finding]:
    kept, day = inspection.records.group.kept_up_to, day_of(last.date)
    if kept is not None and day is not None and kept.plenaries < day:
        message = f"plenaries are kept up to {kept.plenaries}, but plenary {last.number} met on {day}"
        spot = Spot("group") / "kept_up_to" / "plenaries"
        yield inspection.warning("C320", spot, message, f"write {day}, or a later day up to which was looked")
