"""Reads a filled form: what stands in its fields and what beside them, whichever program saved it."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from egci_reports.errors import Finding, UsageError
from egci_reports.forms.filled import Beside, BesideKind, FilledForm
from egci_reports.forms.looks import looks_of
from egci_reports.forms.markup import all_text, attribute, kind
from egci_reports.forms.package import Package
from egci_reports.forms.parts import WordParts, word_parts
from egci_reports.forms.walk import Walk

_NOTES = {"w:comment": BesideKind.COMMENT, "w:footnote": BesideKind.NOTE, "w:endnote": BesideKind.NOTE}


def read_form(file: str, raw: bytes) -> FilledForm:
    """Read the bytes of one file, called `file`; the work grows as its size, not faster.

    Raises UsageError if it is no Word file that can be read (F701 to F703), is no form, or holds fields of
    more than one (F704, F705).
    """
    parts = word_parts(Package(file, raw))
    walk = Walk(file, looks_of(parts.of("styles")))
    walk.read(parts.text)
    owners = {(tagged.number, tagged.mark) for tagged in walk.entries.tags}
    if not owners:
        hint = "the fields of a form are found by their marks: ask for the form as it was sent out, filled in"
        raise UsageError(Finding("F704", f"{file}: the file has no field of a form", hint=hint))
    if len(owners) > 1:
        hint = "fields were copied from one form into another: ask for each form by itself"
        raise UsageError(Finding("F705", f"{file}: the file mixes fields of several forms", hint=hint))
    (number, mark) = owners.pop()
    beside = (*walk.entries.beside(), *_notes(parts, walk.notes), *_around(parts))
    return FilledForm(file, number, mark, walk.entries.fields, walk.tracked, beside, walk.entries.sent)


def _notes(parts: WordParts, places: dict[tuple[str, str], str]) -> Iterator[Beside]:
    """Yield comments and footnotes, each at the field in which it is called."""
    for root in parts.of("comments", "footnotes", "endnotes"):
        for note in root:
            name = kind(note)
            if name not in _NOTES or attribute(note, "type") not in ("", "normal"):
                continue  # the lines that part footnotes from the text
            if text := all_text(note):
                yield Beside(_NOTES[name], text, places.get((name, attribute(note, "id")), ""))


def _around(parts: WordParts) -> Iterator[Beside]:
    """Yield the lines of headers and footers, and the parts that are not read."""
    for what, aside in (("header", BesideKind.HEADER), ("footer", BesideKind.FOOTER)):
        for root in parts.of(what):
            for text in _lines(root):
                yield Beside(aside, text)
    for what in parts.embedded:
        yield Beside(BesideKind.EMBEDDED, what)


def _lines(root: etree._Element) -> Iterator[str]:
    for block in root:
        if text := all_text(block):
            yield text
