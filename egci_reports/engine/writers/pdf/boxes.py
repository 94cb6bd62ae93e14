"""Boxes: what stands one under the other in a column, may be split between lines, and paints itself."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import NamedTuple

from egci_reports.engine.theme.model import Align
from egci_reports.engine.writers.pdf.canvas import LAYOUT, Canvas
from egci_reports.engine.writers.pdf.line_painting import paint_lines
from egci_reports.engine.writers.pdf.lines import TextLine
from egci_reports.engine.writers.pdf.structure import StructElem

_FEWEST = 2
"""Lines of a paragraph that may stand alone at the foot or the head of a page, as in Word."""


class Panel(NamedTuple):
    """The ground of a callout: its fill and the bar at its left, `x` points from the column's left."""

    fill: str
    edge: str
    edge_width: float
    x: float
    width: float

    def paint(self, canvas: Canvas, x: float, top: float, bottom: float) -> None:
        """Paint the ground behind the boxes of one page that stand in it."""
        canvas.rectangle(LAYOUT, x + self.x, top, self.width, bottom - top, self.fill)
        canvas.rectangle(LAYOUT, x + self.x, top, self.edge_width, bottom - top, self.edge)


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class Box:
    """Something of a height. `before` and `after` are the spaces around it, in points.

    `keep` holds it on the page of the box that follows. `anchors` are the names of the place where it
    stands; `bookmark` its level (from 1) and title in the bookmarks. `panel` is the callout it stands in.
    """

    before: float = 0.0
    after: float = 0.0
    keep: bool = False
    anchors: tuple[str, ...] = ()
    bookmark: tuple[int, str] | None = None
    panel: Panel | None = None

    @property
    def height(self) -> float:
        """The height in points, without the spaces around it."""
        raise NotImplementedError

    def least(self, page: float) -> float:
        """Return the height of the smallest part that may end a page that is `page` points high."""
        del page
        return self.height

    @property
    def notes(self) -> tuple[TextBox, ...]:
        """The footnotes whose marks stand in the box."""
        return ()

    @property
    def lead_in(self) -> Box | None:
        """What is repeated above the box if it begins a page: a table's header."""
        return None

    def split(self, room: float, page: float) -> tuple[Box, Box] | None:
        """Return the part that fits `room` and the rest, or None; `page` is the height of a whole page."""
        del room, page
        return None

    def paint(self, canvas: Canvas, x: float, y: float) -> None:
        """Paint the box with its top left corner at x, y."""
        raise NotImplementedError


class ParagraphLabel(NamedTuple):
    """What stands before a paragraph: a bullet or a number, `x` points from the column's left.

    `pushes` is how much further right the first line begins because the label is wider than its room.
    """

    line: TextLine
    element: StructElem
    x: float
    pushes: float


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class TextBox(Box):
    """A paragraph of lines with exact leading, `indent` points from the column's left and `width` wide."""

    lines: list[TextLine]
    element: StructElem
    size: float
    leading: float
    width: float
    indent: float = 0.0
    align: Align = "left"
    label: ParagraphLabel | None = None
    pad_top: float = 0.0
    pad_bottom: float = 0.0
    keep_lines: bool = False
    rule_below: str | None = None
    """The colour of a rule under the box: under the title block."""

    @property
    def height(self) -> float:
        """Lines times leading, with the padding of a callout."""
        return self.pad_top + len(self.lines) * self.leading + self.pad_bottom

    def least(self, page: float) -> float:
        """Return the height of two lines, or of all where the paragraph cannot be split."""
        del page
        if self.keep_lines or len(self.lines) < 2 * _FEWEST:
            return self.height
        return self.pad_top + _FEWEST * self.leading

    @property
    def notes(self) -> tuple[TextBox, ...]:
        """The footnotes whose marks stand in the lines."""
        return tuple(note for line in self.lines for note in line.notes)

    def split(self, room: float, page: float) -> tuple[TextBox, TextBox] | None:
        """Split between lines, leaving at least two on either side (widow and orphan control)."""
        if self.keep_lines and self.height <= page:
            return None
        count = int((room - self.pad_top + 1e-6) / self.leading)
        while count >= _FEWEST:
            cut = min(count, len(self.lines) - _FEWEST)
            if cut < _FEWEST:
                return None
            notes = sum(note_height(note, page) for line in self.lines[:cut] for note in line.notes)
            if self.pad_top + cut * self.leading + notes <= room + 1e-6:
                return self._parts(cut)
            count = cut - 1
        return None

    def _parts(self, cut: int) -> tuple[TextBox, TextBox]:
        first = replace(self, lines=self.lines[:cut], after=0.0, keep=False, pad_bottom=0.0, rule_below=None)
        rest = replace(
            self, lines=self.lines[cut:], before=0.0, pad_top=0.0, label=None, anchors=(), bookmark=None
        )
        return first, rest

    def paint(self, canvas: Canvas, x: float, y: float) -> None:
        """Paint the label and the lines."""
        y += self.pad_top
        if self.label is not None:
            paint_lines(
                canvas, [self.label.line], self.label.element, (x + self.label.x, y), self.leading, self.size
            )
        lines, left = self.lines, x + self.indent
        if self.label is not None and self.label.pushes:
            pushed = (left + self.label.pushes, y)
            paint_lines(canvas, lines[:1], self.element, pushed, self.leading, self.size)
            lines, y = lines[1:], y + self.leading
        paint_lines(canvas, lines, self.element, (left, y), self.leading, self.size, self.width, self.align)
        if self.rule_below is not None:
            bottom = y + len(lines) * self.leading
            canvas.rectangle(LAYOUT, x, bottom + self.after / 2, self.width, 0.8, self.rule_below)


def note_height(note: TextBox, page: float) -> float:
    """Return the height a footnote asks for on the page of its mark: all of it, or a third of the page."""
    return min(note.height, page / 3) + note.after
