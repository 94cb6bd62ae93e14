"""A Word file as the lint sees it: its parts as XML, and its styles with what they are based on."""

from __future__ import annotations

import io
import posixpath
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Literal, get_args

from lxml import etree

NAMES = {
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "v": "urn:schemas-microsoft-com:vml",
    "adec": "http://schemas.microsoft.com/office/drawing/2017/decorative",
    "rel": "http://schemas.openxmlformats.org/package/2006/relationships",
    "ct": "http://schemas.openxmlformats.org/package/2006/content-types",
    "dc": "http://purl.org/dc/elements/1.1/",
}
W = f"{{{NAMES['w']}}}"
R = f"{{{NAMES['r']}}}"
DOCUMENT = "word/document.xml"
STYLES = "word/styles.xml"
_NEEDED = (DOCUMENT, STYLES, "word/settings.xml")

Element = etree._Element


Rule = Literal[
    "xml", "relationship", "part-missing", "orphan", "content-type",
    "style", "style-twice", "style-default", "numbering", "bookmark", "link-target", "field", "field-target",
    "field-result", "note", "comment-id", "drawing-id", "control-id", "cell-end",
    "title", "language", "prompt", "compatibility", "protection",
    "heading", "heading-order", "contents", "blank", "list", "link-text", "alt", "in-line",
    "table-header", "table-simple", "table-grid", "table-blank", "table-split", "table-alt", "table-caption",
    "table-width", "contrast", "small",
]  # fmt: skip
"""The rules by name; a defect is planted for each."""


@dataclass(frozen=True, slots=True)
class Finding:
    """Something wrong: the rule that is broken, where (a part, or the words nearby), and how."""

    rule: Rule
    where: str
    what: str

    def __post_init__(self) -> None:
        assert self.rule in get_args(Rule)


class WordFile:
    """The parts of one file; `broken` are those whose XML is not well-formed, with the parser's words."""

    def __init__(self, content: bytes) -> None:
        with zipfile.ZipFile(io.BytesIO(content)) as packed:
            self.names = set(packed.namelist())
            self.xml: dict[str, Element] = {}
            self.broken: dict[str, str] = {}
            for name in sorted(self.names):
                if name.endswith((".xml", ".rels")):
                    self._parse(name, packed.read(name))
        self.styles = Styles(self.xml.get(STYLES))

    def _parse(self, name: str, content: bytes) -> None:
        try:
            self.xml[name] = etree.fromstring(content)
        except etree.XMLSyntaxError as error:
            self.broken[name] = str(error)

    @property
    def readable(self) -> bool:
        """Whether the parts that every rule needs are there."""
        return not self.broken and all(name in self.xml for name in _NEEDED)

    @property
    def document(self) -> Element:
        """The main part."""
        return self.xml[DOCUMENT]

    @property
    def texts(self) -> dict[str, Element]:
        """The parts that hold running text: the document and its notes."""
        return {name: root for name, root in self.xml.items() if name in (DOCUMENT, "word/footnotes.xml")}

    @property
    def word_parts(self) -> dict[str, Element]:
        """All XML parts of the word folder but their relationships."""
        return {n: x for n, x in self.xml.items() if n.startswith("word/") and not n.endswith(".rels")}

    def paragraphs(self) -> Iterator[Element]:
        """Yield the paragraphs of the document in order, those in tables too."""
        yield from self.document.iter(f"{W}p")

    def relationships(self, name: str) -> dict[str, str]:
        """Return the targets of a part's relationships by id."""
        folder, base = posixpath.split(name)
        root = self.xml.get(f"{folder}/_rels/{base}.rels")
        return {} if root is None else {each.get("Id", ""): each.get("Target", "") for each in root}

    def style_of(self, paragraph: Element) -> str:
        """Return the id of a paragraph's style."""
        return val(paragraph.find(f"{W}pPr/{W}pStyle")) or self.styles.default


class Styles:
    """The styles, by id."""

    def __init__(self, root: Element | None) -> None:
        self.all = [] if root is None else list(root.iter(f"{W}style"))
        self.by_id = {style.get(f"{W}styleId", ""): style for style in self.all}
        self.defaults = None if root is None else root.find(f"{W}docDefaults")
        first = (s for s in self.all if s.get(f"{W}type") == "paragraph" and s.get(f"{W}default") == "1")
        self.default = next((style.get(f"{W}styleId", "") for style in first), "")
        self._said: dict[tuple[str, str], Element | None] = {}

    def chain(self, style_id: str) -> Iterator[Element]:
        """Yield a style and those it is based on, nearest first."""
        seen: set[str] = set()
        while style_id in self.by_id and style_id not in seen:
            seen.add(style_id)
            yield self.by_id[style_id]
            style_id = val(self.by_id[style_id].find(f"{W}basedOn"))

    def said(self, style_id: str, path: str) -> Element | None:
        """Return what a style says at a path, itself or through what it is based on."""
        if (style_id, path) not in self._said:
            found = (style.find(path) for style in self.chain(style_id))
            self._said[style_id, path] = next((each for each in found if each is not None), None)
        return self._said[style_id, path]

    def name(self, style_id: str) -> str:
        """Return the name that Word shows."""
        style = self.by_id.get(style_id)
        return "" if style is None else val(style.find(f"{W}name"))


def find(element: Element, path: str) -> list[Element]:
    """Return what an XPath finds, with the prefixes of `NAMES`."""
    return list(_compiled(path)(element))


@cache
def _compiled(path: str) -> etree.XPath:
    return etree.XPath(path, namespaces=NAMES)


def val(element: Element | None) -> str:
    """Return w:val, "" without an element."""
    return "" if element is None else element.get(f"{W}val", "")


def on(element: Element | None) -> bool:
    """Whether an on/off element is there and on."""
    return element is not None and element.get(f"{W}val", "1") not in ("0", "false", "off")


def text_of(element: Element) -> str:
    """Return the text inside an element, tabs and breaks as blanks."""
    found = element.iter(f"{W}t", f"{W}tab", f"{W}br")
    return "".join((each.text or "") if each.tag == f"{W}t" else "\t" for each in found)
