"""Checks of a resolved tree at every build: what no reader may meet, whatever records and template said."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from egci_reports.engine.document.checking.characters import odd_characters
from egci_reports.engine.document.checking.place import finding
from egci_reports.engine.document.checking.quotations import blank, unquoted
from egci_reports.engine.document.checking.repetition import check_repetition
from egci_reports.engine.document.checking.rules import slips
from egci_reports.engine.document.checking.structure import check_tree
from egci_reports.engine.document.meta import Meta
from egci_reports.engine.document.nodes import Document
from egci_reports.engine.document.text import BlockText, blocks_of
from egci_reports.engine.language.wording import Wording
from egci_reports.errors import Finding

_SPOKEN = frozenset({"paragraph", "footnote", "note", "alt", "caption", "heading"})


def check(document: Document) -> tuple[Finding, ...]:
    """Return all findings about a resolved document.

    Errors stop the build: T20x empty headings, cells, wrong levels; T21x characters that cannot be
    printed; T22x what is left over; T23x numbers that do not fit their nouns. Warnings are told:
    T24x words that house style refuses; T25x sentences that stand twice. The words of
    quotations are left alone but for their characters.
    """
    texts = blocks_of(document)
    return (*_unprintable(document, texts), *_misworded(texts, document.words.wording))


def unprintable(document: Document) -> tuple[Finding, ...]:
    """Return the errors of a resolved document that are not about its wording: T20x and T21x."""
    return tuple(_unprintable(document, blocks_of(document)))


def _unprintable(document: Document, texts: Iterable[BlockText]) -> Iterator[Finding]:
    yield from check_tree(document)
    for text in (*_of_the_file(document.meta), *texts):
        for slip in odd_characters(text.text):
            yield finding(slip, text)


def _misworded(texts: Iterable[BlockText], wording: Wording) -> Iterator[Finding]:
    for text in (_own(text, wording) for text in texts):
        for slip in slips(text.text, wording, spoken=text.kind in _SPOKEN):
            yield finding(slip, text)
    yield from check_repetition(texts)


def _of_the_file(meta: Meta) -> Iterable[BlockText]:
    said = (meta.title, meta.short_title, meta.author, meta.subject, meta.keywords, meta.status)
    return (BlockText("title", words, "of the file") for words in said)


def _own(text: BlockText, wording: Wording) -> BlockText:
    """Return a text without the quotations in it."""
    words = blank(text.text) if text.kind == "quotation" else unquoted(text.text, wording)
    return text if words == text.text else replace(text, text=words)
