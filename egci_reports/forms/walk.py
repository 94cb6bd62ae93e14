"""Walks the text of a form once, as Word shows it: insertions of tracked changes, not what they take out.

A field is found by the tag of its control, which Word keeps, or by the bookmark around it, which LibreOffice
keeps. What is hidden, struck through, deleted or in a box is no entry, and is put aside to be told.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from lxml import etree

from egci_reports.forms.entries import Entries
from egci_reports.forms.filled import BesideKind
from egci_reports.forms.looks import Looks
from egci_reports.forms.markup import all_text, attribute, child, is_on, kind, shown, written
from egci_reports.forms.model import read_tag
from egci_reports.forms.symbols import symbol

_SKIPPED = frozenset(("w:sdtPr", "w:sdtEndPr", "w:tblPr", "w:tcPr", "w:trPr", "w:pPr", "w:rPr", "w:sectPr"))
_DELETED = frozenset(("w:del", "w:moveFrom"))
_TRACKED = _DELETED | {"w:ins", "w:moveTo"}
_ASIDE = {
    **dict.fromkeys(_DELETED, BesideKind.DELETED),
    **dict.fromkeys(("w:drawing", "w:pict", "w:object"), BesideKind.BOX),
    "m:oMath": BesideKind.FORMULA,
    "w:rt": BesideKind.GLOSS,
    "w:delText": BesideKind.DELETED,
}
"""Elements whose text is no part of an entry."""
_TAKEN_OUT = {"w:tr": ("w:trPr", "w:del"), "w:tc": ("w:tcPr", "w:cellDel")}
"""How a row or a cell says that a tracked change takes it out."""
_CALLS = {
    "w:commentReference": "w:comment",
    "w:footnoteReference": "w:footnote",
    "w:endnoteReference": "w:endnote",
}
_LIST_MARK = "- "


class Walk:
    """Reads the text of one form into its entries.

    `tracked` tells of tracked changes, `notes` in which field each comment and footnote is called, by its
    kind and id.
    """

    def __init__(self, file: str, looks: Looks) -> None:
        self.entries = Entries(file)
        self.tracked = False
        self.notes: dict[tuple[str, str], str] = {}
        self._looks = looks
        self._bookmarks: dict[str, str] = {}
        self._style = ""
        self._joins_next = False

    def read(self, root: etree._Element) -> None:
        """Read an element and all in it, without recursion: a form from outside may nest as it likes."""
        stack: list[tuple[Iterator[etree._Element], Callable[[], None] | None]] = [(shown(root), None)]
        while stack:
            node = next(stack[-1][0], None)
            if node is None:
                _, leave = stack.pop()
                if leave is not None:
                    leave()
            elif not self._is_aside(node):
                stack.append((shown(node), self._enter(node)))
        self.entries.end_form()

    def _is_aside(self, node: etree._Element) -> bool:
        """Put aside what is no part of an entry; return whether this is all there is to a node."""
        name = kind(node)
        self.tracked = self.tracked or name in _TRACKED
        if name in _SKIPPED:
            return True
        aside = _ASIDE.get(name)
        if aside is BesideKind.BOX:
            self.entries.note_picture()
        if name == "w:r":
            aside = self._aside_of_run(node)
        elif name == "w:sdt" and (mark := _mark_of(node)):
            self.entries.write(mark)
            return True
        elif name in _TAKEN_OUT and child(node, *_TAKEN_OUT[name]) is not None:
            self.tracked, aside = True, BesideKind.DELETED
        if aside is not None:
            self.entries.put_aside(aside, all_text(node))
        return aside is not None

    def _aside_of_run(self, run: etree._Element) -> BesideKind | None:
        look = self._looks.of_run(run, self._style)
        if look.hidden:
            return BesideKind.HIDDEN
        return BesideKind.STRUCK if look.struck else None

    def _enter(self, node: etree._Element) -> Callable[[], None] | None:
        """Take in one node; return what is to be done when it is left."""
        name = kind(node)
        text = written(node)
        if text is not None:
            self.entries.write(text)
        elif name == "w:p":
            self._begin_paragraph(node)
        elif name == "w:tc":
            self.entries.begin_cell()
            return self.entries.end_cell
        elif name == "w:tbl":
            self.entries.note("it holds a table, which is read cell by cell")
        elif name == "w:sym":
            self._sign(node)
        elif name == "w:sdt":
            return self._begin_control(node)
        elif name == "w:bookmarkStart":
            self._begin_bookmark(node)
        elif name == "w:bookmarkEnd":
            self.entries.end(self._bookmarks.pop(attribute(node, "id"), ""))
        elif name in _CALLS:
            self.notes[_CALLS[name], attribute(node, "id")] = self.entries.here
        elif name in ("w:altChunk", "w:subDoc"):
            self.entries.put_aside(BesideKind.EMBEDDED, name.removeprefix("w:"))
        return None

    def _begin_paragraph(self, paragraph: etree._Element) -> None:
        properties = child(paragraph, "w:pPr")
        style = child(properties, "w:pStyle") if properties is not None else None
        number = child(properties, "w:numPr", "w:numId") if properties is not None else None
        mark = _LIST_MARK if number is not None and attribute(number, "val") != "0" else ""
        self._style = attribute(style, "val") if style is not None else ""
        self.entries.begin_paragraph(mark, joined=self._joins_next)
        look = child(properties, "w:rPr") if properties is not None else None
        self._joins_next = look is not None and any(child(look, name) is not None for name in _DELETED)
        self.tracked = self.tracked or self._joins_next

    def _sign(self, node: etree._Element) -> None:
        try:
            sign = symbol(attribute(node, "font"), int(attribute(node, "char"), 16))
        except ValueError:
            sign = None
        if sign is None:
            self.entries.note_picture()
        else:
            self.entries.write(sign)

    def _begin_control(self, control: etree._Element) -> Callable[[], None] | None:
        """Open the field of a control with a tag of ours; note a prompt of any control in an open field."""
        properties = child(control, "w:sdtPr")
        is_prompt = bool(is_on(properties, "w:showingPlcHdr"))
        tag = child(properties, "w:tag") if properties is not None else None
        tagged = read_tag(attribute(tag, "val")) if tag is not None else None
        if tagged is None:
            if is_prompt:
                self.entries.note_prompt()
            return None
        key = f"tag {tagged.name}"
        is_first = self.entries.begin_control(tagged, key, is_prompt=is_prompt)
        return (lambda: self.entries.end(key)) if is_first else None

    def _begin_bookmark(self, node: etree._Element) -> None:
        tagged = read_tag(attribute(node, "name"))
        if tagged is not None:
            key = f"bookmark {tagged.name}"
            self._bookmarks[attribute(node, "id")] = key
            self.entries.begin_bookmark(tagged, key)


def _mark_of(control: etree._Element) -> str | None:
    """Return the tick of a check box (Word shows a cross) or its empty box; None for other controls."""
    box = child(control, "w:sdtPr", "w14:checkbox")
    if box is None or len(all_text(control)) > 1:
        return None
    return "\N{BALLOT BOX WITH CHECK}" if is_on(box, "w14:checked") else "\N{BALLOT BOX}"
