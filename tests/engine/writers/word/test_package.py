"""A package holds each part once, with its content type and what it is related to."""

from __future__ import annotations

import zipfile
from io import BytesIO
from xml.etree import ElementTree as ET

from egci_reports.engine.writers.word.package import CT, RT, WrittenPart, packed


def _package() -> zipfile.ZipFile:
    """A document with a note to the same picture, a chart with its sheet, and an address used twice."""
    document = WrittenPart("/word/document.xml", CT.WML_DOCUMENT_MAIN, b"<document/>")
    picture = WrittenPart("/word/media/image1.png", CT.PNG, b"picture")
    notes = WrittenPart("/word/footnotes.xml", CT.WML_FOOTNOTES, b"<notes/>")
    chart = WrittenPart("/word/charts/chart1.xml", CT.DML_CHART, b"<chart/>")
    chart.relate(RT.PACKAGE, WrittenPart("/word/embeddings/book1.xlsx", CT.SML_SHEET, b"book"))
    notes.relate(RT.IMAGE, picture)
    assert [document.relate(RT.IMAGE, picture), document.relate(RT.FOOTNOTES, notes)] == ["rId1", "rId2"]
    assert document.link('https://made.up/?a=1&b="2"') == "rId3"
    assert document.relate(RT.CHART, chart) == "rId4"
    assert document.link('https://made.up/?a=1&b="2"') == "rId3"
    core = WrittenPart("/docProps/core.xml", CT.OPC_CORE_PROPERTIES, b"<core/>")
    return zipfile.ZipFile(BytesIO(packed(document, {RT.CORE_PROPERTIES: core})))


def _told(package: zipfile.ZipFile, name: str) -> list[dict[str, str]]:
    return [element.attrib for element in ET.fromstring(package.read(name))]


def test_each_part_is_there_once_under_its_name() -> None:
    assert _package().namelist() == [
        "[Content_Types].xml",
        "_rels/.rels",
        "word/document.xml",
        "word/_rels/document.xml.rels",
        "word/media/image1.png",
        "word/footnotes.xml",
        "word/_rels/footnotes.xml.rels",
        "word/charts/chart1.xml",
        "word/charts/_rels/chart1.xml.rels",
        "word/embeddings/book1.xlsx",
        "docProps/core.xml",
    ]


def test_relationships_lead_from_the_part_and_say_what_is_outside() -> None:
    package = _package()
    found = _told(package, "word/_rels/document.xml.rels")
    assert [one["Target"] for one in found] == [
        "media/image1.png",
        "footnotes.xml",
        'https://made.up/?a=1&b="2"',
        "charts/chart1.xml",
    ]
    assert [one.get("TargetMode") for one in found] == [None, None, "External", None]
    assert [one["Id"] for one in found] == ["rId1", "rId2", "rId3", "rId4"]
    (sheet,) = _told(package, "word/charts/_rels/chart1.xml.rels")
    assert (sheet["Target"], sheet["Type"]) == ("../embeddings/book1.xlsx", RT.PACKAGE)
    assert [one["Target"] for one in _told(package, "_rels/.rels")] == [
        "word/document.xml",
        "docProps/core.xml",
    ]


def test_pictures_and_sheets_are_told_by_their_ends_and_all_else_by_name() -> None:
    told = _told(_package(), "[Content_Types].xml")
    by_end = {one["Extension"]: one["ContentType"] for one in told if "Extension" in one}
    assert by_end == {"png": CT.PNG, "rels": CT.OPC_RELATIONSHIPS, "xlsx": CT.SML_SHEET, "xml": CT.XML}
    by_name = {one["PartName"]: one["ContentType"] for one in told if "PartName" in one}
    assert by_name == {
        "/docProps/core.xml": CT.OPC_CORE_PROPERTIES,
        "/word/charts/chart1.xml": CT.DML_CHART,
        "/word/document.xml": CT.WML_DOCUMENT_MAIN,
        "/word/footnotes.xml": CT.WML_FOOTNOTES,
    }


def test_the_package_tells_no_clock_and_no_machine() -> None:
    members = _package().infolist()
    assert {member.date_time for member in members} == {(1980, 1, 1, 0, 0, 0)}
    assert {member.create_system for member in members} == {0}
    stored = {member.filename for member in members if member.compress_type == zipfile.ZIP_STORED}
    assert stored == {"word/media/image1.png", "word/embeddings/book1.xlsx"}
