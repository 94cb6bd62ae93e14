"""Charts as data: what is shown and what it says. Writers draw them; nothing here knows how.

Each chart is one class, so that a writer's match over `Chart` is checked by mypy. Words on a chart
(axis titles, legends) come from the language's words.toml through the code that builds the chart.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

SeriesForm = Literal["columns", "bars", "stacked", "line"]
MarkShape = Literal["circle", "square", "diamond", "triangle", "ring"]
BandTone = Literal["full", "light", "open", "hatched"]


@dataclass(frozen=True, slots=True)
class Series:
    """A row of numbers with a name, one number for each category; None where nothing is recorded."""

    name: str
    values: tuple[float | None, ...]


@dataclass(frozen=True, slots=True)
class SeriesChart:
    """Columns, bars, stacked bars or lines. In Word a native chart whose numbers can be edited."""

    form: SeriesForm
    categories: tuple[str, ...]
    series: tuple[Series, ...]
    category_title: str
    value_title: str
    highlight: int | None = None
    """Index of the category to set off (the year of the report)."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A point in a row of a timeline: `at` in the units of the axis (a year with a fraction)."""

    at: float
    label: str
    shape: MarkShape = "circle"
    strong: bool = False


@dataclass(frozen=True, slots=True)
class TimelineRow:
    """A row of a timeline with its marks."""

    label: str
    marks: tuple[Mark, ...]


@dataclass(frozen=True, slots=True)
class Timeline:
    """Marks along an axis of years, in rows; `start` and `end` are years, end included."""

    start: int
    end: int
    rows: tuple[TimelineRow, ...]
    axis_title: str
    highlight: int | None = None
    """The year to set off."""


@dataclass(frozen=True, slots=True)
class BandCell:
    """One cell of a band: its tone and, where wanted, a word in it."""

    tone: BandTone | None
    label: str = ""


@dataclass(frozen=True, slots=True)
class BandRow:
    """One row of bands, one cell for each column."""

    label: str
    cells: tuple[BandCell, ...]


@dataclass(frozen=True, slots=True)
class LegendEntry:
    """What a tone or a shape means."""

    tone: BandTone | None
    label: str
    shape: MarkShape | None = None


@dataclass(frozen=True, slots=True)
class Bands:
    """A grid of bands: threads or bodies down, plenaries across. Neighbouring cells of one tone join."""

    columns: tuple[str, ...]
    rows: tuple[BandRow, ...]
    legend: tuple[LegendEntry, ...]
    column_title: str
    highlight: int | None = None
    """Index of the column to set off (this plenary)."""


@dataclass(frozen=True, slots=True)
class LineageSpan:
    """One name of a body over a stretch of time, in years with a fraction; `end` None means it still runs."""

    label: str
    start: float
    end: float | None


@dataclass(frozen=True, slots=True)
class LineageRow:
    """The names of one lineage one after the other."""

    label: str
    spans: tuple[LineageSpan, ...]


@dataclass(frozen=True, slots=True)
class Lineages:
    """Which body came after which, along an axis of years."""

    start: int
    end: int
    rows: tuple[LineageRow, ...]
    axis_title: str


Chart = SeriesChart | Timeline | Bands | Lineages
