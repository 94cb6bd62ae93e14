"""Parts and their relationships (ISO/IEC 29500-2), and the zip around them: the same bytes each time.

It is written here, and not by python-docx, whose import takes longer than all parts of a paper.
"""

from __future__ import annotations

import io
import posixpath
import zipfile
from collections.abc import Iterator, Mapping

from egci_reports.engine.writers.word.markup import Xml, join, part, tag
from egci_reports.engine.writers.word.package_names import CT, RT

__all__ = ["CT", "RT", "WrittenPart", "packed"]

_EPOCH = (1980, 1, 1, 0, 0, 0)
_STORED = (".png", ".xlsx")
_LEVEL = 6
_DEFAULTS = {".rels": CT.RELATIONSHIPS, ".xml": CT.XML}
"""Content types that each package tells by the ends of names."""
_BY_END = {".png": CT.PNG, ".xlsx": CT.SHEET}
"""Those told so where there is such a part."""
_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
_RELATIONSHIPS = "http://schemas.openxmlformats.org/package/2006/relationships"


class WrittenPart:
    """A part whose content is given when it is finished, and its relationships to parts and addresses."""

    def __init__(self, name: str, content_type: str, content: bytes = b"") -> None:
        self.name = name
        self.content_type = content_type
        self.content = content
        self._related: dict[tuple[str, str], WrittenPart | None] = {}
        self._ids: dict[tuple[str, str], str] = {}

    def relate(self, kind: str, part: WrittenPart) -> str:
        """Return the id of the relationship to another part."""
        return self._relate(kind, part.name, part)

    def link(self, url: str) -> str:
        """Return the id of the relationship to an outside address; the same address has one id."""
        return self._relate(RT.HYPERLINK, url, None)

    def _relate(self, kind: str, target: str, part: WrittenPart | None) -> str:
        known = self._ids.get((kind, target))
        if known is None:
            known = self._ids[kind, target] = f"rId{len(self._ids) + 1}"
            self._related[kind, target] = part
        return known

    @property
    def parts(self) -> Iterator[WrittenPart]:
        """The parts it is related to, in order."""
        return (part for part in self._related.values() if part is not None)

    def relationships(self) -> bytes:
        """Return the part that tells its relationships; nothing if it has none."""
        base = posixpath.dirname(self.name)
        told: list[Xml] = []
        for (kind, target), part_ in self._related.items():
            where = target if part_ is None else posixpath.relpath(target, base)
            mode = "External" if part_ is None else None
            named = {"Id": self._ids[kind, target], "Type": kind, "Target": where, "TargetMode": mode}
            told.append(tag("Relationship", named))
        return part("Relationships", "", join(told), default=_RELATIONSHIPS) if told else b""


def packed(document: WrittenPart, properties: Mapping[str, WrittenPart]) -> bytes:
    """Return the package of a document part, with property parts by their relationship types.

    Stamps are 1980, the platform is none, order and level are fixed: same parts, same bytes.
    """
    package = WrittenPart("/", "")
    for kind, related in {RT.OFFICE_DOCUMENT: document, **properties}.items():
        package.relate(kind, related)
    parts = list(dict.fromkeys(_reached(package)))
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as target:
        _write(target, "/[Content_Types].xml", _content_types(parts))
        for one in (package, *parts):
            if one is not package:
                _write(target, one.name, one.content)
            if told := one.relationships():
                folder, name = posixpath.split(one.name)
                _write(target, posixpath.join(folder, "_rels", f"{name}.rels"), told)
    return made.getvalue()


def _reached(source: WrittenPart) -> Iterator[WrittenPart]:
    for one in source.parts:
        yield one
        yield from _reached(one)


def _content_types(parts: list[WrittenPart]) -> bytes:
    """Return the part that tells the content type of each part, by its end or by its name."""
    ends, names = dict(_DEFAULTS), dict[str, str]()
    for one in parts:
        end = posixpath.splitext(one.name)[1]
        if _BY_END.get(end) == one.content_type:
            ends[end] = one.content_type
        else:
            names[one.name] = one.content_type
    told = [
        *(tag("Default", {"Extension": end[1:], "ContentType": kind}) for end, kind in sorted(ends.items())),
        *(tag("Override", {"PartName": name, "ContentType": kind}) for name, kind in sorted(names.items())),
    ]
    return part("Types", "", join(told), default=_TYPES)


def _write(package: zipfile.ZipFile, name: str, content: bytes) -> None:
    info = zipfile.ZipInfo(name.removeprefix("/"), _EPOCH)
    info.compress_type = zipfile.ZIP_STORED if name.endswith(_STORED) else zipfile.ZIP_DEFLATED
    info.create_system = 0
    package.writestr(info, content, compresslevel=_LEVEL)
