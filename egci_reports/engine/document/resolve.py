"""Resolves a tree: after it no name, number or list is left to fill; the text is what the reader sees."""

from __future__ import annotations

from egci_reports.engine.document.nodes import Document
from egci_reports.engine.document.passes.anchors import give_anchors
from egci_reports.engine.document.passes.apostrophes import bend_apostrophes
from egci_reports.engine.document.passes.citations import number_citations
from egci_reports.engine.document.passes.contents import fill_contents
from egci_reports.engine.document.passes.languages import mark_languages
from egci_reports.engine.document.passes.mentions import say_names
from egci_reports.engine.document.passes.numbering import number
from egci_reports.engine.document.passes.references import resolve_references
from egci_reports.engine.document.passes.removed import tell_removed
from egci_reports.engine.document.passes.typography import keep_together

PASSES = (
    give_anchors,
    say_names,
    bend_apostrophes,
    number,
    number_citations,
    resolve_references,
    tell_removed,
    keep_together,
    mark_languages,
    fill_contents,
)
"""In order: references need numbers, no-break spaces need final text, the contents need final titles."""


def resolve(document: Document) -> Document:
    """Return the document with every filled field filled; a document is resolved once."""
    for one in PASSES:
        document = one(document)
    return document
