"""Annexes of a pack: which documents are appended, and what a validator found in them."""

from __future__ import annotations

from typing import Annotated

from egci_reports.records.base import Day, Line, Model
from egci_reports.records.dated import Dated
from egci_reports.records.text_form import TextForm


class Validation(Model):
    """That a validator passed a file for PDF/UA-1 and PDF/A-2a."""

    by: Line
    """The validator and its version: veraPDF 1.28."""
    on: Annotated[Day, Dated.BEGINS]
    """The day."""


class Annex(Model):
    """A document that is appended to a pack."""

    title: Line
    """What it is: Work plan for 2024-25."""
    file: Annotated[
        str,
        TextForm(
            r"^[A-Za-z0-9][A-Za-z0-9 ._-]*\.pdf$",
            "write the name of a PDF file, of letters, figures, spaces, dots and hyphens: work-plan.pdf",
            longest=120,
        ),
    ]
    """The name of its file in annexes/NN/: work-plan.pdf."""
    date: Annotated[Day | None, Dated.BEGINS] = None
    """The date of the document; none: it bears none."""
    validated: Validation | None = None
    """That a validator passed it for PDF/UA-1 and PDF/A-2a; none: nobody has tried."""
