"""Names the markup of Word files: elements and attributes as the standard does, strict or transitional."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from lxml import etree

_OFFICE = "http://schemas.openxmlformats.org"
_STRICT = "http://purl.oclc.org/ooxml"
_PREFIXES = {
    f"{_OFFICE}/wordprocessingml/2006/main": "w",
    f"{_STRICT}/wordprocessingml/main": "w",
    f"{_OFFICE}/officeDocument/2006/math": "m",
    f"{_STRICT}/officeDocument/math": "m",
    f"{_OFFICE}/drawingml/2006/main": "a",
    f"{_STRICT}/drawingml/main": "a",
    f"{_OFFICE}/markup-compatibility/2006": "mc",
    f"{_OFFICE}/package/2006/relationships": "rel",
    f"{_OFFICE}/package/2006/content-types": "ct",
    "http://schemas.microsoft.com/office/word/2010/wordml": "w14",
}
"""Prefixes of the namespaces that are looked at (ISO/IEC 29500-1, annex A, and 29500-4)."""
_SIGNS = {
    "w:br": "\n",
    "w:cr": "\n",
    "w:tab": "\t",
    "w:ptab": "\t",
    "w:noBreakHyphen": "-",
    "w:softHyphen": "",
}
_TEXTS = frozenset(("w:t", "w:delText", "m:t", "a:t"))
_OFF = frozenset(("0", "false", "off"))
"""Values that turn a property off (ISO/IEC 29500-1, 22.9.2.7); without a value it is on."""


@lru_cache(maxsize=1024)
def _named(tag: str) -> str:
    namespace, _, local = tag[1:].rpartition("}")
    prefix = _PREFIXES.get(namespace)
    return f"{prefix}:{local}" if prefix else ""


def kind(node: etree._Element) -> str:
    """Return the name of an element, such as "w:p"; "" for what is not looked at."""
    return _named(node.tag) if isinstance(node.tag, str) else ""


def attribute(node: etree._Element, name: str) -> str:
    """Return an attribute by its name without namespace, "" if it is not there."""
    plain = node.get(name)
    if plain is not None:
        return str(plain)
    return next(
        (str(value) for key, value in node.attrib.items() if _named(key) and key.endswith(f"}}{name}")), ""
    )


def child(node: etree._Element, *path: str) -> etree._Element | None:
    """Return the first element at a path of names below a node."""
    found: etree._Element | None = node
    for name in path:
        found = next((one for one in found if kind(one) == name), None) if found is not None else None
    return found


def is_on(properties: etree._Element | None, name: str) -> bool | None:
    """Return whether a property is on or off; None if it is not said."""
    said = child(properties, name) if properties is not None else None
    return None if said is None else attribute(said, "val") not in _OFF


def shown(node: etree._Element) -> Iterator[etree._Element]:
    """Return the children that count: of alternatives only the first, which Word takes."""
    if kind(node) == "mc:AlternateContent":
        choice = child(node, "mc:Choice")
        fallback = child(node, "mc:Fallback") if choice is None else None
        return iter([one for one in (choice, fallback) if one is not None])
    return iter(node)


def written(node: etree._Element) -> str | None:
    """Return the text that an element stands for, None if it stands for none."""
    name = kind(node)
    return (node.text or "") if name in _TEXTS else _SIGNS.get(name)


def all_text(node: etree._Element) -> str:
    """Return all text in an element, seen or not, on one line."""
    pieces: list[str] = []
    stack = [iter((node,))]
    while stack:
        below = next(stack[-1], None)
        if below is None:
            stack.pop()
            continue
        if kind(below) == "w:p":
            pieces.append("\n")
        pieces.append(written(below) or "")
        stack.append(shown(below))
    return " ".join("".join(pieces).split())
