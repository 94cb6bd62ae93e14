"""Reads a workbook that came back: every cell with its name, and what stands in it beside its cells."""

from __future__ import annotations

import re
import warnings
from collections.abc import Iterator
from datetime import date, datetime
from io import BytesIO
from typing import Any

from openpyxl import load_workbook

from egci_reports.forms.package import Package, refuse
from egci_reports.forms.sheet_model import CHOICES, MARK, Cell, FilledSheet, Tab

MOST_TAGS = 200_000
"""The most tags of one part: ten times those of a sheet of five hundred rows."""
_NAME = re.compile(re.escape(MARK.strip()) + r"\s*([a-z]+(?: [1-9][0-9]{0,2})?)\s*", re.IGNORECASE)
_RESAVE = "open it, and save it as an Excel Workbook (.xlsx)"
_DAMAGE = (ValueError, KeyError, TypeError, IndexError, AttributeError, OSError, AssertionError)
"""What openpyxl raises for a workbook that is well-formed XML and makes no sense."""


def read_sheet(file: str, raw: bytes) -> FilledSheet:
    """Return what a workbook holds.

    Raises UsageError: F701 it is damaged or no workbook, F702 it holds what no sheet does, F703 it is too
    large, F707 it is none of our sheets.
    """
    Package(file, raw, "Excel workbook", _RESAVE).look_through(MOST_TAGS)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # extensions that are left out: nothing is written back
            book = load_workbook(BytesIO(raw), data_only=False)
            tabs = tuple(_tab(page) for page in book.worksheets)
    except _DAMAGE:
        refuse(file, "F701", "the file is no Excel workbook, or is damaged", _RESAVE)
    for at, tab in enumerate(tabs):
        for cell in tab.cells.values():
            if tab.title != CHOICES and (found := _NAME.fullmatch(cell.text)):
                return FilledSheet(file, found[1].lower(), at, tabs)
    message = f"it is none of the sheets that egci-report makes: no cell says '{MARK.strip()} ...'"
    return refuse(file, "F707", message, "make one anew: egci-report sheet --help")


def _tab(page: Any) -> Tab:
    merged = [str(one) for one in page.merged_cells.ranges]
    inside = {
        (row, column): str(one)
        for one in page.merged_cells.ranges
        for row in range(one.min_row, min(one.max_row, one.min_row + 1000) + 1)
        for column in range(one.min_col, min(one.max_col, one.min_col + 100) + 1)
    }
    cells: dict[tuple[int, int], Cell] = {}
    told = [f"{one} are merged, and not read: undo the merge and fill in each cell" for one in merged]
    for row in page.iter_rows():
        for one in row:
            place = (one.row, one.column)
            if one.comment is not None and one.comment.text.strip():
                told.append(f"{one.coordinate}: in a comment: {_short(one.comment.text)}")
            if place in inside:
                if one.value is not None:
                    cells[place] = Cell(one.coordinate, unread=f"stands in the merged cells {inside[place]}")
            elif one.value is not None:
                cells[place] = _cell(one)
    if page._images or page._charts:
        told.append("a picture or a chart stands in it; it is not read")
    return Tab(str(page.title), cells, tuple(told))


def _cell(one: Any) -> Cell:
    """Return a cell: its text, its day, or why it is not read."""
    name, value = one.coordinate, one.value
    if one.data_type == "f":
        said = value if isinstance(value, str) else getattr(value, "text", None) or "a formula"
        return Cell(name, unread=f"holds a formula, {_short(str(said))}: type its result")
    if one.data_type == "e":
        return Cell(name, unread=f"holds an error, {value}")
    if isinstance(value, bool):
        return Cell(name, "Yes" if value else "No")
    if isinstance(value, datetime):
        return Cell(name, day=value.date())
    if isinstance(value, date):
        return Cell(name, day=value)
    if isinstance(value, int | float):
        written = str(int(value)) if float(value).is_integer() else repr(value)
        return Cell(name, written, is_number=True)
    return Cell(name, str(value))


def _short(text: str) -> str:
    tidy = " ".join(text.split())
    return repr(tidy if len(tidy) <= 300 else f"{tidy[:300]}...")


def filled_rows(tab: Tab, header: int) -> Iterator[tuple[int, dict[int, Cell]]]:
    """Yield the rows below a header in which anything stands, by number, with their cells by column."""
    rows: dict[int, dict[int, Cell]] = {}
    for (row, column), cell in tab.cells.items():
        if row > header and (cell.text.strip() or cell.day or cell.unread):
            rows.setdefault(row, {})[column] = cell
    yield from sorted(rows.items())
