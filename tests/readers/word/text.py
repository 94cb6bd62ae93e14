"""The text of paragraphs as it is shown: results of fields, not their codes; notes and pictures apart."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from xml.etree import ElementTree as ET

from tests.readers.word.package import WP, C, R, Relationship, W

_DECORATIVE = "{http://schemas.microsoft.com/office/drawing/2017/decorative}decorative"
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_SIGNS = {
    f"{W}tab": "\t",
    f"{W}br": "\n",
    f"{W}cr": "\n",
    f"{W}noBreakHyphen": "\u2011",
    f"{W}softHyphen": "\u00ad",
}
_INSIDE = (f"{W}hyperlink", f"{W}sdt", f"{W}sdtContent", f"{W}ins", f"{W}smartTag", f"{W}fldSimple")


@dataclass(frozen=True, slots=True)
class Drawing:
    """A picture or a chart: what is said instead of it, and the ids of the chart or the pictures."""

    says: str
    decorative: bool
    chart: str | None
    pictures: tuple[str, ...]


@dataclass(slots=True)
class Shown:
    """What a paragraph shows: text, notes by their ids, drawings, outside addresses, codes of fields.

    `marks` are the typed marks of notes that are not counted, by the ids of the notes.
    """

    text: str = ""
    notes: list[str] = field(default_factory=list)
    marks: dict[str, str] = field(default_factory=dict)
    drawings: list[Drawing] = field(default_factory=list)
    links: list[str] = field(default_factory=list)
    codes: list[str] = field(default_factory=list)


class TextReader:
    """Reads the paragraphs of one part in their order: a field may begin in one and end in another."""

    def __init__(self, relationships: dict[str, Relationship]) -> None:
        self._relationships = relationships
        self._fields: list[bool] = []
        """For each field that is open, innermost last, whether its result has begun."""

    def read(self, paragraph: ET.Element) -> Shown:
        """Return what a paragraph shows."""
        shown = Shown()
        for run in self._runs(paragraph, shown):
            self._run(run, shown)
        return shown

    def _runs(self, parent: ET.Element, shown: Shown) -> Iterator[ET.Element]:
        for child in parent:
            if child.tag == f"{W}r":
                yield child
            elif child.find(f"{W}sdtPr/{W}showingPlcHdr") is not None:
                continue  # guidance, which nobody has typed
            elif child.tag in _INSIDE:
                address = self._relationships.get(child.get(f"{R}id", ""))
                if address is not None and address.external:
                    shown.links.append(address.target)
                yield from self._runs(child, shown)

    def _run(self, run: ET.Element, shown: Shown) -> None:
        marked = None
        for child in run:
            if child.tag == f"{W}fldChar":
                self._mark(child.get(f"{W}fldCharType"))
            elif child.tag == f"{W}instrText":
                shown.codes.append((child.text or "").strip())
            elif not all(self._fields):
                continue
            elif child.tag == f"{W}footnoteReference":
                note = child.attrib[f"{W}id"]
                shown.notes.append(note)
                marked = note if child.get(f"{W}customMarkFollows") else None
            elif child.tag == f"{W}drawing":
                shown.drawings.append(_drawing(child))
            elif child.tag == f"{W}t" and marked is not None:
                shown.marks[marked] = _words(child)
            elif child.tag == f"{W}t":
                shown.text += _words(child)
            else:
                shown.text += _SIGNS.get(child.tag, "")

    def _mark(self, kind: str | None) -> None:
        if kind == "begin":
            self._fields.append(False)
        elif kind == "separate":
            self._fields[-1] = True
        else:
            self._fields.pop()


def _words(text: ET.Element) -> str:
    """Return the words of w:t; Word drops the blanks at its ends unless they are to be preserved."""
    words = text.text or ""
    return words if text.get(_SPACE) == "preserve" else words.strip()


def _drawing(element: ET.Element) -> Drawing:
    described = next(element.iter(f"{WP}docPr"))
    mark = next(element.iter(_DECORATIVE), None)
    chart = next(element.iter(f"{C}chart"), None)
    pictures = [one.attrib[f"{R}embed"] for one in element.iter() if one.tag.endswith(("}blip", "}svgBlip"))]
    return Drawing(
        described.get("descr", ""),
        mark is not None and mark.get("val") == "1",
        None if chart is None else chart.attrib[f"{R}id"],
        tuple(pictures),
    )
