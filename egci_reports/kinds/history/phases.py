"""The phases of the group's history, each with what its plenaries have in common."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from egci_reports.kinds.history.context import PhaseSpan
from egci_reports.kinds.history.sheets import PlenarySheet
from egci_reports.records.records import address_of
from egci_reports.records.sources import Phase


def phases_of(phases: Iterable[Phase], sheets: Mapping[int, PlenarySheet]) -> tuple[PhaseSpan, ...]:
    """Return the phases that have a plenary on record, with its sheets by number."""
    last = max(sheets, default=0)
    found = []
    for phase in phases:
        end = phase.last if phase.last is not None else last
        own = tuple(sheets[number] for number in range(phase.first, end + 1) if number in sheets)
        if own:
            found.append(_span(phase, own))
    return tuple(found)


def _span(phase: Phase, sheets: tuple[PlenarySheet, ...]) -> PhaseSpan:
    named = (name for sheet in sheets for area in sheet.areas for name, _ in area.subjects)
    return PhaseSpan(
        phase,
        sheets,
        phase.last is None,
        tuple(dict.fromkeys(named)),
        tuple(signing for sheet in sheets for signing in sheet.signings),
        sum(sheet.place.is_video for sheet in sheets),
        _range(sheet.area_count for sheet in sheets),
        _range(sheet.body_count for sheet in sheets),
        address_of(phase),
    )


def _range(counts: Iterable[int]) -> tuple[int, int] | None:
    """Return the least and the most of the counts that are not nought; None if all are."""
    known = [count for count in counts if count]
    return (min(known), max(known)) if known else None
