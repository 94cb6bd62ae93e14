"""Numbers paragraphs, headings, annexes, tables, figures, footnotes and the items of lists."""

from __future__ import annotations

from dataclasses import replace

from egci_reports.engine.document.nodes import (
    Document,
    Figure,
    Footnote,
    ItemList,
    ListForm,
    Paragraph,
    Section,
    Table,
    Text,
)
from egci_reports.engine.document.passes.rewriter import Rewriter
from egci_reports.engine.language.wording import Wording

_BULLET = "•"


def number(document: Document) -> Document:
    """Return the document with every number and label filled.

    Paragraphs, tables, figures and footnotes are numbered in one run through the paper; a `restart`
    section has a run of paragraph numbers of its own, after which the paper's goes on.
    """
    return _Numbering(document.first_number, document.words.wording).document(document)


class _Numbering(Rewriter):
    """Counts as the tree is walked. `headings` holds the number of the last heading at each level."""

    reads_text = False
    reads_cells = False

    def __init__(self, first: int, wording: Wording) -> None:
        self._next = first
        self._wording = wording
        self._headings: list[int] = []
        self._annexes = 0
        self._tables = 0
        self._figures = 0
        self._footnotes = 0

    def paragraph(self, paragraph: Paragraph) -> Paragraph:
        if paragraph.numbered:
            paragraph = replace(paragraph, number=str(self._next))
            self._next += 1
        return super().paragraph(paragraph)

    def footnote(self, footnote: Footnote) -> Footnote:
        self._footnotes += 1
        return replace(footnote, number=self._footnotes)

    def table(self, table: Table) -> Table:
        self._tables += 1
        return replace(super().table(table), number=str(self._tables))

    def figure(self, figure: Figure) -> Figure:
        if figure.decorative:
            return figure
        self._figures += 1
        return replace(super().figure(figure), number=str(self._figures))

    def item_list(self, item_list: ItemList) -> ItemList:
        labelled = (
            replace(item, label=label(item_list.form, index)) for index, item in enumerate(item_list.items, 1)
        )
        return super().item_list(replace(item_list, items=tuple(labelled)))

    def section(self, section: Section) -> Section:
        if section.annex:
            section = self._lettered(section)
        elif section.numbered:
            section = replace(section, number=self._heading(section.level))
        if not section.restart:
            return super().section(section)
        before, self._next = self._next, section.first_number
        section = super().section(section)
        self._next = before
        return section

    def _heading(self, level: int) -> str:
        """Count a heading; levels above it that have no number of their own do not show."""
        self._headings = [*self._headings[:level], *[0] * (level - len(self._headings))]
        self._headings[level - 1] += 1
        return ".".join(str(count) for count in self._headings if count)

    def _lettered(self, section: Section) -> Section:
        self._annexes += 1
        annex = self._wording.annex.format(letter=letters(self._annexes).upper())
        title = (Text(self._wording.annex_title.format(annex=annex)), *section.title)
        return replace(section, title=title)


def label(form: ListForm, index: int) -> str:
    """Return the label of an item, counting from 1: a bullet, "1.", "(a)" or "(i)"."""
    match form:
        case "bullet":
            return _BULLET
        case "decimal":
            return f"{index}."
        case "alpha":
            return f"({letters(index)})"
        case "roman":
            return f"({roman(index)})"


def letters(index: int) -> str:
    """Return the letters of an index from 1: a to z, then aa, ab as in a spreadsheet."""
    text = ""
    while index:
        index, rest = divmod(index - 1, 26)
        text = chr(ord("a") + rest) + text
    return text


def roman(index: int) -> str:
    """Return a number from 1 to 3999 in small Roman figures."""
    text = ""
    for value, figure in _ROMAN:
        count, index = divmod(index, value)
        text += figure * count
    return text


_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"),
    (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip
