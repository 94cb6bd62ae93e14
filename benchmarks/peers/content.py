"""The annual report of 2024 as plain content that any program can print: headings, paragraphs, tables."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, field
from itertools import groupby
from pathlib import Path

from egci_reports.app.papers.begin import begin
from egci_reports.app.papers.compose import compose
from egci_reports.app.papers.order import Order
from egci_reports.engine.document.entries import TextEntry, entries_of
from egci_reports.workspace import find_workspace

ROOT = Path(__file__).resolve().parents[2]
_DEEPEST = 3


@dataclass(frozen=True, slots=True)
class Block:
    """A heading of a level, a paragraph with its number, or a table with its caption and columns."""

    kind: str
    text: str = ""
    level: int = 0
    columns: list[str] = field(default_factory=list)
    rows: list[list[str]] = field(default_factory=list)


def content(year: int = 2024) -> str:
    """Return the report of a year as JSON: {"title": ..., "blocks": [...]}; its charts are left out."""
    document = compose(begin(find_workspace(ROOT, ROOT), Order("annual", str(year)))).document
    blocks: list[Block] = []
    caption = ""
    for kind, found in groupby(entries_of(document), key=lambda entry: (entry.kind, entry.columns)):
        entries = list(found)
        match kind[0]:
            case "row":
                rows = [list(entry.texts) for entry in entries]
                blocks.append(Block("table", caption, columns=list(kind[1]), rows=rows))
            case "caption":
                caption = _said(entries[-1])
            case "heading":
                blocks += [Block("heading", _said(one), min(len(one.place) + 1, _DEEPEST)) for one in entries]
            case "figure" | "columns":
                pass
            case _:
                blocks += [Block("paragraph", _said(entry)) for entry in entries]
    return json.dumps({"title": document.meta.title, "blocks": [asdict(block) for block in blocks]})


def _said(entry: TextEntry) -> str:
    return " ".join((entry.label, *entry.texts)).strip()
