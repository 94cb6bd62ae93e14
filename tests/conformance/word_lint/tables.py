"""Tables: a header row that repeats, no merged or blank cells, a caption, and a place inside the margins."""

from __future__ import annotations

from collections.abc import Iterator

from tests.conformance.word_lint.file import Element, Finding, W, WordFile, find, on, text_of

_TALL_ROW = 1000
"""Characters of a cell from which on a row may have to break."""
_ROUNDING = 20


def tables(file: WordFile) -> Iterator[Finding]:
    """Every table keeps the rules."""
    for number, table in enumerate(file.document.iter(f"{W}tbl"), 1):
        where = f"table {number}"
        for what, rule in (
            *_header(table),
            *_shape(table),
            *_blanks(table),
            *_splitting(table),
            *_described(file, table),
        ):
            yield Finding(rule, where, what)


def cells(file: WordFile) -> Iterator[Finding]:
    """Each cell ends in a paragraph, or Word does not open the file."""
    for name, root in file.word_parts.items():
        for _ in find(root, ".//w:tc[not(*[last()][self::w:p])]"):
            yield Finding("cell-end", name, "a cell that does not end in a paragraph")


def _header(table: Element) -> Iterator[tuple[str, str]]:
    rows = table.findall(f"{W}tr")
    marked = [on(row.find(f"{W}trPr/{W}tblHeader")) for row in rows]
    if not marked or not marked[0] or sum(marked) != 1:
        yield "the first row alone must be a header row that repeats", "table-header"
    look = table.find(f"{W}tblPr/{W}tblLook")
    if look is None or look.get(f"{W}firstRow") != "1":
        yield "the look of the header row is switched off", "table-header"
    if rows and not all(text_of(cell).strip() for cell in rows[0].findall(f"{W}tc")):
        yield "a header cell is blank", "table-header"


def _shape(table: Element) -> Iterator[tuple[str, str]]:
    if find(table, ".//w:gridSpan|.//w:vMerge|.//w:hMerge"):
        yield "merged cells", "table-simple"
    if find(table, ".//w:tc//w:tbl"):
        yield "a table within a table", "table-simple"
    columns = len(find(table, "w:tblGrid/w:gridCol"))
    for number, row in enumerate(table.findall(f"{W}tr"), 1):
        if len(row.findall(f"{W}tc")) != columns:
            yield f"row {number} has not the {columns} cells of the grid", "table-grid"


def _blanks(table: Element) -> Iterator[tuple[str, str]]:
    rows = [[text_of(cell).strip() for cell in row.findall(f"{W}tc")] for row in table.findall(f"{W}tr")]
    for number, row in enumerate(rows, 1):
        if not any(row):
            yield f"row {number} is blank", "table-blank"
    for number, column in enumerate(zip(*rows[1:], strict=False), 1):
        if not any(column):
            yield f"column {number} is blank", "table-blank"


def _splitting(table: Element) -> Iterator[tuple[str, str]]:
    for number, row in enumerate(table.findall(f"{W}tr"), 1):
        tall = any(len(text_of(cell)) > _TALL_ROW for cell in row.findall(f"{W}tc"))
        if not tall and not on(row.find(f"{W}trPr/{W}cantSplit")):
            yield f"row {number} may break over two pages", "table-split"


def _described(file: WordFile, table: Element) -> Iterator[tuple[str, str]]:
    for name in ("tblCaption", "tblDescription"):
        said = table.find(f"{W}tblPr/{W}{name}")
        if said is None or not said.get(f"{W}val", "").strip():
            yield f"no {name} for those who do not see the table", "table-alt"
    above = table.getprevious()
    if above is None or above.tag != f"{W}p" or file.styles.name(file.style_of(above)) != "caption":
        yield "no caption above", "table-caption"
    room = _room(table)
    if sum(int(column.get(f"{W}w", "0")) for column in find(table, "w:tblGrid/w:gridCol")) > room:
        yield "wider than the page between its margins", "table-width"


def _room(table: Element) -> int:
    """Return the width between the margins of the section that a table stands in."""
    section = find(table, "following::w:sectPr[1]")[0]
    size, margins = section.find(f"{W}pgSz"), section.find(f"{W}pgMar")
    assert size is not None
    assert margins is not None
    sides = sum(int(margins.get(f"{W}{side}", "0")) for side in ("left", "right"))
    return int(size.get(f"{W}w", "0")) - sides + _ROUNDING


RULES = (tables, cells)
