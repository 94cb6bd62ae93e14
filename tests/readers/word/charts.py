"""The native charts of a .docx: the values Word shows, and those in the workbook it edits."""

from __future__ import annotations

from dataclasses import dataclass
from xml.etree import ElementTree as ET

from tests.readers.word.package import C, Package, R

_SHEET = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
Grid = tuple[tuple[str | float | None, ...], ...]


@dataclass(frozen=True, slots=True)
class NativeChart:
    """A chart: the kind of its plot ("barChart") and its grids, the shown one and the workbook's.

    A grid has a row for the names of the series, then one for each category with its values.
    """

    kind: str
    shown: Grid
    workbook: Grid


def charts_of(docx: bytes) -> tuple[NativeChart, ...]:
    """Return the native charts in the order of the text."""
    package = Package(docx)
    related = package.relationships(package.main)
    names = [related[each.attrib[f"{R}id"]].target for each in package.xml(package.main).iter(f"{C}chart")]
    return tuple(_chart(package, name) for name in names)


def _chart(package: Package, name: str) -> NativeChart:
    root = package.xml(name)
    plot = next(each for each in root.iter() if each.tag.endswith("Chart") and each.tag.startswith(C))
    series = list(plot.iter(f"{C}ser"))
    heads = [_points(each.find(f"{C}tx"), 1)[0] for each in series]
    categories = _points(series[0].find(f"{C}cat"))
    columns = [_points(each.find(f"{C}val"), len(categories)) for each in series]
    rows = ((category, *map(_number, values)) for category, *values in zip(categories, *columns, strict=True))
    (book,) = package.related(name, "package")
    shown = ((None, *heads), *rows)
    return NativeChart(plot.tag.removeprefix(C), shown, _grid(Package(package.parts[book])))


def _points(parent: ET.Element | None, count: int | None = None) -> list[str | None]:
    assert parent is not None
    said = next(parent.iter(f"{C}ptCount")).attrib["val"]
    points = {int(point.attrib["idx"]): point.findtext(f"{C}v") for point in parent.iter(f"{C}pt")}
    assert count in (None, int(said))
    return [points.get(index) for index in range(int(said))]


def _number(text: str | None) -> float | None:
    return None if text is None else float(text)


def _grid(book: Package) -> Grid:
    """Return the cells of a workbook's sheet; the corner, which names the categories, is left out."""
    (sheet,) = book.related(book.main, "worksheet")
    (strings,) = book.related(book.main, "sharedStrings")
    texts = ["".join(each.itertext()) for each in book.xml(strings).iter(f"{_SHEET}si")]
    cells: dict[tuple[int, str], str | float] = {}
    for cell in book.xml(sheet).iter(f"{_SHEET}c"):
        place = cell.attrib["r"]
        row, column = int(place.lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ")), place.rstrip("0123456789")
        value = cell.findtext(f"{_SHEET}v") or ""
        cells[row, column] = texts[int(value)] if cell.get("t") == "s" else float(value)
    del cells[1, "A"]
    columns = sorted({column for _, column in cells}, key=lambda column: (len(column), column))
    rows = range(1, 1 + max(row for row, _ in cells))
    return tuple(tuple(cells.get((row, column)) for column in columns) for row in rows)
