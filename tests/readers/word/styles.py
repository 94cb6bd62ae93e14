"""What the styles of a .docx say of a paragraph, through the styles they are based on."""

from __future__ import annotations

from xml.etree import ElementTree as ET

from tests.readers.word.package import W, value


class Styles:
    """The styles part; ids are those that paragraphs name, names are those that Word shows."""

    def __init__(self, part: ET.Element | None) -> None:
        self._by_id = (
            {} if part is None else {each.attrib[f"{W}styleId"]: each for each in part.iter(f"{W}style")}
        )

    def name(self, style_id: str | None) -> str:
        """Return the name of a style, "" for none or an unknown one."""
        return value(self._by_id.get(style_id or ""), f"{W}name") or ""

    def said(self, paragraph: ET.Element, path: str) -> ET.Element | None:
        """Return the element at a path in a paragraph's properties or else in those of its styles."""
        own = paragraph.find(f"{W}pPr/{path}")
        return self._inherited(value(paragraph, f"{W}pPr/{W}pStyle"), path) if own is None else own

    def _inherited(self, style_id: str | None, path: str) -> ET.Element | None:
        seen: set[str] = set()
        while style_id is not None and (style := self._by_id.get(style_id)) is not None:
            assert style_id not in seen, f"the style {style_id!r} is based on itself"
            seen.add(style_id)
            found = style.find(f"{W}pPr/{path}")
            if found is not None:
                return found
            style_id = value(style, f"{W}basedOn")
        return None
