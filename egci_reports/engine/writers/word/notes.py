"""Footnotes: their part with the separators, and the marks in the text. Word numbers them by itself."""

from __future__ import annotations

from egci_reports.engine.writers.word.formats import ParagraphFormat, RunFormat, paragraph_properties
from egci_reports.engine.writers.word.markup import NOTHING, Xml, chars, part, tag
from egci_reports.engine.writers.word.package import CT, WrittenPart
from egci_reports.engine.writers.word.runs import TAB, run

_MARK = RunFormat(style="FootnoteReference")
_SEPARATORS = ((-1, "separator"), (0, "continuationSeparator"))
_ROOM = 6.1
"""Points that the rule above the notes takes: as much as LibreOffice and the PDF give it."""


class Notes:
    """The footnotes of one paper; `part` holds them and the links in them."""

    def __init__(self) -> None:
        self.part = WrittenPart("/word/footnotes.xml", CT.WML_FOOTNOTES)
        self._notes: list[Xml] = []

    def add(self, content: Xml, number: int | None) -> Xml:
        """Add a footnote and return its mark; a number that Word would not count to is set as text."""
        note_id = len(self._notes) + 1
        own = number is not None and number != note_id
        sign = Xml(f'<w:t xml:space="preserve">{chars(str(number))}</w:t>') if own else NOTHING
        label = run(sign or Xml("<w:footnoteRef/>"), _MARK)
        style = paragraph_properties(ParagraphFormat(style="FootnoteText"))
        paragraph = tag("w:p", None, style, label, TAB, content)
        self._notes.append(tag("w:footnote", {"w:id": note_id}, paragraph))
        reference = tag("w:footnoteReference", {"w:customMarkFollows": 1 if own else None, "w:id": note_id})
        return run(Xml(reference + sign), _MARK)

    def finish(self) -> WrittenPart:
        """Write the part."""
        flat = paragraph_properties(ParagraphFormat(before=0, after=0, line=_ROOM))
        separators = (
            tag(
                "w:footnote",
                {"w:type": kind, "w:id": note_id},
                tag("w:p", None, flat, run(Xml(f"<w:{kind}/>"))),
            )
            for note_id, kind in _SEPARATORS
        )
        self.part.content = part("w:footnotes", "w r", *separators, *self._notes)
        return self.part
