"""Fills references with the number of what they point at: "12", "3(a)", "4.2", "Table 3", "Annex A"."""

from __future__ import annotations

from dataclasses import replace

from egci_reports.engine.document.nodes import (
    Block,
    Document,
    Figure,
    Inline,
    Item,
    ItemList,
    Paragraph,
    Reference,
    Section,
    Table,
    Words,
)
from egci_reports.engine.document.passes.numbering import letters
from egci_reports.engine.document.passes.plain import plain_text
from egci_reports.engine.document.passes.rewriter import Inlines, Place, Rewriter
from egci_reports.engine.document.passes.typography import NO_BREAK


def resolve_references(document: Document) -> Document:
    """Return the document with the text of every reference.

    A section without a number is referred to by its title. What has neither is no target: the parser
    refuses it.
    """
    return _References(labels_of(document)).document(document)


def labels_of(document: Document) -> dict[str, str]:
    """Return what each anchor of a numbered document is called where it is referred to."""
    targets = _Targets(document.words)
    targets.document(document)
    return targets.labels


class _Targets(Rewriter):
    """Collects what each anchor is called."""

    reads_text = False

    def __init__(self, words: Words) -> None:
        self._words = words
        self._item = ""
        self._annexes = 0
        self.labels: dict[str, str] = {}

    def content(self, content: Inlines, place: Place) -> Inlines:  # noqa: ARG002 - anchors are on blocks
        return content

    def block(self, block: Block) -> Block:
        match block:
            case Paragraph(number=str(number)):
                self._name(block, number)
                self._item = number
            case Table(number=str(number)):
                self._name(block, f"{self._words.table}{NO_BREAK}{number}")
            case Figure(number=str(number)):
                self._name(block, f"{self._words.figure}{NO_BREAK}{number}")
            case _:
                return super().block(block)
        return block

    def section(self, section: Section) -> Section:
        self._item = ""
        self._name(section, section.number or self._unnumbered(section))
        return super().section(section)

    def item_list(self, item_list: ItemList) -> ItemList:
        """Name the items after the paragraph before the list and the items around them: 3(a)(ii)."""
        before = self._item
        for item in item_list.items:
            if item_list.form != "bullet":
                self._item = f"{before}({(item.label or '').strip('.()')})"
                self._name(item, self._item)
            self.item(item)
        self._item = before
        return item_list

    def _unnumbered(self, section: Section) -> str:
        """Return what a section without a number is called: an annex by its letter, others by their title."""
        if not section.annex:
            return plain_text(section.title)
        self._annexes += 1
        annex = self._words.wording.annex.format(letter=letters(self._annexes).upper())
        return annex.replace(" ", NO_BREAK)

    def _name(self, block: Paragraph | Table | Figure | Section | Item, label: str) -> None:
        if block.anchor:
            self.labels[block.anchor] = label


class _References(Rewriter):
    """Writes the labels into the references."""

    reads_text = False

    def __init__(self, labels: dict[str, str]) -> None:
        self._labels = labels

    def leaf(self, inline: Inline, place: Place) -> Inlines:  # noqa: ARG002 - a reference is one anywhere
        if not isinstance(inline, Reference):
            return (inline,)
        return (replace(inline, text=self._labels[inline.target]),)
