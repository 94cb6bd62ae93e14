"""Finds the parts of a Word file by their relationships, whatever they are called."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import unquote

from lxml import etree

from egci_reports.forms.markup import attribute, kind
from egci_reports.forms.package import Package, refuse

_TYPES = "[Content_Types].xml"
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
_RESAVE = "open it in Word and save it as a Word Document (.docx)"
_TEXTS = frozenset(("comments", "footnotes", "endnotes", "header", "footer", "styles"))
"""Kinds of parts that are read beside the text."""
EMBEDDED = frozenset(("aFChunk", "subDocument", "package", "oleObject", "diagramData", "chart"))
"""Kinds of parts that may hold text and are not read: other files, diagrams and charts."""


@dataclass(frozen=True, slots=True)
class Related:
    """A part beside the text: what it is to the text (comments, header ...), and its root."""

    what: str
    root: etree._Element


@dataclass(frozen=True, slots=True)
class WordParts:
    """The text of a Word file, the parts beside it, and the kinds of those that are not read."""

    text: etree._Element
    related: tuple[Related, ...]
    embedded: tuple[str, ...]

    def of(self, *kinds: str) -> Iterator[etree._Element]:
        """Yield the roots of the parts of these kinds."""
        return (one.root for one in self.related if one.what in kinds)


def word_parts(package: Package) -> WordParts:
    """Return the parts of a Word file; raises UsageError if it is none, or holds macros (F701, F702)."""
    _require_types(package)
    main = next((target for what, target in _relations(package, "") if what == "officeDocument"), "")
    text = package.tree(main)
    if text is None or kind(text) != "w:document":
        refuse(package.file, "F701", "the file is no Word document, or is damaged", _RESAVE)
    relations = list(dict.fromkeys(_relations(package, main)))
    found = ((what, package.tree(target)) for what, target in relations if what in _TEXTS)
    return WordParts(
        text,
        tuple(Related(what, root) for what, root in found if root is not None),
        tuple(sorted({what for what, _ in relations if what in EMBEDDED})),
    )


def _require_types(package: Package) -> None:
    root = package.tree(_TYPES)
    said = [attribute(one, "ContentType").casefold() for one in root] if root is not None else []
    if any("macroenabled" in one or "vbaproject" in one for one in (*said, *package.names)):
        refuse(package.file, "F702", "the file holds macros", "ask for the form without macros (.docx)")
    if _WORD not in said:
        refuse(package.file, "F701", "the file is no Word document", _RESAVE)


def _relations(package: Package, part: str) -> Iterator[tuple[str, str]]:
    """Yield what each part related to a part is to it, and its name (ISO/IEC 29500-2, 9.3)."""
    folder, name = posixpath.split(part)
    root = package.tree(posixpath.join(folder, "_rels", f"{name}.rels"))
    for one in root if root is not None else ():
        if kind(one) == "rel:Relationship" and attribute(one, "TargetMode") != "External":
            target = unquote(attribute(one, "Target")).replace("\\", "/")
            place = posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
            yield attribute(one, "Type").rpartition("/")[2], place
