"""Builds real papers once for each session, and reads them as a reader would."""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Iterable, Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

from egci_reports.app.papers.begin import begin
from egci_reports.app.papers.build import Built, build
from egci_reports.app.papers.departments import ALL, drafts_for
from egci_reports.app.papers.order import Format, Order
from egci_reports.workspace import find_workspace
from tests.cases import mostly_thorough
from tests.readers import word
from tests.readers.blocks import Block
from tests.shared import shared

ROOT = Path(__file__).parents[1]
YEARS = tuple(range(2006, 2026))
TELLING = (2006, 2007, 2013, 2016, 2017, 2021, 2024)
"""The years that differ most: thinnest, agreement after the meeting, open list, six areas, video, dispute."""

TELLING_PACKS = (2, 5, 13, 20)
"""The plenaries whose packs differ most: before it no area, an agreement, six areas, a dispute."""

FEW, FEW_PACKS = (2007, 2021, 2024), (2, 20)
"""The thinnest and the fullest of them, which tools from outside and slow checks look at each time."""


def of_years(years: Iterable[int] = YEARS, telling: Collection[int] = TELLING) -> list[Any]:
    """Return a case for each year (or plenary): those that are not telling run with --thorough."""
    cases = list(years)
    return mostly_thorough(cases, [at for at, year in enumerate(cases) if year in telling])


def made(kind: str, subject: str, workspace: Path = ROOT) -> Built:
    """Build a paper of a workspace, the shipped one unless told."""
    return made_of(Order(kind, subject), workspace)


@cache
def made_of(order: Order, workspace: Path = ROOT) -> Built:
    """Build what is ordered of a workspace that does not change while the process lives."""
    name = f"{order!r} {workspace} {_digest(workspace)}"
    return shared(name, lambda: build(begin(find_workspace(workspace, workspace), order)))


@cache
def parts(number: int) -> Mapping[str, Built]:
    """Build the packs of all departments before a plenary, by the department's id."""
    order = Order("briefing", str(number))
    drafts = drafts_for(find_workspace(ROOT, ROOT), order, ALL)
    made = shared(f"parts {order!r} {_digest(ROOT)}", lambda: [build(draft) for draft in drafts])
    return {built.stem.partition("-for-")[2]: built for built in made}


@cache
def _digest(workspace: Path) -> str:
    """Return a hash over a workspace's records and templates."""
    found = hashlib.sha256()
    for path in sorted(p for name in ("data", "templates") for p in (workspace / name).rglob("*")):
        if path.is_file():
            found.update(f"{path.relative_to(workspace)} ".encode() + path.read_bytes())
    return found.hexdigest()


def annual(year: int, workspace: Path = ROOT) -> Built:
    """Build the annual report of a year."""
    return made("annual", str(year), workspace)


def file_of(built: Built, form: Format) -> bytes:
    """Return one file of a paper."""
    return next(file.content for file in built.files if file.format is form)


@cache
def _blocks(docx: bytes) -> tuple[Block, ...]:
    return word.blocks_of(docx)


def blocks_of(built: Built) -> tuple[Block, ...]:
    """Return the blocks of a paper's Word file."""
    return _blocks(file_of(built, Format.WORD))


def text_of(built: Built) -> str:
    """Return everything that a reader finds in the text, a block to the line, cells side by side."""
    return "\n".join(_lines(blocks_of(built)))


def section_of(built: Built, heading: str) -> str:
    """Return the text under a heading up to the next one of its level or above."""
    found: list[Block] = []
    level: int | None = None
    for block in blocks_of(built):
        if block.role == "heading":
            if level is not None and (block.level or 0) <= level:
                break
            if block.text == heading and level is None:
                level = block.level or 0
                continue
        if level is not None:
            found.append(block)
    assert level is not None, f"there is no heading {heading!r}"
    return "\n".join(_lines(found))


def headings_of(built: Built, level: int = 1) -> list[str]:
    """Return the headings of a level."""
    return [block.text for block in blocks_of(built) if block.role == "heading" and block.level == level]


def _lines(blocks: Iterator[Block] | tuple[Block, ...] | list[Block]) -> Iterator[str]:
    for block in blocks:
        if block.rows:
            yield block.text
            yield from (" | ".join(cell.text for cell in row) for row in block.rows)
        else:
            yield f"{block.label} {block.text}" if block.label else block.text
