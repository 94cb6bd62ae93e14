"""Rows over an axis of years, their labels on the left: shared by timelines and lineages."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import accumulate
from math import ceil
from typing import Generic, Protocol, TypeVar

from egci_reports.engine.document.chart import Lineages, Timeline
from egci_reports.engine.theme.model import Theme
from egci_reports.engine.writers.drawing.axis import YearAxis
from egci_reports.engine.writers.drawing.rows import GAP, NARROW, label_width, ruled_rows
from egci_reports.engine.writers.drawing.sheet import DrawingSheet

_ABOVE = 1.0
"""From the top of the drawing to the first row."""
_BELOW = 2.0
"""From the last row to the years."""
_FOOT = 5.0
"""What the drawing leaves above and below the years."""


class YearRow(Protocol):
    """A row that is laid out."""

    @property
    def height(self) -> float:
        """Its height."""
        ...


R = TypeVar("R", bound=YearRow)


@dataclass(frozen=True, slots=True)
class YearRows(Generic[R]):
    """A chart laid out: `tops` of the rows and the end of the last; `labels`, the width of their column."""

    height: float
    tops: tuple[float, ...]
    labels: float
    axis: YearAxis
    rows: tuple[R, ...]

    def draw_ground(self, sheet: DrawingSheet) -> None:
        """Draw what lies behind the rows."""
        self.axis.draw_ground(sheet, self.tops[0], self.tops[-1])

    def draw_years(self, sheet: DrawingSheet) -> None:
        """Draw the years."""
        self.axis.draw_years(sheet, self.tops[0], self.tops[-1])

    def ruled(self, sheet: DrawingSheet, chart: Timeline | Lineages) -> Iterator[tuple[R, float]]:
        """Rule off each row, write its label, and yield it with its top, for what stands in it."""
        labels = (row.label for row in chart.rows)
        tops = ruled_rows(sheet, labels, self.tops, self.labels, self.axis.right)
        return zip(self.rows, tops, strict=True)

    def draw_title(self, sheet: DrawingSheet, title: str) -> None:
        """Draw the title of the axis beside the years."""
        middle = self.tops[-1] + _BELOW + sheet.leading / 2
        sheet.text(title, self.labels, middle, self.labels, anchor="end", colour=sheet.muted)


def lay_out_rows(
    chart: Timeline | Lineages,
    theme: Theme,
    width: float,
    rows_of: Callable[[YearAxis, float], Iterable[R]],
    highlight: int | None = None,
) -> YearRows[R]:
    """Return a chart laid out; `rows_of` lays out its rows, given the axis and the width of the labels."""
    style = theme.style("chart")
    names = tuple(row.label for row in chart.rows)
    labels = label_width((*names, chart.axis_title), theme, width, share=NARROW)
    margin = style.size
    axis = YearAxis(chart.start, chart.end, labels + GAP + margin, width - margin, margin, highlight)
    rows = tuple(rows_of(axis, labels))
    tops = tuple(accumulate((row.height for row in rows), initial=_ABOVE))
    return YearRows(ceil(tops[-1] + style.leading + _FOOT), tops, labels, axis, rows)
