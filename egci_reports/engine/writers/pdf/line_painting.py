"""Paints lines of text: each segment in its place, with its marks, its rules and its links."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from typing import NamedTuple

from egci_reports.engine.theme.model import Align
from egci_reports.engine.writers.pdf.canvas import LAYOUT, Canvas
from egci_reports.engine.writers.pdf.lines import Run, Segment, TextLine
from egci_reports.engine.writers.pdf.structure import StructElem

_BELOW_MIDDLE = 0.347
"""How far below the middle of its line a baseline stands, in sizes: half of ascent less descent."""


def baseline(top: float, leading: float, size: float) -> float:
    """Return the height of the baseline of a line of text whose top is at `top`."""
    return top + leading / 2 + _BELOW_MIDDLE * size


def paint_lines(
    canvas: Canvas,
    lines: Sequence[TextLine],
    element: StructElem,
    place: tuple[float, float],
    leading: float,
    size: float,
    width: float = 0.0,
    align: Align = "left",
) -> None:
    """Paint lines under each other; `place` is their top left corner, `size` that of their main text.

    Lines under and through the text are artifacts and are painted after it, so that they do not cut it up.
    """
    left, y = place
    level = baseline(y, leading, size)
    rules: list[tuple[float, float, float, str]] = []
    for line in lines:
        x = left
        if align != "left":
            x += (width - line.width - _late(canvas, line)) * (1.0 if align == "right" else 0.5)
        painted: list[_Painted] = []
        for segment in line.segments:
            painted.append(_paint_segment(canvas, segment, segment.run.element or element, x, level, rules))
            x = painted[-1].end
        if any(one.run.leads for one in painted):
            _link_parts(canvas, painted, level)
        level += leading
    for rule_x, rule_y, rule_width, colour in rules:
        canvas.rectangle(LAYOUT, rule_x, rule_y, rule_width, 0.5, colour)


def _late(canvas: Canvas, line: TextLine) -> float:
    """Return by how much page numbers, known only now, are wider than the room that was kept for them."""
    late = (segment for segment in line.segments if segment.run.page_of is not None)
    return sum(_page_width(canvas, segment) - segment.width for segment in late)


def _page_width(canvas: Canvas, segment: Segment) -> float:
    page = str(canvas.places.page(segment.run.page_of or ""))
    return segment.face.measure(page) * segment.run.look.size


class _Painted(NamedTuple):
    """A painted segment: where its words begin and end, where the next segment begins, and what it says."""

    run: Run
    left: float
    right: float
    end: float
    text: str


def _paint_segment(
    canvas: Canvas,
    segment: Segment,
    owner: StructElem,
    x: float,
    baseline: float,
    rules: list[tuple[float, float, float, str]],
) -> _Painted:
    """Paint a segment; add the lines under and through it to `rules`."""
    run, face, text, width = segment
    look = run.look
    if run.page_of is not None:
        text = str(canvas.places.page(run.page_of))
        width = _page_width(canvas, segment)
    canvas.text(owner, x, baseline - look.rise, face, look.size, look.colour, text)
    seen = width
    if run.rule:
        rules.append((x, baseline + 1.2, width, look.colour))
    if look.underlined or look.struck or run.leads is not None:
        seen -= face.measure(text[len(text.rstrip(" ")) :]) * look.size
        if look.underlined:
            rules.append((x, baseline + 1.2, seen, look.colour))
        if look.struck:
            rules.append((x, baseline - 0.28 * look.size, seen, look.colour))
    return _Painted(run, x, x + seen, x + width, text)


def _link_parts(canvas: Canvas, painted: list[_Painted], baseline: float) -> None:
    """Lay links over a line: one over all parts of a link, since each is a stop of the Tab key."""
    for element, parts in groupby(painted, lambda one: one.run.leads and one.run.leads.element):
        if element is not None:
            _link(canvas, list(parts), baseline)


def _link(canvas: Canvas, parts: list[_Painted], baseline: float) -> None:
    """Lay a link over its parts on one line."""
    leads = parts[0].run.leads
    if leads is None:
        return
    size = max(part.run.look.size for part in parts)
    top = baseline - parts[0].run.look.rise - 0.93 * size
    box = (parts[0].left, top, parts[-1].right - parts[0].left, 1.2 * size)
    if leads.url is not None:
        canvas.link(leads.element, box, canvas.places.address(leads.url), leads.says)
    elif leads.target is not None:
        said = leads.says or "".join(part.text for part in parts)
        canvas.link(leads.element, box, canvas.places.jump(leads.target), said)
