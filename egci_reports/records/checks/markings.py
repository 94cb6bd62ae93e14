"""Checks the markings of papers: each is one of the group's."""

from __future__ import annotations

from collections.abc import Iterator

from egci_reports.errors import Finding
from egci_reports.records.checks.inspection import Inspection, Spot
from egci_reports.records.packs import PackWords
from egci_reports.records.papers import OwnTexts


def check_markings(inspection: Inspection) -> Iterator[Finding]:
    """Yield a finding for each marking that is not in the group's list."""
    known = inspection.records.group.markings
    papers: list[tuple[Spot, OwnTexts | PackWords]] = [*inspection.of_kind(OwnTexts)]
    papers += inspection.of_kind(PackWords)
    for spot, paper in papers:
        if paper.marking is not None and paper.marking not in known:
            message = f"{paper.marking!r} is no marking of the group"
            hint = f"write one of: {', '.join(known)}; or add it to 'markings' in group.yaml"
            yield inspection.error("C295", spot / "marking", message, hint)
