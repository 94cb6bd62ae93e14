"""The PDF writer: lays a document out once and saves it as tagged, archival PDF (PDF/UA-1, PDF/A-2a)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from egci_reports.engine.document.nodes import Document
from egci_reports.engine.theme.model import Theme
from egci_reports.engine.writers.pdf.enclosed import Enclosed
from egci_reports.engine.writers.pdf.furniture import CopyText
from egci_reports.engine.writers.pdf.layout import Layout, layout, missing_characters
from egci_reports.engine.writers.pdf.lengths import Length

__all__ = [
    "CopyText",
    "Enclosed",
    "Layout",
    "Length",
    "Rendered",
    "layout",
    "missing_characters",
    "write_pdf",
]


@dataclass(frozen=True, slots=True)
class Rendered:
    """A finished PDF: its bytes, the page of each anchor (from 1), its page count, what begins its pages."""

    content: bytes
    pages: Mapping[str, int]
    page_count: int
    heads: frozenset[str] = frozenset()


def write_pdf(document: Document, theme: Theme) -> Rendered:
    """Lay out a resolved document and return it as PDF.

    Raises TemplateError (T301) for each character that no typeface can show.
    """
    made = layout(document, theme)
    return Rendered(made.save(), made.pages, made.page_count, made.heads)
