"""Writes a form as a Word file: fixed text in locked controls, open fields in controls that stay."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count

from egci_reports.engine.document.meta import Meta, Words
from egci_reports.engine.document.nodes import Document
from egci_reports.engine.theme.model import Theme
from egci_reports.engine.writers.word.formats import (
    ParagraphFormat,
    RunFormat,
    paragraph_properties,
    run_properties,
)
from egci_reports.engine.writers.word.furniture import Furniture
from egci_reports.engine.writers.word.markup import NOTHING, Xml, chars, join, tag, val
from egci_reports.engine.writers.word.measures import twips
from egci_reports.engine.writers.word.paper import new_paper
from egci_reports.engine.writers.word.places import text_width
from egci_reports.engine.writers.word.runs import text_runs
from egci_reports.engine.writers.word.sections import section_properties
from egci_reports.engine.writers.word.write import assembled
from egci_reports.forms.model import NEW_LINE, Field, FieldKind, Form, FormGroup, FormRow

_LABELS = 0.28
"""The share of the width that labels take."""
_TEXT = ParagraphFormat(style="BodyText")
_HELD = ParagraphFormat(style="BodyText", keep_next=True)
_CELL = ParagraphFormat(style="TableText")
_HEAD = ParagraphFormat(style="TableHeading", keep_next=True)


def write_form(form: Form, meta: Meta, words: Words, theme: Theme) -> bytes:
    """Return a form as the bytes of a .docx; the same form gives the same bytes."""
    document = Document(meta, (), words)
    paper = new_paper(document, theme, None)
    furniture = Furniture(document, theme, paper.part, 1)
    body = join([*_Writer(form, theme).blocks(), section_properties(furniture, "portrait", cover=False)])
    return assembled(paper, body, beyond="w15" if any(group.repeats for group in form.groups) else None)


class _Writer:
    """Writes the blocks of one form; controls are counted, since each has a number of its own."""

    def __init__(self, form: Form, theme: Theme) -> None:
        self.form = form
        self.theme = theme
        self.ids = count(1)

    def blocks(self) -> Iterator[Xml]:
        """Yield the blocks of the body in their order."""
        yield self._paragraph(ParagraphFormat(style="Title"), self.form.title)
        for text in self.form.introduction:
            yield self._paragraph(_TEXT, text)
        for group in self.form.groups:
            yield from self._group(group)
        yield self._paragraph(ParagraphFormat(style="SmallPrint"), self.form.end)

    def _group(self, group: FormGroup) -> Iterator[Xml]:
        yield self._paragraph(ParagraphFormat(style="Heading1", keep_next=True), group.title)
        for text in group.paragraphs:
            yield self._paragraph(_HELD if group.rows else _TEXT, text)
        if group.rows:
            yield self._table(group)

    def _paragraph(self, look: ParagraphFormat, text: str) -> Xml:
        return tag("w:p", None, paragraph_properties(look), self._locked(text))

    def _table(self, group: FormGroup) -> Xml:
        whole = text_width(self.theme)
        widths = (twips(whole * _LABELS), twips(whole) - twips(whole * _LABELS))
        properties = tag(
            "w:tblPr",
            None,
            val("w:tblStyle", "ReportTable"),
            tag("w:tblW", {"w:w": sum(widths), "w:type": "dxa"}),
            tag("w:tblLayout", {"w:type": "fixed"}),
            tag("w:tblLook", {"w:val": "0020", "w:firstRow": 1, "w:lastRow": 0, "w:firstColumn": 1,
                              "w:lastColumn": 0, "w:noHBand": 1, "w:noVBand": 1}),
            val("w:tblCaption", group.title),
            val("w:tblDescription", group.description),
        )  # fmt: skip
        grid = tag("w:tblGrid", None, *(tag("w:gridCol", {"w:w": width}) for width in widths))
        head = tag(
            "w:tr",
            None,
            tag("w:trPr", None, tag("w:cantSplit"), tag("w:tblHeader")),
            *(
                self._cell(width, _HEAD, self._locked(text))
                for width, text in zip(widths, self.form.heads, strict=True)
            ),
        )
        rows = join(self._row(row, widths, repeats=group.repeats) for row in group.rows)
        return tag("w:tbl", None, properties, grid, head, self._section(rows) if group.repeats else rows)

    def _section(self, rows: Xml) -> Xml:
        """Return rows of which Word lets people add more ([MS-DOCX], 2.5.4.4)."""
        return self._control(rows, tag("w15:repeatingSection"))

    def _control(self, content: Xml, *what: Xml) -> Xml:
        properties = tag("w:sdtPr", None, val("w:id", next(self.ids)), *what)
        return tag("w:sdt", None, properties, tag("w:sdtContent", None, content))

    def _row(self, row: FormRow, widths: tuple[int, int], *, repeats: bool) -> Xml:
        """Return a row; one that repeats has nothing locked, or Word would add none and take none away."""
        fixed = self._plain if repeats else self._locked
        lines: list[list[Xml]] = [[]]
        for one in row.parts:
            if one == NEW_LINE:
                lines.append([])
            else:
                lines[-1].append(fixed(one) if isinstance(one, str) else self._open(one, stays=not repeats))
        label = self._cell(widths[0], _CELL, fixed(row.label))
        whole = tag("w:trPr", None, tag("w:cantSplit"))
        made = tag("w:tr", None, whole, label, self._cell(widths[1], _CELL, *map(join, lines)))
        return self._control(made, tag("w15:repeatingSectionItem")) if repeats else made

    def _cell(self, width: int, look: ParagraphFormat, *lines: Xml) -> Xml:
        size = tag("w:tcPr", None, tag("w:tcW", {"w:w": width, "w:type": "dxa"}))
        paragraphs = (tag("w:p", None, paragraph_properties(look), line) for line in lines)
        return tag("w:tc", None, size, *paragraphs)

    def _plain(self, text: str) -> Xml:
        return text_runs(self.theme, text)

    def _locked(self, text: str) -> Xml:
        """Return text that can be neither changed nor taken out."""
        properties = tag("w:sdtPr", None, val("w:id", next(self.ids)), val("w:lock", "sdtContentLocked"))
        return tag("w:sdt", None, properties, tag("w:sdtContent", None, text_runs(self.theme, text)))

    def _open(self, field: Field, *, stays: bool) -> Xml:
        """Return a field: its content is open; one that stays cannot be taken out itself."""
        empty = not field.value
        properties = tag(
            "w:sdtPr",
            None,
            val("w:alias", field.label[:64]),
            val("w:tag", self.form.owner.tag(field.name)),
            val("w:id", next(self.ids)),
            val("w:lock", "sdtLocked") if stays else NOTHING,
            tag("w:showingPlcHdr") if empty else NOTHING,
            _kind(field),
        )
        shown = self._prompt(field.prompt) if empty else text_runs(self.theme, field.value)
        control = tag("w:sdt", None, properties, tag("w:sdtContent", None, shown))
        mark = str(next(self.ids))
        start = tag("w:bookmarkStart", {"w:id": mark, "w:name": self.form.owner.tag(field.name)})
        return join([start, control, tag("w:bookmarkEnd", {"w:id": mark})])

    def _prompt(self, text: str) -> Xml:
        look = run_properties(RunFormat(colour=self.theme.colour("muted")))
        return tag("w:r", None, look, tag("w:t", {"xml:space": "preserve"}, chars(text)))


def _kind(field: Field) -> Xml:
    match field.kind:
        case FieldKind.CHOICE:
            items = (tag("w:listItem", {"w:displayText": word, "w:value": word}) for word in field.choices)
            return tag("w:dropDownList", None, *items)
        case FieldKind.OFFER:
            items = (tag("w:listItem", {"w:displayText": word, "w:value": word}) for word in field.choices)
            return tag("w:comboBox", None, *items)
        case FieldKind.DAY:
            return tag(
                "w:date",
                None,
                val("w:dateFormat", "d MMMM yyyy"),
                val("w:lid", "en-GB"),
                val("w:storeMappedDataAs", "dateTime"),
                val("w:calendar", "gregorian"),
            )
        case FieldKind.TEXT | FieldKind.LINE:
            return NOTHING
