"""Parts a long series of plenaries so that each part fits across a page, in tables and pictures alike."""

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
    """A subject at the plenaries of a part."""

    history: ThreadHistory
    cells: tuple[ThreadCell, ...]


@dataclass(frozen=True, slots=True)
class MatrixRow:
    """A line of bodies at the plenaries of a part; `years` are those in which each name first stands."""

    row: LineageRow
    cells: tuple[Presence, ...]
    years: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class SeriesPart:
    """Some plenaries running with what the wide tables say of them; `number` counts the parts from 1.

    `areas` is the number of areas named at each, `listed` that of the bodies listed, None without a list.
    """

    number: int
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
class WideTables:
    """All that the wide tables say, over the whole series."""

    series: Series
    histories: tuple[ThreadHistory, ...]
    participation: Participation
    areas: Mapping[int, int]
    """The number of areas that each plenary's plan names."""
    years: Mapping[int, int]


def parts_of(tables: WideTables) -> tuple[SeriesPart, ...]:
    """Return the series in as few parts of nearly equal length as a page allows."""
    plenaries = tables.series.plenaries
    size = ceil(len(plenaries) / max(1, ceil(len(plenaries) / MOST)))
    presences = {row.lineage.id: dict(row.cells) for row in tables.participation.rows}
    return tuple(
        _part(number, Series(plenaries[start : start + size]), tables, presences)
        for number, start in enumerate(range(0, len(plenaries), size or 1), 1)
    )


def _part(
    number: int, series: Series, tables: WideTables, presences: Mapping[str, Mapping[int, Presence]]
) -> SeriesPart:
    numbers = [plenary.number for plenary in series.plenaries]
    held = [plenary.number for plenary in series.held]
    subjects = [
        CrosswalkRow(history, tuple(history.by_number[number] for number in numbers))
        for history in tables.histories
    ]
    bodies = [
        MatrixRow(
            row,
            tuple(presences[row.lineage.id][number] for number in held),
            tuple(tables.years[count.numbers[0]] for count in row.by_name),
        )
        for row in tables.participation.rows
    ]
    columns = tables.participation.by_number
    return SeriesPart(
        number,
        series,
        tuple(row for row in subjects if any(cell.namings or cell.in_focus for cell in row.cells)),
        tuple(tables.areas.get(number) or None for number in numbers),
        tuple(row for row in bodies if Presence.LISTED in row.cells),
        tuple(columns[number].listed_count or None for number in held),
    )
