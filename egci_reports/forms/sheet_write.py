"""Writes a sheet as a workbook: locked ids, choices as validation, a frozen header; always the same bytes."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterable, Iterator, Mapping
from io import BytesIO
from typing import Any

from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Font, PatternFill, Protection, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation

from egci_reports.forms.sheet_model import CHOICES, MARK, CellKind, Column, FurtherTab, Sheet

_EPOCH = (1980, 1, 1, 0, 0, 0)
_TIMES = re.compile(rb"(<dcterms:(created|modified)[^>]*>)[^<]*")
_TEXT = "@"
"""The format of cells whatever is typed into which stays text: 2.10, 19-03, 1.0."""
_HEAD = PatternFill("solid", fgColor="DCE6F1")
_FIXED = PatternFill("solid", fgColor="F2F2F2")
_RULE = Border(bottom=Side("thin", color="BFBFBF"))
_FACE = "Arial"
_LINE = 13.5
"""Points of a line of text: programs other than Excel do not make lines as high as their texts."""


def write_sheet(sheet: Sheet, author: str) -> bytes:
    """Return the workbook of a sheet; `author` is said to have made it."""
    book = Workbook()
    page: Any = book.active
    page.title = sheet.name
    first = _above(page, sheet)
    _header(page, sheet, first)
    last = _rows(page, sheet, first + 1)
    _validate(book, page, sheet, first + 1, last)
    _look(page, sheet, first)
    for tab in sheet.further:
        _further(book.create_sheet(tab.title), tab, sheet.banner)
    book.properties.creator = author
    book.properties.title = sheet.title
    raw = BytesIO()
    book.save(raw)
    return _timeless(raw.getvalue())


def _above(page: Any, sheet: Sheet) -> int:
    """Write what stands above the header; return the row of the header."""
    lines = [MARK + sheet.name, sheet.title, *([sheet.banner] if sheet.banner else []), *sheet.lines]
    for number, line in enumerate(lines, 1):
        cell = page.cell(number, 1, line)
        cell.font = Font(name=_FACE, size=14 if number == 2 else 9, bold=line in (sheet.title, sheet.banner))
    return len(lines) + 1


def _header(page: Any, sheet: Sheet, row: int) -> None:
    for number, column in enumerate(sheet.columns, 1):
        cell = page.cell(row, number, column.title)
        cell.font, cell.fill, cell.border = Font(name=_FACE, size=10, bold=True), _HEAD, _RULE
        cell.alignment = Alignment(wrap_text=True, vertical="top")
        page.column_dimensions[get_column_letter(number)].width = column.width


def _rows(page: Any, sheet: Sheet, first: int) -> int:
    """Write the rows on record, and below them those that are open; return the last."""
    page.row_dimensions[first - 1].height = _height({c.name: c.title for c in sheet.columns}, sheet.columns)
    rows = [*(row.cells for row in sheet.rows), *({} for _ in range(sheet.spare))]
    for index, cells in enumerate(rows):
        is_new = index >= len(sheet.rows)
        page.row_dimensions[first + index].height = _height(cells, sheet.columns)
        for number, column in enumerate(sheet.columns, 1):
            cell = page.cell(first + index, number, cells.get(column.name) or None)
            if cell.data_type == "f":  # a text that begins with an equals sign
                cell.data_type = "s"
            is_locked = column.kind is CellKind.FIXED or (column.kind is CellKind.KEY and not is_new)
            cell.number_format = _TEXT
            cell.protection = Protection(locked=is_locked)
            cell.font, cell.border = Font(name=_FACE, size=10), _RULE
            cell.alignment = Alignment(wrap_text=True, vertical="top")
            if is_locked:
                cell.fill = _FIXED
    return first + len(rows) - 1


def _height(cells: Mapping[str, str], columns: Iterable[Column]) -> float:
    """Return how high a row must be to show the longest of its texts."""
    lines = (
        sum(1 + len(line) // (column.width - 1) for line in cells.get(column.name, "").split("\n"))
        for column in columns
    )
    return _LINE * max(lines) + 3


def _validate(book: Workbook, page: Any, sheet: Sheet, first: int, last: int) -> None:
    """Offer the choices of each column, which stand in a hidden tab, and say what is asked."""
    if last < first:
        return
    lists: Any = book.create_sheet(CHOICES)
    lists.sheet_state = "hidden"
    for number, column in enumerate(sheet.columns, 1):
        letter = get_column_letter(number)
        if column.choices:
            for row, choice in enumerate(column.choices, 1):
                lists.cell(row, number, choice).number_format = _TEXT
            formula = f"{CHOICES}!${letter}$1:${letter}${len(column.choices)}"
            rule = DataValidation("list", formula1=formula, allow_blank=True, showErrorMessage=True)
            rule.errorTitle, rule.error = column.title[:32], "Choose from the list."
        elif column.asked:
            rule = DataValidation()
        else:
            continue
        if column.asked:
            rule.showInputMessage, rule.promptTitle, rule.prompt = True, column.title[:32], column.asked[:255]
        rule.add(f"{letter}{first}:{letter}{last}")
        page.add_data_validation(rule)


def _look(page: Any, sheet: Sheet, header: int) -> None:
    """Freeze the header, lock what is locked, and set the page."""
    page.freeze_panes = page.cell(header + 1, 1 + _keys(sheet.columns))
    page.protection.sheet = True  # without a password: it guards against slips, not against people
    for allowed in ("formatColumns", "formatRows", "sort", "autoFilter"):
        setattr(page.protection, allowed, False)
    page.print_title_rows = f"{header}:{header}"
    page.page_setup.orientation, page.page_setup.paperSize = "landscape", page.PAPERSIZE_A4
    page.page_setup.fitToWidth, page.page_setup.fitToHeight = 1, 0
    page.sheet_properties.pageSetUpPr.fitToPage = True
    page.oddHeader.center.text = page.oddFooter.center.text = sheet.banner or None
    page.oddFooter.right.text = "&P / &N"


def _further(page: Any, tab: FurtherTab, banner: str) -> None:
    """Write a tab for printing."""
    for row, texts in enumerate(tab.rows, 1):
        for column, text in enumerate(texts, 1):
            cell = page.cell(row, column, text or None)
            cell.number_format, cell.font, cell.border = _TEXT, Font(name=_FACE, size=tab.size), _RULE
            cell.alignment = Alignment(wrap_text=True, vertical="center", horizontal="center")
            page.column_dimensions[get_column_letter(column)].width = tab.width
        page.row_dimensions[row].height = tab.size * 1.4 * max(1 + text.count("\n") for text in texts)
    page.page_setup.orientation, page.page_setup.paperSize = "landscape", page.PAPERSIZE_A4
    page.page_setup.fitToWidth, page.page_setup.fitToHeight = 1, 0
    page.sheet_properties.pageSetUpPr.fitToPage = True
    page.oddHeader.center.text = page.oddFooter.center.text = banner or None


def _keys(columns: Iterable[Column]) -> int:
    """Return how many columns stay in sight: those by which a row is known."""
    return sum(1 for column in columns if column.kind is CellKind.KEY)


def _timeless(raw: bytes) -> bytes:
    """Return a workbook without the times at which it was made."""
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in _parts(raw):
            info = zipfile.ZipInfo(name, _EPOCH)
            info.compress_type = zipfile.ZIP_DEFLATED
            info.external_attr = 0o644 << 16
            package.writestr(info, content)
    return out.getvalue()


def _parts(raw: bytes) -> Iterator[tuple[str, bytes]]:
    with zipfile.ZipFile(BytesIO(raw)) as package:
        for name in package.namelist():
            content = package.read(name)
            if name == "docProps/core.xml":
                content = _TIMES.sub(rb"\g<1>1980-01-01T00:00:00Z", content)
            yield name, content
