"""The parts of a .docx: XML by name, and what the relationships of a part point to."""

from __future__ import annotations

import io
import posixpath
import zipfile
from dataclasses import dataclass
from xml.etree import ElementTree as ET

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
_RELATIONSHIPS = "{http://schemas.openxmlformats.org/package/2006/relationships}"


@dataclass(frozen=True, slots=True)
class Relationship:
    """What an id of a part stands for: a kind (the last word of its address) and a part or an address."""

    kind: str
    target: str
    external: bool


class Package:
    """A .docx, or a workbook within it, by its parts."""

    def __init__(self, content: bytes) -> None:
        with zipfile.ZipFile(io.BytesIO(content)) as packed:
            self.parts = {name: packed.read(name) for name in packed.namelist()}
        self.main = next(
            found.target for found in self.relationships("").values() if found.kind == "officeDocument"
        )

    def xml(self, name: str) -> ET.Element:
        """Return the root of a part."""
        return ET.fromstring(self.parts[name])

    def relationships(self, name: str) -> dict[str, Relationship]:
        """Return the relationships of a part ("" for the package) by id; targets are names of parts."""
        folder, base = posixpath.split(name)
        written = self.parts.get(posixpath.join(folder, "_rels", f"{base}.rels"))
        if written is None:
            return {}
        return {
            each.attrib["Id"]: _relationship(each, folder)
            for each in ET.fromstring(written).iter(f"{_RELATIONSHIPS}Relationship")
        }

    def related(self, name: str, kind: str) -> list[str]:
        """Return the parts that a part is related to by a kind of relationship."""
        return [found.target for found in self.relationships(name).values() if found.kind == kind]

    def beside(self, kind: str) -> ET.Element | None:
        """Return the part of a kind that serves the main part ("styles", "numbering"), if there is one."""
        found = self.related(self.main, kind)
        return self.xml(found[0]) if found else None


def _relationship(element: ET.Element, folder: str) -> Relationship:
    kind = element.attrib["Type"].rsplit("/", 1)[-1]
    target = element.attrib["Target"]
    if element.get("TargetMode") == "External":
        return Relationship(kind, target, external=True)
    return Relationship(kind, posixpath.normpath(posixpath.join("/", folder, target))[1:], external=False)


def value(element: ET.Element | None, path: str, default: str | None = None) -> str | None:
    """Return the w:val of the element at a path, `default` if there is none."""
    found = None if element is None else element.find(path)
    return default if found is None else found.get(f"{W}val", default)


def switched_on(element: ET.Element | None) -> bool:
    """Whether an on/off element is there and on."""
    return element is not None and element.get(f"{W}val", "1") not in ("0", "false", "off")
