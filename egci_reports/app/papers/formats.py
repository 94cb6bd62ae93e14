"""The formats in which papers are asked for, and how they are named together: "word,pdf"."""

from __future__ import annotations

from collections.abc import Iterable

from egci_reports.engine.writers.formats import DEFAULT_FORMATS, FORMATS, Format

__all__ = ["DEFAULT_FORMATS", "FORMATS", "Format", "names_of"]


def names_of(formats: Iterable[Format]) -> str:
    """Return the names of formats as they are asked for: "word,pdf"."""
    return ",".join(form.name for form in formats)
