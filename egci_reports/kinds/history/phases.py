"""The phases of the group's history, each with its plenaries."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from egci_reports.kinds.history.sheets import PlenarySheet
from egci_reports.records.records import address_of
from egci_reports.records.threads import Phase


@dataclass(frozen=True, slots=True)
class PhaseSpan:
    """A phase with the sheets of its plenaries, as far as the records reach."""

    phase: Phase
    sheets: tuple[PlenarySheet, ...]
    runs_on: bool
    about: str

    @property
    def first(self) -> int:
        """Number of its first plenary."""
        return self.sheets[0].plenary.number

    @property
    def last(self) -> int:
        """Number of its last plenary so far."""
        return self.sheets[-1].plenary.number


def phases_of(phases: Iterable[Phase], sheets: Mapping[int, PlenarySheet]) -> tuple[PhaseSpan, ...]:
    """Return the phases that have a plenary on record, with its sheets by number."""
    last = max(sheets, default=0)
    found = []
    for phase in phases:
        end = phase.last if phase.last is not None else last
        own = tuple(sheets[number] for number in range(phase.first, end + 1) if number in sheets)
        if own:
            found.append(PhaseSpan(phase, own, phase.last is None, address_of(phase)))
    return tuple(found)
