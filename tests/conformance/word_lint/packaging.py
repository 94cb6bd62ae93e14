"""Parts, content types and relationships: whether the package holds what it says it holds."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator

from tests.conformance.word_lint.file import NAMES, Element, Finding, WordFile, find

_TYPES = "[Content_Types].xml"


def well_formed(file: WordFile) -> Iterator[Finding]:
    """Every XML part can be parsed, and the main ones are there."""
    for name, error in file.broken.items():
        yield Finding("xml", name, error)
    if not file.broken and not file.readable:
        yield Finding("xml", "package", "the document, its styles or its settings are missing")


def content_types(file: WordFile) -> Iterator[Finding]:
    """Every part has a content type, and every type that names a part has that part."""
    root = file.xml.get(_TYPES)
    if root is None:
        return
    endings = {each.get("Extension", "").lower() for each in find(root, "ct:Default")}
    named = {each.get("PartName", "").lstrip("/") for each in find(root, "ct:Override")}
    for name in sorted(file.names - {_TYPES} - named):
        if name.rsplit(".", 1)[-1].lower() not in endings:
            yield Finding("content-type", name, "has no content type")
    for name in sorted(named - file.names):
        yield Finding("content-type", name, "has a content type but is not there")


def relationships(file: WordFile) -> Iterator[Finding]:
    """Relationships lead to parts that are there; ids that parts use are those of relationships."""
    for name, root in file.xml.items():
        if not name.endswith(".rels"):
            yield from _used_ids(file, name)
            continue
        for target in _targets(name, root):
            if target not in file.names:
                yield Finding("part-missing", name, f"{target} is not there")


def _targets(name: str, relationships: Element) -> Iterator[str]:
    """Yield the parts that relationships lead to."""
    folder = posixpath.dirname(posixpath.dirname(name))
    for each in relationships:
        if each.get("TargetMode") != "External":
            yield posixpath.normpath(posixpath.join("/", folder, each.get("Target", "")))[1:]


def _used_ids(file: WordFile, name: str) -> Iterator[Finding]:
    known = file.relationships(name)
    prefix = f"{{{NAMES['r']}}}"
    for element in file.xml[name].iter():
        for key, used in element.attrib.items():
            if str(key).startswith(prefix) and used not in known:
                yield Finding("relationship", name, f"there is no relationship {used!r}")


def orphans(file: WordFile) -> Iterator[Finding]:
    """Every part is reached by a relationship."""
    reached = {_TYPES}
    for name, root in file.xml.items():
        if name.endswith(".rels"):
            reached.add(name)
            folder = posixpath.dirname(posixpath.dirname(name))
            reached |= {
                posixpath.normpath(posixpath.join("/", folder, e.get("Target", "")))[1:] for e in root
            }
    for name in sorted(file.names - reached):
        yield Finding("orphan", name, "nothing leads to this part")


RULES = (well_formed, content_types, relationships, orphans)
