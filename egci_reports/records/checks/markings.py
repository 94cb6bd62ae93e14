"""Checks papers' markings, and that officers' texts have a place in the paper and a reader who gets it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from egci_reports.errors import Finding
from egci_reports.records.audience.reader import Audience
from egci_reports.records.checks.inspection import Inspection, Spot
from egci_reports.records.packs import PackWords
from egci_reports.records.paper_kinds import FOR_DEPARTMENTS
from egci_reports.records.paper_name import PaperName
from egci_reports.records.papers import SECTIONS, OwnTexts


def check_markings(inspection: Inspection) -> Iterator[Finding]:
    """Yield a finding for each marking not in the group's list, each text that its paper leaves out."""
    known = inspection.records.group.markings
    papers: list[tuple[Spot, OwnTexts | PackWords]] = [*inspection.of_kind(OwnTexts)]
    papers += inspection.of_kind(PackWords)
    for spot, paper in papers:
        if paper.marking is not None and paper.marking not in known:
            message = f"{paper.marking!r} is no marking of the group"
            hint = f"write one of: {', '.join(known)}; or add it to 'markings' in group.yaml"
            yield inspection.error("C295", spot / "marking", message, hint)
    for name, texts in inspection.records.papers.items():
        spot, kind = Spot(f"papers/{name}"), PaperName.read(name).kind
        if kind in SECTIONS:
            yield from _unplaced(inspection, spot, kind, texts)
        elif kind in FOR_DEPARTMENTS:
            yield from _unread(inspection, spot, texts)


def _unplaced(inspection: Inspection, spot: Spot, kind: str, paper: OwnTexts) -> Iterator[Finding]:
    """Find texts for sections that no paper of the kind has: it would leave them out."""
    records = inspection.records
    known = set(SECTIONS[kind])
    known |= {f"phase-{phase.id}" for phase in records.phases if "phase-ID" in known}
    known |= {f"sheet-{meeting.number}" for meeting in records.meetings if "sheet-NUMBER" in known}
    for place, text in enumerate(paper.texts):
        # that a thread is known is asked of all records
        if text.section not in known and re.sub("/.*", "/THREAD", text.section) not in known:
            message = f"the paper has no place for an officer's text on {text.section!r}, and leaves it out"
            hint = f"write one of: {', '.join(SECTIONS[kind])}"
            yield inspection.warning("C329", spot / "texts" / place / "section", message, hint)


def _unread(inspection: Inspection, spot: Spot, paper: OwnTexts) -> Iterator[Finding]:
    """Find texts for the memo of a call that are for internal readers: it goes to departments."""
    for place, text in enumerate(paper.texts):
        if text.audience is Audience.INTERNAL:
            message = "the paper goes to departments, and this text is for internal readers only"
            hint = "add 'audience: department', or take the text out: it is not printed"
            yield inspection.warning("C318", spot / "texts" / place, message, hint)
