"""Fills sheets as an officer does: types into cells by the titles of their columns, saves, and does worse."""

from __future__ import annotations

import io
import subprocess
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape

from openpyxl import load_workbook

from tests.readers.libreoffice import PATIENCE

_HEAD = (
    '<?xml version="1.0" encoding="UTF-8"?>\n'
    '<!DOCTYPE {0} PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "{1}">\n'
)
_SET_UP = (
    '<?xml version="1.0" encoding="UTF-8"?>\n<oor:items xmlns:oor="http://openoffice.org/2001/registry">'
    '<item oor:path="/org.openoffice.Setup/Office"><prop oor:name="ooSetupInstCompleted" oor:op="fuse">'
    "<value>true</value></prop></item></oor:items>"
)
"""Lets LibreOffice take the folder for one that it has set up, whose macros stay."""
_MACRO = """
Sub Main(source As String, target As String, cells As String)
  Dim hidden(0) As New com.sun.star.beans.PropertyValue
  hidden(0).Name = "Hidden" : hidden(0).Value = True
  doc = StarDesktop.loadComponentFromURL(source, "_blank", 0, hidden())
  page = doc.Sheets.getByIndex(0)
  For Each entry In Split(cells, "|")
    parts = Split(entry, "=")
    page.getCellRangeByName(parts(0)).FormulaLocal = parts(1)
  Next
  Dim how(0) As New com.sun.star.beans.PropertyValue
  how(0).Name = "FilterName" : how(0).Value = "Calc MS Excel 2007 XML"
  doc.storeToURL(target, how())
  doc.close(True)
End Sub
"""
"""Types into cells as LibreOffice reads what is typed, and saves as a workbook."""


class Filling:
    """A sheet open for filling in: `row` finds the line of an entry, or the first open one."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.book = load_workbook(path)
        self.page: Any = self.book.worksheets[0]
        self.header = next(
            row[0].row for row in self.page.iter_rows() if sum(cell.value is not None for cell in row) > 2
        )
        self.columns = {cell.value: cell.column for cell in self.page[self.header] if cell.value}

    def row(self, key: str | None) -> int:
        """Return the line of an entry by its first column; of None the first open line."""
        for row in range(self.header + 1, self.page.max_row + 1):
            if self.page.cell(row, 1).value == key and (key or self.page.cell(row, 2).value is None):
                return row
        raise AssertionError(f"no line of {key}")

    def cell(self, key: str | None, title: str) -> Any:
        return self.page.cell(self.row(key), self.columns[title])

    def type(self, key: str | None, values: Mapping[str, object]) -> None:
        """Type into the cells of a line."""
        row = self.row(key)
        for title, value in values.items():
            self.page.cell(row, self.columns[title]).value = value

    def save(self, folder: Path, name: str = "back.xlsx") -> Path:
        folder.mkdir(exist_ok=True)
        self.book.save(folder / name)
        return folder / name


def edited(path: Path, change: Callable[[Any], None]) -> bytes:
    """Return a workbook whose first tab was changed."""
    book = load_workbook(path)
    change(book.worksheets[0])
    raw = io.BytesIO()
    book.save(raw)
    return raw.getvalue()


def in_libreoffice(source: Path, target: Path, cells: Mapping[str, str], home: Path) -> None:
    """Open a workbook in LibreOffice, type into cells by their names (C7), and save it."""
    office = ["soffice", f"-env:UserInstallation={(home / 'profile').as_uri()}", "--headless", "--norestore"]
    basic = home / "profile" / "user" / "basic" / "Standard"
    basic.mkdir(parents=True)
    (basic.parents[1] / "registrymodifications.xcu").write_text(_SET_UP)
    for kind, inside in (("script", '<library:element library:name="Fill"/>'), ("dialog", "")):
        (basic.parent / f"{kind}.xlc").write_text(
            _HEAD.format("library:libraries", "libraries.dtd")
            + '<library:libraries xmlns:library="http://openoffice.org/2000/library">'
            '<library:library library:name="Standard" library:link="false"/></library:libraries>'
        )
        (basic / f"{kind}.xlb").write_text(
            _HEAD.format("library:library", "library.dtd")
            + '<library:library xmlns:library="http://openoffice.org/2000/library" library:name="Standard" '
            f'library:readonly="false" library:passwordprotected="false">{inside}</library:library>'
        )
    (basic / "Fill.xba").write_text(
        _HEAD.format("script:module", "module.dtd")
        + '<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Fill" '
        f'script:language="StarBasic">{escape(_MACRO)}</script:module>'
    )
    typed = "|".join(f"{name}={value}" for name, value in cells.items())
    macro = f'macro:///Standard.Fill.Main("{source.as_uri()}","{target.as_uri()}","{typed}")'
    done = subprocess.run([*office, macro], capture_output=True, text=True, timeout=PATIENCE)
    assert target.exists(), f"LibreOffice saved nothing: {done.stdout}{done.stderr}"
