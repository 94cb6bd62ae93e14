"""Parts and relationships, by python-docx, and the zip around them, the same bytes each time."""

from __future__ import annotations

import io
import zipfile

from docx.opc.constants import CONTENT_TYPE as CT
from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.opc.package import OpcPackage
from docx.opc.packuri import PackURI
from docx.opc.part import Part

__all__ = ["CT", "RT", "WrittenPart", "packed"]

_EPOCH = (1980, 1, 1, 0, 0, 0)
_STORED = (".png", ".xlsx")
_LEVEL = 6


class WrittenPart(Part):
    """A part whose content is given when it is finished, and whose relationships are counted, not searched.

    python-docx looks through all relationships for each new one, which is slow with thousands of links.
    """

    def __init__(self, name: str, content_type: str, content: bytes = b"") -> None:
        super().__init__(PackURI(name), content_type)
        self.content = content
        self._ids: dict[tuple[str, str], str] = {}

    @property
    def blob(self) -> bytes:
        """The content."""
        return self.content

    def relate(self, kind: str, part: WrittenPart) -> str:
        """Return the id of the relationship to another part."""
        return self._relate(kind, str(part.partname), part)

    def link(self, url: str) -> str:
        """Return the id of the relationship to an outside address; the same address has one id."""
        return self._relate(RT.HYPERLINK, url, None)

    def _relate(self, kind: str, key: str, part: WrittenPart | None) -> str:
        known = self._ids.get((kind, key))
        if known is None:
            known = self._ids[kind, key] = f"rId{len(self._ids) + 1}"
            self.load_rel(kind, part or key, known, is_external=part is None)
        return known


def packed(document: WrittenPart, properties: dict[str, WrittenPart]) -> bytes:
    """Return the package of a document part, with property parts by their relationship types.

    Stamps are 1980, the platform is none, order and level are fixed: same parts, same bytes.
    """
    package = OpcPackage()
    package.load_rel(RT.OFFICE_DOCUMENT, document, "rId1")
    for number, (kind, part) in enumerate(properties.items(), 2):
        package.load_rel(kind, part, f"rId{number}")
    raw = io.BytesIO()
    package.save(raw)
    packed = io.BytesIO()
    with zipfile.ZipFile(raw) as made, zipfile.ZipFile(packed, "w") as target:
        for name in made.namelist():
            target.writestr(_stamped(name), made.read(name), compresslevel=_LEVEL)
    return packed.getvalue()


def _stamped(name: str) -> zipfile.ZipInfo:
    info = zipfile.ZipInfo(name, _EPOCH)
    info.compress_type = zipfile.ZIP_STORED if name.endswith(_STORED) else zipfile.ZIP_DEFLATED
    info.create_system = 0
    return info
