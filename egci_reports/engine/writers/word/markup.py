"""XML as text that cannot be ill-formed: `Xml` is made by these functions, plain text enters by `chars`.

Building text is what keeps tables of 10,000 rows quick; mypy sees to it that no unescaped string gets in.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import NewType

Xml = NewType("Xml", str)
"""A well-formed piece of XML."""

NOTHING = Xml("")

NAMESPACES = {
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "pic": "http://schemas.openxmlformats.org/drawingml/2006/picture",
    "c": "http://schemas.openxmlformats.org/drawingml/2006/chart",
    "asvg": "http://schemas.microsoft.com/office/drawing/2016/SVG/main",
    "adec": "http://schemas.microsoft.com/office/drawing/2017/decorative",
    "v": "urn:schemas-microsoft-com:vml",
    "o": "urn:schemas-microsoft-com:office:office",
    "w10": "urn:schemas-microsoft-com:office:word",
    "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
    "w15": "http://schemas.microsoft.com/office/word/2012/wordml",
    "m": "http://schemas.openxmlformats.org/officeDocument/2006/math",
}
"""The namespaces of WordprocessingML and DrawingML by their customary prefixes (ISO/IEC 29500-1)."""

_DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_ESCAPES = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", "\r": "&#13;"})
_ATTRIBUTE_ESCAPES = {**_ESCAPES, ord('"'): "&quot;", ord("\n"): "&#10;", ord("\t"): "&#9;"}

Attributes = Mapping[str, str | int | None]


def chars(text: str) -> Xml:
    """Escape plain text.

    Raises ValueError for a character that XML cannot hold (XML 1.0, 2.2); the checks of the tree refuse
    those with their place long before a writer meets them.
    """
    if found := _FORBIDDEN.search(text):
        raise ValueError(f"XML cannot hold the character U+{ord(found.group()):04X}")
    return Xml(text.translate(_ESCAPES))


def tag(name: str, attributes: Attributes | None = None, *children: Xml) -> Xml:
    """Return an element; attributes whose value is None are left out."""
    written = "".join(
        f' {key}="{_attribute(value)}"' for key, value in (attributes or {}).items() if value is not None
    )
    content = "".join(children)
    return Xml(f"<{name}{written}>{content}</{name}>" if content else f"<{name}{written}/>")


def val(name: str, value: str | int) -> Xml:
    """Return an element whose one attribute is w:val, the commonest form in WordprocessingML."""
    return Xml(f'<{name} w:val="{_attribute(value)}"/>')


def switch(name: str, on: bool | None) -> Xml:  # noqa: FBT001 - an on/off element is a boolean
    """Return an on/off element: bare when on, with w:val 0 when off, nothing when None."""
    if on is None:
        return NOTHING
    return Xml(f"<{name}/>") if on else Xml(f'<{name} w:val="0"/>')


def join(pieces: Iterable[Xml]) -> Xml:
    """Set pieces one after the other."""
    return Xml("".join(pieces))


def part(
    name: str,
    prefixes: str,
    *children: Xml,
    default: str | None = None,
    attributes: Attributes | None = None,
) -> bytes:
    """Return a whole XML part: the root element with the namespaces of `prefixes` (parted by blanks).

    `default` is the namespace of names without prefix.
    """
    declared = {f"xmlns:{prefix}": NAMESPACES[prefix] for prefix in prefixes.split()}
    written = {"xmlns": default, **declared, **(attributes or {})}
    return (_DECLARATION + tag(name, written, *children)).encode()


def _attribute(value: str | int) -> str:
    if isinstance(value, int):
        return str(value)
    if found := _FORBIDDEN.search(value):
        raise ValueError(f"XML cannot hold the character U+{ord(found.group()):04X}")
    return value.translate(_ATTRIBUTE_ESCAPES)
