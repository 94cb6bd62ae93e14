"""Fields with their results filled in, so that a paper reads right before anything is updated.

Never w:dirty, never updateFields: Word would ask the reader whether to update.
"""

from __future__ import annotations

from egci_reports.engine.writers.word.formats import PLAIN, RunFormat
from egci_reports.engine.writers.word.markup import Xml, chars, tag
from egci_reports.engine.writers.word.runs import run, text_content


def _mark(kind: str, said: RunFormat) -> Xml:
    return run(tag("w:fldChar", {"w:fldCharType": kind}), said)


def field_begin(instruction: str, said: RunFormat = PLAIN) -> Xml:
    """Return the runs before a field's result."""
    code = Xml(f'<w:instrText xml:space="preserve"> {chars(instruction)} </w:instrText>')
    return Xml(_mark("begin", said) + run(code, said) + _mark("separate", said))


def field_end(said: RunFormat = PLAIN) -> Xml:
    """Return the run after a field's result."""
    return _mark("end", said)


def field(instruction: str, result: str, said: RunFormat = PLAIN) -> Xml:
    """Return a field whose result is a text."""
    return Xml(field_begin(instruction, said) + run(text_content(result), said) + field_end(said))


def page_number(bookmark: str, page: int, said: RunFormat = PLAIN) -> Xml:
    """Return the number of the page a bookmark stands on."""
    return field(f"PAGEREF {bookmark} \\h", str(page), said)


def sequence(name: str, number: str, *, restart: bool) -> Xml:
    """Return the number of a table or figure, which Word counts by itself from then on."""
    return field(f"SEQ {name} \\* ARABIC" + (f" \\r {number}" if restart else ""), number)
