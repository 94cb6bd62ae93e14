"""Papers made of a few nodes, for tests that look at one thing at a time."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from pathlib import Path

from egci_reports.engine.document.nodes import (
    Block,
    Break,
    Cell,
    Column,
    Document,
    Inline,
    Meta,
    Paragraph,
    Row,
    Section,
    Table,
    Text,
)
from egci_reports.engine.document.resolve import resolve
from egci_reports.engine.theme.load import load_theme
from egci_reports.engine.theme.model import Theme
from egci_reports.engine.writers.pdf.write import Rendered, write_pdf

ROOT = Path(__file__).resolve().parents[4]
META = Meta("Made up", "Made-up paper", "Nobody", "2024-10-09")
SENTENCE = "The made-up offices settled the order of the fields and tried the transfer on two ferries. "


@cache
def shipped_theme() -> Theme:
    return load_theme((ROOT / "templates" / "theme.toml").read_text(encoding="utf-8"))


def paper(*blocks: Block, **meta: object) -> Document:
    """Return a resolved paper of these blocks."""
    return resolve(Document(replace(META, **meta), blocks))  # type: ignore[arg-type]


def written(*blocks: Block, **meta: object) -> Rendered:
    """Return the PDF of a paper of these blocks."""
    return write_pdf(paper(*blocks, **meta), shipped_theme())


def words(text: str | Inline) -> tuple[Inline, ...]:
    return (Text(text),) if isinstance(text, str) else (text,)


def para(*parts: str | Inline, **more: object) -> Paragraph:
    return Paragraph(tuple(one for part in parts for one in words(part)), **more)  # type: ignore[arg-type]


def filling(lines: int) -> Paragraph:
    """Return a paragraph of so many lines, which cannot be told apart."""
    content: list[Inline] = [Text("line")]
    for _ in range(lines - 1):
        content += (Break(), Text("line"))
    return Paragraph(tuple(content))


def section(title: str, *blocks: Block, level: int = 1, **more: object) -> Section:
    return Section(level, words(title), blocks, **more)  # type: ignore[arg-type]


def table(rows: list[tuple[str | Inline, ...]], *, shares: tuple[float, ...] = (), **more: object) -> Table:
    """Return a table whose header cells are "Column 1", "Column 2" and so on."""
    width = len(rows[0])
    columns = tuple(Column(share) for share in shares or (1.0,) * width)
    header = Row(tuple(Cell(words(f"Column {i}")) for i in range(1, width + 1)))
    made = tuple(Row(tuple(Cell(words(cell)) for cell in row)) for row in rows)
    return Table(words("Made-up rows"), columns, header, made, **more)  # type: ignore[arg-type]
