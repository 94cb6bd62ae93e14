"""Reads a filled form: what stands in each of its fields, whichever program saved it.

A field is found by the tag of its control, which Word keeps, or by the bookmark around it, which LibreOffice
keeps. Only text that is seen is read: insertions of tracked changes, not deletions; no hidden text, no boxes.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from lxml import etree

from egci_reports.errors import Finding, UsageError
from egci_reports.forms.model import Tagged, read_tag
from egci_reports.forms.package import text_of_file

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_SIGNS = {
    f"{_W}br": "\n",
    f"{_W}cr": "\n",
    f"{_W}tab": "\t",
    f"{_W}noBreakHyphen": "-",
    f"{_W}softHyphen": "",
}
_UNSEEN = frozenset(
    {f"{_W}{name}" for name in ("del", "moveFrom", "drawing", "pict", "object", "sdtPr", "pPr", "tblPr")}
    | {f"{_MC}Fallback"}
)
_TRACKED = frozenset({f"{_W}{name}" for name in ("ins", "del", "moveFrom", "moveTo")})
_PICTURES = frozenset({f"{_W}{name}" for name in ("drawing", "pict", "object", "sym")})


@dataclass(slots=True)
class Filled:
    """What stands in a field: its text, whether Word marks it as its prompt, and what could not be read."""

    text: str = ""
    is_prompt: bool = False
    unread: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class FilledForm:
    """A form as it came back: the number and owner's mark in all its fields, and what each holds.

    `tracked` tells that it holds tracked changes, which were read as if accepted.
    """

    file: str
    number: int
    mark: str
    fields: dict[str, Filled]
    tracked: bool


def read_form(path: Path) -> FilledForm:
    """Read one file; raises UsageError if it is no form, or holds fields of more than one (F704, F705)."""
    root = text_of_file(path)
    reader = _Reader()
    reader.walk(root)
    owners = {(tagged.number, tagged.mark) for tagged in reader.tags}
    if not owners:
        hint = "the fields of a form are found by their marks: ask for the form as it was sent out, filled in"
        raise UsageError(Finding("F704", f"{path.name}: the file has no field of a form", hint=hint))
    if len(owners) > 1:
        hint = "fields were copied from one form into another: ask for each form by itself"
        raise UsageError(Finding("F705", f"{path.name}: the file mixes fields of several forms", hint=hint))
    (number, mark) = owners.pop()
    return FilledForm(path.name, number, mark, reader.fields, reader.tracked)


class _Reader:
    """Walks the text once. `tags` are the fields met; those found by tag win over those by bookmark."""

    def __init__(self) -> None:
        self.fields: dict[str, Filled] = {}
        self.tags: set[Tagged] = set()
        self.tracked = False
        self._open: dict[str, Filled] = {}
        self._bookmarks: dict[str, str] = {}
        self._by_tag: set[str] = set()

    def walk(self, element: etree._Element) -> None:
        """Read an element and all in it, without recursion: a form from outside may nest as it likes."""
        stack: list[Iterator[etree._Element]] = [iter(element)]
        ends: list[str | None] = [None]
        while stack:
            child = next(stack[-1], None)
            if child is None:
                stack.pop()
                self._leave(ends.pop())
                continue
            if self._enter(child):
                ends.append(self._field_of(child))
                stack.append(iter(child))

    def _enter(self, node: etree._Element) -> bool:
        """Take in one node; return whether to look into it."""
        name = node.tag
        if not isinstance(name, str):
            return False
        self.tracked = self.tracked or name in _TRACKED
        if name in _PICTURES:
            self._for_each(_note_picture)
        if name in _UNSEEN or (name == f"{_W}r" and node.find(f"{_W}rPr/{_W}vanish") is not None):
            return False
        if name == f"{_W}t":
            self._write(node.text or "")
        elif name in _SIGNS:
            self._write(_SIGNS[name])
        elif name == f"{_W}p":
            self._for_each(_begin_line)
        elif name == f"{_W}bookmarkStart":
            self._begin(node)
        elif name == f"{_W}bookmarkEnd":
            self._open.pop(self._bookmarks.pop(node.get(f"{_W}id", ""), ""), None)
        return True

    def _begin(self, node: etree._Element) -> None:
        tagged = read_tag(node.get(f"{_W}name", ""))
        if tagged is None or tagged.name in self._by_tag:
            return
        self.tags.add(tagged)
        key = f"bookmark {tagged.name}"
        self._bookmarks[node.get(f"{_W}id", "")] = key
        self._open[key] = self.fields.setdefault(tagged.name, Filled())

    def _field_of(self, node: etree._Element) -> str | None:
        """Open the field of a control with a tag of ours; note a prompt of any control in an open field."""
        if node.tag != f"{_W}sdt":
            return None
        is_prompt = node.find(f"{_W}sdtPr/{_W}showingPlcHdr") is not None
        tag = node.find(f"{_W}sdtPr/{_W}tag")
        tagged = read_tag(tag.get(f"{_W}val", "")) if tag is not None else None
        if tagged is None:
            if is_prompt:
                self._for_each(_note_prompt)
            return None
        self.tags.add(tagged)
        key = f"tag {tagged.name}"
        if tagged.name in self._by_tag:
            self.fields[tagged.name].unread.append("it stands twice in the form")
            return None
        self._by_tag.add(tagged.name)
        self._open.pop(f"bookmark {tagged.name}", None)
        self._open[key] = self.fields[tagged.name] = Filled(is_prompt=is_prompt)
        return key

    def _leave(self, key: str | None) -> None:
        if key is not None:
            self._open.pop(key, None)

    def _write(self, text: str) -> None:
        for filled in self._open.values():
            filled.text += text

    def _for_each(self, change: Callable[[Filled], None]) -> None:
        for filled in self._open.values():
            change(filled)


def _begin_line(filled: Filled) -> None:
    """Part a new paragraph from the one before it."""
    if filled.text:
        filled.text += "\n"


def _note_prompt(filled: Filled) -> None:
    filled.is_prompt = True


def _note_picture(filled: Filled) -> None:
    filled.unread.append("it holds a picture or a symbol")
