"""Parts a long series of plenaries into stretches that fit across a page, in tables and pictures alike."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from math import ceil

from egci_reports.analysis.lists import Presence
from egci_reports.analysis.participation import LineageRow, Participation
from egci_reports.analysis.plenaries import Series
from egci_reports.analysis.threads import ThreadCell, ThreadHistory

MOST = 25
"""So many plenaries a page is wide enough for."""


@dataclass(frozen=True, slots=True)
class CrosswalkRow:
    """A subject at the plenaries of a window."""

    course: ThreadHistory
    cells: tuple[ThreadCell, ...]


@dataclass(frozen=True, slots=True)
class MatrixRow:
    """A line of bodies at the plenaries of a window; `years` are those in which each name first stands."""

    row: LineageRow
    cells: tuple[Presence, ...]
    years: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class PlenaryWindow:
    """A stretch of plenaries with what the wide tables say of them; `part` counts from 1.

    `areas` is the number of areas named at each, `listed` that of the bodies listed, None without a list.
    """

    part: int
    series: Series
    crosswalk: tuple[CrosswalkRow, ...]
    areas: tuple[int | None, ...]
    matrix: tuple[MatrixRow, ...]
    listed: tuple[int | None, ...]

    @property
    def numbers(self) -> tuple[int, ...]:
        """The numbers of its plenaries."""
        return tuple(plenary.number for plenary in self.series.plenaries)

    @property
    def held(self) -> tuple[int, ...]:
        """The numbers of those that were held."""
        return tuple(plenary.number for plenary in self.series.held)


@dataclass(frozen=True, slots=True)
class Width:
    """All that the wide tables say, over the whole series."""

    series: Series
    courses: tuple[ThreadHistory, ...]
    participation: Participation
    areas: Mapping[int, int]
    """The number of areas that each plenary's plan names."""
    years: Mapping[int, int]


def windows_of(width: Width) -> tuple[PlenaryWindow, ...]:
    """Return the series in as few stretches of nearly equal length as a page allows."""
    plenaries = width.series.plenaries
    size = ceil(len(plenaries) / max(1, ceil(len(plenaries) / MOST)))
    presences = {row.lineage.id: dict(row.cells) for row in width.participation.rows}
    return tuple(
        _window(part, Series(plenaries[start : start + size]), width, presences)
        for part, start in enumerate(range(0, len(plenaries), size or 1), 1)
    )


def _window(
    part: int, series: Series, width: Width, presences: Mapping[str, Mapping[int, Presence]]
) -> PlenaryWindow:
    numbers = [plenary.number for plenary in series.plenaries]
    held = [plenary.number for plenary in series.held]
    subjects = [
        CrosswalkRow(course, tuple(course.by_number[number] for number in numbers))
        for course in width.courses
    ]
    bodies = [
        MatrixRow(
            row,
            tuple(presences[row.lineage.id][number] for number in held),
            tuple(width.years[count.numbers[0]] for count in row.by_name),
        )
        for row in width.participation.rows
    ]
    columns = width.participation.by_number
    return PlenaryWindow(
        part,
        series,
        tuple(row for row in subjects if any(cell.namings or cell.in_focus for cell in row.cells)),
        tuple(width.areas.get(number) or None for number in numbers),
        tuple(row for row in bodies if Presence.LISTED in row.cells),
        tuple(columns[number].listed_count or None for number in held),
    )
