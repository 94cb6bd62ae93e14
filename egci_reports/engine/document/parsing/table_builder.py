"""Builds tables from tags that were found valid."""

from __future__ import annotations

from egci_reports.engine.document.nodes import Align, Cell, Column, Row, Table
from egci_reports.engine.document.parsing.inline_builder import InlineBuilder
from egci_reports.engine.document.parsing.tag import Tag

_ALIGN: dict[str, Align] = {"left": "left", "right": "right", "centre": "centre"}


def build_table(tag: Tag, inlines: InlineBuilder) -> Table:
    """Return the table that a `<table>` describes."""
    head, body, remark = tag.first("thead"), tag.first("tbody"), tag.first("remark")
    caption = tag.first("caption")
    if not (head and body and caption):
        raise AssertionError("validation lets no table pass without caption, header row and rows")
    header = _row(head.tags[0], inlines)
    rows = body.tags
    return Table(
        caption=inlines.build(caption.children),
        columns=_columns(tag, len(header.cells)),
        header=header,
        rows=tuple(_row(row, inlines) for row in rows),
        row_headers=rows[0].tags[0].name == "th",
        compact="compact" in tag.classes,
        note=inlines.build(remark.children) if remark else (),
        anchor=tag.attributes.get("id"),
        about=tag.attributes.get("about"),
    )


def _columns(tag: Tag, width: int) -> tuple[Column, ...]:
    group = tag.first("colgroup")
    if group is None:
        return tuple(Column() for _ in range(width))
    return tuple(
        Column(float(col.attributes.get("share", "1")), _ALIGN[col.attributes.get("align", "left")])
        for col in group.tags
    )


def _row(tag: Tag, inlines: InlineBuilder) -> Row:
    cells = tuple(Cell(inlines.build(cell.children), cell.attributes.get("about")) for cell in tag.tags)
    return Row(cells, "total" in tag.classes, tag.attributes.get("about"))
