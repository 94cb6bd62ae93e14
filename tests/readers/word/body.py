"""The blocks of a .docx in reading order, told apart by the names of their styles and by their numbering."""

from __future__ import annotations

import re
from collections.abc import Iterator
from xml.etree import ElementTree as ET

from tests.readers.blocks import Block, Cell, Role, tidy
from tests.readers.word.numbering import Counter
from tests.readers.word.package import Package, W, switched_on, value
from tests.readers.word.styles import Styles
from tests.readers.word.text import Shown, TextReader

_ROLES: dict[str, Role] = {
    "Group Name": "group",
    "Title": "title",
    "Subtitle": "subtitle",
    "Quote": "quotation",
    "Field": "fact",
    "Source": "source",
    "caption": "caption",
    "Figure Caption": "caption",
    "Table Note": "table-note",
    "TOC Heading": "contents-title",
}
"""The roles of paragraphs by the name of their style, where that alone decides."""
_BOX_TITLE = re.compile(r"Callout \w+ Title")
_LIST = re.compile(r"List (?:Bullet|Number|Letter|Roman)(?: (\d))?")
_CONTENTS = re.compile(r"toc (\d)")
_PAGE_OF = re.compile(r"\s*PAGEREF (\S+)")
_TYPED = "List Bullet"
"""Stands for the list of an item that is taken out of the numbering: its label is typed before a tab."""
_ALONE = ("Section End",)
"""Styles of paragraphs that only end a section."""


def blocks_of(docx: bytes) -> tuple[Block, ...]:
    """Return the blocks of a Word file in reading order, with the numbers that Word would show."""
    return tuple(_Body(Package(docx)).blocks())


def printed_pages(docx: bytes) -> list[tuple[str, int]]:
    """Return the bookmarks whose pages a Word file prints, and these pages; the contents list comes first."""
    package = Package(docx)
    found: list[tuple[str, int]] = []
    bookmark: str | None = None
    for element in package.xml(package.main).iter():
        if element.tag == f"{W}instrText":
            pointing = _PAGE_OF.match(element.text or "")
            bookmark = pointing[1] if pointing else None
        elif element.tag == f"{W}t" and bookmark is not None:
            found.append((bookmark, int(element.text or "0")))
            bookmark = None
    return found


class _Body:
    """Reads the body of one file; counts as it goes."""

    def __init__(self, package: Package) -> None:
        self._root = package.xml(package.main)
        self._styles = Styles(package.beside("styles"))
        self._counter = Counter(package.beside("numbering"))
        self._text = TextReader(package.relationships(package.main))
        self._counted_notes = 0
        self._notes: dict[str, ET.Element] = {}
        self._note_text = TextReader({})
        for name in package.related(package.main, "footnotes"):
            self._note_text = TextReader(package.relationships(name))
            self._notes = {note.attrib[f"{W}id"]: note for note in package.xml(name).iter(f"{W}footnote")}

    def blocks(self) -> Iterator[Block]:
        body = self._root.find(f"{W}body")
        assert body is not None
        yield from self._children(body)

    def _children(self, parent: ET.Element) -> Iterator[Block]:
        for child in parent:
            if child.tag == f"{W}p":
                yield from self._paragraph(child)
            elif child.tag == f"{W}tbl":
                yield from self._table(child)
            elif child.tag in (f"{W}sdt", f"{W}sdtContent"):
                yield from self._children(child)

    # -- paragraphs -----------------------------------------------------------------------------------

    def _paragraph(self, paragraph: ET.Element) -> Iterator[Block]:
        shown = self._text.read(paragraph)
        style = self._styles.name(value(paragraph, f"{W}pPr/{W}pStyle"))
        if style in _ALONE and not shown.text:
            return
        if shown.drawings and not shown.text.strip():
            for drawing in shown.drawings:
                if not drawing.decorative:
                    yield Block("figure", tidy(drawing.says))
            return
        if contents := _CONTENTS.fullmatch(style):
            yield _contents_line(shown, int(contents[1]))
        else:
            yield self._text_block(paragraph, style, shown)
        yield from self._footnotes(shown)

    def _text_block(self, paragraph: ET.Element, style: str, shown: Shown) -> Block:
        label, kind, level = self._number(paragraph)
        text = shown.text
        if label is None and "\t" in text and self._hangs(paragraph):
            label, text = text.split("\t", 1)
        role, level = self._role(paragraph, style, kind, level)
        return Block(role, tidy(text), label and tidy(label), level, links=tuple(shown.links))

    def _number(self, paragraph: ET.Element) -> tuple[str | None, str, int | None]:
        """Return the number before a paragraph, the name of the style it is made for, and its level."""
        numbering = self._styles.said(paragraph, f"{W}numPr")
        instance = value(numbering, f"{W}numId")
        if instance is None:
            return None, "", None
        level = int(value(numbering, f"{W}ilvl") or 0)
        if not self._counter.counts(instance, level):
            own = paragraph.find(f"{W}pPr/{W}numPr") is not None
            return None, _TYPED if own else "", None
        linked = self._styles.name(self._counter.linked_style(instance, level))
        return self._counter.label(instance, level), linked, level + 1

    def _role(
        self, paragraph: ET.Element, style: str, kind: str, level: int | None
    ) -> tuple[Role, int | None]:
        outline = value(self._styles.said(paragraph, f"{W}outlineLvl"), ".")
        if outline is not None:
            return "heading", int(outline) + 1
        if _BOX_TITLE.fullmatch(style):
            return "box-title", None
        if style in _ROLES:
            return _ROLES[style], None
        if _LIST.fullmatch(kind):
            named = _LIST.fullmatch(style)
            return "item", level or (int(named[1] or 1) if named else None)
        return "paragraph", None

    def _hangs(self, paragraph: ET.Element) -> bool:
        indent = self._styles.said(paragraph, f"{W}ind")
        return indent is not None and indent.get(f"{W}hanging") is not None

    def _footnotes(self, shown: Shown) -> Iterator[Block]:
        for note_id in shown.notes:
            if note_id not in shown.marks:
                self._counted_notes += 1
            label = shown.marks.get(note_id, str(self._counted_notes))
            said = [self._note_text.read(each) for each in self._notes[note_id].iter(f"{W}p")]
            text = tidy(" ".join(each.text for each in said))
            if note_id in shown.marks:
                text = tidy(text.removeprefix(label))
            yield Block("footnote", text, label, links=tuple(link for each in said for link in each.links))

    # -- tables ---------------------------------------------------------------------------------------

    def _table(self, table: ET.Element) -> Iterator[Block]:
        notes: list[Shown] = []
        first_column = table.find(f"{W}tblPr/{W}tblLook")
        heads = first_column is not None and first_column.get(f"{W}firstColumn") == "1"
        rows = tuple(self._row(row, heads, notes) for row in table.findall(f"{W}tr"))
        links = tuple(link for shown in notes for link in shown.links)
        yield Block("table", rows=rows, links=links)
        for shown in notes:
            yield from self._footnotes(shown)

    def _row(self, row: ET.Element, heads: bool, read: list[Shown]) -> tuple[Cell, ...]:
        header = switched_on(row.find(f"{W}trPr/{W}tblHeader"))
        cells = []
        for index, cell in enumerate(row.findall(f"{W}tc")):
            said = [self._text.read(paragraph) for paragraph in cell.findall(f"{W}p")]
            read.extend(said)
            what = "column" if header else "row" if heads and index == 0 else None
            cells.append(Cell(tidy("\n".join(each.text for each in said)), what))
        return tuple(cells)


def _contents_line(shown: Shown, level: int) -> Block:
    said, _, page = shown.text.partition("\t")
    number, gap, title = said.partition("\N{EN SPACE}")
    return Block(
        "contents",
        tidy(title if gap else said),
        number if gap else None,
        level,
        int(page) if page else None,
    )
