"""The smallest workbook that Word's "Edit Data" opens: one sheet with the numbers of a chart."""

from __future__ import annotations

import io
import zipfile

from egci_reports.engine.document.chart import SeriesChart
from egci_reports.engine.theme.model import Theme
from egci_reports.engine.writers.word.markup import NOTHING, Xml, chars, part, tag
from egci_reports.engine.writers.word.settings import palette

SHEET = "Data"
_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
_RELATIONSHIPS = "http://schemas.openxmlformats.org/package/2006/relationships"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PARTS = "application/vnd.openxmlformats-officedocument"
_STAMP = (1980, 1, 1, 0, 0, 0)
_CATEGORY_WIDTH = 22


def workbook(chart: SeriesChart, theme: Theme) -> bytes:
    """Return an .xlsx: categories down the first column, one column for each series, gaps left empty."""
    head: list[str | float | None] = [chart.category_title, *(series.name for series in chart.series)]
    rows = [head]
    for index, category in enumerate(chart.categories):
        rows.append([category, *(series.values[index] for series in chart.series)])
    texts = list(dict.fromkeys(value for row in rows for value in row if isinstance(value, str)))
    parts = {
        "[Content_Types].xml": _content_types(),
        "_rels/.rels": _related(("officeDocument", "xl/workbook.xml")),
        "xl/workbook.xml": _book(),
        "xl/_rels/workbook.xml.rels": _related(
            ("worksheet", "worksheets/sheet1.xml"),
            ("theme", "theme/theme1.xml"),
            ("styles", "styles.xml"),
            ("sharedStrings", "sharedStrings.xml"),
        ),
        "xl/theme/theme1.xml": palette(theme),
        "xl/styles.xml": _styles(theme),
        "xl/sharedStrings.xml": _strings(texts),
        "xl/worksheets/sheet1.xml": _sheet(rows, texts),
    }
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as target:
        for name, content in parts.items():
            info = zipfile.ZipInfo(name, _STAMP)
            info.compress_type = zipfile.ZIP_DEFLATED
            info.create_system = 0
            target.writestr(info, content, compresslevel=6)
    return packed.getvalue()


def column_name(index: int) -> str:
    """Return the letters of a column counted from 0: A, B ... Z, AA."""
    letters, index = "", index + 1
    while index:
        index, rest = divmod(index - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


def _strings(texts: list[str]) -> bytes:
    """Return the texts of the sheet's cells, which name them by their place here."""
    written = (Xml(f'<si><t xml:space="preserve">{chars(text)}</t></si>') for text in texts)
    return part("sst", "", *written, default=_MAIN, attributes={"uniqueCount": len(texts)})


def _sheet(rows: list[list[str | float | None]], texts: list[str]) -> bytes:
    width = tag("col", {"min": 1, "max": 1, "width": _CATEGORY_WIDTH, "customWidth": 1})
    places = {text: place for place, text in enumerate(texts)}
    written = (
        tag(
            "row",
            {"r": number},
            *(_cell(f"{column_name(i)}{number}", value, places) for i, value in enumerate(row)),
        )
        for number, row in enumerate(rows, 1)
    )
    return part("worksheet", "", tag("cols", None, width), tag("sheetData", None, *written), default=_MAIN)


def _cell(place: str, value: str | float | None, texts: dict[str, int]) -> Xml:
    if value is None:
        return NOTHING
    if isinstance(value, str):
        return tag("c", {"r": place, "t": "s"}, Xml(f"<v>{texts[value]}</v>"))
    return tag("c", {"r": place}, Xml(f"<v>{value:.15g}</v>"))


def _content_types() -> bytes:
    kinds = {
        "workbook": "spreadsheetml.sheet.main+xml",
        "worksheets/sheet1": "spreadsheetml.worksheet+xml",
        "styles": "spreadsheetml.styles+xml",
        "sharedStrings": "spreadsheetml.sharedStrings+xml",
        "theme/theme1": "theme+xml",
    }
    package = "application/vnd.openxmlformats-package.relationships+xml"
    return part(
        "Types",
        "",
        tag("Default", {"Extension": "rels", "ContentType": package}),
        tag("Default", {"Extension": "xml", "ContentType": "application/xml"}),
        *(
            tag("Override", {"PartName": f"/xl/{name}.xml", "ContentType": f"{_PARTS}.{kind}"})
            for name, kind in kinds.items()
        ),
        default=_TYPES,
    )


def _related(*targets: tuple[str, str]) -> bytes:
    written = (
        tag("Relationship", {"Id": f"rId{number}", "Type": f"{_OFFICE}/{kind}", "Target": target})
        for number, (kind, target) in enumerate(targets, 1)
    )
    return part("Relationships", "", *written, default=_RELATIONSHIPS)


def _book() -> bytes:
    sheet = tag("sheet", {"name": SHEET, "sheetId": 1, "r:id": "rId1"})
    return part("workbook", "r", tag("sheets", None, sheet), default=_MAIN)


def _styles(theme: Theme) -> bytes:
    """Return the styles a workbook must have: a font, the two reserved fills, a border and a format."""
    font = tag("font", None, tag("sz", {"val": 11}), tag("name", {"val": theme.fonts.latin_word}))
    fills = (tag("fill", None, tag("patternFill", {"patternType": kind})) for kind in ("none", "gray125"))
    sides = (tag(side) for side in ("left", "right", "top", "bottom", "diagonal"))
    plain = {"numFmtId": 0, "fontId": 0, "fillId": 0, "borderId": 0}
    normal = tag("cellStyle", {"name": "Normal", "xfId": 0, "builtinId": 0})
    return part(
        "styleSheet",
        "",
        tag("fonts", {"count": 1}, font),
        tag("fills", {"count": 2}, *fills),
        tag("borders", {"count": 1}, tag("border", None, *sides)),
        tag("cellStyleXfs", {"count": 1}, tag("xf", plain)),
        tag("cellXfs", {"count": 1}, tag("xf", {**plain, "xfId": 0})),
        tag("cellStyles", {"count": 1}, normal),
        default=_MAIN,
    )
