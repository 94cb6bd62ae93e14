"""Finds empty headings, empty cells and items, and headings that skip a level."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from egci_reports.engine.document.nodes import (
    Abbreviations,
    Block,
    Callout,
    Cell,
    Citation,
    Contents,
    Document,
    Fields,
    Figure,
    FormField,
    ItemList,
    Paragraph,
    Row,
    Section,
    SourceList,
    Table,
    TitleBlock,
)
from egci_reports.engine.document.passes.plain import plain_text
from egci_reports.errors import Finding

_WORD = "a word must stand there: None, Not listed, Not stated, Not recorded"


def check_tree(document: Document) -> Iterator[Finding]:
    """Yield a finding for each part that is empty (T201 to T205) and each wrong level (T206)."""
    yield from _blocks(document.blocks, 0, None)


def _blocks(blocks: tuple[Block, ...], level: int, about: str | None) -> Iterator[Finding]:
    for plain in blocks:
        block = plain if plain.about or not about else replace(plain, about=about)
        yield from _faults(block, level)
        yield from _inside(block, level)


def _inside(block: Block, level: int) -> Iterator[Finding]:
    """Look into the blocks that a block holds."""
    match block:
        case Section():
            yield from _blocks(block.children, block.level, block.about)
        case Callout() | TitleBlock():
            yield from _blocks(block.children, level, block.about)
        case ItemList():
            for item in block.items:
                yield from _blocks(item.children, level, item.about or block.about)


def _faults(block: Block, level: int) -> Iterator[Finding]:
    """Look at a block itself."""
    match block:
        case Section():
            yield from _section(block, level)
        case Paragraph() | Callout() | ItemList():
            yield from _empty(block)
        case Fields():
            for entry in block.entries:
                if not entry.label or not entry.content:
                    message = f"nothing is said under the label {plain_text(entry.label)!r}"
                    yield _about("T202", message, entry.about or block.about, _WORD)
        case Table():
            yield from _table(block)
        case Figure():
            if not block.decorative and not (block.alt.strip() and block.caption):
                yield _about("T204", f"figure {block.number} lacks alt text or caption", block.about)
        case Contents() | SourceList() | Abbreviations():
            entries = block.sources if isinstance(block, SourceList) else block.entries
            if not entries:
                yield _about("T205", f"an empty list of {_LISTS[type(block)]}", block.about, "leave it out")


_LISTS = {Contents: "contents", SourceList: "sources", Abbreviations: "abbreviations"}


def _empty(block: Paragraph | Callout | ItemList) -> Iterator[Finding]:
    match block:
        case Paragraph():
            if not block.content:
                yield _about("T203", "an empty paragraph", block.about)
        case Callout():
            if not block.children:
                yield _about("T203", f"an empty box {plain_text(block.title)!r}", block.about)
        case ItemList():
            for item in block.items:
                if not item.children:
                    yield _about("T203", f"an empty item {item.label or ''}", item.about or block.about)


def _section(section: Section, level: int) -> Iterator[Finding]:
    title = plain_text(section.title)
    if not title.strip():
        yield _about("T201", "a heading without words", section.about)
    if not section.children:
        yield _about(
            "T201", f"nothing stands under the heading {title!r}", section.about, "leave the section out"
        )
    if section.level != level + 1:
        message = f"the heading {title!r} has level {section.level} under level {level}"
        yield _about("T206", message, section.about)


def _table(table: Table) -> Iterator[Finding]:
    name = f"table {table.number}, {plain_text(table.caption)!r}"
    if not table.caption:
        yield _about("T204", f"{name} has no caption", table.about)
    for number, row in enumerate((table.header, *table.rows)):
        yield from _row(row, number, len(table.columns), name, table)


def _row(row: Row, number: int, width: int, name: str, table: Table) -> Iterator[Finding]:
    place = f"row {number}" if number else "the header row"
    about = row.about or table.about
    if len(row.cells) != width:
        yield _about("T204", f"{name} has {len(row.cells)} cells in {place} and {width} columns", about)
    for column, cell in enumerate(row.cells, 1):
        if _is_empty(cell):
            message = f"an empty cell in {name}, {place}, column {column}"
            yield _about("T202", message, cell.about or about, _WORD)


def _is_empty(cell: Cell) -> bool:
    """Whether a cell has neither words nor a citation, and is not to be filled in."""
    says = any(isinstance(inline, Citation | FormField) for inline in cell.content)
    return not says and not plain_text(cell.content).strip()


def _about(code: str, message: str, about: str | None, hint: str | None = None) -> Finding:
    return Finding(code, message, hint=hint, about=about)
