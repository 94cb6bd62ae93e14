"""What a finished tree shows to be amiss with a paper: gaps, texts without a place, sections too long."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from egci_reports.engine.document.gaps import gaps
from egci_reports.engine.document.nodes import Document
from egci_reports.engine.document.passes.plain import plain_text
from egci_reports.engine.document.text import blocks_of
from egci_reports.engine.writers.pdf.write import Length
from egci_reports.errors import Finding, Severity
from egci_reports.views.officers_texts import OfficersText


def too_long(length: Length) -> Finding:
    """Say which section is too long, and by how much."""
    pages = f"{length.pages} pages, and may take {length.most}"
    lines = f"about {length.lines} line{'' if length.lines == 1 else 's'} too many"
    message = f"{plain_text(length.section.title)} takes {pages}: {lines}"
    hint = "shorten officers' words, or make a draft"
    return Finding("E607", message, hint=hint, about=length.section.about)


def unprinted(texts: Collection[OfficersText], document: Document) -> Iterator[Finding]:
    """Yield a warning for each officer's text that stands nowhere in the paper: nothing is lost unseen."""
    printed = {block.about for block in blocks_of(document)} if texts else set()
    for text in texts:
        if text.about not in printed:
            message = f"the paper has no place for an officer's text on {text.section!r}, and leaves it out"
            hint, about = "name a section that the paper has", f"{text.about}/section"
            yield Finding("T261", message, hint=hint, severity=Severity.WARNING, about=about)


def gaps_of(document: Document) -> Iterator[Finding]:
    """Yield what the paper itself marks as a gap."""
    for callout in gaps(document.blocks):
        title = plain_text(callout.title)
        yield Finding(
            "E602", f"there is a gap: {title}", hint="fill it, or make a draft", about=callout.about
        )
