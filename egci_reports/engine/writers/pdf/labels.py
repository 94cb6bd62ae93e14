"""Page labels (ISO 32000-1, 12.4.2): the paper's own pages count from 1, an annex's by its own numbers."""

from __future__ import annotations

from collections.abc import Sequence

from egci_reports.engine.document.meta import Words
from egci_reports.engine.writers.pdf.enclosed import EnclosedPage
from egci_reports.engine.writers.pdf.flow import PageContent
from egci_reports.engine.writers.pdf.objects import text_string


def page_labels(sheets: Sequence[PageContent], words: Words) -> bytes:
    """Return the entry of the catalogue; nothing for a paper that encloses nothing.

    Readers show "Annex A-3" beside the number of the page in the file, which is what our foot prints.
    """
    parts = [
        b"%d<</P%s/S/D>>" % (index, text_string(f"{_annex(box.title, words)}-"))
        for index, sheet in enumerate(sheets)
        for box, _ in sheet.boxes
        if isinstance(box, EnclosedPage) and box.number == 1
    ]
    return b"/PageLabels<</Nums[0<</S/D>>%s]>>" % b"".join(parts) if parts else b""


def _annex(title: str, words: Words) -> str:
    """Return an annex's name of its title: "Annex A" of "Annex A: A made-up report"."""
    colon = words.wording.annex_title.partition("{annex}")[2]
    return title.partition(colon)[0] if colon else title
