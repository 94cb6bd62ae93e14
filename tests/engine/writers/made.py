"""Papers written by both writers, the sample paper once for all tests of a process."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from egci_reports.engine.document.nodes import Document
from egci_reports.engine.writers.pdf.write import write_pdf
from egci_reports.engine.writers.word.write import write_word
from tests.engine.writers.pdf.made import shipped_theme as theme
from tests.sample_paper import sample

__all__ = ["Made", "made", "made_sample", "printed", "theme"]


@dataclass(frozen=True, slots=True)
class Made:
    """One paper in both forms, and the pages of its anchors in the PDF."""

    word: bytes
    pdf: bytes
    pages: dict[str, int]


def made(document: Document) -> Made:
    """Write a resolved document as the program does: the PDF first, whose pages Word's contents show."""
    rendered = write_pdf(document, theme())
    word = write_word(document, theme(), rendered.pages, rendered.heads)
    return Made(word, rendered.content, dict(rendered.pages))


@cache
def made_sample() -> Made:
    """Return the sample paper."""
    return made(sample())


def printed(text: str) -> str:
    """Return a text as papers print it: an apostrophe in a word or after a plural is curly."""
    return "".join(
        "\u2019" if one == "'" and _is_apostrophe(text[:place][-1:], text[place + 1 :][:1]) else one
        for place, one in enumerate(text)
    )


def _is_apostrophe(before: str, after: str) -> bool:
    in_word = all(one.isalnum() or one == "_" for one in (before, after))
    return in_word or (before == "s" and after.isspace())
