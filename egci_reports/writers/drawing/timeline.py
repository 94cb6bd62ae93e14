"""Timelines: marks along years, in lanes, their labels above them in as many levels as they need."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import accumulate
from math import ceil

from egci_reports.document.chart import Lane, Mark, Timeline
from egci_reports.theme.model import Theme
from egci_reports.writers.drawing.axis import YearAxis
from egci_reports.writers.drawing.markers import marker
from egci_reports.writers.drawing.placing import Spot, Wish, levels, place
from egci_reports.writers.drawing.rows import GAP, draw_label, label_height, label_width
from egci_reports.writers.drawing.shapes import Circle, Line, Rect, Stroke
from egci_reports.writers.drawing.sheet import Sheet
from egci_reports.writers.drawing.text import fit, widest

_RADIUS = 3.6
_BASE = 8.0
"""From the marks down to the edge of their lane."""
_OVER = 7.0
"""From the marks up to the lowest labels."""
_PAD = 3.0
_LABEL_ROOM = 120.0
_LABEL_LINES = 2


@dataclass(frozen=True, slots=True)
class _LaneLayout:
    height: float
    spots: tuple[Spot | None, ...]
    level: float
    """The height of a level of labels."""


@dataclass(frozen=True, slots=True)
class _Layout:
    height: float
    tops: tuple[float, ...]
    labels: float
    axis: YearAxis
    lanes: tuple[_LaneLayout, ...]


def height(chart: Timeline, theme: Theme, width: float) -> float:
    """Return the height: of all lanes with their levels of labels, and the axis."""
    return _lay_out(chart, theme, width).height


def draw(chart: Timeline, sheet: Sheet) -> None:
    """Draw the lanes with their marks and labels over the axis of years."""
    layout = _lay_out(chart, sheet.theme, sheet.width)
    top, bottom = layout.tops[0], layout.tops[-1]
    layout.axis.draw_ground(sheet, top, bottom)
    for number, (lane, lane_layout) in enumerate(zip(chart.lanes, layout.lanes, strict=True)):
        lane_top, lane_bottom = layout.tops[number], layout.tops[number + 1]
        if number:
            rule = Stroke(sheet.theme.colour("rule"), 0.5)
            sheet.add(Line(0.0, lane_top, layout.axis.right, lane_top, rule))
        draw_label(sheet, lane.label, (lane_top + lane_bottom) / 2, layout.labels)
        _draw_lane(lane, lane_layout, sheet, layout.axis, lane_bottom - _BASE)
    layout.axis.draw_years(sheet, top, bottom)
    middle = bottom + 2.0 + sheet.leading / 2
    sheet.text(chart.axis_title, layout.labels, middle, layout.labels, anchor="end", colour=sheet.muted)


def _lay_out(chart: Timeline, theme: Theme, width: float) -> _Layout:
    style = theme.style("chart")
    names = tuple(lane.label for lane in chart.lanes)
    labels = label_width((*names, chart.axis_title), theme, width)
    margin = style.size
    axis = YearAxis(chart.start, chart.end, labels + GAP + margin, width - margin, chart.highlight)
    lanes = tuple(_lay_out_lane(lane, theme, axis, labels) for lane in chart.lanes)
    tops = tuple(accumulate((lane.height for lane in lanes), initial=1.0))
    return _Layout(ceil(tops[-1] + style.leading + 5.0), tops, labels, axis, lanes)


def _lay_out_lane(lane: Lane, theme: Theme, axis: YearAxis, labels: float) -> _LaneLayout:
    style = theme.style("chart")
    left, right = axis.left, axis.right
    wrapped = [_wrap(mark, style.size, right - left) for mark in lane.marks]
    wishes = [
        Wish(axis.place(mark.at), widest(lines, style.size))
        for mark, lines in zip(lane.marks, wrapped, strict=True)
        if lines
    ]
    found = iter(place(wishes, left, right))
    spots = tuple(next(found) if lines else None for lines in wrapped)
    level = max((len(lines) for lines in wrapped), default=1) * style.leading
    room = _PAD + levels([spot for spot in spots if spot]) * level + _OVER + _BASE
    whole = max(room, label_height(lane.label, theme, labels) + 2 * _PAD, theme.figure.row)
    return _LaneLayout(whole, spots, level)


def _wrap(mark: Mark, size: float, room: float) -> tuple[str, ...]:
    return fit(mark.label, min(_LABEL_ROOM, room), size, lines=_LABEL_LINES, bold=mark.strong)


def _draw_lane(lane: Lane, layout: _LaneLayout, sheet: Sheet, axis: YearAxis, base: float) -> None:
    sheet.add(Line(axis.left, base, axis.right, base, Stroke(sheet.theme.colour("rule"), 0.75)))
    first = base - _OVER
    for spot in layout.spots:
        if spot and spot.level:
            end = first - spot.level * layout.level
            sheet.add(Line(spot.at, base, spot.at, end, Stroke(sheet.muted, 0.5)))
    for mark, spot in zip(lane.marks, layout.spots, strict=True):
        if spot:
            _draw_text(mark, spot, layout, sheet, first)
    for mark in lane.marks:
        _draw_mark(mark, sheet, axis.place(mark.at), base)


def _draw_text(mark: Mark, spot: Spot, layout: _LaneLayout, sheet: Sheet, first: float) -> None:
    middle = first - (spot.level + 0.5) * layout.level
    room = spot.right - spot.left
    if any(_crossed(spot, other) for other in layout.spots if other):
        paper = sheet.theme.colour("paper")
        sheet.add(Rect(spot.left - 1, middle - layout.level / 2, room + 2, layout.level, fill=paper))
    x = (spot.left + spot.right) / 2
    sheet.text(mark.label, x, middle, room, lines=_LABEL_LINES, anchor="middle", bold=mark.strong)


def _crossed(spot: Spot, other: Spot) -> bool:
    return other.level > spot.level and spot.left <= other.at <= spot.right


def _draw_mark(mark: Mark, sheet: Sheet, x: float, y: float) -> None:
    full, paper = sheet.theme.palette.full, sheet.theme.colour("paper")
    if mark.strong:
        sheet.add(Circle(x, y, _RADIUS + 2.6, fill=paper, stroke=Stroke(full, 1.0)))
    sheet.add(marker(mark.shape, x, y, _RADIUS, full, paper))
