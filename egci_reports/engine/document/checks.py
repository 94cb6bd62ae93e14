"""Checks of a resolved tree at every build: what no reader may meet, whatever records and template said."""

from __future__ import annotations

from collections.abc import Iterator

from egci_reports.engine.document.checking.characters import check_characters
from egci_reports.engine.document.checking.leftovers import check_leftovers
from egci_reports.engine.document.checking.quotations import unquoted
from egci_reports.engine.document.checking.repetition import check_repetition
from egci_reports.engine.document.checking.structure import check_tree
from egci_reports.engine.document.checking.wording import check_wording
from egci_reports.engine.document.nodes import Document
from egci_reports.engine.document.text import blocks_of
from egci_reports.errors import Finding


def check(document: Document) -> tuple[Finding, ...]:
    """Return all findings about a resolved document.

    Errors stop the build: T20x empty headings, cells, wrong levels; T21x characters that cannot be
    printed; T22x leftovers of programming; T23x numbers that do not fit their nouns. Warnings are told:
    T24x words that house style refuses; T25x sentences that stand twice. The words of
    quotations are left alone but for their characters.
    """
    return tuple(_findings(document))


def _findings(document: Document) -> Iterator[Finding]:
    wording = document.words.wording
    texts = blocks_of(document)
    own = tuple(unquoted(text, wording) for text in texts)
    yield from check_tree(document)
    yield from check_characters(document.meta, texts)
    yield from check_leftovers(own)
    yield from check_wording(own, wording)
    yield from check_repetition(texts)
