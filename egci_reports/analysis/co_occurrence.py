"""Sets the lists of bodies beside the lists of areas. Nothing follows from it about who leads an area."""

from __future__ import annotations

from dataclasses import dataclass

from egci_reports.analysis.lineages import Lineage
from egci_reports.analysis.lists import ListState, bodies_of
from egci_reports.analysis.plenaries import Series
from egci_reports.analysis.threads import ThreadHistory


@dataclass(frozen=True, slots=True)
class CoOccurrence:
    """A list of bodies set beside a thread; the record does not say which body leads an area.

    The numbers are those of the plenaries that name the thread: `listed` with a body of the lineage in their
    list, `not_listed` with a closed list without it, `unknown` with an open list or none.
    """

    lineage: Lineage
    listed: tuple[int, ...]
    not_listed: tuple[int, ...]
    unknown: tuple[int, ...]
    doubtful: tuple[int, ...]
    """Those of them whose wording may mean another subject."""

    @property
    def named(self) -> int:
        """How many plenaries name the thread."""
        return len(self.listed) + len(self.not_listed) + len(self.unknown)


def co_occurrence(history: ThreadHistory, series: Series, lineage: Lineage) -> CoOccurrence:
    """Set the lists of Hong Kong bodies beside a thread: at which of its plenaries a lineage is listed."""
    bodies = {body.id for body in lineage.bodies}
    listed, not_listed, unknown = [], [], []
    for number in history.numbers:
        listing = bodies_of(series.by_number[number].meeting)
        if any(entry.body in bodies for entry in listing.bodies):
            listed.append(number)
        elif listing.state is ListState.CLOSED:
            not_listed.append(number)
        else:
            unknown.append(number)
    return CoOccurrence(lineage, tuple(listed), tuple(not_listed), tuple(unknown), history.doubtful)
