"""What only an officer can write: it is never made here, and what is empty refuses a numbered edition."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from egci_reports.errors import Finding
from egci_reports.kinds.briefing.context import Brief

COMMON = (
    "why we meet",
    "the three objectives",
    "what must be achieved",
    "the order of priority",
    "the sensitive points",
    "what is agreed in the room, and what was settled beforehand",
    "the run-down",
    "the agenda",
    "the delegations of the day",
    "the opening remarks",
    "the closing remarks",
    "what belongs to which forum",
    "the annexes",
)
"""The parts of the pack that wait for an officer, in its order."""

OF_A_BRIEF = (
    "the objective",
    "the points to make",
    "the line to take",
    "the likely position of Guangdong",
    "the action sought",
)
"""The parts of an item brief that wait for an officer, in its order."""


def unwritten(briefs: Iterable[Brief]) -> Iterator[Finding]:
    """Yield a finding for each part that no officer has written: those of the pack, then brief by brief."""
    for part in COMMON:
        yield _empty(part, None)
    for brief in briefs:
        for part in OF_A_BRIEF:
            yield _empty(f"{part} (brief {brief.number})", brief.area.about)


def _empty(part: str, about: str | None) -> Finding:
    message = f"an officer's words are to follow: {part}"
    return Finding("E602", message, hint="make a draft, and write them into it", about=about)
