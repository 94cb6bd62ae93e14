"""Running heads, feet and watermarks of a .docx, and its properties."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal
from xml.etree import ElementTree as ET

from tests.readers.blocks import tidy
from tests.readers.word.package import Package, R, W
from tests.readers.word.text import TextReader

_VML = "{urn:schemas-microsoft-com:vml}"


@dataclass(frozen=True, slots=True)
class Furniture:
    """What stands around the pages of one section, by paragraphs; `first` is for its first page alone.

    `fields` are the codes of the fields in it.
    """

    section: int
    place: Literal["header", "footer"]
    first: bool
    lines: tuple[str, ...]
    fields: tuple[str, ...]
    watermark: str | None


def furniture_of(docx: bytes) -> tuple[Furniture, ...]:
    """Return the headers and footers of each section."""
    package = Package(docx)
    related = package.relationships(package.main)
    found = []
    for number, section in enumerate(package.xml(package.main).iter(f"{W}sectPr")):
        for place in ("header", "footer"):
            for reference in section.findall(f"{W}{place}Reference"):
                name = related[reference.attrib[f"{R}id"]].target
                first = reference.get(f"{W}type") == "first"
                found.append(_furniture(package, name, number, place, first))
    return tuple(found)


def _furniture(
    package: Package, name: str, section: int, place: Literal["header", "footer"], first: bool
) -> Furniture:
    root = package.xml(name)
    text = TextReader(package.relationships(name))
    shown = [text.read(paragraph) for paragraph in root.iter(f"{W}p")]
    marks = [each.attrib["string"] for each in root.iter(f"{_VML}textpath") if "string" in each.attrib]
    return Furniture(
        section,
        place,
        first,
        tuple(tidy(each.text) for each in shown if each.text.strip()),
        tuple(code for each in shown for code in each.codes),
        marks[0] if marks else None,
    )


def properties_of(docx: bytes) -> dict[str, str]:
    """Return core, extended and custom properties by their local names ("title", "language", "EGCI kind")."""
    package = Package(docx)
    found: dict[str, str] = {}
    for relationship in package.relationships("").values():
        if relationship.kind in ("core-properties", "extended-properties"):
            found |= {_local(each): each.text or "" for each in package.xml(relationship.target)}
        elif relationship.kind == "custom-properties":
            for each in package.xml(relationship.target):
                found[each.attrib["name"]] = "".join(each.itertext())
    return found


def _local(element: ET.Element) -> str:
    return element.tag.rsplit("}", 1)[-1]
