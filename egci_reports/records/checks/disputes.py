"""Checks disputes and their decisions, and slips of the sources."""

from __future__ import annotations

from collections.abc import Iterator

from egci_reports.errors import Finding
from egci_reports.records.checks.inspection import Inspection, Spot
from egci_reports.records.facts import Decision, Disputed
from egci_reports.records.sources import Discrepancy, Slip


def check_disputes(inspection: Inspection) -> Iterator[Finding]:
    """Yield a finding for each open dispute, each that is none, and each decision for no claim."""
    for spot, dispute in inspection.of_kind(Disputed):
        yield from _decision(inspection, spot, dispute.decision, len(dispute.disputed))
        if all(claim.value == dispute.disputed[0].value for claim in dispute.disputed):
            hint = "write the value once, with all sources"
            yield inspection.error("C271", spot / "disputed", "the rival values are all the same", hint)
        elif dispute.waits:
            point = str(spot.path[-1])
            message = f"the sources differ on {point!r}, and nothing is decided"
            hint = (
                "a numbered edition waits for it; decide with 'decision: {claim, by, on, reason}', or let all"
                " values be printed with 'accepted: {by, on, reason}'"
            )
            yield inspection.warning("C301", spot / "disputed", message, hint)
    for spot, differing in inspection.of_kind(Discrepancy):
        yield from _decision(inspection, spot, differing.decision, len(differing.versions))
    for spot, slip in inspection.of_kind(Slip):
        if slip.printed == slip.right:
            hint = "write the words as printed under 'printed', the right form under 'right'"
            yield inspection.error("C272", spot / "right", "the right form is the same as the slip", hint)


def _decision(inspection: Inspection, spot: Spot, decision: Decision | None, count: int) -> Iterator[Finding]:
    if decision is not None and decision.claim > count:
        message = f"the decision is for claim {decision.claim}, but there are {count}"
        hint = "claims are counted from 1, in the order they stand"
        yield inspection.error("C270", spot / "decision" / "claim", message, hint)
