"""Tables: fixed widths, a header row that repeats, rows kept whole unless they are taller than a page."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import pairwise

from egci_reports.engine.document.nodes import Column, Row, Table
from egci_reports.engine.document.passes.plain import plain_text
from egci_reports.engine.theme.model import TextStyle, Theme
from egci_reports.engine.writers.block_breaks import TextColumn as Place
from egci_reports.engine.writers.drawing.text import estimate
from egci_reports.engine.writers.part_ends import PartEnds
from egci_reports.engine.writers.row_breaks import stays_with_next
from egci_reports.engine.writers.word.formats import ParagraphFormat, paragraph_properties
from egci_reports.engine.writers.word.inlines import InlineWriter
from egci_reports.engine.writers.word.markup import NOTHING, Attributes, Xml, tag, val
from egci_reports.engine.writers.word.measures import eighths, twips
from egci_reports.engine.writers.word.package import WrittenPart
from egci_reports.engine.writers.word.places import text_height

_LONGEST_TITLE = 250
_WHOLE = Xml("<w:cantSplit/>")
_HEADER = Xml("<w:cantSplit/><w:tblHeader/>")
_ROOM = 0.8
"""The share of a page that a row may be estimated to fill and is still held together."""


def table_xml(
    writer: InlineWriter, part: WrittenPart, table: Table, place: Place, ends: PartEnds, left: float
) -> Xml:
    """Return w:tbl of a table that fills a column, `left` points in from the margin."""
    return _TableWriter(writer, part, table, place, ends, _widths(table.columns, place.width)).write(left)


def _widths(columns: tuple[Column, ...], width: float) -> list[int]:
    """Share a width out in twips, with nothing lost by rounding."""
    total = sum(column.share for column in columns)
    edges, reached = [0], 0.0
    for column in columns:
        reached += column.share
        edges.append(twips(width * reached / total))
    return [right - left for left, right in pairwise(edges)]


@dataclass(frozen=True, slots=True)
class _TableWriter:
    """Writes one table: `widths` are those of its columns in twips."""

    writer: InlineWriter
    part: WrittenPart
    table: Table
    place: Place
    ends: PartEnds
    widths: list[int]

    def write(self, left: float) -> Xml:
        rows = (
            self._row(row, keep=self.ends.stays(row) or stays_with_next(self.table, index, self.place))
            for index, row in enumerate(self.table.rows)
        )
        grid = tag("w:tblGrid", None, *(tag("w:gridCol", {"w:w": width}) for width in self.widths))
        return tag("w:tbl", None, self._properties(left), grid, self._header(), *rows)

    def _properties(self, left: float) -> Xml:
        table = self.table
        look: Attributes = {
            "w:val": f"{0x0420 | (0x80 if table.row_headers else 0) | 0x0200:04X}",
            "w:firstRow": 1,
            "w:lastRow": 0,
            "w:firstColumn": int(table.row_headers),
            "w:lastColumn": 0,
            "w:noHBand": 1,
            "w:noVBand": 1,
        }
        return tag(
            "w:tblPr",
            None,
            val("w:tblStyle", "ReportTable"),
            tag("w:tblW", {"w:w": sum(self.widths), "w:type": "dxa"}),
            tag("w:tblInd", {"w:w": twips(left), "w:type": "dxa"}) if left else NOTHING,
            tag("w:tblLayout", {"w:type": "fixed"}),
            tag("w:tblLook", look),
            val("w:tblCaption", plain_text(table.caption)[:_LONGEST_TITLE]),
            val("w:tblDescription", self._description()),
        )

    def _description(self) -> str:
        """Return the heads of the columns, which tell a screen reader's user what to expect."""
        return "; ".join(plain_text(cell.content) for cell in self.table.header.cells)[:_LONGEST_TITLE]

    def _header(self) -> Xml:
        style_id = "CompactHeading" if self.table.compact else "TableHeading"
        rule = _edges(self._theme, bottom="accent")
        cells = self._cells(self.table.header, [style_id] * len(self.widths), rule, keep=True)
        return Xml(f"<w:tr><w:trPr>{_HEADER}</w:trPr>{cells}</w:tr>")

    def _row(self, row: Row, *, keep: bool) -> Xml:
        plain_style, strong_style = (
            ("CompactText", "CompactTotal") if self.table.compact else ("TableText", "TableTotal")
        )
        styles = [strong_style if row.total else plain_style] * len(self.widths)
        if self.table.row_headers:
            styles[0] = strong_style
        look = NOTHING
        if row.total:
            fill = self._theme.colour("total_fill")
            ground = tag("w:shd", {"w:val": "clear", "w:color": "auto", "w:fill": fill})
            look = Xml(_edges(self._theme, top="accent") + ground)
        cells = self._cells(row, styles, look, keep=keep)
        whole = f"<w:trPr>{_WHOLE}</w:trPr>" if self._fits(row) else ""
        return Xml(f"<w:tr>{whole}{cells}</w:tr>")

    def _cells(self, row: Row, styles: list[str], look: Xml, *, keep: bool) -> Xml:
        cells = []
        for cell, column, width, style_id in zip(
            row.cells, self.table.columns, self.widths, styles, strict=True
        ):
            said = ParagraphFormat(
                style=style_id,
                keep_next=keep or None,
                align=column.align if column.align != "left" else None,
            )
            text = self.writer.write(cell.content, self._style(style_id), self.part)
            cells.append(
                f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{look}</w:tcPr>'
                f"<w:p>{paragraph_properties(said)}{text}</w:p></w:tc>"
            )
        return Xml("".join(cells))

    def _style(self, style_id: str) -> TextStyle:
        entry = "compact" if self.table.compact else "table"
        if style_id.endswith("Heading"):
            return self._theme.style(f"{entry}_header")
        style = self._theme.style(entry)
        return _bold(style) if style_id.endswith("Total") else style

    def _fits(self, row: Row) -> bool:
        """Whether a row surely fits on a page. One that does not must be let break, or its end is lost."""
        look, style = self._theme.table, self._style("CompactText" if self.table.compact else "TableText")
        lines = 1.0
        for cell, width in zip(row.cells, self.widths, strict=True):
            text = plain_text(cell.content)
            if len(text) > 100:
                room = width / 20 - look.cell_left - look.cell_right
                lines = max(lines, estimate(text, style.size) / max(room, style.size))
        return lines * style.leading < _ROOM * text_height(self._theme, "landscape")

    @property
    def _theme(self) -> Theme:
        return self.writer.theme


@lru_cache(maxsize=16)
def _bold(style: TextStyle) -> TextStyle:
    return replace(style, bold=True)


def _edges(theme: Theme, **sides: str) -> Xml:
    """Return borders of a cell in named colours, where they differ from the table's."""
    line: Attributes = {"w:val": "single", "w:sz": eighths(theme.table.rule), "w:space": 0}
    edges = (tag(f"w:{side}", {**line, "w:color": theme.colour(colour)}) for side, colour in sides.items())
    return tag("w:tcBorders", None, *edges)
